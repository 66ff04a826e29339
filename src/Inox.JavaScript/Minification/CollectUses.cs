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
    private readonly SymbolFact[] _facts;
    private readonly Definition[] _definitions;
    private readonly List<Use> _uses = [];
    private readonly List<Function> _functions = [];
    private readonly List<int> _listStarts = [];
    private readonly List<int> _listEnds = [];
    private readonly int[] _firstUse;

    // By scope and by symbol: the function around it, -1 where that has not been asked yet.
    private readonly int[] _functionOfScope;
    private readonly int[] _functionOfSymbol;

    private int _order;
    private int _function;
    private int _list = -1;
    private int _loops;
    private bool _writes;
    private bool _reads = true;

    public CollectUses(SemanticModel model, SymbolFact[] facts)
    {
        _model = model;
        _facts = facts;
        _definitions = new Definition[facts.Length];
        _firstUse = new int[facts.Length];
        _firstUse.AsSpan().Fill(-1);
        _functionOfScope = new int[model.ScopeCount];
        _functionOfScope.AsSpan().Fill(-1);
        _functionOfSymbol = new int[facts.Length];
        _functionOfSymbol.AsSpan().Fill(-1);
    }

    /// <summary>A use of a symbol, and the use before it of the same symbol.</summary>
    private readonly record struct Use(int Order, int Function, int Previous);

    private struct Definition
    {
        public int Order;
        public int List;
        public int Function;
        public bool IsMade;
    }

    private sealed class Function
    {
        public int Parent = -1;
        public int Start;
        public int Symbol = -1;
        public bool IsDeclaration;
        public int FirstRun = -1;
        public List<int>? Parameters;
        public bool IsArrow;
        public bool UsesArguments;
    }

    public void Run()
    {
        _functions.Add(new());
        Visit(_model.Program);
        foreach (Function function in _functions)
        {
            if (!function.UsesArguments || function.Parameters is null) continue;
            // arguments[0] = 1 writes a parameter of sloppy code
            foreach (int parameter in function.Parameters)
            {
                _facts[parameter].Writes += 2;
                _facts[parameter].IsCaptured = true;
                _facts[parameter].IsPinned = true;
            }
        }
        for (int id = 0; id < _facts.Length; id++) _facts[id].IsSettled = _facts[id].IsLocal && IsSettled(id);
    }

    private bool IsSettled(int id)
    {
        ref SymbolFact fact = ref _facts[id];
        SymbolFlags kind = _model.Symbols[id].Flags & SymbolFlags.Value;
        if (fact.IsPinned || fact.Declarations != 1) return false;
        if (kind == SymbolFlags.Parameter || kind == SymbolFlags.Function) return fact.Writes == (kind == SymbolFlags.Function ? 0 : 1);
        if (fact.Writes != 1 || !_definitions[id].IsMade) return false;
        for (int use = _firstUse[id]; use >= 0; use = _uses[use].Previous)
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
        Function function = _functions[index];
        if (!function.IsDeclaration || function.Symbol < 0) return function.IsDeclaration ? 0 : function.Start;
        if (function.FirstRun >= 0) return function.FirstRun;
        // f calls g, g calls f: nothing runs before one of them is called from outside
        function.FirstRun = Never;
        int first = Never;
        ref SymbolFact fact = ref _facts[function.Symbol];
        if (!fact.IsLocal || fact.IsPinned || fact.Declarations != 1) first = 0;
        else
            for (int use = _firstUse[function.Symbol]; use >= 0; use = _uses[use].Previous)
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
        _definitions[symbol] = new() { Order = ++_order, List = _list, Function = _function, IsMade = true };
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
        VisitFunction(node, node.ScopeId, symbol, isDeclaration: true);
    }

    protected override void VisitFunctionExpression(FunctionExpression node)
    {
        int symbol = node.Id?.SymbolId ?? -1;
        if (symbol >= 0) _facts[symbol].Declarations++;
        VisitFunction(node, node.ScopeId, symbol, isDeclaration: false);
    }

    protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) => VisitFunction(node, node.ScopeId, -1, isDeclaration: false);

    private void VisitFunction(IFunction node, int scope, int symbol, bool isDeclaration)
    {
        Function function = new() { Parent = _function, Start = ++_order, Symbol = symbol, IsDeclaration = isDeclaration, IsArrow = node is ArrowFunctionExpression };
        Enter(function, scope, () =>
        {
            foreach (FormalParameter parameter in node.Parameters) VisitParameter(parameter, function);
            if (node.FunctionBody is { } body) Visit(body);
        });
    }

    private void Enter(Function function, int scope, Action visit)
    {
        (int outerFunction, bool writes, bool reads, int loops) = (_function, _writes, _reads, _loops);
        (_writes, _reads, _loops) = (false, true, 0);
        _function = _functions.Count;
        _functions.Add(function);
        if (scope >= 0) _functionOfScope[scope] = _function;
        int outerList = OpenList();
        visit();
        CloseList(outerList);
        (_function, _writes, _reads, _loops) = (outerFunction, writes, reads, loops);
    }

    private void VisitParameter(FormalParameter parameter, Function function)
    {
        if (parameter.Pattern is BindingIdentifier { SymbolId: >= 0 } id)
        {
            (function.Parameters ??= []).Add(id.SymbolId);
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
        if (node.Value is { } value) Enter(new() { Parent = _function, Start = ++_order }, node.ScopeId, () => Visit(value));
    }

    protected override void VisitStaticBlock(StaticBlock node) =>
        Enter(new() { Parent = _function, Start = ++_order }, node.ScopeId, () => VisitStatements(node.Body));

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
        if (symbol < 0)
        {
            if (node.Name == "arguments") MarkArguments();
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
        _uses.Add(new(++_order, _function, _firstUse[symbol]));
        _firstUse[symbol] = _uses.Count - 1;
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
