namespace Inox.Css;

/// <summary>One layer of a background.</summary>
internal sealed record BackgroundLayer(CssValue Image, PositionValue Position, CssValue Size, CssValue Repeat, CssValue Attachment, CssValue Origin, CssValue Clip);

/// <summary><c>background</c> (CSS Backgrounds 3, section 2.10); the colour stands in the last layer.</summary>
internal sealed class BackgroundValue(BackgroundLayer[] layers, CssValue color) : CssValue, IColored
{
    public BackgroundLayer[] Layers { get; } = layers;

    public CssValue Color { get; } = color;

    public override void Write(ValueWriter writer)
    {
        for (int i = 0; i < Layers.Length; i++)
        {
            if (i > 0) writer.Comma();
            WriteLayer(Layers[i], i == Layers.Length - 1, writer);
        }
    }

    private void WriteLayer(BackgroundLayer layer, bool isLast, ValueWriter writer)
    {
        int start = writer.Output.Length;
        if (isLast && !Color.Same(ColorValue.Transparent)) Part(Color);
        if (!layer.Image.IsKeyword("none")) Part(layer.Image);
        bool hasSize = layer.Size.Text != "auto";
        if (!layer.Position.IsOrigin || hasSize)
        {
            Part(layer.Position);
            if (hasSize)
            {
                writer.Separate('/');
                layer.Size.Write(writer);
            }
        }

        if (layer.Repeat.Text != "repeat") Part(layer.Repeat);
        if (layer.Attachment.Text != "scroll") Part(layer.Attachment);
        bool isBox = layer.Clip.Text is "border-box" or "padding-box" or "content-box";
        bool hasOrigin = layer.Origin.Text != "padding-box" || (isBox && layer.Clip.Text != "border-box");
        if (hasOrigin) Part(layer.Origin);
        if ((hasOrigin && !layer.Clip.Same(layer.Origin)) || (!hasOrigin && layer.Clip.Text != "border-box")) Part(layer.Clip);
        if (writer.Output.Length == start) writer.Write(writer.Minify ? "0 0" : "none");

        void Part(CssValue value)
        {
            if (writer.Output.Length > start) writer.Write(' ');
            value.Write(writer);
        }
    }

    public override bool IsCompatible(TargetSet targets) => Color.IsCompatible(targets) && Array.TrueForAll(Layers, layer => layer.Image.IsCompatible(targets) && layer.Position.IsCompatible(targets) && layer.Size.IsCompatible(targets));

    public IEnumerable<CssValue> Colors() => [Color, .. Layers.Select(layer => layer.Image)];

    public CssValue WithColors(Func<CssValue, CssValue> convert) => new BackgroundValue(Array.ConvertAll(Layers, layer => layer with { Image = convert(layer.Image) }), convert(Color));
}

/// <summary>Parses <c>background</c> and its longhands.</summary>
internal static class BackgroundParser
{
    public static readonly PositionValue Position = PositionValue.Origin;
    public static readonly Keyword None = new("none"), Auto = new("auto"), Repeat = new("repeat"), Scroll = new("scroll"), PaddingBox = new("padding-box"), BorderBox = new("border-box");

    private static readonly KeywordSet s_repeats = new("repeat", "space", "round", "no-repeat"), s_attachments = new("scroll", "fixed", "local");
    private static readonly KeywordSet s_boxes = new("border-box", "padding-box", "content-box"), s_clips = new("border-box", "padding-box", "content-box", "text", "border");

    public static CssValue? Parse(ref ValueReader reader)
    {
        List<BackgroundLayer> layers = [];
        CssValue? color = null;
        do
        {
            if (color is not null || ParseLayer(ref reader, ref color) is not { } layer) return null;
            layers.Add(layer);
        }
        while (reader.TryComma());
        return new BackgroundValue([.. layers], color ?? ColorValue.Transparent);
    }

