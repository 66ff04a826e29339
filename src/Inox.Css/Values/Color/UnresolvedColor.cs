namespace Inox.Css;

/// <summary>
/// A colour whose channels are known and whose alpha is not, as in <c>rgb(0 0 0 / var(--alpha))</c>. The alpha goes behind a comma for browsers that know no
/// slash.
/// </summary>
internal sealed class UnresolvedColor(ColorComponents components, CssText alpha) : CssValue
{
    public static UnresolvedColor? TryParse(ref ValueReader reader)
    {
        ColorSpace? space = reader.IsFunction("rgb") || reader.IsFunction("rgba") ? ColorSpace.Rgb : reader.IsFunction("hsl") || reader.IsFunction("hsla") ? ColorSpace.Hsl : null;
        if (space is null || !reader.Enter()) return null;
        ColorChannels channels = new(space.Value);
        if (!channels.ReadOrigin(ref reader) || channels.Read(ref reader, 0) is not { } a || channels.Read(ref reader, 1) is not { } b || channels.Read(ref reader, 2) is not { } c) return null;
        if (float.IsNaN(a + b + c) || !reader.TryDelim('/')) return null;
        CssText alpha = reader.TakeRest(out bool isEmpty);
        return isEmpty || !reader.Leave() ? null : new(new(space.Value, a, b, c, 1), alpha);
    }

    public override void Write(ValueWriter writer)
    {
        bool isRgb = components.Space == ColorSpace.Rgb, isSpaced = writer.Targets.Supports(CssFeature.SpaceSeparatedColors);
        char separator = isSpaced ? ' ' : ',';
        writer.Write(isRgb ? "rgb" : "hsl");
        writer.Write(isSpaced ? "(" : "a(");
        if (isRgb) WriteByte(components.A, writer);
        else writer.WriteNumber(components.A);
        for (int i = 0; i < 2; i++)
        {
            float channel = i == 0 ? components.B : components.C;
            writer.Separate(separator);
            if (isRgb) WriteByte(channel, writer);
            else WritePercentage(channel, writer);
        }

        writer.Separate(isSpaced ? '/' : ',');
        TokenText.Write(alpha, writer);
        writer.Write(')');
    }

    private static void WriteByte(float channel, ValueWriter writer) => writer.WriteNumber(MathF.Round(Math.Clamp(channel, 0, 1) * 255, MidpointRounding.AwayFromZero));

    private static void WritePercentage(float channel, ValueWriter writer)
    {
        writer.WriteNumber(channel * 100);
        writer.Write('%');
    }
}
