using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Puts the value of a variable where it is used when that is once and right behind: `var a = b.c; f(a)` is `f(b.c)`. What is
/// evaluated between the two places is looked at piece by piece; the value changes places only with what neither sees its effects nor changes it.
/// </summary>
internal sealed partial class InlineOnce(SymbolFacts facts, SettledPurity purity, bool keepsNames)
{
    private enum Outcome { GoOn, Placed, Stop }

    /// <summary>Whether what is at hand stands in a `try`, where assignments before a throw can be seen after it.</summary>
    public bool IsInTry { get; set; }

    private int _symbol;
    private Expression _value = null!;

    // Nothing changes the value and it does nothing: it may stand anywhere. Or only assignments to the locals it reads change it.
    private bool _isMovable;
    private bool _isPure;
    private readonly List<int> _reads = [];
    private readonly List<int> _writes = [];

    /// <summary>Whether the last variable declared went into the statement; the caller drops its declarator then.</summary>
    public bool Into(VariableDeclarator declarator, Statement statement) => IsCandidate(declarator, out int symbol) && Place(symbol, declarator.Init!, statement);

    /// <summary>Whether a variable went into the value of the next declarator of its list.</summary>
    public bool Into(VariableDeclarator declarator, VariableDeclarator next)
    {
        if (next.Init is null || !IsCandidate(declarator, out int symbol)) return false;
        Start(declarator.Init!, symbol);
        Outcome outcome = Walk(next.Init, out Expression result);
        next.Init = result;
        return Finish(outcome);
    }

    private bool IsCandidate(VariableDeclarator declarator, out int symbol)
    {
        symbol = -1;
        if (declarator is not { Id: BindingIdentifier id, Init: { } value } || !facts.IsLocal(id.SymbolId)) return false;
        if (keepsNames && TakesName(value)) return false;
        ref SymbolFact fact = ref facts[id.SymbolId];
        if (fact.IsPinned || fact.Reads != 1 || fact.SelfReads != 0 || fact.Writes != 1 || fact.Declarations != 1) return false;
        symbol = id.SymbolId;
        return true;
    }

    private static bool TakesName(Expression value) => value is ArrowFunctionExpression or FunctionExpression { Id: null } or ClassExpression { Id: null };

    /// <summary>Whether an expression went to the first place in the next that reads what it assigns.</summary>
    public bool Into(int symbol, Expression value, Expression next, out Expression result)
    {
        Start(value, symbol);
        Outcome outcome = Walk(next, out result);
        return Finish(outcome, countsRead: true);
    }

    private void Start(Expression value, int symbol)
    {
        _symbol = symbol;
        _value = value;
        _reads.Clear();
        _writes.Clear();
        new Names(_reads, _writes).Visit(value);
        _isPure = purity.IsPure(value);
        _isMovable = purity.IsFixed(value) || _isPure && OnlyReadsOwn();
    }

    private bool OnlyReadsOwn()
    {
        foreach (int symbol in _reads)
            if (symbol < 0 || !facts.IsFixed(symbol) && !(facts.IsLocal(symbol) && !facts[symbol].IsCaptured)) return false;
        return true;
    }

    private bool Finish(Outcome outcome, bool countsRead = false)
    {
        if (outcome != Outcome.Placed) return false;
        ref SymbolFact fact = ref facts[_symbol];
        fact.Reads--;
        if (!countsRead) fact.Writes = 0;
        return true;
    }

    private bool Place(int symbol, Expression value, Statement statement)
    {
        Start(value, symbol);
        Expression result;
        Outcome outcome;
        switch (statement)
        {
            case ExpressionStatement expression:
                outcome = Walk(expression.Expression, out result);
                expression.Expression = result;
                return Finish(outcome);
            case ReturnStatement { Argument: { } argument } returned:
                outcome = Walk(argument, out result);
                returned.Argument = result;
                return Finish(outcome);
            case ThrowStatement thrown:
                outcome = Walk(thrown.Argument, out result);
                thrown.Argument = result;
                return Finish(outcome);
            case IfStatement condition:
                outcome = Walk(condition.Test, out result);
                condition.Test = result;
                return Finish(outcome);
            case SwitchStatement choice:
                outcome = Walk(choice.Discriminant, out result);
                choice.Discriminant = result;
                return Finish(outcome);
            case VariableDeclaration { DeclarationKind: not (VariableKind.Using or VariableKind.AwaitUsing) } declaration:
                return Finish(Walk(declaration));
            case ForStatement { Init: VariableDeclaration { DeclarationKind: VariableKind.Var } declaration }:
                return Finish(Walk(declaration));
            case ForStatement { Init: Expression init } loop:
                outcome = Walk(init, out result);
                loop.Init = result;
                return Finish(outcome);
            case ForInStatement { Left: VariableDeclaration { DeclarationKind: VariableKind.Var } or IdentifierReference } loop:
                outcome = Walk(loop.Right, out result);
                loop.Right = result;
                return Finish(outcome);
            case ForOfStatement { Left: VariableDeclaration { DeclarationKind: VariableKind.Var } or IdentifierReference } loop:
                outcome = Walk(loop.Right, out result);
                loop.Right = result;
                return Finish(outcome);
            default:
                return false;
        }
    }

    private Outcome Walk(VariableDeclaration declaration)
    {
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            if (declarator.Init is not null)
            {
                Outcome outcome = Walk(declarator.Init, out Expression result);
                declarator.Init = result;
                if (outcome != Outcome.GoOn) return outcome;
            }
            if (declarator.Id is not BindingIdentifier id || CrossWrite(id.SymbolId) == Outcome.Stop) return Outcome.Stop;
        }
        return Outcome.GoOn;
    }

    /// <summary>The names an expression reads and writes when it is evaluated; functions in it are only made. -1 stands for names of nobody.</summary>
    private sealed class Names(List<int> reads, List<int> writes) : SyntaxVisitor
    {
        protected override void VisitIdentifierReference(IdentifierReference node) => reads.Add(node.SymbolId);

        protected override void VisitAssignmentExpression(AssignmentExpression node)
        {
            if (node.Left is IdentifierReference name) writes.Add(name.SymbolId);
            base.VisitAssignmentExpression(node);
        }

        protected override void VisitUpdateExpression(UpdateExpression node)
        {
            if (node.Argument is IdentifierReference name) writes.Add(name.SymbolId);
            base.VisitUpdateExpression(node);
        }

        protected override void VisitArrayPattern(ArrayPattern node) => VisitPattern(node);

        protected override void VisitObjectPattern(ObjectPattern node) => VisitPattern(node);

        private void VisitPattern(Pattern node)
        {
            int before = reads.Count;
            if (node is ArrayPattern array) base.VisitArrayPattern(array);
            else base.VisitObjectPattern((ObjectPattern)node);
            for (int i = before; i < reads.Count; i++) writes.Add(reads[i]);
        }

        protected override void VisitFunctionExpression(FunctionExpression node)
        {
        }

        protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node)
        {
        }
    }
}
