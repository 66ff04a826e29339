using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Counts the uses of every symbol in one walk, and finds those that are settled: given a value once, in a list of statements, with
/// every use behind it in that list. Places are numbered as the walk goes. What stands in a function runs at the earliest when the function is
/// made, or, for a declaration, which is there from the start, when its name is first used.
/// </summary>
internal sealed class CollectUses : SyntaxVisitor
{
    private const int Never = int.MaxValue;

    private readonly SemanticModel _model;
    private readonly Definition[] _definitions;
    private Table<Use> _uses = new(1024);
    private Table<Function> _functions = new(256);
    private readonly List<int> _listStarts = [];
    private readonly List<int> _listEnds = [];
    private readonly int[] _lastUse;
    private SymbolFact[] _facts = [];

    // By scope and by symbol: the function around it, -1 where that has not been asked yet.
    private readonly int[] _functionOfScope;
    private readonly int[] _functionOfSymbol;

    private int _order;
    private int _function;
    private int _list = -1;
    private int _loops;
    private bool _writes;
    private bool _reads = true;

    public CollectUses(SemanticModel model)
    {
        _model = model;
        _definitions = new Definition[model.SymbolCount];
        _lastUse = new int[model.SymbolCount];
        _functionOfScope = new int[model.ScopeCount];
        _functionOfSymbol = new int[model.SymbolCount];
    }

    /// <summary>The uses of `undefined` and `Infinity` for their value.</summary>
    public HashSet<IdentifierReference> Constants { get; } = [];

    /// <summary>A use of a symbol, and the use before it of the same symbol.</summary>
    private readonly record struct Use(int Order, int Function, int Previous);

    private struct Definition
    {
        public int Order;
        public int List;
        public int Function;
        public bool IsMade;
        public bool IsInLoop;
    }

    private struct Function
    {
        public int Parent;
        public int Scope;
        public int Start;
        public int Symbol;
        public int FirstRun;
        public bool IsDeclaration;
        public bool IsArrow;
        public bool UsesArguments;
    }

    /// <summary>Fills in the facts of the tree as it is now.</summary>
    public void Run(SymbolFact[] facts)
    {
        _facts = facts;
        _definitions.AsSpan().Clear();
        _lastUse.AsSpan().Fill(-1);
        _functionOfScope.AsSpan().Fill(-1);
        _functionOfSymbol.AsSpan().Fill(-1);
        _uses.Clear();
        _functions.Clear();
        _listStarts.Clear();
        _listEnds.Clear();
        Constants.Clear();
        _order = 0;
        _functions.Add(new() { Parent = -1, Scope = _model.Program.ScopeId, Symbol = -1, FirstRun = -1 });
        Visit(_model.Program);
        for (int id = 0; id < _facts.Length; id++)
        {
            ref SymbolFact fact = ref _facts[id];
            fact.IsSettled = fact.IsLocal && IsSettled(id);
            fact.IsSetTooEarly = fact is { IsLexical: true, Reads: 0, Writes: > 1 } && !AreBehind(id);
        }
    }

    /// <summary>Marks the functions that declare or use a symbol of which the facts are other than before, and those around them.</summary>
    public void MarkChanged(SymbolFact[] before, bool[] hasChanged)
    {
        for (int id = 0; id < _facts.Length; id++)
        {
            if (!_facts[id].IsUsedOtherwise(before[id])) continue;
            hasChanged[_functions[FunctionOf(id)].Scope] = true;
            for (int use = _lastUse[id]; use >= 0; use = _uses[use].Previous) hasChanged[_functions[_uses[use].Function].Scope] = true;
        }
        for (int i = _functions.Count - 1; i > 0; i--)
            if (hasChanged[_functions[i].Scope]) hasChanged[_functions[_functions[i].Parent].Scope] = true;
    }

    private bool IsSettled(int id)
    {
        ref SymbolFact fact = ref _facts[id];
        SymbolFlags kind = _model.Symbols[id].Flags & SymbolFlags.Value;
        if (fact.IsPinned || fact.Declarations != 1) return false;
        if (kind == SymbolFlags.Parameter || kind == SymbolFlags.Function) return fact.Writes == (kind == SymbolFlags.Function ? 0 : 1);
        if (fact.Writes != 1 || !_definitions[id].IsMade) return false;
        // for (;;) { var a = f(); g(() => a) }: the next round gives all functions another value
        if (kind == SymbolFlags.Var && fact.IsCaptured && _definitions[id].IsInLoop) return false;
        return AreBehind(id);
    }

    private bool AreBehind(int id)
    {
        for (int use = _lastUse[id]; use >= 0; use = _uses[use].Previous)
            if (!IsBehind(_definitions[id], _uses[use])) return false;
        return true;
    }

