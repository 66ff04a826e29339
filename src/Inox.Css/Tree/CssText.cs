namespace Inox.Css;

/// <summary>
/// A run of whole tokens in a buffer: the sheet's own text, or text that a transform made. Brackets, strings and URLs in it are closed, so it can be
/// printed between any other text.
/// </summary>
public readonly record struct CssText(string Buffer, int Start, int End)
{
    public CssText(string text) : this(text, 0, text.Length)
    {
    }

    public static CssText Empty { get; } = new("");

    public int Length => End - Start;

    public bool IsEmpty => End == Start;

    public ReadOnlySpan<char> Span => Buffer.AsSpan(Start, End - Start);

    /// <summary>A tokenizer whose offsets are those of <see cref="Buffer"/>.</summary>
    public CssTokenizer Tokenize() => new(Buffer.AsSpan(0, End), Start);

    /// <summary>Compares with an ASCII word, escapes resolved and letters of either case alike.</summary>
    public bool Is(ReadOnlySpan<char> word) => CssEscapes.EqualsIgnoreCase(Span, word);

    public override string ToString() => Buffer[Start..End];
}
