namespace Inox.Css;

/// <summary>
/// Tells which tokens refer to files while the tokens of one value go by: a URL token, and the string in <c>url()</c>, <c>src()</c> and
/// <c>image-set()</c>. Holds the open functions down to a depth of 64; deeper ones hold no reference.
/// </summary>
internal struct UrlTracker
{
    private const int MaxDepth = 64;

    // One bit a level: whether a string directly in it is a URL.
    private ulong _takesStrings;
    private int _depth;
    private bool _atStart;

    /// <summary>Notes the current token and answers whether it is a URL.</summary>
    public bool Visit(in CssTokenizer tokens)
    {
        switch (tokens.Kind)
        {
            case CssTokenKind.Whitespace or CssTokenKind.Comment:
                return false;
            case CssTokenKind.Url:
                _atStart = false;
                return true;
            case CssTokenKind.String:
                bool isUrl = _atStart && _depth is > 0 and <= MaxDepth && (_takesStrings >> (_depth - 1) & 1) != 0;
                _atStart = false;
                return isUrl;
            case CssTokenKind.Function:
                Open(TakesStrings(tokens.Value));
                return false;
            case CssTokenKind.OpenParen or CssTokenKind.OpenBracket or CssTokenKind.OpenBrace:
                Open(false);
                return false;
            case CssTokenKind.CloseParen or CssTokenKind.CloseBracket or CssTokenKind.CloseBrace:
                if (_depth > 0) _depth--;
                break;
            case CssTokenKind.Comma:
                _atStart = true;
                return false;
        }

        _atStart = false;
        return false;
    }

    /// <summary>Whether a URL names a file: not one with its data inside, and not a place in the same document.</summary>
    public static bool IsReference(string url) =>
        url.Length > 0 && url[0] != '#' && !url.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    private void Open(bool takesStrings)
    {
        if (_depth < MaxDepth)
        {
            ulong bit = 1UL << _depth;
            _takesStrings = takesStrings ? _takesStrings | bit : _takesStrings & ~bit;
        }

        _depth++;
        _atStart = true;
    }

    private static bool TakesStrings(ReadOnlySpan<char> function) =>
        CssEscapes.EqualsIgnoreCase(function, "url") || CssEscapes.EqualsIgnoreCase(function, "src")
        || CssEscapes.EqualsIgnoreCase(Vendor.Strip(function), "image-set");
}