    private static BackgroundLayer? ParseLayer(ref ValueReader reader, ref CssValue? color)
    {
        CssValue? image = null, size = null, repeat = null, attachment = null, origin = null, clip = null;
        PositionValue? position = null;
        bool any = false;
        while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma)
        {
            any = true;
            if (color is null && ColorParser.TryColor(ref reader) is { } ownColor) color = ownColor;
            else if (position is null && PositionValue.TryParse(ref reader) is { } ownPosition)
            {
                position = ownPosition;
                if (reader.TryDelim('/') && (size = ParseSize(ref reader)) is null) return null;
            }
            else if (image is null && ImageParser.TryImageOrNone(ref reader) is { } ownImage) image = ownImage;
            else if (repeat is null && ParseRepeat(ref reader) is { } ownRepeat) repeat = ownRepeat;
            else if (attachment is null && reader.TryKeyword(s_attachments) is { } ownAttachment) attachment = ownAttachment;
            else if (origin is null && reader.TryKeyword(s_boxes) is { } box) origin = box;
            else if (clip is null && reader.TryKeyword(s_clips) is { } ownClip) clip = ownClip;
            else return null;
        }

        if (!any) return null;
        return new(image ?? None, position ?? Position, size ?? Auto, repeat ?? Repeat, attachment ?? Scroll, origin ?? PaddingBox, clip ?? origin ?? BorderBox);
    }

    public static CssValue? ParseSize(ref ValueReader reader)
    {
        if (reader.TryIdent("cover")) return new Keyword("cover");
        if (reader.TryIdent("contain")) return new Keyword("contain");
        if (SizePart(ref reader) is not { } x) return null;
        return SizePart(ref reader) is { } y && y.Text != "auto" ? new ListValue(' ', x, y) : x;
    }

    private static CssValue? SizePart(ref ValueReader reader) => reader.TryIdent("auto") ? Auto : CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);

    public static CssValue? ParseRepeat(ref ValueReader reader)
    {
        if (reader.TryIdent("repeat-x")) return new Keyword("repeat-x");
        if (reader.TryIdent("repeat-y")) return new Keyword("repeat-y");
        if (reader.TryKeyword(s_repeats) is not { } x) return null;
        if (reader.TryKeyword(s_repeats) is not { } y || y.Name == x.Name) return x;
        return (x.Name, y.Name) switch
        {
            ("repeat", "no-repeat") => new Keyword("repeat-x"),
            ("no-repeat", "repeat") => new Keyword("repeat-y"),
            _ => new ListValue(' ', x, y),
        };
    }

    public static CssValue? ParseAttachment(ref ValueReader reader) => reader.TryKeyword(s_attachments);

    public static CssValue? ParseOrigin(ref ValueReader reader) => reader.TryKeyword(s_boxes);

    public static CssValue? ParseClip(ref ValueReader reader) => reader.TryKeyword(s_clips);

    public static CssValue? ParsePosition(ref ValueReader reader) => PositionValue.TryParse(ref reader);

    /// <summary>One axis alone: <c>background-position-x</c>.</summary>
    public static CssValue? ParseAxis(ref ValueReader reader, string near, string far)
    {
        if (reader.TryIdent("center")) return new AxisValue(AxisPosition.Center, near, far);
        bool isFar = reader.TryIdent(far), isNear = !isFar && reader.TryIdent(near);
        CalcNode? offset = CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);
        return isFar || isNear || offset is not null ? new AxisValue(new(isFar, offset, false), near, far) : null;
    }

    /// <summary>A list of what <paramref name="item"/> reads, separated by commas.</summary>
    public static ValueParser List(ValueParser item) => (ref ValueReader reader) =>
    {
        List<CssValue> items = [];
        do
        {
            if (item(ref reader) is not { } value) return null;
            items.Add(value);
        }
        while (reader.TryComma());
        return items.Count == 1 ? items[0] : new ListValue(',', [.. items]);
    };

    public static CssValue[] Items(CssValue value) => value is ListValue { Separator: ',' } list ? list.Items : [value];
}

/// <summary>A position on one axis.</summary>
internal sealed class AxisValue(AxisPosition axis, string near, string far) : CssValue
{
    public AxisPosition Axis { get; } = axis;

    public override void Write(ValueWriter writer)
    {
        if (Axis.FromNear() is { } offset)
        {
            if (offset.IsZero) writer.Write('0');
            else offset.Write(writer);
            return;
        }

        writer.Write(Axis.FromFar ? far : near);
        writer.Write(' ');
        Axis.Offset!.Write(writer);
    }
}
