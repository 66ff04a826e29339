namespace Inox.Css;

// Blocks: brackets in pairs, with all that is between them.
public ref partial struct CssTokenizer
{
    // Deeper ones count as one block up to the end of the text.
    private const int MaxBlockDepth = 256;

    /// <summary>Whether the token opens a function or a block.</summary>
    public readonly bool OpensBlock => Kind is CssTokenKind.Function or CssTokenKind.OpenParen or CssTokenKind.OpenBracket or CssTokenKind.OpenBrace;

    /// <summary>Goes from the token that opens a block to the one that closes it, or to the end of the text. Any other token stays.</summary>
    public void SkipBlock()
    {
        if (OpensBlock) SkipTo(Closer(Kind), 0);
    }

    // CSS Syntax 3, 5.5.9: in [ } ] only the last bracket closes.
    private void SkipTo(CssTokenKind closer, int depth)
    {
        while (Next() != CssTokenKind.EndOfFile && Kind != closer)
        {
            if (!OpensBlock) continue;
            if (depth < MaxBlockDepth) SkipTo(Closer(Kind), depth + 1);
            else Position = _text.Length;
        }
    }

    private static CssTokenKind Closer(CssTokenKind opener) => opener switch
    {
        CssTokenKind.OpenBracket => CssTokenKind.CloseBracket,
        CssTokenKind.OpenBrace => CssTokenKind.CloseBrace,
        _ => CssTokenKind.CloseParen,
    };
}
