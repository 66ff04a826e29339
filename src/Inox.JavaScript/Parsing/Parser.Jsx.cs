using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // JSX
{
    private Expression ParseJsxOrReport()
    {
        if (_text.AsSpan(TokenStart).StartsWith("<!--")) EarlyError(ParseErrors.HtmlCommentInModule, new(TokenStart, TokenStart + 4));
        // read all the same: one message instead of many
        if (!_isJsx) SyntaxError(ParseErrors.JsxDisabled, TokenSpan);
        return ParseJsx();
    }

    /// <summary>A JSXElement or JSXFragment where an expression may stand.</summary>
    private Expression ParseJsx()
    {
        _features |= ProgramFeatures.Jsx;
        int start = TokenStart;
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        Expression element = ParseJsxElement(isChild: false);
        _context = outer;
        if (Current == Token.Less && StartsTag()) ReportAdjacent(start);
        return element;
    }

    // `<a/> <b/>`: nobody compares elements
    private bool StartsTag() => CharacterClass.IsStart(_text[Math.Min(TokenEnd, _text.Length - 1)]);

    private void ReportAdjacent(int start)
    {
        SyntaxError(ParseErrors.JsxAdjacent, SpanFrom(start));
        while (Current == Token.Less && StartsTag()) ParseJsxElement(isChild: false);
    }

    private Expression ParseJsxElement(bool isChild)
    {
        Expression element = EnterLevel() ? ParseJsxElementLevel(isChild) : ParseJsxElementOnFreshStack(isChild);
        _depth--;
        return element;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Expression ParseJsxElementOnFreshStack(bool isChild)
    {
        Expression? element = null;
        DeepStack.Run(() => element = ParseJsxElementLevel(isChild));
        return element!;
    }

    private Expression ParseJsxElementLevel(bool isChild)
    {
        int start = Expect(Token.Less);
        return Current is >= Token.Greater and <= Token.ShiftRightUnsigned ? ParseJsxFragment(start, isChild) : ParseJsxTag(start, isChild);
    }

    // JSXFragment : `<` `>` JSXChildren `<` `/` `>`
    private JSXFragment ParseJsxFragment(int start, bool isChild)
    {
        _lexer.SplitAngle();
        JSXOpeningFragment opening = new(new(start, TokenEnd));
        Node[] children = ParseJsxChildren();
        int closingStart = ExpectJsxClosing(opening.Span, "");
        if (Current.IsName) SyntaxError(ParseErrors.JsxClosingTag, TokenSpan, "");
        JSXClosingFragment closing = new(new(closingStart, EndTag(isChild)));
        return new(new(start, closing.End), opening, children, closing);
    }

    // JSXElement : JSXSelfClosingElement | JSXOpeningElement JSXChildren JSXClosingElement
    private JSXElement ParseJsxTag(int start, bool isChild)
    {
        Node name = ParseJsxElementName();
        TSTypeParameterInstantiation? typeArguments = _isTypeScript && Current is Token.Less or Token.ShiftLeft ? ParseTypeArguments() : null;
        Node[] attributes = ParseJsxAttributes();
        if (Current == Token.Slash)
        {
            Next();
            int end = EndTag(isChild);
            return new(new(start, end), new(new(start, end), name, typeArguments, attributes, isSelfClosing: true), [], null);
        }
        if (!IsAtGreater)
        {
            ReportExpected("`>`");
            return new(SpanFrom(start), new(SpanFrom(start), name, typeArguments, attributes), [], null);
        }
        _lexer.SplitAngle();
        JSXOpeningElement opening = new(new(start, TokenEnd), name, typeArguments, attributes);
        Node[] children = ParseJsxChildren();
        JSXClosingElement closing = ParseJsxClosingElement(opening, isChild);
        return new(new(start, closing.End), opening, children, closing);
    }

    private bool IsAtGreater => Current is >= Token.Greater and <= Token.ShiftRightUnsigned and not Token.ShiftLeft
        || Current is Token.ShiftRightAssign or Token.ShiftRightUnsignedAssign;

    // The `>` of a tag: behind a child comes text again. Returns the end of the tag.
    private int EndTag(bool isChild)
    {
        if (!IsAtGreater)
        {
            ReportExpected("`>`");
            return _lexer.State.PreviousEnd;
        }
        _lexer.SplitAngle();
        int end = TokenEnd;
        if (isChild) NextJsxChild();
        else Next();
        return end;
    }

    private int ExpectJsxClosing(TextSpan opening, string name)
    {
        int start = TokenStart;
        if (Current == Token.EndOfFile)
        {
            if (StartPanic()) _errors.AddRelated(ParseErrors.JsxClosingTag, TokenSpan, opening, "opened here", name);
            return start;
        }
        Expect(Token.Less);
        Expect(Token.Slash);
        return start;
    }

    private JSXClosingElement ParseJsxClosingElement(JSXOpeningElement opening, bool isChild)
    {
        string expected = _text[opening.Name.Start..opening.Name.End];
        int start = ExpectJsxClosing(opening.Span, expected);
        Node name = Current.IsName ? ParseJsxElementName() : new JSXIdentifier(MissingSpan(), "");
        if (!AreSameNames(opening.Name, name) && StartPanic())
            _errors.AddRelated(ParseErrors.JsxClosingTag, new(start, Math.Max(start, name.End)), opening.Span, "opened here", expected);
        return new(new(start, EndTag(isChild)), name);
    }

    private static bool AreSameNames(Node left, Node right) => (left, right) switch
    {
        (JSXIdentifier a, JSXIdentifier b) => a.Name == b.Name,
        (IdentifierReference a, IdentifierReference b) => a.Name == b.Name,
        (ThisExpression, ThisExpression) => true,
        (JSXMemberExpression a, JSXMemberExpression b) => a.Property.Name == b.Property.Name && AreSameNames(a.Object, b.Object),
        (JSXNamespacedName a, JSXNamespacedName b) => a.Namespace.Name == b.Namespace.Name && a.Name.Name == b.Name.Name,
        _ => false,
    };

    // JSXElementName : JSXIdentifier | JSXNamespacedName | JSXMemberExpression
    private Node ParseJsxElementName()
    {
        int start = TokenStart;
        bool isThis = Current == Token.This;
        JSXIdentifier first = ParseJsxIdentifier();
        if (Current == Token.Colon) return ParseJsxNamespaced(start, first);
        if (Current != Token.Dot) return isThis ? new ThisExpression(first.Span) : IsIntrinsic(first.Name) ? first : new IdentifierReference(first.Span, first.Name);
        Node name = isThis ? new ThisExpression(first.Span) : new IdentifierReference(first.Span, first.Name);
        while (Eat(Token.Dot))
        {
            JSXIdentifier property = ParseJsxIdentifier();
            name = new JSXMemberExpression(SpanFrom(start), name, property);
        }
        return name;
    }

    private static bool IsIntrinsic(string name) => name.Length == 0 || char.IsAsciiLetterLower(name[0]) || name.Contains('-');

    private JSXNamespacedName ParseJsxNamespaced(int start, JSXIdentifier first)
    {
        Next();
        JSXIdentifier name = ParseJsxIdentifier();
        return new(SpanFrom(start), first, name);
    }

    private JSXIdentifier ParseJsxIdentifier()
    {
        if (!Current.IsName)
        {
            SyntaxError(ParseErrors.ExpectedName, TokenSpan, DescribeCurrent());
            return new(MissingSpan(), "");
        }
        if (HasEscape) EarlyError(ParseErrors.InvalidNameEscape, TokenSpan);
        _lexer.RescanJsxName();
        TextSpan span = TokenSpan;
        string name = TokenValue;
        Next();
        return new(span, name);
    }

    private Node[] ParseJsxAttributes()
    {
        int mark = _nodes.Mark();
        while (Current.IsName || Current == Token.OpenBrace)
        {
            Node attribute = Current == Token.OpenBrace ? ParseJsxSpreadAttribute() : ParseJsxAttribute();
            _nodes.Push(attribute);
        }
        return _nodes.Take<Node>(mark);
    }

    // JSXSpreadAttribute : `{` `...` AssignmentExpression `}`
    private JSXSpreadAttribute ParseJsxSpreadAttribute()
    {
        int start = Expect(Token.OpenBrace);
        Expect(Token.Ellipsis);
        Expression argument = ParseAssignment();
        ExpectClosing(Token.CloseBrace, start);
        return new(SpanFrom(start), argument);
    }

    // JSXAttribute : JSXAttributeName [`=` JSXAttributeValue]
    private JSXAttribute ParseJsxAttribute()
    {
        int start = TokenStart;
        JSXIdentifier first = ParseJsxIdentifier();
        Node name = Current == Token.Colon ? ParseJsxNamespaced(start, first) : first;
        if (Current != Token.Assign) return new(SpanFrom(start), name, null);
        NextJsxAttributeValue();
        Node value = ParseJsxAttributeValue();
        return new(SpanFrom(start), name, value);
    }

    private Node ParseJsxAttributeValue()
    {
        switch (Current)
        {
            case Token.String: return ParseString();
            case Token.Less: return ParseJsxElement(isChild: false);
            case Token.OpenBrace:
                JSXExpressionContainer container = ParseJsxContainer();
                if (container.Expression.Kind == NodeKind.JSXEmptyExpression) EarlyError(ParseErrors.JsxEmptyAttribute, container.Span);
                Next();
                return container;
            default:
                ReportExpected("a string, `{` or an element");
                return new StringLiteral(MissingSpan(), "");
        }
    }

    // JSXChildren : { JSXText | JSXElement | `{` [Expression] `}` | `{` `...` Expression `}` }; stops at the `<` of the closing tag
    private Node[] ParseJsxChildren()
    {
        int mark = _nodes.Mark();
        NextJsxChild();
        while (Current != Token.EndOfFile && !IsClosingTag())
        {
            Node child = ParseJsxChild();
            _nodes.Push(child);
            if (_isPanicking && Current is not (Token.JsxText or Token.Less or Token.OpenBrace)) break;
        }
        return _nodes.Take<Node>(mark);
    }

    private bool IsClosingTag() => Current == Token.Less && Peek() == Token.Slash;

    private Node ParseJsxChild()
    {
        if (Current == Token.Less) return ParseJsxElement(isChild: true);
        if (Current == Token.OpenBrace)
        {
            Node container = Peek() == Token.Ellipsis ? ParseJsxSpreadChild() : ParseJsxContainer();
            if (Current == Token.CloseBrace) NextJsxChild();
            return container;
        }
        JSXText text = new(TokenSpan, TokenValue);
        NextJsxChild();
        return text;
    }

    // From `{` to before `}`, which the caller passes: what follows it differs.
    private JSXExpressionContainer ParseJsxContainer()
    {
        int start = Expect(Token.OpenBrace);
        Node expression = Current == Token.CloseBrace ? new JSXEmptyExpression(new(start + 1, TokenStart)) : ParseBracketedExpression();
        if (Current != Token.CloseBrace) ExpectClosing(Token.CloseBrace, start);
        return new(new(start, Current == Token.CloseBrace ? TokenEnd : _lexer.State.PreviousEnd), expression);
    }

    private JSXSpreadChild ParseJsxSpreadChild()
    {
        int start = Expect(Token.OpenBrace);
        Expect(Token.Ellipsis);
        Expression expression = ParseBracketedExpression();
        if (Current != Token.CloseBrace) ExpectClosing(Token.CloseBrace, start);
        return new(new(start, Current == Token.CloseBrace ? TokenEnd : _lexer.State.PreviousEnd), expression);
    }

    private void NextJsxChild()
    {
        _tokens?.Add(_lexer.State);
        _lexer.NextJsxChild();
    }

    private void NextJsxAttributeValue()
    {
        _tokens?.Add(_lexer.State);
        _lexer.NextJsxAttributeValue();
    }
}
