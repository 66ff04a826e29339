using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // object literals
{
    // ObjectLiteral, or the cover of an ObjectAssignmentPattern
    private ObjectExpression ParseObject()
    {
        int start = Expect(Token.OpenBrace);
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        int mark = _nodes.Mark();
        bool hasProto = false;
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            bool isSpread = Current == Token.Ellipsis;
            Node property = isSpread ? ParseCoverSpread() : ParseProperty(ref hasProto);
            _nodes.Push(property);
            if (isSpread && Current == Token.Comma) _cover.NoteCommaAfterSpread(start);
            if (!Eat(Token.Comma)) break;
        }
        _context = outer;
        ExpectClosing(Token.CloseBrace, start);
        return new(SpanFrom(start), _nodes.Take<Node>(mark));
    }

    // PropertyDefinition
    private Property ParseProperty(ref bool hasProto)
    {
        int start = TokenStart;
        if (Current == Token.Star) return ParseMethodProperty(start, FunctionFlags.Generator);
        Token first = Current;
        bool hasEscape = HasEscape;
        Node key = ParsePropertyKey(out bool isComputed);
        switch (Current)
        {
            case Token.Colon:
                if (!isComputed) NoteProto(key, ref hasProto);
                Next();
                Expression value = ParseCoverAssignment();
                return new(SpanFrom(start), PropertyKind.Init, key, value, isComputed);
            case Token.OpenParen or Token.Less:
                return FinishMethodProperty(start, key, isComputed, FunctionFlags.None);
        }
        if (first is Token.Get or Token.Set or Token.Async && !hasEscape && IsPropertyStart(first))
            return ParseMethodProperty(start, first switch { Token.Get => FunctionFlags.Getter, Token.Set => FunctionFlags.Setter, _ => FunctionFlags.Async });
        return ParseShorthand(start, first, key);
    }

    // Whether a property name follows `get`, `set` or `async`.
    private bool IsPropertyStart(Token modifier)
    {
        if (modifier == Token.Async) return !HasNewLineBefore && (Current == Token.Star || IsPropertyName);
        return IsPropertyName;
    }

    private bool IsPropertyName => Current.IsName || Current is Token.String or Token.Number or Token.BigInt or Token.OpenBracket or Token.PrivateName;

    private Property ParseMethodProperty(int start, FunctionFlags flags)
    {
        if (Current == Token.Star)
        {
            if ((flags & (FunctionFlags.Getter | FunctionFlags.Setter)) != 0) ReportUnexpected();
            Next();
            flags |= FunctionFlags.Generator;
        }
        Node key = ParsePropertyKey(out bool isComputed);
        return FinishMethodProperty(start, key, isComputed, flags);
    }

    private Property FinishMethodProperty(int start, Node key, bool isComputed, FunctionFlags flags)
    {
        FunctionExpression function = ParseMethod(flags | FunctionFlags.Method);
        if (function.Body is null) ReportExpected("`{`");
        PropertyKind kind = (flags & FunctionFlags.Getter) != 0 ? PropertyKind.Get : (flags & FunctionFlags.Setter) != 0 ? PropertyKind.Set : PropertyKind.Init;
        return new(SpanFrom(start), kind, key, function, isComputed, isMethod: kind == PropertyKind.Init);
    }

    // `{ a }`, or `{ a = 1 }` when it becomes a pattern
    private Property ParseShorthand(int start, Token first, Node key)
    {
        if (!first.IsIdentifier || key is not IdentifierName name)
        {
            if (first.IsReserved) SyntaxError(ParseErrors.ReservedName, key.Span, _text[key.Start..key.End]);
            else ReportExpected("`:`");
            return new(SpanFrom(start), PropertyKind.Init, key, new InvalidExpression(SpanFrom(start)));
        }
        CheckShorthandName(first, name);
        IdentifierReference reference = new(name.Span, name.Name);
        if (Current != Token.Assign) return new(SpanFrom(start), PropertyKind.Init, key, reference, isShorthand: true);
        _cover.NoteError(TokenStart, isProto: false);
        Next();
        Expression initializer = ParseAssignment();
        AssignmentExpression value = new(SpanFrom(start), reference, AssignmentOperator.Assign, initializer);
        return new(SpanFrom(start), PropertyKind.Init, key, value, isShorthand: true);
    }

    // As CheckIdentifier, for a name that has been passed already.
    private void CheckShorthandName(Token kind, IdentifierName name)
    {
        if (kind.IsPlainIdentifier && kind != Token.Arguments) return;
        LexerState state = _lexer.State;
        _lexer.State.Kind = kind;
        _lexer.State.Start = name.Start;
        _lexer.State.Position = name.End;
        _lexer.State.Value = name.Name;
        CheckIdentifier();
        _lexer.State = state;
    }

    // Annex B.3.1: two `__proto__: v` are an error, unless the literal becomes a pattern
    private void NoteProto(Node key, ref bool hasProto)
    {
        if (key is not (IdentifierName { Name: "__proto__" } or StringLiteral { Value: "__proto__" })) return;
        if (hasProto) _cover.NoteError(key.Start, isProto: true);
        hasProto = true;
    }

    // PropertyName : LiteralPropertyName | ComputedPropertyName
    private Node ParsePropertyKey(out bool isComputed)
    {
        isComputed = false;
        switch (Current)
        {
            case Token.String: return ParseString();
            case Token.Number: return ParseNumber();
            case Token.BigInt: return ParseBigInt();
            case Token.OpenBracket:
                isComputed = true;
                return ParseComputedKey();
            case Token.PrivateName:
                SyntaxError(ParseErrors.PrivateAlone, TokenSpan);
                IdentifierName name = new(TokenSpan, TokenValue);
                Next();
                return name;
            default: return ParseIdentifierName();
        }
    }

    private Expression ParseComputedKey()
    {
        int opened = Expect(Token.OpenBracket);
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        Expression key = ParseAssignment();
        _context = outer;
        ExpectClosing(Token.CloseBracket, opened);
        return key;
    }
}
