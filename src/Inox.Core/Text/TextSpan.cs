namespace Inox.Core;

/// <summary>A half-open range of UTF-16 offsets into one <see cref="SourceText"/>.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public static TextSpan At(int offset) => new(offset, offset);

    public bool Contains(int offset) => offset >= Start && offset < End;
}
