namespace Inox.Css;

/// <summary>Where the text being printed stands, which decides what white space means in it.</summary>
internal enum TextContext : byte
{
    /// <summary>Copied as it is: custom properties, whose value scripts can read, and at-rules with an unknown grammar.</summary>
    Verbatim,
    Selector,

    /// <summary>The prelude of a known at-rule.</summary>
    Condition,
    Value,
}

/// <summary>What a token is to its neighbours.</summary>
internal readonly record struct TokenShape(CssTokenKind Kind, char First, bool IsU)
{
    public bool IsDelim(char c) => Kind == CssTokenKind.Delim && First == c;

    public static TokenShape Of(in CssTokenizer tokens) =>
        new(tokens.Kind, tokens.Character, tokens.Kind == CssTokenKind.Ident && tokens.Position - tokens.Start == 1 && tokens.Character is 'u' or 'U');
}

/// <summary>Which white space between two tokens can go, and which tokens cannot stand side by side.</summary>
internal static class TokenSpacing
{
    /// <summary>Whether compressed output needs a space where the source has white space between two tokens.</summary>
    /// <param name="context">Where the text stands.</param>
    /// <param name="before">The token before <paramref name="left"/>.</param>
    /// <param name="left">The token before the white space.</param>
    /// <param name="right">The token behind it.</param>
    /// <param name="bracket">The innermost open bracket, <c>'\0'</c> for none.</param>
    public static bool IsNeeded(TextContext context, TokenShape before, TokenShape left, TokenShape right, char bracket)
    {
        // `/ *` must not become a comment, nor `-- >` the token `-->`.
        if (left.IsDelim('/') && right.IsDelim('*')) return true;
        if (left.Kind == CssTokenKind.Ident && left.First == '-' && right.IsDelim('>')) return true;
        if (left.Kind == CssTokenKind.Comma || right.Kind == CssTokenKind.Comma) return false;
        if (left.Kind is CssTokenKind.OpenParen or CssTokenKind.Function or CssTokenKind.OpenBracket) return false;

        // (--x: ) asks for an empty value, and older readers want the space.
        if (right.Kind is CssTokenKind.CloseParen or CssTokenKind.CloseBracket) return left.Kind == CssTokenKind.Colon;
        return context switch
        {
            TextContext.Selector when bracket == '[' => !IsMatcher(left, right),
            TextContext.Selector => !IsCombinator(before, left, right) && !IsNthPlus(before, left, right, bracket),
            TextContext.Condition => !IsConditionOperator(left, right, bracket),
            TextContext.Value => !IsSlash(left, right) && !(bracket == '(' && (left.IsDelim('*') || right.IsDelim('*'))),
            _ => true,
        };
    }

    private static bool IsCombinator(TokenShape before, TokenShape left, TokenShape right)
    {
        if (left.IsDelim('>') || right.IsDelim('>') || left.IsDelim('~') || right.IsDelim('~')) return true;

        // u+a would be a unicode-range to readers of the first Level 3.
        if (left.IsU || (left.IsDelim('+') && before.IsU)) return false;
        return (left.IsDelim('+') || right.IsDelim('+')) && !IsNumeric(left.Kind) && !IsNumeric(right.Kind);
    }

    // :nth-child(2n + 1), but not :nth-child(+ 1), which is an error and must stay one.
    private static bool IsNthPlus(TokenShape before, TokenShape left, TokenShape right, char bracket)
    {
        if (bracket != '(') return false;
        if (left.IsDelim('+')) return before.Kind is CssTokenKind.Dimension or CssTokenKind.Ident && right.Kind == CssTokenKind.Number && CssCharacters.IsDigit(right.First);
        return left.Kind == CssTokenKind.Dimension && (right.IsDelim('+') || (right.Kind == CssTokenKind.Number && right.First == '+'));
    }

    private static bool IsMatcher(TokenShape left, TokenShape right) =>
        (left.Kind == CssTokenKind.Delim) != (right.Kind == CssTokenKind.Delim)
        && (IsMatcherPart(left) || IsMatcherPart(right));

    private static bool IsMatcherPart(TokenShape shape) => shape.Kind == CssTokenKind.Delim && shape.First is '=' or '~' or '|' or '^' or '$' or '*';

    private static bool IsConditionOperator(TokenShape left, TokenShape right, char bracket)
    {
        if (bracket != '(') return false;
        if (left.Kind == CssTokenKind.Colon) return true;
        if (IsComparison(left) && IsComparison(right)) return false;
        return IsComparison(left) || IsComparison(right) || IsSlash(left, right);
    }

    private static bool IsComparison(TokenShape shape) => shape.Kind == CssTokenKind.Delim && shape.First is '<' or '>' or '=';

    private static bool IsSlash(TokenShape left, TokenShape right) => left.IsDelim('/') || right.IsDelim('/');

    private static bool IsNumeric(CssTokenKind kind) => kind is CssTokenKind.Number or CssTokenKind.Percentage or CssTokenKind.Dimension;

    /// <summary>Whether two tokens with nothing between them would read as other tokens (CSS Syntax, section 9).</summary>
    public static bool Glue(TokenShape left, TokenShape right)
    {
        switch (left.Kind)
        {
            case CssTokenKind.Ident:
                return JoinsName(right) || right.Kind is CssTokenKind.OpenParen || right.IsDelim('>');
            case CssTokenKind.AtKeyword or CssTokenKind.Hash or CssTokenKind.Dimension:
                return JoinsName(right);
            case CssTokenKind.Number:
                return JoinsName(right) || right.IsDelim('%') || right.IsDelim('.');
            case CssTokenKind.Delim:
                return DelimGlues(left.First, right);
            default:
                return false;
        }
    }

    private static bool JoinsName(TokenShape right) =>
        right.Kind is CssTokenKind.Ident or CssTokenKind.Function or CssTokenKind.Url or CssTokenKind.BadUrl or CssTokenKind.Cdc || right.IsDelim('-')
        || (IsNumeric(right.Kind) && right.First is not '+' and not '.');

    private static bool DelimGlues(char left, TokenShape right) => left switch
    {
        '#' or '-' => JoinsName(right) || IsNumeric(right.Kind),
        '@' => right.Kind is CssTokenKind.Ident or CssTokenKind.Function or CssTokenKind.Url or CssTokenKind.BadUrl or CssTokenKind.Cdc || right.IsDelim('-'),
        '.' or '+' => IsNumeric(right.Kind),
        '/' => right.IsDelim('*'),
        '<' => right.IsDelim('!'),
        '|' or '~' or '^' or '$' or '*' => right.Kind == CssTokenKind.Delim && right.First is '=' or '|',
        _ => false,
    };
}
