namespace Inox.Css;

/// <summary>The longhands of <c>background</c>; the shorthand is written when all are there and have as many layers as there are images.</summary>
internal sealed class BackgroundHandler : DeclarationHandler
{
    private enum Part : byte { Image, X, Y, Size, Repeat, Attachment, Origin, Clip, Count }

    private static readonly Dictionary<string, Part> s_parts = new()
    {
        ["background-image"] = Part.Image,
        ["background-position-x"] = Part.X,
        ["background-position-y"] = Part.Y,
        ["background-size"] = Part.Size,
        ["background-repeat"] = Part.Repeat,
        ["background-attachment"] = Part.Attachment,
        ["background-origin"] = Part.Origin,
        ["background-clip"] = Part.Clip,
    };

    private readonly CssValue[]?[] _parts = new CssValue[(int)Part.Count][];
    private CssValue? _color;
    private VendorPrefix _clipPrefix = VendorPrefix.None;
    private TypedDeclaration? _model;

    // What is for the browsers of one vendor stands before the standard, which takes its place where targets are known.
    private readonly List<TypedDeclaration> _vendors = [];

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.StandsAlone)
        {
            Finish(context);
            context.Add(declaration.Name == "background-clip" ? declaration with { Prefix = context.Prefixes(declaration.Prefix, declaration.Name) } : declaration);
            return;
        }

        if (IsVendorImage(declaration.Value))
        {
            if (_model is not null) Finish(context);
            _vendors.Add(declaration);
            return;
        }

        if (context.Targets.Browsers is not null && declaration.Value.IsCompatible(context.Targets)) _vendors.RemoveAll(vendor => vendor.Name == declaration.Name || declaration.Name == "background");
        switch (declaration.Name)
        {
            case "background":
                SetAll((BackgroundValue)declaration.Value, context);
                break;
            case "background-color":
                if (_color is not null && !_color.Same(declaration.Value) && !declaration.Value.IsCompatible(context.Targets)) Finish(context);
                _color = declaration.Value;
                break;
            case "background-position":
                CssValue[] positions = BackgroundParser.Items(declaration.Value);
                _parts[(int)Part.X] = Array.ConvertAll<CssValue, CssValue>(positions, value => new AxisValue(((PositionValue)value).X, "left", "right"));
                _parts[(int)Part.Y] = Array.ConvertAll<CssValue, CssValue>(positions, value => new AxisValue(((PositionValue)value).Y, "top", "bottom"));
                break;
            default:
                SetPart(s_parts[declaration.Name], declaration, context);
                break;
        }

        _model = declaration with { Prefix = VendorPrefix.None };
    }

    // -moz-linear-gradient(…) is read by one browser only: it never takes the place of another value.
    private static bool IsVendorImage(CssValue value) => value switch
    {
        BackgroundValue background => Array.Exists(background.Layers, layer => IsVendorImage(layer.Image)),
        ListValue list => Array.Exists(list.Items, IsVendorImage),
        WebkitGradientValue or GradientValue { Prefix: not VendorPrefix.None } or ImageSetValue { Prefix: not VendorPrefix.None } => true,
        _ => false,
    };

    private void SetPart(Part part, TypedDeclaration declaration, DeclarationContext context)
    {
        if (part == Part.Clip)
        {
            if (_parts[(int)part] is { } earlier && declaration.Value.Same(Join(earlier))) _clipPrefix |= declaration.Prefix;
            else if (_parts[(int)part] is not null && _clipPrefix != declaration.Prefix)
            {
                Finish(context);
                _clipPrefix = declaration.Prefix;
            }
            else _clipPrefix = declaration.Prefix;
        }
        else if (_parts[(int)part] is not null && !declaration.Value.IsCompatible(context.Targets)) Finish(context);

        _parts[(int)part] = BackgroundParser.Items(declaration.Value);
    }

    private void SetAll(BackgroundValue value, DeclarationContext context)
    {
        if (_model is not null && !value.IsCompatible(context.Targets)) Finish(context);
        _color = value.Color;
        _parts[(int)Part.Image] = Array.ConvertAll(value.Layers, layer => layer.Image);
        _parts[(int)Part.X] = Array.ConvertAll<BackgroundLayer, CssValue>(value.Layers, layer => new AxisValue(layer.Position.X, "left", "right"));
        _parts[(int)Part.Y] = Array.ConvertAll<BackgroundLayer, CssValue>(value.Layers, layer => new AxisValue(layer.Position.Y, "top", "bottom"));
        _parts[(int)Part.Size] = Array.ConvertAll(value.Layers, layer => layer.Size);
        _parts[(int)Part.Repeat] = Array.ConvertAll(value.Layers, layer => layer.Repeat);
        _parts[(int)Part.Attachment] = Array.ConvertAll(value.Layers, layer => layer.Attachment);
        _parts[(int)Part.Origin] = Array.ConvertAll(value.Layers, layer => layer.Origin);
        _parts[(int)Part.Clip] = Array.ConvertAll(value.Layers, layer => layer.Clip);
        _clipPrefix = VendorPrefix.None;
    }

    private static CssValue Join(CssValue[] items) => items.Length == 1 ? items[0] : new ListValue(',', items);

    private bool IsComplete()
    {
        if (_color is null || _parts[0] is not { } images) return false;
        return Array.TrueForAll(_parts, part => part is not null && part.Length == images.Length);
    }

    public override void Finish(DeclarationContext context)
    {
        foreach (TypedDeclaration vendor in _vendors) context.AddWithFallbacks(vendor);
        _vendors.Clear();
        if (_model is not { } model) return;
        if (IsComplete()) WriteShorthand(model, context);
        else WriteLonghands(model, context);
        Array.Clear(_parts);
        _color = null;
        _model = null;
        _clipPrefix = VendorPrefix.None;
    }

    private void WriteShorthand(TypedDeclaration model, DeclarationContext context)
    {
        CssValue[] clips = _parts[(int)Part.Clip]!;
        VendorPrefix clipPrefix = ClipPrefixes(context);
        bool apart = clipPrefix != VendorPrefix.None;
        BackgroundLayer[] layers = new BackgroundLayer[clips.Length];
        for (int i = 0; i < layers.Length; i++) layers[i] = LayerAt(i, apart ? BackgroundParser.BorderBox : clips[i]);
        Emit(model with { Name = "background", Value = new BackgroundValue(layers, _color!) }, context);
        if (apart) context.Add(model with { Name = "background-clip", Prefix = clipPrefix, Value = Join(clips) });
    }

    private BackgroundLayer LayerAt(int i, CssValue clip) => new(
        _parts[(int)Part.Image]![i], PositionAt(i), _parts[(int)Part.Size]![i], _parts[(int)Part.Repeat]![i], _parts[(int)Part.Attachment]![i], _parts[(int)Part.Origin]![i], clip);

    private PositionValue PositionAt(int i) => new(((AxisValue)_parts[(int)Part.X]![i]).Axis, ((AxisValue)_parts[(int)Part.Y]![i]).Axis);

    // Only text needs a prefix anywhere.
    private VendorPrefix ClipPrefixes(DeclarationContext context)
    {
        if (_parts[(int)Part.Clip] is not { } clips || !Array.Exists(clips, clip => clip.IsKeyword("text"))) return _clipPrefix;
        return context.Targets.Browsers is null ? _clipPrefix : context.Prefixes(_clipPrefix, "background-clip");
    }

    private void WriteLonghands(TypedDeclaration model, DeclarationContext context)
    {
        if (_color is not null) Emit(model with { Name = "background-color", Value = _color }, context);
        WritePart(Part.Image, "background-image", model, context);
        if (_parts[(int)Part.X] is { } xs && _parts[(int)Part.Y] is { } ys && xs.Length == ys.Length)
        {
            CssValue[] positions = new CssValue[xs.Length];
            for (int i = 0; i < positions.Length; i++) positions[i] = PositionAt(i);
            context.Add(model with { Name = "background-position", Value = Join(positions) });
        }
        else
        {
            WritePart(Part.X, "background-position-x", model, context);
            WritePart(Part.Y, "background-position-y", model, context);
        }

        WritePart(Part.Repeat, "background-repeat", model, context);
        WritePart(Part.Size, "background-size", model, context);
        WritePart(Part.Attachment, "background-attachment", model, context);
        WritePart(Part.Origin, "background-origin", model, context);
        if (_parts[(int)Part.Clip] is { } clips) context.Add(model with { Name = "background-clip", Prefix = ClipPrefixes(context), Value = Join(clips) });
    }

    private void WritePart(Part part, string name, TypedDeclaration model, DeclarationContext context)
    {
        if (_parts[(int)part] is { } values) Emit(model with { Name = name, Value = Join(values) }, context);
    }

    private static void Emit(TypedDeclaration declaration, DeclarationContext context) => context.AddWithFallbacks(declaration);
}