    private bool IsBehind(in Definition definition, in Use use) =>
        use.Order >= _listStarts[definition.List] && use.Order < _listEnds[definition.List]
        && EarliestRun(use.Order, use.Function, definition.Function) >= definition.Order;

    private int EarliestRun(int order, int function, int definer)
    {
        if (function == definer) return order;
        int outer = function;
        while (_functions[outer].Parent != definer)
        {
            outer = _functions[outer].Parent;
            if (outer <= 0) return 0;
        }
        return FirstRun(outer);
    }

    private int FirstRun(int index)
    {
        ref Function function = ref _functions[index];
        if (!function.IsDeclaration || function.Symbol < 0) return function.IsDeclaration ? 0 : function.Start;
        if (function.FirstRun >= 0) return function.FirstRun;
        // f calls g, g calls f: nothing runs before one of them is called from outside
        function.FirstRun = Never;
        int first = Never;
        ref SymbolFact fact = ref _facts[function.Symbol];
        if (!fact.IsLocal || fact.IsPinned || fact.Declarations != 1) first = 0;
        else
            for (int use = _lastUse[function.Symbol]; use >= 0; use = _uses[use].Previous)
                first = Math.Min(first, EarliestRun(_uses[use].Order, _uses[use].Function, function.Parent));
        return function.FirstRun = first;
    }

    protected override void VisitStatements(Statement[] statements)
    {
        int outer = OpenList();
        base.VisitStatements(statements);
        CloseList(outer);
    }

    private int OpenList()
    {
        int outer = _list;
        _list = _listEnds.Count;
        _listStarts.Add(_order);
        _listEnds.Add(Never);
        return outer;
    }

    private void CloseList(int outer)
    {
        _listEnds[_list] = ++_order;
        _list = outer;
    }

    // if (a) var x = 1: not always run
    private void VisitBranch(Statement statement)
    {
        int outer = OpenList();
        Visit(statement);
        CloseList(outer);
    }

    protected override void VisitIfStatement(IfStatement node)
    {
        Visit(node.Test);
        VisitBranch(node.Consequent);
        if (node.Alternate is not null) VisitBranch(node.Alternate);
    }

    protected override void VisitForStatement(ForStatement node)
    {
        if (node.Init is not null) Visit(node.Init);
        _loops++;
        if (node.Test is not null) Visit(node.Test);
        VisitBranch(node.Body);
        if (node.Update is not null) Visit(node.Update);
        _loops--;
    }

    protected override void VisitWhileStatement(WhileStatement node)
    {
        _loops++;
        Visit(node.Test);
        VisitBranch(node.Body);
        _loops--;
    }

    protected override void VisitDoWhileStatement(DoWhileStatement node)
    {
        _loops++;
        VisitBranch(node.Body);
        Visit(node.Test);
        _loops--;
    }

    protected override void VisitForInStatement(ForInStatement node)
    {
        VisitLoopHead(node.Left);
        Visit(node.Right);
        _loops++;
        VisitBranch(node.Body);
        _loops--;
    }

    protected override void VisitForOfStatement(ForOfStatement node)
    {
        VisitLoopHead(node.Left);
        Visit(node.Right);
        _loops++;
        VisitBranch(node.Body);
        _loops--;
    }

    private void VisitLoopHead(Node left)
    {
        if (left is VariableDeclaration declaration)
        {
            foreach (VariableDeclarator declarator in declaration.Declarations)
            {
                Pin(declarator.Id);
                if (declarator.Init is not null) Visit(declarator.Init);
            }
        }
        else
        {
            VisitPatternTarget(left);
        }
    }

    protected override void VisitVariableDeclarator(VariableDeclarator node)
    {
        if (node.Init is not null) Visit(node.Init);
        if (node.Id is not BindingIdentifier { SymbolId: >= 0 } id)
        {
            Pin(node.Id);
            return;
        }
        ref SymbolFact fact = ref _facts[id.SymbolId];
        fact.Declarations++;
        fact.Declarator = fact.Declarations == 1 ? node : null;
        // let a: undefined from here on; var a: whatever it was
        bool isSet = node.Init is not null || (_model.Symbols[id.SymbolId].Flags & SymbolFlags.Let) != 0;
        if (isSet) Define(id.SymbolId);
    }

    private void Define(int symbol)
    {
        _facts[symbol].Writes++;
        _definitions[symbol] = new() { Order = ++_order, List = _list, Function = _function, IsMade = true, IsInLoop = _loops > 0 };
        if (FunctionOf(symbol) != _function) _facts[symbol].IsCaptured = true;
    }

