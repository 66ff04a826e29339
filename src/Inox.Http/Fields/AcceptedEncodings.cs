using System.Globalization;
using System.Text;

namespace Inox.Http;

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110 section 12.5.3).</summary>
internal static class AcceptedEncodings
{
    /// <summary>The weight of a coding: 0 when it must not be used. <c>*</c> stands for those that are not named.</summary>
    public static double WeightOf(ReadOnlySpan<byte> field, ReadOnlySpan<byte> coding)
    {
        double others = 0;
        while (!field.IsEmpty)
        {
            int comma = field.IndexOf((byte)',');
            ReadOnlySpan<byte> each = comma < 0 ? field : field[..comma];
            field = comma < 0 ? default : field[(comma + 1)..];
            int semicolon = each.IndexOf((byte)';');
            ReadOnlySpan<byte> name = Characters.Trim(semicolon < 0 ? each : each[..semicolon]);
            double weight = semicolon < 0 ? 1 : Weight(Characters.Trim(each[(semicolon + 1)..]));
            if (Ascii.EqualsIgnoreCase(name, coding)) return weight;
            if (name.SequenceEqual("*"u8)) others = weight;
        }
        return others;
    }

    private static double Weight(ReadOnlySpan<byte> parameter)
    {
        if (parameter.Length < 3 || (parameter[0] | 0x20) != 'q' || parameter[1] != '=') return 1;
        return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight) ? Math.Clamp(weight, 0, 1) : 0;
    }
}
