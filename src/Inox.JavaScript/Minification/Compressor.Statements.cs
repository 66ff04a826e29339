using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;
using Inox.JavaScript.Transforms.Lowering;

namespace Inox.JavaScript.Minification;

internal sealed partial class Compressor
{
    protected override Statement[] VisitStatements(Statement[] statements)
    {
        JoinStatements joined = TakeList();
        foreach (Statement statement in statements)
        {
            if (statement is FunctionDeclaration { Id: { } id } && _movedFunctions.Contains(id.SymbolId)) continue;
            if (Visit(statement) is not Statement rewritten) continue;
            if (rewritten is VariableDeclaration declaration && _unused is not null) AddUsed(declaration, joined);
            else joined.Add(rewritten);
        }
        _depth--;
        if (joined.HasChanged) Changes++;
        return WithoutDead(joined.Take(statements));
    }

    private void AddUsed(VariableDeclaration declaration, JoinStatements joined)
    {
        _split.Clear();
        _unused!.Variables(declaration, _split);
        foreach (Statement part in _split) joined.Add(part);
    }

    // Lists are filled one in another: there is one for each depth, used again by the next list of that depth.
    private JoinStatements TakeList()
    {
        if (_lists.Count == _depth) _lists.Add(new(_inline));
        JoinStatements list = _lists[_depth];
        list.Begin(Has(MinifyRules.JoinStatements) && (_depth > 0 || _options.JoinOutermost));
        _depth++;
        return list;
    }

    protected override Node? VisitExpressionStatement(ExpressionStatement node)
    {
        node.Expression = VisitRequired(node.Expression);
        if (!Has(MinifyRules.DropValues)) return node;
        if (DropValues.Unused(node.Expression, _purity) is not { } left)
        {
            Changes++;
            return null;
        }
        node.Expression = left;
        return node;
    }

    protected override Node? VisitTryStatement(TryStatement node)
    {
        if (_inline is null) return base.VisitTryStatement(node);
        bool outer = _inline.IsInTry;
        _inline.IsInTry = true;
        node.Block = VisitRequired(node.Block);
        _inline.IsInTry = outer || node.Finalizer is not null;
        node.Handler = VisitOptional(node.Handler);
        _inline.IsInTry = outer;
        node.Finalizer = VisitOptional(node.Finalizer);
        return node;
    }

    protected override Node? VisitCatchClause(CatchClause node)
    {
        base.VisitCatchClause(node);
        if (_unused is not null && _options.Target.Supports(SyntaxFeature.OptionalCatchBinding) && node.Param is not null && _unused.CatchParameter(node.Param)) node.Param = null;
        return node;
    }

    protected override Node? VisitVariableDeclaration(VariableDeclaration node)
    {
        base.VisitVariableDeclaration(node);
        if (_namesAreKnown && Has(MinifyRules.RelaxConst)) RelaxConst.In(node, _facts);
        if (node.DeclarationKind == VariableKind.Let) DropUseless.UndefinedValues(node);
        return node;
    }

    // What a field starts with is worked out for every object: as a function of its own.
    protected override Node? VisitPropertyDefinition(PropertyDefinition node)
    {
        FunctionAround outer = _around;
        _around = default;
        base.VisitPropertyDefinition(node);
        _around = outer;
        return node;
    }

    protected override Node? VisitStaticBlock(StaticBlock node)
    {
        FunctionAround outer = _around;
        _around = default;
        base.VisitStaticBlock(node);
        _around = outer;
        return node;
    }

    protected override Node? VisitClassDeclaration(ClassDeclaration node)
    {
        base.VisitClassDeclaration(node);
        return _unused is not null && _depth > 0 && _unused.Class(node) ? null : node;
    }

    protected override Node? VisitExportSpecifier(ExportSpecifier node) => node;

    // what is exported by default keeps its place
    protected override Node? VisitExportDefaultDeclaration(ExportDefaultDeclaration node)
    {
        if (node.Declaration is not (FunctionDeclaration or ClassDeclaration)) return base.VisitExportDefaultDeclaration(node);
        foreach (Node child in node.Declaration.GetChildren())
            if (child is not BindingIdentifier) VisitRequired(child);
        return node;
    }

    protected override Node? VisitIfStatement(IfStatement node)
    {
        Node? folded = base.VisitIfStatement(node);
        if (!ReferenceEquals(folded, node) || !Has(MinifyRules.ShortenConditions)) return folded;
        return ShortenConditions.If(node, _namesAreKnown);
    }

    protected override Node? VisitSwitchStatement(SwitchStatement node)
    {
        base.VisitSwitchStatement(node);
        if (Has(MinifyRules.ShortenLoops)) ShortenLoops.Switch(node);
        return node;
    }

    private FunctionAround EnterLoop()
    {
        FunctionAround outer = _around;
        _around = outer with { IsInLoop = true };
        return outer;
    }

    protected override Node? VisitForStatement(ForStatement node)
    {
        FunctionAround outer = EnterLoop();
        base.VisitForStatement(node);
        _around = outer;
        node.Body = Body(node.Body);
        if (Has(MinifyRules.ShortenLoops)) ShortenLoops.For(node);
        if (node.Test is not null) node.Test = ShortenConditions.Condition(node.Test);
        if (node.Test is BooleanLiteral or NumericLiteral && ConstantExpression.Truth(node.Test) == true) node.Test = null;
        if (node.Init is VariableDeclaration variables) node.Init = InitWithoutUnused(variables);
        if (!Has(MinifyRules.DropValues)) return node;
        if (node.Update is not null) node.Update = DropValues.Unused(node.Update, _purity);
        if (node.Init is Expression init) node.Init = DropValues.Unused(init, _purity);
        return node;
    }

    private Statement Body(Statement body) => Has(MinifyRules.ShortenLoops) ? ShortenLoops.Body(body) : DropUseless.Braces(body);

    private Node? InitWithoutUnused(VariableDeclaration variables)
    {
        if (_unused is null) return variables;
        _split.Clear();
        _unused.Variables(variables, _split);
        return _split switch
        {
            [] => null,
            [VariableDeclaration kept] => kept,
            [ExpressionStatement expression] => expression.Expression,
            _ => variables,
        };
    }

    protected override Node? VisitForInStatement(ForInStatement node)
    {
        FunctionAround outer = EnterLoop();
        base.VisitForInStatement(node);
        _around = outer;
        node.Body = Body(node.Body);
        return node;
    }

    protected override Node? VisitForOfStatement(ForOfStatement node)
    {
        FunctionAround outer = EnterLoop();
        base.VisitForOfStatement(node);
        _around = outer;
        node.Body = Body(node.Body);
        return node;
    }

    protected override Node? VisitWhileStatement(WhileStatement node)
    {
        if (Has(MinifyRules.FoldConstants) && ConstantExpression.Truth(node.Test) == false) return NamesOf(node.Body);
        return VisitForStatement(new ForStatement(node.Span, null, ConstantExpression.Truth(node.Test) == true && node.Test is BooleanLiteral or NumericLiteral ? null : node.Test, null, node.Body));
    }

    protected override Node? VisitDoWhileStatement(DoWhileStatement node)
    {
        FunctionAround outer = EnterLoop();
        base.VisitDoWhileStatement(node);
        _around = outer;
        node.Test = ShortenConditions.Condition(node.Test);
        node.Body = DropUseless.Braces(node.Body);
        return node;
    }
}
