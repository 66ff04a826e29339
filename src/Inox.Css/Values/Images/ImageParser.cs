namespace Inox.Css;

/// <summary>Parses images: URLs, gradients and sets of images.</summary>
internal static class ImageParser
{
    public static CssValue? TryImageOrNone(ref ValueReader reader) => reader.TryIdent("none") ? new Keyword("none") : TryImage(ref reader);

    public static CssValue? TryImage(ref ValueReader reader)
    {
        ValueReader saved = reader;
        CssValue? image = reader.TryUrl() ?? GradientParser.TryParse(ref reader) ?? TryImageSet(ref reader);
        if (image is null) reader = saved;
        return image;
    }

    private static ImageSetValue? TryImageSet(ref ValueReader reader)
    {
        VendorPrefix prefix = reader.IsFunction("image-set") ? VendorPrefix.None : reader.IsFunction("-webkit-image-set") ? VendorPrefix.Webkit : VendorPrefix.Empty;
        if (prefix == VendorPrefix.Empty || !reader.Enter()) return null;
        List<ImageSetValue.Option> options = [];
        do
        {
            CssValue? image = reader.TryString() is { } url ? new UrlValue(url) : TryImage(ref reader);
            if (image is null) return null;
            CalcNode? resolution = CalcParser.TryNumeric(ref reader, Dimensions.Resolution);
            string? type = null;
            if (reader.TryFunction("type"))
            {
                type = reader.TryString();
                if (type is null || !reader.Leave()) return null;
            }

            options.Add(new(image, resolution ?? CalcParser.TryNumeric(ref reader, Dimensions.Resolution) ?? new Numeric(1, CssUnit.X), type));
        }
        while (reader.TryComma());
        return reader.Leave() ? new(prefix, [.. options]) : null;
    }
}

/// <summary><c>image-set()</c>: the standard takes strings for URLs, the prefixed one does not.</summary>
internal sealed class ImageSetValue(VendorPrefix prefix, ImageSetValue.Option[] options) : CssValue
{
    internal readonly record struct Option(CssValue Image, CalcNode Resolution, string? Type);

    public VendorPrefix Prefix { get; } = prefix;

    public ImageSetValue WithPrefix(VendorPrefix own) => new(own, options);

    public override void Write(ValueWriter writer)
    {
        writer.Write(VendorPrefixes.Text(Prefix));
        writer.Write("image-set(");
        for (int i = 0; i < options.Length; i++)
        {
            if (i > 0) writer.Comma();
            if (options[i].Image is UrlValue url && Prefix == VendorPrefix.None) writer.WriteString(url.Url);
            else options[i].Image.Write(writer);
            writer.Write(' ');
            WriteResolution(options[i].Resolution, writer);
            if (options[i].Type is not { } type) continue;
            writer.Write(" type(");
            writer.WriteString(type);
            writer.Write(')');
        }

        writer.Write(')');
    }

    // Here x was first, whatever targets know elsewhere.
    private static void WriteResolution(CalcNode resolution, ValueWriter writer)
    {
        if (resolution is not Numeric { Unit: CssUnit.X or CssUnit.Dppx } number)
        {
            resolution.Write(writer);
            return;
        }

        writer.WriteNumber(number.Value);
        writer.Write('x');
    }

    public override bool IsCompatible(TargetSet targets) => Prefix != VendorPrefix.None || targets.SupportsUnderPrefix(CssFeature.ImageSet, "image-set");
}

/// <summary>A value for the browsers of one vendor.</summary>
internal readonly record struct ImageFallback(VendorPrefix Prefix, CssValue Value);

