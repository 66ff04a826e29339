using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // binding patterns
{
    // BindingIdentifier | BindingPattern
    private Pattern ParseBindingTarget()
    {
        if (Current.IsIdentifier) return ParseBindingIdentifier();
        if (Current is not (Token.OpenBracket or Token.OpenBrace)) return ParseMissingPattern();
        Pattern pattern = EnterLevel() ? ParseBindingPattern() : ParseBindingPatternOnFreshStack();
        _depth--;
        return pattern;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Pattern ParseBindingPatternOnFreshStack()
    {
        Pattern? pattern = null;
        DeepStack.Run(() => pattern = ParseBindingPattern());
        return pattern!;
    }

    private Pattern ParseBindingPattern()
    {
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        Pattern pattern = Current == Token.OpenBracket ? ParseArrayPattern() : ParseObjectPattern();
        _context = outer;
        return pattern;
    }

    private BindingIdentifier ParseMissingPattern()
    {
        if (Current.IsReserved) SyntaxError(ParseErrors.ReservedName, TokenSpan, _text[TokenStart..TokenEnd]);
        else SyntaxError(ParseErrors.ExpectedPattern, TokenSpan, DescribeCurrent());
        BindingIdentifier missing = new(MissingSpan(), "");
        if (Current.IsReserved && !HasNewLineBefore) Next();
        return missing;
    }

    private BindingIdentifier ParseBindingIdentifier()
    {
        if (!Current.IsIdentifier) return ParseMissingPattern();
        TextSpan span = TokenSpan;
        string name = TokenValue;
        if (Current != Token.Identifier) CheckBindingName();
        Next();
        return new(span, name);
    }

    // A name that is declared here.
    private void CheckBindingName()
    {
        switch (Current)
        {
            case Token.Eval or Token.Arguments:
                if (!Has(Context.Ambient) && IsStrict()) EarlyError(ParseErrors.StrictBinding, TokenSpan, TokenValue);
                break;
            case Token.Let when Has(Context.LexicalBinding):
                EarlyError(ParseErrors.LetAsLexicalName, TokenSpan);
                break;
            default:
                CheckIdentifier();
                break;
        }
    }

    // ArrayBindingPattern
    private ArrayPattern ParseArrayPattern()
    {
        int start = Expect(Token.OpenBracket);
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseBracket or Token.EndOfFile))
        {
            if (Eat(Token.Comma))
            {
                _nodes.Push(null);
                continue;
            }
            bool isRest = Current == Token.Ellipsis;
            Node element = isRest ? ParseBindingRest() : ParseBindingElement();
            _nodes.Push(element);
            if (Current == Token.CloseBracket) break;
            if (isRest && Current == Token.Comma) ReportRestComma(Token.CloseBracket);
            if (!Eat(Token.Comma)) break;
        }
        ExpectClosing(Token.CloseBracket, start);
        return new(SpanFrom(start), _nodes.Take<Node>(mark));
    }

    private void ReportRestComma(Token close) => SyntaxError(Peek() == close ? ParseErrors.RestTrailingComma : ParseErrors.RestNotLast, TokenSpan);

    // `...` in a pattern or a parameter list
    private RestElement ParseBindingRest()
    {
        int start = Expect(Token.Ellipsis);
        Pattern argument = ParseBindingTarget();
        if (Current == Token.Assign)
        {
            EarlyError(ParseErrors.RestInitializer, TokenSpan);
            Next();
            ParseAssignment();
        }
        return new(SpanFrom(start), argument);
    }

    private Node ParseBindingElement()
    {
        int start = TokenStart;
        Pattern target = ParseBindingTarget();
        return Current == Token.Assign ? ParsePatternDefault(start, target) : target;
    }

    private AssignmentPattern ParsePatternDefault(int start, Node target)
    {
        Next();
        Expression value = ParseAssignment();
        return new(SpanFrom(start), target, value);
    }

    // ObjectBindingPattern
    private ObjectPattern ParseObjectPattern()
    {
        int start = Expect(Token.OpenBrace);
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            bool isRest = Current == Token.Ellipsis;
            Node property = isRest ? ParseObjectRest() : ParsePatternProperty();
            _nodes.Push(property);
            if (isRest && Current == Token.Comma) ReportRestComma(Token.CloseBrace);
            if (!Eat(Token.Comma)) break;
        }
        ExpectClosing(Token.CloseBrace, start);
        return new(SpanFrom(start), _nodes.Take<Node>(mark));
    }

    // BindingRestProperty : `...` BindingIdentifier
    private RestElement ParseObjectRest()
    {
        if (Peek() is Token.OpenBrace or Token.OpenBracket) EarlyError(ParseErrors.InvalidAssignmentTarget, TokenSpan);
        return ParseBindingRest();
    }

    private PatternProperty ParsePatternProperty()
    {
        int start = TokenStart;
        Token first = Current;
        if (first.IsIdentifier && IsShorthandBinding())
        {
            BindingIdentifier name = ParseBindingIdentifier();
            IdentifierName shorthandKey = new(name.Span, name.Name);
            Node value = Current == Token.Assign ? ParsePatternDefault(start, name) : name;
            return new(SpanFrom(start), shorthandKey, value, isShorthand: true);
        }
        Node key = ParsePropertyKey(out bool isComputed);
        if (Current != Token.Colon && first.IsReserved) SyntaxError(ParseErrors.ReservedName, key.Span, _text[key.Start..key.End]);
        Expect(Token.Colon);
        Node element = ParseBindingElement();
        return new(SpanFrom(start), key, element, isComputed);
    }

    private bool IsShorthandBinding()
    {
        char next = _lexer.PeekCharacter();
        return next is ',' or '}' or '=' || (next != ':' && Peek() != Token.Colon);
    }
}