    private int FunctionOf(int symbol)
    {
        ref int function = ref _functionOfSymbol[symbol];
        if (function >= 0) return function;
        int scope = _model.Symbols[symbol].Scope;
        while (scope >= 0 && _functionOfScope[scope] < 0) scope = _model.Scopes[scope].Parent;
        return function = scope < 0 ? 0 : _functionOfScope[scope];
    }

    private void Pin(Node pattern)
    {
        switch (pattern)
        {
            case BindingIdentifier { SymbolId: >= 0 } id:
                ref SymbolFact fact = ref _facts[id.SymbolId];
                fact.IsPinned = true;
                fact.Declarations++;
                fact.Writes++;
                break;
            case ObjectPattern obj:
                foreach (Node property in obj.Properties) Pin(property);
                break;
            case PatternProperty property:
                if (property.IsComputed) Visit(property.Key);
                Pin(property.Value);
                break;
            case ArrayPattern array:
                foreach (Node? element in array.Elements) if (element is not null) Pin(element);
                break;
            case AssignmentPattern assignment:
                Pin(assignment.Left);
                Visit(assignment.Right);
                break;
            case RestElement rest:
                Pin(rest.Argument);
                break;
            default:
                Visit(pattern);
                break;
        }
    }

    protected override void VisitCatchClause(CatchClause node)
    {
        if (node.Param is not null) Pin(node.Param);
        Visit(node.Body);
    }

    protected override void VisitFunctionDeclaration(FunctionDeclaration node)
    {
        int symbol = node.Id?.SymbolId ?? -1;
        if (symbol >= 0)
        {
            _facts[symbol].Declarations++;
            _facts[symbol].Function = _facts[symbol].Declarations == 1 ? node : null;
        }
        VisitFunction(node, symbol, isDeclaration: true);
    }

    protected override void VisitFunctionExpression(FunctionExpression node)
    {
        int symbol = node.Id?.SymbolId ?? -1;
        if (symbol >= 0) _facts[symbol].Declarations++;
        VisitFunction(node, symbol, isDeclaration: false);
    }

    protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) => VisitFunction(node, -1, isDeclaration: false);

    private void VisitFunction(IFunction node, int symbol, bool isDeclaration)
    {
        Outer outer = Enter(new() { Symbol = symbol, Scope = node.ScopeId, IsDeclaration = isDeclaration, IsArrow = node is ArrowFunctionExpression });
        foreach (FormalParameter parameter in node.Parameters) VisitParameter(parameter);
        if (node.FunctionBody is { } body) Visit(body);
        if (_functions[_function].UsesArguments) PinParameters(node.Parameters);
        Leave(outer);
    }

    // arguments[0] = 1 writes a parameter of sloppy code
    private void PinParameters(FormalParameter[] parameters)
    {
        foreach (FormalParameter parameter in parameters)
        {
            if (parameter.Pattern is not BindingIdentifier { SymbolId: >= 0 } id) continue;
            ref SymbolFact fact = ref _facts[id.SymbolId];
            fact.Writes += 2;
            fact.IsCaptured = true;
            fact.IsPinned = true;
        }
    }

    /// <summary>What the walk knows of the function around the one it is in.</summary>
    private readonly record struct Outer(int Function, bool Writes, bool Reads, int Loops, int List);

    private Outer Enter(Function function)
    {
        Outer outer = new(_function, _writes, _reads, _loops, OpenList());
        (_writes, _reads, _loops) = (false, true, 0);
        function.Parent = _function;
        function.Start = ++_order;
        function.FirstRun = -1;
        _function = _functions.Add(function);
        if (function.Scope >= 0) _functionOfScope[function.Scope] = _function;
        return outer;
    }

    private void Leave(Outer outer)
    {
        CloseList(outer.List);
        (_function, _writes, _reads, _loops) = (outer.Function, outer.Writes, outer.Reads, outer.Loops);
    }

    private void VisitParameter(FormalParameter parameter)
    {
        if (parameter.Pattern is BindingIdentifier { SymbolId: >= 0 } id)
        {
            _facts[id.SymbolId].Declarations++;
            _facts[id.SymbolId].Writes++;
        }
        else
        {
            Pin(parameter.Pattern);
        }
        if (parameter.Initializer is not null) Visit(parameter.Initializer);
    }

    // The value of a field is worked out by the constructor.
    protected override void VisitPropertyDefinition(PropertyDefinition node)
    {
        Visit(node.Key);
        if (node.Value is null) return;
        Outer outer = Enter(new() { Symbol = -1, Scope = node.ScopeId });
        Visit(node.Value);
        Leave(outer);
    }

    protected override void VisitStaticBlock(StaticBlock node)
    {
        Outer outer = Enter(new() { Symbol = -1, Scope = node.ScopeId });
        VisitStatements(node.Body);
        Leave(outer);
    }

    protected override void VisitClassDeclaration(ClassDeclaration node)
    {
        base.VisitClassDeclaration(node);
        if (node.Id is not { SymbolId: >= 0 } id) return;
        _facts[id.SymbolId].Declarations++;
        Define(id.SymbolId);
    }

    protected override void VisitClassExpression(ClassExpression node)
    {
        if (node.Id is { SymbolId: >= 0 } id)
        {
            _facts[id.SymbolId].Declarations++;
            _facts[id.SymbolId].IsPinned = true;
        }
        base.VisitClassExpression(node);
    }

    protected override void VisitBindingIdentifier(BindingIdentifier node)
    {
    }

    protected override void VisitIdentifierReference(IdentifierReference node)
    {
        int symbol = node.SymbolId;
        // var arguments: the same object
        if (node.Name == "arguments") MarkArguments();
        if (symbol < 0)
        {
            if (!_writes && node.Name is "undefined" or "Infinity") Constants.Add(node);
            return;
        }
        ref SymbolFact fact = ref _facts[symbol];
        if (_writes) fact.Writes++;
        if (_reads)
        {
            if (IsInsideOwn(symbol)) fact.SelfReads++;
            else fact.Reads++;
        }
        if (FunctionOf(symbol) != _function) fact.IsCaptured = true;
        if (_loops > 0) fact.IsUsedInLoop = true;
        _lastUse[symbol] = _uses.Add(new(++_order, _function, _lastUse[symbol]));
    }

    private bool IsInsideOwn(int symbol)
    {
        if ((_model.Symbols[symbol].Flags & SymbolFlags.Function) == 0) return false;
        for (int function = _function; function > 0; function = _functions[function].Parent)
            if (_functions[function].Symbol == symbol && _functions[function].IsDeclaration) return true;
        return false;
    }

    private void MarkArguments()
    {
        int function = _function;
        while (function > 0 && _functions[function].IsArrow) function = _functions[function].Parent;
        _functions[function].UsesArguments = true;
    }

    protected override void VisitAssignmentExpression(AssignmentExpression node)
    {
        VisitTarget(node.Left, node.Operator != AssignmentOperator.Assign);
        Visit(node.Right);
    }

    protected override void VisitExpressionStatement(ExpressionStatement node) => VisitEffect(node.Expression);

    protected override void VisitSequenceExpression(SequenceExpression node)
    {
        for (int i = 0; i < node.Expressions.Length - 1; i++) VisitEffect(node.Expressions[i]);
        Visit(node.Expressions[^1]);
    }

    // What is evaluated only for what it does.
    private void VisitEffect(Expression node)
    {
        if (node is SequenceExpression sequence)
        {
            foreach (Expression part in sequence.Expressions) VisitEffect(part);
            return;
        }
        if (node is AssignmentExpression assignment && UnusedObjects.Root(assignment, out PlaceKind kind) is { SymbolId: >= 0 } root && !IsInsideOwn(root.SymbolId))
        {
            _facts[root.SymbolId].Places++;
            _facts[root.SymbolId].PlaceKinds |= kind;
        }
        Visit(node);
    }

    // a++ on its own reads nothing that matters elsewhere, but its value may be an object, so it counts as a use
    protected override void VisitUpdateExpression(UpdateExpression node) => VisitTarget(node.Argument, reads: true);

    private void VisitTarget(Node target, bool reads)
    {
        switch (target)
        {
            case IdentifierReference:
                (_writes, _reads) = (true, reads);
                Visit(target);
                (_writes, _reads) = (false, true);
                break;
            case ObjectPattern obj:
                foreach (Node property in obj.Properties) VisitTarget(property, reads: false);
                break;
            case PatternProperty property:
                if (property.IsComputed) Visit(property.Key);
                VisitPatternTarget(property.Value);
                break;
            case ArrayPattern array:
                foreach (Node? element in array.Elements) if (element is not null) VisitPatternTarget(element);
                break;
            case AssignmentPattern assignment:
                VisitPatternTarget(assignment.Left);
                Visit(assignment.Right);
                break;
            case RestElement rest:
                VisitPatternTarget(rest.Argument);
                break;
            default:
                Visit(target);
                break;
        }
    }

    // [a] = b: what is written cannot be taken out alone
    private void VisitPatternTarget(Node target)
    {
        if (target is IdentifierReference { SymbolId: >= 0 } name) _facts[name.SymbolId].IsPinned = true;
        VisitTarget(target, reads: false);
    }
}
