namespace Inox.Css;

/// <summary><c>mask</c> (CSS Masking 1, section 7.7). The prefixed shorthand has no room for the last two of its parts.</summary>
internal sealed class MaskShorthand() : LayeredShorthand("mask",
[
    new("mask-image", ImageParser.TryImageOrNone, BackgroundParser.None),
    new("mask-position", BackgroundParser.ParsePosition, PositionValue.Origin),
    new("mask-size", BackgroundParser.ParseSize, BackgroundParser.Auto),
    new("mask-repeat", BackgroundParser.ParseRepeat, BackgroundParser.Repeat),
    new("mask-clip", ParseClip, BackgroundParser.BorderBox),
    new("mask-origin", ParseOrigin, BackgroundParser.BorderBox),
    new("mask-composite", static (ref reader) => reader.TryKeyword(Composites), new Keyword("add")),
    new("mask-mode", static (ref reader) => reader.TryKeyword(Modes), new Keyword("match-source")),
])
{
    public const int Image = 0, Position = 1, Size = 2, Repeat = 3, Clip = 4, Origin = 5, Composite = 6, Mode = 7;

    public static KeywordSet Composites { get; } = new("add", "subtract", "intersect", "exclude");

    public static KeywordSet Modes { get; } = new("luminance", "alpha", "match-source");

    private static readonly KeywordSet s_boxes = new("border-box", "padding-box", "content-box", "margin-box", "fill-box", "stroke-box", "view-box");

    public override bool KeepsPrefixWithImages => true;

    public static CssValue? ParseOrigin(ref ValueReader reader) => reader.TryKeyword(s_boxes);

    public static CssValue? ParseClip(ref ValueReader reader) => reader.TryIdent("no-clip") ? new Keyword("no-clip") : reader.TryKeyword(s_boxes);

    // <image> || <position> [ / <size> ]? || <repeat> || <box> || [ <box> | no-clip ] || <composite> || <mode>; one box is both
    protected override CssValue[]? ParseLayer(ref ValueReader reader)
    {
        CssValue?[] found = new CssValue?[8];
        bool any = false;
        while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma)
        {
            if (!TryPart(ref reader, found)) return null;
            any = true;
        }

        if (!any) return null;
        found[Clip] ??= found[Origin];
        for (int i = 0; i < found.Length; i++) found[i] ??= Parts[i].Initial;
        return found!;
    }

    private static bool TryPart(ref ValueReader reader, CssValue?[] found)
    {
        if (found[Position] is null && PositionValue.TryParse(ref reader) is { } position)
        {
            found[Position] = position;
            return !reader.TryDelim('/') || (found[Size] = BackgroundParser.ParseSize(ref reader)) is not null;
        }

        if (found[Image] is null && (found[Image] = ImageParser.TryImageOrNone(ref reader)) is not null) return true;
        if (found[Repeat] is null && (found[Repeat] = BackgroundParser.ParseRepeat(ref reader)) is not null) return true;
        if (found[Origin] is null && (found[Origin] = ParseOrigin(ref reader)) is not null) return true;
        if (found[Clip] is null && (found[Clip] = ParseClip(ref reader)) is not null) return true;
        if (found[Composite] is null && (found[Composite] = reader.TryKeyword(Composites)) is not null) return true;
        return found[Mode] is null && (found[Mode] = reader.TryKeyword(Modes)) is not null;
    }

    public override bool CanWrite(CssValue[] values, TargetSet targets)
    {
        int count = BackgroundParser.Items(values[Image]).Length;
        return Array.TrueForAll(values, value => BackgroundParser.Items(value).Length == count);
    }

    public override CssValue? Missing(int longhand, VendorPrefix prefixes) =>
        longhand is Composite or Mode && (prefixes & VendorPrefix.None) == 0 ? Initial(longhand) : null;

    public override CssValue[] For(VendorPrefix prefix, CssValue[] values)
    {
        if (prefix == VendorPrefix.None) return values;
        CssValue[] own = [.. values];
        own[Composite] = Initial(Composite);
        own[Mode] = Initial(Mode);
        return own;
    }

    protected override void WriteLayer(CssValue[] layer, ValueWriter writer)
    {
        layer[Image].Write(writer);
        bool hasSize = layer[Size].Text != "auto";
        if (hasSize || !layer[Position].Same(PositionValue.Origin))
        {
            Word(layer[Position]);
            if (hasSize) writer.Separate('/');
            if (hasSize) layer[Size].Write(writer);
        }

        if (layer[Repeat].Text != "repeat") Word(layer[Repeat]);
        if (layer[Origin].Text != "border-box" || layer[Clip].Text != "border-box")
        {
            Word(layer[Origin]);
            if (!layer[Clip].Same(layer[Origin])) Word(layer[Clip]);
        }

        if (layer[Composite].Text != "add") Word(layer[Composite]);
        if (layer[Mode].Text != "match-source") Word(layer[Mode]);

        void Word(CssValue value)
        {
            writer.Write(' ');
            value.Write(writer);
        }
    }
}
