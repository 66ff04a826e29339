using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>
/// Which loops make new variables each time round that a function keeps: their bodies become functions. Variables of a loop's head live on from round to
/// round with what the body left in them.
/// </summary>
internal sealed class LowerLoops(SemanticModel model)
{
    private readonly Dictionary<Node, LoopVariables> _loops = [];
    private bool[] _captured = [];
    private Dictionary<int, List<int>> _writes = [];

    /// <summary>What is kept of a loop's variables; null when the loop can stay.</summary>
    public LoopVariables? Of(Node loop) => _loops.GetValueOrDefault(loop);

    /// <summary>References that come before the declaration they mean, in the same function: they can only fail.</summary>
    public HashSet<IdentifierReference> Early { get; } = [];

    public void FindCaptured()
    {
        int[] functions = SymbolNames.FunctionsOf(model);
        _captured = new bool[model.SymbolCount];
        bool any = false;
        foreach (ref readonly Reference reference in model.References)
        {
            if (reference.Symbol < 0) continue;
            if (functions[reference.Scope] == functions[model.Symbols[reference.Symbol].Scope])
            {
                if (IsEarly(reference, model.Symbols[reference.Symbol])) Early.Add(reference.Node);
                continue;
            }
            if (model.Symbols[reference.Symbol].Scope == functions[reference.Scope]) continue;
            _captured[reference.Symbol] = any = true;
        }
        if (!any) return;
        FindWrites();
        new Search(this).Visit(model.Program);
    }

    private static bool IsEarly(in Reference reference, in Symbol symbol) =>
        (symbol.Flags & (SymbolFlags.Let | SymbolFlags.Const | SymbolFlags.Using)) != 0 && symbol.Declaration is { } declaration
        && reference.Node.End > reference.Node.Start && reference.Node.Start < declaration.Start && (reference.Flags & ReferenceFlags.Export) == 0;

    private void FindWrites()
    {
        foreach (ref readonly Reference reference in model.References)
        {
            if (reference.Symbol < 0 || !_captured[reference.Symbol] || (reference.Flags & ReferenceFlags.Write) == 0) continue;
            if (!_writes.TryGetValue(reference.Symbol, out List<int>? places)) _writes.Add(reference.Symbol, places = []);
            places.Add(reference.Node.Start);
        }
    }

    private bool DeclaresCaptured(int scope)
    {
        if (scope < 0) return false;
        for (int id = model.Scopes[scope].LastSymbol; id >= 0; id = model.Symbols[id].NextInScope)
            if (_captured[id] && (model.Symbols[id].Flags & (SymbolFlags.Lexical | SymbolFlags.Function | SymbolFlags.CatchParameter)) != 0) return true;
        return false;
    }

    private void AddHead(Node loop, int scope, Statement body)
    {
        LoopVariables variables = new();
        for (int id = model.Scopes[scope].LastSymbol; id >= 0; id = model.Symbols[id].NextInScope)
        {
            bool isWritten = _writes.TryGetValue(id, out List<int>? places) && places.Exists(place => place >= body.Start && place < body.End);
            variables.Head.Insert(0, new(id, model.Symbols[id].Name, isWritten));
        }
        _loops[loop] = variables;
    }

    /// <summary>Walks with the loop around, which functions put an end to.</summary>
    private sealed class Search(LowerLoops loops) : SyntaxVisitor
    {
        private Node? _loop;

        private void Note(int scope)
        {
            if (_loop is not null && loops.DeclaresCaptured(scope)) loops._loops.TryAdd(_loop, new());
        }

        private void Within(Node? loop, Action visit)
        {
            (Node? outer, _loop) = (_loop, loop);
            visit();
            _loop = outer;
        }

        private void Head(Node loop, int scope, Statement body)
        {
            if (loops.DeclaresCaptured(scope)) loops.AddHead(loop, scope, body);
        }

        protected override void VisitForStatement(ForStatement node)
        {
            Head(node, node.ScopeId, node.Body);
            if (node.Init is not null) Visit(node.Init);
            if (node.Test is not null) Visit(node.Test);
            if (node.Update is not null) Visit(node.Update);
            Within(node, () => Visit(node.Body));
        }

        protected override void VisitForInStatement(ForInStatement node)
        {
            Head(node, node.ScopeId, node.Body);
            Visit(node.Left);
            Visit(node.Right);
            Within(node, () => Visit(node.Body));
        }

        protected override void VisitForOfStatement(ForOfStatement node)
        {
            Head(node, node.ScopeId, node.Body);
            Visit(node.Left);
            Visit(node.Right);
            Within(node, () => Visit(node.Body));
        }

        protected override void VisitWhileStatement(WhileStatement node)
        {
            Visit(node.Test);
            Within(node, () => Visit(node.Body));
        }

        protected override void VisitDoWhileStatement(DoWhileStatement node)
        {
            Within(node, () => Visit(node.Body));
            Visit(node.Test);
        }

        protected override void VisitBlockStatement(BlockStatement node)
        {
            Note(node.ScopeId);
            base.VisitBlockStatement(node);
        }

        protected override void VisitSwitchStatement(SwitchStatement node)
        {
            Note(node.ScopeId);
            base.VisitSwitchStatement(node);
        }

        protected override void VisitCatchClause(CatchClause node)
        {
            // catch (e) makes a variable each time in ES5 too
            if (node.Param is not (null or BindingIdentifier)) Note(node.ScopeId);
            base.VisitCatchClause(node);
        }

        protected override void VisitFunctionDeclaration(FunctionDeclaration node) => Within(null, () => base.VisitFunctionDeclaration(node));

        protected override void VisitFunctionExpression(FunctionExpression node) => Within(null, () => base.VisitFunctionExpression(node));

        protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) => Within(null, () => base.VisitArrowFunctionExpression(node));

        protected override void VisitStaticBlock(StaticBlock node) => Within(null, () => base.VisitStaticBlock(node));
    }
}

/// <summary>The variables of a loop whose body becomes a function.</summary>
internal sealed class LoopVariables
{
    public List<HeadVariable> Head { get; } = [];
}

internal readonly record struct HeadVariable(int Symbol, string Name, bool IsWritten);
