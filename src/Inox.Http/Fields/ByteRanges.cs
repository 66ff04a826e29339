using System.Buffers.Text;

namespace Inox.Http;

/// <summary>A <c>Range</c> of bytes (RFC 9110 section 14). One range is served; a list of them gets the whole, as section 14.2 allows.</summary>
internal static class ByteRanges
{
    internal enum Verdict
    {
        /// <summary>Malformed, of another unit, or several: the field is ignored.</summary>
        Whole,
        Part,
        Unsatisfiable,
    }

    public static Verdict Read(ReadOnlySpan<byte> field, long length, out long start, out long count)
    {
        start = 0;
        count = length;
        if (!field.StartsWith("bytes="u8)) return Verdict.Whole;
        ReadOnlySpan<byte> range = Characters.Trim(field[6..]);
        int dash = range.IndexOf((byte)'-');
        if (dash < 0 || range.Contains((byte)',')) return Verdict.Whole;
        if (dash == 0)
        {
            if (!TryNumber(range[1..], out long suffix)) return Verdict.Whole;
            if (suffix == 0 || length == 0) return Verdict.Unsatisfiable;
            start = Math.Max(0, length - suffix);
            count = length - start;
            return Verdict.Part;
        }
        long last = long.MaxValue;
        if (!TryNumber(range[..dash], out long first) || dash + 1 < range.Length && !TryNumber(range[(dash + 1)..], out last) || last < first) return Verdict.Whole;
        if (first >= length) return Verdict.Unsatisfiable;
        start = first;
        count = Math.Min(last, length - 1) - start + 1;
        return Verdict.Part;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        return text.Length > 0 && text.IndexOfAnyExcept(Characters.Digits) < 0 && Utf8Parser.TryParse(text, out number, out int read) && read == text.Length;
    }
}