/// <summary>Images in the forms that older browsers know.</summary>
internal static class ImageFallbacks
{
    /// <summary>What stands before <paramref name="value"/>, oldest first; empty where every target reads it.</summary>
    public static List<ImageFallback> Of(CssValue value, TargetSet targets)
    {
        List<ImageFallback> list = [];
        if (targets.Browsers is null) return list;
        VendorPrefix prefixes = Needed(value, targets);
        if (prefixes is VendorPrefix.Empty or VendorPrefix.None) return list;
        CssValue plain = ColorLists.Needed(value, targets) != FallbackKinds.None ? ColorLists.Convert(value, FallbackKinds.Rgb) : value;
        if ((prefixes & VendorPrefix.Webkit) != 0 && NeedsFirstSyntax(targets) && Map(plain, First) is { } first) list.Add(new(VendorPrefix.Webkit, first));
        foreach (VendorPrefix prefix in VendorPrefixes.Order)
        {
            if (prefix != VendorPrefix.None && (prefixes & prefix) != 0 && Map(plain, image => Prefixed(image, prefix)) is { } prefixed) list.Add(new(prefix, prefixed));
        }

        return list;
    }

    private static VendorPrefix Needed(CssValue value, TargetSet targets) => value switch
    {
        GradientValue { Prefix: VendorPrefix.None } gradient => targets.PrefixesOf(gradient.Name),
        ImageSetValue { Prefix: VendorPrefix.None } => targets.PrefixesOf("image-set"),
        ListValue list => list.Items.Aggregate(VendorPrefix.Empty, (prefixes, item) => prefixes | Needed(item, targets)),
        ShorthandValue shorthand => shorthand.Values.Aggregate(VendorPrefix.Empty, (prefixes, item) => prefixes | Needed(item, targets)),
        BackgroundValue background => background.Layers.Aggregate(VendorPrefix.Empty, (prefixes, layer) => prefixes | Needed(layer.Image, targets)),
        _ => VendorPrefix.Empty,
    };

    private static bool NeedsFirstSyntax(TargetSet targets)
    {
        Core.EngineTargets browsers = targets.Browsers!;
        return Before(Core.Engine.Chrome, 10) || Before(Core.Engine.Safari, 5, 1) || Before(Core.Engine.Ios, 5) || Before(Core.Engine.Android, 4);

        bool Before(Core.Engine engine, int major, int minor = 0) => browsers[engine] is > 0 and var version && version < Core.EngineTargets.Version(major, minor);
    }

    private static CssValue? First(CssValue image) => image is GradientValue { Prefix: VendorPrefix.None } gradient ? WebkitGradientValue.From(gradient) : image;

    private static CssValue? Prefixed(CssValue image, VendorPrefix prefix) => image switch
    {
        GradientValue { Prefix: VendorPrefix.None } gradient => gradient.WithPrefix(prefix),
        ImageSetValue { Prefix: VendorPrefix.None } set => set.WithPrefix(prefix),
        _ => image,
    };

    // A layer without words for it is left out; null when none is left.
    private static CssValue? Map(CssValue value, Func<CssValue, CssValue?> convert)
    {
        switch (value)
        {
            case ListValue { Separator: ',' } list:
                CssValue[] items = [.. list.Items.Select(convert).OfType<CssValue>()];
                return items.Length == 0 ? null : items.Length == 1 ? items[0] : new ListValue(',', items);
            case BackgroundValue background:
                BackgroundLayer[] layers = [.. background.Layers.Select(layer => convert(layer.Image) is { } image ? layer with { Image = image } : null).OfType<BackgroundLayer>()];
                return layers.Length == 0 ? null : new BackgroundValue(layers, background.Color);
            case ShorthandValue shorthand:
                CssValue?[] values = Array.ConvertAll(shorthand.Values, item => item is ListValue layered ? MapAll(layered, convert) : convert(item));
                return Array.TrueForAll(values, item => item is not null) ? new ShorthandValue(shorthand.Shorthand, values!) : null;
            default:
                return convert(value);
        }
    }

    private static ListValue? MapAll(ListValue list, Func<CssValue, CssValue?> convert)
    {
        CssValue?[] items = Array.ConvertAll(list.Items, item => convert(item));
        return Array.TrueForAll(items, item => item is not null) ? new(list.Separator, items!) : null;
    }
}
