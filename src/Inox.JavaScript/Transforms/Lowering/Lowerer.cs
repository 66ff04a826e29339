using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>
/// The one walk that lowers syntax. A mask says what to lower; each chapter takes one kind of syntax and gives it in the oldest form that
/// any target needs, so that nothing it writes must be lowered again. Children come before their parents: a class is turned into a function when
/// its methods already are ES5, a generator into a state machine when its loops already are. What must be known on the way down is in the
/// <see cref="Frame"/> of the function around. Every expression of the source is evaluated once and in its order; where an older form needs a value
/// twice it goes through a variable.
/// </summary>
internal sealed partial class Lowerer : SyntaxRewriter
{
    private readonly TransformContext _context;
    private readonly ulong _active;
    private readonly SymbolNames _symbols;
    private readonly HashSet<string> _ownNames = [];
    private readonly LowerLoops _loops;

    // Names whose declaration is at its value: `let x = x` fails. Only where nothing was moved before.
    private readonly Dictionary<int, Frame> _declaring = [];
    private readonly bool _checksOrder;
    private Frame _frame = new(null, FrameKind.Program);

    public Lowerer(TransformContext context, ulong active)
    {
        _context = context;
        _active = active;
        _symbols = new(context);
        _loops = new(context.Model);
        _checksOrder = Lowers(SyntaxFeature.Let) && !context.IsTypeScript && (context.Features & ProgramFeatures.Decorators) == 0;
        if (!Lowers(SyntaxFeature.Let)) return;
        _symbols.SeparateBlockNames(context.Model);
        _loops.FindCaptured();
    }

    private SemanticModel Model => _context.Model;

    public void Run() => Visit(_context.Program);

    private bool Lowers(SyntaxFeature feature) => (_active & 1UL << (int)feature) != 0;

    protected override Node? VisitProgram(Program node)
    {
        node.Body = VisitStatements(node.Body);
        node.Body = WithHead(node.Body, Prologue(_frame, TextSpan.At(0)), skipsImports: true);
        return node;
    }

    /// <summary>A variable that stands for nothing in the source, declared at the head of the function around.</summary>
    private string NewVariable()
    {
        string name = NewName(null);
        VariableOwner().Variables.Add(name);
        return name;
    }

    private string NewName(string? wish)
    {
        string name = wish is null ? _context.NewTemporary() : _context.NewName(wish);
        _ownNames.Add(name);
        return name;
    }

    // function f(a = b?.c) {}: a default cannot see what the body declares
    private Frame VariableOwner()
    {
        Frame frame = _frame;
        while (frame.Outer is not null && (frame.IsInHead || frame.Kind == FrameKind.ClassBody || frame is { Kind: FrameKind.Initializer, OwnsVariables: false })) frame = frame.Outer;
        return frame;
    }

    /// <summary>
    /// Splits the value of an expression into a first and a later use, between which anything may run. Names that are never written and
    /// literals are used twice, anything else goes through a variable: `it.#f()`, where the getter of `#f` may write `it`.
    /// </summary>
    private Expression Keep(Expression value, out Expression again)
    {
        switch (value)
        {
            case IdentifierReference reference when IsNeverWritten(reference):
            case ThisExpression or StringLiteral or NumericLiteral:
                again = Again(value);
                return value;
            case AssignmentExpression { Operator: AssignmentOperator.Assign, Left: IdentifierReference stored } when _ownNames.Contains(stored.Name):
                again = Again(stored);
                return value;
        }
        string name = NewVariable();
        again = Make.Reference(value.Span, name);
        return Make.Assign(value.Span, Make.Reference(value.Span, name), value);
    }

    /// <summary>As <see cref="Keep"/>, where nothing runs between the two uses: a name that is declared can be read again even if it is written elsewhere.</summary>
    private Expression KeepAtOnce(Expression value, out Expression again)
    {
        if (value is not IdentifierReference { SymbolId: >= 0 }) return Keep(value, out again);
        again = Again(value);
        return value;
    }

    // An import is written by the module it comes from, a name that `eval` can see by the evaluated code.
    private bool IsNeverWritten(IdentifierReference reference) => reference.SymbolId < 0
        ? _ownNames.Contains(reference.Name)
        : (Model.Symbols[reference.SymbolId].Flags & (SymbolFlags.Reassigned | SymbolFlags.Import | SymbolFlags.KeepName)) == 0;

    private static Expression Again(Expression kept) => kept switch
    {
        IdentifierReference reference => new IdentifierReference(reference.Span, reference.Name) { SymbolId = reference.SymbolId },
        StringLiteral text => new StringLiteral(text.Span, text.Value),
        NumericLiteral number => new NumericLiteral(number.Span, number.Value),
        _ => new ThisExpression(kept.Span),
    };

    private IdentifierReference Own(TextSpan span, string name) => Make.Reference(span, name);

    private CallExpression CallRuntime(TextSpan span, string name, params Expression[] arguments) => _context.Runtime.Call(span, name, arguments);

    /// <summary>Puts statements behind the directives (and imports) that a body begins with.</summary>
    private static Statement[] WithHead(Statement[] body, List<Statement> head, bool skipsImports = false, bool skipsVariables = false)
    {
        if (head.Count == 0) return body;
        int place = 0;
        while (place < body.Length && (body[place] is Directive || skipsImports && body[place] is ImportDeclaration)) place++;
        // `var _this = this` of the same function
        if (skipsVariables && place < body.Length && body[place] is VariableDeclaration { Start: var start, End: var end } && start == end) place++;
        return [.. body[..place], .. head, .. body[place..]];
    }

    protected override Node? VisitBindingIdentifier(BindingIdentifier node)
    {
        node.Name = _symbols.NameOf(node.SymbolId, node.Name);
        return node;
    }

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if (node.SymbolId < 0 && node.Name == "arguments") return Arguments(node);
        if (_checksOrder && _loops.Early.Contains(node) || _declaring.TryGetValue(node.SymbolId, out Frame? declaring) && ReferenceEquals(declaring, _frame))
            return CallRuntime(node.Span, "__early", Make.String(node.Span, node.Name));
        if (StandIn(node) is { } standIn) return standIn;
        node.Name = _symbols.NameOf(node.SymbolId, node.Name);
        return node;
    }
}
