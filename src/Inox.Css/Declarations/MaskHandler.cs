namespace Inox.Css;

/// <summary>Masks and mask borders. What the prefixed shorthand has no room for follows it by its old name.</summary>
internal sealed class MaskHandler : RevisingHandler
{
    public static readonly MaskShorthand Mask = new();

    public static readonly BorderImageShorthand Border = new("mask-border", hasMode: true);

    private readonly ShorthandHandler _mask = new(Mask), _border = new(Border);

    protected override void Collect(TypedDeclaration declaration, DeclarationContext context)
    {
        bool isBorder = declaration.Name.StartsWith(Border.Name, StringComparison.Ordinal);
        if (declaration.Name == Mask.Name) _border.Clear();
        (isBorder ? _border : _mask).Handle(declaration, context);
    }

    protected override void Write(DeclarationContext context)
    {
        _mask.Finish(context);
        _border.Finish(context);
    }

    protected override void Revise(int start, DeclarationContext context)
    {
        if (context.Targets.Browsers is null) return;
        for (int i = start; i < context.Output.Count; i++)
        {
            TypedDeclaration declaration = context.Output[i];
            if ((declaration.Prefix & VendorPrefix.Webkit) == 0 || OldNames(declaration) is not { Count: > 0 } old) continue;
            bool isWhole = declaration.Name == Mask.Name;
            context.Output[i] = declaration with { Prefix = declaration.Prefix & ~VendorPrefix.Webkit };
            if (context.Output[i].Prefix == VendorPrefix.Empty) context.Output.RemoveAt(i);
            if (isWhole) old.Insert(0, declaration with { Prefix = VendorPrefix.Webkit });
            context.Output.InsertRange(i, old);
            i += old.Count;
        }
    }

    private static List<TypedDeclaration> OldNames(TypedDeclaration declaration)
    {
        List<TypedDeclaration> old = [];
        CssValue? composite = declaration.Name == "mask-composite" ? declaration.Value : null, mode = declaration.Name == "mask-mode" ? declaration.Value : null;
        if (declaration is { Name: "mask", Value: ShorthandValue whole })
        {
            composite = IsInitial(whole, MaskShorthand.Composite) ? null : whole.Values[MaskShorthand.Composite];
            mode = IsInitial(whole, MaskShorthand.Mode) ? null : whole.Values[MaskShorthand.Mode];
        }

        if (composite is not null) Add("-webkit-mask-composite", Map(composite, OldComposite));
        if (mode is not null) Add("-webkit-mask-source-type", mode);
        return old;

        void Add(string name, CssValue value) => old.Add(declaration with { Name = name, Prefix = VendorPrefix.None, Value = value });
    }

    private static bool IsInitial(ShorthandValue whole, int part) => Array.TrueForAll(BackgroundParser.Items(whole.Values[part]), value => value.Same(Mask.Initial(part)));

    private static CssValue Map(CssValue value, Func<CssValue, CssValue> convert) => value is ListValue list ? new ListValue(list.Separator, Array.ConvertAll(list.Items, item => convert(item))) : convert(value);

    private static CssValue OldComposite(CssValue value) => value.Text switch
    {
        "add" => new Keyword("source-over"),
        "subtract" => new Keyword("source-out"),
        "intersect" => new Keyword("source-in"),
        "exclude" => new Keyword("xor"),
        _ => value,
    };
}
