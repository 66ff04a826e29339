namespace Inox.Css;

/// <summary>
/// Borders: width, style and color of each side, radii and border images. Physical and logical sides are collected apart; what comes first is written when
/// the other kind follows. <c>border</c> also resets the image.
/// </summary>
internal sealed class BorderHandler : DeclarationHandler
{
    private readonly BorderSides _physical = new(logical: false), _logical = new(logical: true);
    private readonly List<TypedDeclaration> _logicalRadii = [];
    private readonly ShorthandHandler _radius = new(Borders.Radius), _image = new(Borders.Image);

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.Name.EndsWith("-radius", StringComparison.Ordinal))
        {
            HandleRadius(declaration, context);
            return;
        }

        if (declaration.Name.StartsWith("border-image", StringComparison.Ordinal))
        {
            // border-image: var(--a); border-top: …: the image is written by now
            if (declaration.StandsAlone)
            {
                Flush(context);
                KeepImage(true);
            }

            _image.Handle(declaration, context);
            return;
        }

        if (declaration.StandsAlone)
        {
            HandleUnparsed(declaration, context);
            return;
        }

        if (declaration.Name == "border") HandleBorder(declaration, (ShorthandValue)declaration.Value, context);
        else if (BorderParts.Find(declaration.Name) is { } parts)
        {
            bool logical = parts.IsLogical;
            BorderSides own = logical ? _logical : _physical, other = logical ? _physical : _logical;
            other.Flush(context);
            own.Set(parts, declaration, context);
        }
    }

    private void HandleBorder(TypedDeclaration declaration, ShorthandValue value, DeclarationContext context)
    {
        if (!value.IsCompatible(context.Targets)) Flush(context);
        _logical.Clear();
        _image.Clear();
        KeepImage(false);
        _physical.SetAll(value, declaration);
    }

    private void HandleRadius(TypedDeclaration declaration, DeclarationContext context)
    {
        int logical = Array.IndexOf(Borders.LogicalRadii, declaration.Name);
        if (logical < 0)
        {
            // border-radius sets all corners, by whatever name.
            if (declaration is { Name: "border-radius", IsUnparsed: false }) _logicalRadii.Clear();
            else FlushLogicalRadii(context);
            _radius.Handle(declaration, context);
            return;
        }

        _radius.Finish(context);
        _logicalRadii.Add(declaration);
    }

    private void FlushLogicalRadii(DeclarationContext context)
    {
        foreach (TypedDeclaration declaration in _logicalRadii)
        {
            if (context.Targets.Supports(CssFeature.LogicalBorderRadius)) context.Add(declaration);
            else AddCorner(declaration, Array.IndexOf(Borders.LogicalRadii, declaration.Name), context);
        }

        _logicalRadii.Clear();
    }

    // start-start is top-left in text from left to right, top-right the other way.
    private static void AddCorner(TypedDeclaration declaration, int corner, DeclarationContext context)
    {
        string[] physical = Borders.Radius.Longhands;
        context.Extra.LeftToRight.Add(declaration with { Name = physical[corner] });
        context.Extra.RightToLeft.Add(declaration with { Name = physical[corner ^ 1] });
    }

    private void HandleUnparsed(TypedDeclaration declaration, DeclarationContext context)
    {
        Flush(context);
        if (declaration.Name == "border")
        {
            _image.Clear();
            KeepImage(false);
        }

        if (BorderParts.Find(declaration.Name) is { IsLogical: true } parts && !context.Targets.Supports(CssFeature.LogicalBorders)) BorderSides.EmitLowered(parts, declaration, context);
        else context.Add(declaration);
    }

    private void KeepImage(bool keeps) => _physical.KeepsImage = _logical.KeepsImage = keeps;

    private void Flush(DeclarationContext context)
    {
        _physical.Flush(context);
        _logical.Flush(context);
    }

    public override void Finish(DeclarationContext context)
    {
        Flush(context);
        KeepImage(false);
        _image.Finish(context);
        FlushLogicalRadii(context);
        _radius.Finish(context);
    }
}

/// <summary>Which sides and which of width, style and color a property sets.</summary>
internal sealed record BorderParts(string Name, int[] Sides, int[] Parts)
{
    private static readonly string[] s_sides = ["top", "right", "bottom", "left", "block-start", "block-end", "inline-start", "inline-end"];
    private static readonly string[] s_parts = ["width", "style", "color"];
    private static readonly Dictionary<string, BorderParts> s_all = Create();

    public bool IsLogical => Sides[0] >= 4;

    public static BorderParts? Find(string name) => s_all.GetValueOrDefault(name);

    public static string SideName(int side) => s_sides[side];

    public static string PartName(int part) => s_parts[part];

    private static Dictionary<string, BorderParts> Create()
    {
        Dictionary<string, BorderParts> all = [];
        (string Name, int[] Sides)[] groups = [("", [0, 1, 2, 3]), ("-block", [4, 5]), ("-inline", [6, 7]), .. s_sides.Select((side, index) => ($"-{side}", new[] { index }))];
        foreach ((string group, int[] sides) in groups)
        {
            Add($"border{group}", sides, [0, 1, 2]);
            for (int part = 0; part < 3; part++) Add($"border{group}-{s_parts[part]}", sides, [part]);
        }

        return all;

        void Add(string name, int[] sides, int[] parts) => all.Add(name, new(name, sides, parts));
    }
}
