using System.Buffers;

namespace Inox.Core;

/// <summary>Offsets of line starts. Lines end as ECMA-262 12.3 says: LF, CR, CR LF, U+2028, U+2029.</summary>
public static class LineTable
{
    internal static readonly SearchValues<char> Terminators = SearchValues.Create("\n\r\u2028\u2029");

    public static int[] Build(ReadOnlySpan<char> text)
    {
        List<int> starts = new(text.Length / 32 + 1) { 0 };
        int position = 0;
        while (true)
        {
            int next = text[position..].IndexOfAny(Terminators);
            if (next < 0) return [.. starts];
            position += next + 1;
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n') position++;
            starts.Add(position);
        }
    }

    /// <summary>The index of the last start that is not after <paramref name="offset"/>.</summary>
    public static int Find(ReadOnlySpan<int> starts, int offset)
    {
        int index = starts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }
}
