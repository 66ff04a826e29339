using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>
/// The walk of <see cref="CompressSyntax"/>. The numbers of symbols and scopes stay those of the tree as it came: a function that moves takes
/// its scope along, and nothing that the walk makes opens or declares anything new.
/// </summary>
internal sealed partial class Compressor : Folder
{
    private readonly TransformContext _context;
    private readonly TransformOptions _options;
    private readonly SymbolFacts _facts;
    private readonly SettledPurity _purity;
    private readonly InlineOnce? _inline;
    private readonly InlineCalls? _calls;
    private FunctionAround _around;
    private DropUnused? _unused;
    private HashSet<int> _movedFunctions = [];

    // with (o) x = x + 1 and eval("var x"): a name is not what the scopes say
    private readonly bool _namesAreKnown;

    // By scope of a function: whether the last round changed something in it.
    private readonly bool[] _hasChanged;

    // How many lists of statements are around, and one to fill for each depth.
    private int _depth;
    private readonly List<JoinStatements> _lists = [];
    private readonly List<Statement> _split = [];
    private int _round = -1;

    public Compressor(TransformContext context) : base(context, context.Options.MinifyRules.HasFlag(MinifyRules.FoldConstants))
    {
        _context = context;
        _options = context.Options;
        _namesAreKnown = (context.Features & (ProgramFeatures.DirectEval | ProgramFeatures.With)) == 0;
        _facts = new(context.Model);
        _purity = new(_facts);
        _hasChanged = new bool[context.Model.ScopeCount];
        if (_namesAreKnown && Has(MinifyRules.InlineCalls)) _calls = new(context, _facts);
        if (_namesAreKnown && Has(MinifyRules.InlineOnce)) _inline = new(_facts, _purity, _options.KeepNames);
    }

    private bool Has(MinifyRules rule) => (_options.MinifyRules & rule) != 0;

    /// <summary>Walks once over what may have become shorter; answers how many changes another round can go on from.</summary>
    public int RunRound()
    {
        _round++;
        _facts.Collect();
        int before = Changes;
        _movedFunctions.Clear();
        if (_namesAreKnown)
        {
            _unused = Has(MinifyRules.DropUnused) ? new(_facts, _purity, _context.Model.SymbolCount) : null;
            // where references stand is known of the tree as it came
            if (_round == 0 && Has(MinifyRules.MoveFunctions) && !_options.KeepNames) _movedFunctions = MoveFunctions.Choose(_context.Model, _facts);
        }
        Visit(_context.Program);
        return AllChanges - before;
    }

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if (_movedFunctions.Contains(node.SymbolId)) return Moved(node.SymbolId);
        if (node.SymbolId >= 0) return _namesAreKnown && Has(MinifyRules.InlineConstants) ? Constant(node) : node;
        if (!_namesAreKnown || !_facts.IsGlobalConstant(node)) return node;
        return node.Name == "undefined" ? Make.Undefined(node.Span) : new NumericLiteral(node.Span, double.PositiveInfinity);
    }

    private Expression Constant(IdentifierReference node)
    {
        Expression constant = InlineConstants.Of(node, _facts);
        if (!ReferenceEquals(constant, node)) Changes++;
        return constant;
    }

    private Node? Moved(int symbol)
    {
        Changes++;
        ref SymbolFact fact = ref _facts[symbol];
        fact.Reads = 0;
        if (fact.Function is not { } declaration)
        {
            Expression moved = fact.Declarator!.Init!;
            fact.Declarator.Init = new NumericLiteral(moved.Span, 0);
            return Visit(moved);
        }
        return Visit(new FunctionExpression(declaration.Span, null, null, declaration.Parameters, null, declaration.Body, declaration.IsAsync, declaration.IsGenerator) { ScopeId = declaration.ScopeId });
    }

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node)
    {
        if (_unused is not null && _depth > 0 && _unused.Function(node)) return null;
        if (node.Body is not null) VisitFunction(node, node.Body, node.IsAsync && node.IsGenerator);
        return node;
    }

    protected override Node? VisitFunctionExpression(FunctionExpression node)
    {
        if (_unused is not null && !_options.KeepNames && _unused.OwnName(node.Id)) node.Id = null;
        if (node.Body is not null) VisitFunction(node, node.Body, node.IsAsync && node.IsGenerator);
        return node;
    }

    private void VisitFunction(IFunction node, BlockStatement body, bool isAsyncGenerator)
    {
        if (!MustVisit(node)) return;
        Outer outer = EnterFunction();
        node.Parameters = VisitList(node.Parameters);
        VisitBody(body, node, isAsyncGenerator);
        LeaveFunction(node, outer);
    }

    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        if (!MustVisit(node)) return node;
        Outer outer = EnterFunction();
        node.Parameters = VisitList(node.Parameters);
        if (node.Body is BlockStatement block) VisitBody(block, node, isAsyncGenerator: false);
        else node.Body = VisitRequired(node.Body);
        if (node.Body is BlockStatement { Body: [ReturnStatement { Argument: { } value }] }) node.Body = value;
        LeaveFunction(node, outer);
        return node;
    }

    private void VisitBody(BlockStatement body, IFunction function, bool isAsyncGenerator)
    {
        List<VariableDeclarator> variables = [];
        _around = new(function.ScopeId, variables, IsInLoop: false);
        body.Body = VisitStatements(body.Body);
        DropUseless.LastReturn(body, isAsyncGenerator);
        DropUseless.LastJump(body, statement => statement is ReturnStatement { Argument: null });
        if (variables.Count > 0) body.Body = [.. body.Body[..Directives(body.Body)], new VariableDeclaration(body.Span, VariableKind.Var, [.. variables]), .. body.Body[Directives(body.Body)..]];
    }

    private static int Directives(Statement[] body)
    {
        int count = 0;
        while (count < body.Length && body[count] is Directive) count++;
        return count;
    }

    /// <summary>What a function is left with for the one around it.</summary>
    private readonly record struct Outer(bool IsInTry, int Changes, FunctionAround Around);

    private int AllChanges => Changes + (_unused?.Changes ?? 0);

    private bool MustVisit(IFunction function) => _round == 0 || function.ScopeId < 0 || _hasChanged[function.ScopeId] || _facts.HasChangedIn(function.ScopeId);

    private Outer EnterFunction()
    {
        Outer outer = new(_inline is { IsInTry: true }, AllChanges, _around);
        _inline?.IsInTry = false;
        _around = default;
        return outer;
    }

    private void LeaveFunction(IFunction function, Outer outer)
    {
        _inline?.IsInTry = outer.IsInTry;
        _around = outer.Around;
        if (function.ScopeId >= 0) _hasChanged[function.ScopeId] = AllChanges != outer.Changes;
    }
}
