namespace Inox.Http;

internal readonly record struct ByteRange(int Start, int Length)
{
    public int End => Start + Length;

    public static ByteRange Between(int start, int end) => new(start, end - start);
}
