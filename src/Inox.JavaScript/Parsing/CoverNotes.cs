using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// What the tree of an expression does not say and the conversion to a pattern or to parameters must know, and what is an error unless
/// such a conversion takes place.
/// </summary>
internal sealed class CoverNotes
{
    private readonly List<Node> _parenthesized = [];
    private readonly List<int> _commasAfterSpread = [];
    private State _state = new() { ErrorStart = -1, AwaitStart = -1, YieldStart = -1, AwaitNameStart = -1 };

    /// <summary>The expression that was closed by a `)` last.</summary>
    public Node? LastParenthesized { get; private set; }

    /// <summary>Where a `{ a = 1 }` or a second `__proto__` waits to become part of a pattern, or -1.</summary>
    public int ErrorStart => _state.ErrorStart;

    public DiagnosticDescriptor Error => _state.IsProto ? ParseErrors.DuplicateProto : ParseErrors.CoverInitializer;

    /// <summary>Start of the last `await` and `yield` expression, and of the last `await` used as a name.</summary>
    public int AwaitStart { get => _state.AwaitStart; set => _state.AwaitStart = value; }

    public int YieldStart { get => _state.YieldStart; set => _state.YieldStart = value; }

    public int AwaitNameStart { get => _state.AwaitNameStart; set => _state.AwaitNameStart = value; }

    public State Save() => _state with { Parenthesized = _parenthesized.Count };

    public void Restore(in State state)
    {
        _state = state;
        _parenthesized.RemoveRange(state.Parenthesized, _parenthesized.Count - state.Parenthesized);
    }

    public void NoteError(int start, bool isProto)
    {
        if (_state.ErrorStart >= 0) return;
        _state.ErrorStart = start;
        _state.IsProto = isProto;
    }

    public void ClearError() => _state.ErrorStart = -1;

    public void ClearErrorFrom(int start)
    {
        if (_state.ErrorStart >= start) ClearError();
    }

    public void NoteParenthesized(Node node)
    {
        LastParenthesized = node;
        if (node.Kind is NodeKind.IdentifierReference or NodeKind.ObjectExpression or NodeKind.ArrayExpression or NodeKind.AssignmentExpression or NodeKind.MemberExpression)
            _parenthesized.Add(node);
    }

    public bool IsParenthesized(Node node)
    {
        for (int i = _parenthesized.Count - 1; i >= 0; i--) if (ReferenceEquals(_parenthesized[i], node)) return true;
        return false;
    }

    public int ParenthesizedCount => _parenthesized.Count;

    public void ForgetParenthesized(int count) => _parenthesized.RemoveRange(count, _parenthesized.Count - count);

    public void NoteCommaAfterSpread(int literalStart) => _commasAfterSpread.Add(literalStart);

    public bool HasCommaAfterSpread(int literalStart) => _commasAfterSpread.Count > 0 && _commasAfterSpread.Contains(literalStart);

    public struct State
    {
        public int ErrorStart;
        public int AwaitStart;
        public int YieldStart;
        public int AwaitNameStart;
        public int Parenthesized;
        public bool IsProto;
    }
}
