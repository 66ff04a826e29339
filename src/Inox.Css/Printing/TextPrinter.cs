using System.Buffers;
using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Prints a <see cref="CssText"/> token by token: each token exactly as it was written, URLs replaced when asked, white space and comments between
/// them as the context allows.
/// </summary>
internal sealed class TextPrinter(CharWriter output, bool minify)
{
    private const int MaxDepth = 128;
    private static readonly SearchValues<char> s_reasons = SearchValues.Create(" \t\n\r\f/");
    private static readonly SearchValues<char> s_reasonsToSpread = SearchValues.Create(" \t\n\r\f/,>~+");

    // The open brackets of the text being printed. Below MaxDepth white space is only collapsed.
    private readonly char[] _brackets = new char[MaxDepth];
    private int _depth;

    /// <summary>Answers what to write in place of a URL; null leaves it.</summary>
    public Func<string, string?>? ResolveUrl { get; set; }

    public void Print(CssText text, TextContext context)
    {
        ReadOnlySpan<char> span = text.Span;
        bool mayHoldUrls = ResolveUrl is not null && span.Contains('(');
        bool verbatim = context == TextContext.Verbatim || !span.ContainsAny(minify ? s_reasons : s_reasonsToSpread);
        if (verbatim && !mayHoldUrls) output.Write(span);
        else if (context == TextContext.Verbatim) PrintVerbatim(text);
        else PrintTokens(text, context);
    }

    private void PrintVerbatim(CssText text)
    {
        CssTokenizer tokens = text.Tokenize();
        UrlTracker urls = default;
        while (tokens.Next() != CssTokenKind.EndOfFile) PrintToken(tokens, TextContext.Verbatim, ref urls);
    }

    private void PrintTokens(CssText text, TextContext context)
    {
        CssTokenizer tokens = text.Tokenize();
        UrlTracker urls = default;
        TokenShape before = default, left = default;
        bool space = false, comment = false;
        _depth = 0;
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind == CssTokenKind.Whitespace)
            {
                space = true;
                continue;
            }

            if (tokens.Kind == CssTokenKind.Comment && !LegalComment.IsLegal(tokens.Text))
            {
                comment = true;
                continue;
            }

            TokenShape right = TokenShape.Of(tokens);
            if (left.Kind != CssTokenKind.EndOfFile) PrintGap(context, before, left, right, space, comment);
            PrintToken(tokens, context, ref urls);
            TrackBracket(right);
            before = left;
            left = right;
            space = comment = false;
        }
    }

    private void PrintGap(TextContext context, TokenShape before, TokenShape left, TokenShape right, bool space, bool comment)
    {
        char bracket = _depth is > 0 and <= MaxDepth ? _brackets[_depth - 1] : '\0';
        bool written = space;
        if (minify) written = space && (_depth > MaxDepth || TokenSpacing.IsNeeded(context, before, left, right, bracket));
        else if (right.Kind == CssTokenKind.Comma) written = false;
        else if (left.Kind == CssTokenKind.Comma) written = true;
        else if (context == TextContext.Selector && bracket == '\0') written |= IsSpreadCombinator(left) || IsSpreadCombinator(right);

        // a/**/b: with the comment left out the two would read as one.
        if (written) output.Write(' ');
        else if (comment && !space && TokenSpacing.Glue(left, right)) output.Write("/**/");
    }

    private static bool IsSpreadCombinator(TokenShape shape) => shape.Kind == CssTokenKind.Delim && shape.First is '>' or '~' or '+';

    private void PrintToken(in CssTokenizer tokens, TextContext context, ref UrlTracker urls)
    {
        if (ResolveUrl is not null && urls.Visit(tokens))
        {
            string url = CssEscapes.Decode(tokens.Value);
            if (UrlTracker.IsReference(url) && ResolveUrl(url) is { } replacement)
            {
                output.Write(tokens.Kind == CssTokenKind.Url ? CssEscapes.Url(replacement) : CssEscapes.QuotedString(replacement));
                return;
            }
        }

        if (minify && tokens.Kind == CssTokenKind.Url && context != TextContext.Verbatim) PrintUrl(tokens);
        else output.Write(tokens.Text);
    }

    // url( a ) is url(a)
    private void PrintUrl(in CssTokenizer tokens)
    {
        output.Write("url(");
        output.Write(tokens.Value);
        output.Write(')');
    }

    private void TrackBracket(TokenShape shape)
    {
        if (shape.Kind is CssTokenKind.Function or CssTokenKind.OpenParen) Open('(');
        else if (shape.Kind == CssTokenKind.OpenBracket) Open('[');
        else if (shape.Kind == CssTokenKind.OpenBrace) Open('{');
        else if (shape.Kind is CssTokenKind.CloseParen or CssTokenKind.CloseBracket or CssTokenKind.CloseBrace && _depth > 0) _depth--;
    }

    private void Open(char bracket)
    {
        if (_depth < MaxDepth) _brackets[_depth] = bracket;
        _depth++;
    }
}
