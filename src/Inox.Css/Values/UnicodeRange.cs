using System.Globalization;

namespace Inox.Css;

/// <summary><c>unicode-range</c>: <c>U+26, U+0-7F, U+4??</c> (CSS Fonts 4, section 4.5), with as few digits as say it.</summary>
internal sealed class UnicodeRange(int start, int end) : CssValue
{
    private const int Last = 0x10FFFF;

    /// <summary>The ranges in the descriptor's text, which are no tokens of today's syntax; null where they are not.</summary>
    public static CssValue? ParseList(CssText text)
    {
        List<CssValue> ranges = [];
        foreach (string part in text.ToString().Split(','))
        {
            if (Parse(part.Trim()) is not { } range) return null;
            ranges.Add(range);
        }

        return ranges.Count == 1 ? ranges[0] : new ListValue(',', [.. ranges]);
    }

    private static UnicodeRange? Parse(string text)
    {
        if (text.Length < 3 || text[0] is not ('u' or 'U') || text[1] != '+') return null;
        ReadOnlySpan<char> digits = text.AsSpan(2);
        int dash = digits.IndexOf('-'), wildcard = digits.IndexOf('?');
        if (dash >= 0) return wildcard < 0 && Hex(digits[..dash]) is { } from && Hex(digits[(dash + 1)..]) is { } to && from <= to ? new(from, to) : null;
        if (wildcard < 0) return Hex(digits) is { } one ? new(one, one) : null;
        if (digits.Length > 6 || digits[wildcard..].ContainsAnyExcept('?')) return null;
        string name = digits.ToString();
        return Hex(name.Replace('?', '0')) is { } low && Hex(name.Replace('?', 'F')) is { } high ? new(low, high) : null;
    }

    private static int? Hex(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) && value <= Last ? value : null;

    public override void Write(ValueWriter writer)
    {
        writer.Write("U+");
        int low = start, high = end, wildcards = 0;
        while (low != high && (low & 15) == 0 && (high & 15) == 15)
        {
            low >>= 4;
            high >>= 4;
            wildcards++;
        }

        if (low == high)
        {
            if (low != 0 || wildcards == 0) writer.Write(low.ToString("X", CultureInfo.InvariantCulture));
            writer.Write(new string('?', wildcards));
            return;
        }

        writer.Write(start.ToString("X", CultureInfo.InvariantCulture));
        writer.Write('-');
        writer.Write(end.ToString("X", CultureInfo.InvariantCulture));
    }
}
