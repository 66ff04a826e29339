namespace Inox.Css;

/// <summary>
/// Widths and heights, each once, in a fixed order. Logical sizes become physical where targets do not know them, and keywords get the names that browsers
/// have had for them.
/// </summary>
internal sealed class SizeHandler : DeclarationHandler
{
    private static readonly string[] s_physical = ["width", "height", "min-width", "min-height", "max-width", "max-height"];
    private static readonly string[] s_logical = ["inline-size", "block-size", "min-inline-size", "min-block-size", "max-inline-size", "max-block-size"];

    // As they are written: those of one kind together.
    private static readonly string[] s_order = ["width", "min-width", "max-width", "height", "min-height", "max-height"];

    private readonly TypedDeclaration?[] _physicalValues = new TypedDeclaration?[6], _logicalValues = new TypedDeclaration?[6];
    private bool _logical, _any;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        int index = Array.IndexOf(s_physical, declaration.Name);
        bool logical = index < 0;
        if (logical) index = Array.IndexOf(s_logical, declaration.Name);
        if (declaration.IsUnparsed || declaration.IsWide)
        {
            Finish(context);
            context.Add(logical && !context.Targets.Supports(CssFeature.LogicalSize) ? declaration with { Name = s_physical[index] } : declaration);
            return;
        }

        if (_any && _logical != logical) Finish(context);
        TypedDeclaration?[] values = logical ? _logicalValues : _physicalValues;
        if (values[index] is { } earlier && !earlier.Value.Same(declaration.Value) && !declaration.Value.IsCompatible(context.Targets)) Finish(context);
        values[index] = declaration;
        _logical = logical;
        _any = true;
    }

    public override void Finish(DeclarationContext context)
    {
        if (!_any) return;
        bool lowers = _logical && !context.Targets.Supports(CssFeature.LogicalSize);
        TypedDeclaration?[] values = _logical ? _logicalValues : _physicalValues;
        foreach (string name in s_physical)
        {
            int index = Array.IndexOf(s_physical, name);
            if (values[index] is { } declaration) Emit(lowers ? declaration with { Name = name } : declaration, context);
        }

        Array.Clear(_physicalValues);
        Array.Clear(_logicalValues);
        _any = false;
    }

    private static void Emit(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.Value is Keyword { Name: "stretch" or "min-content" or "max-content" or "fit-content" } keyword)
        {
            VendorPrefix prefixes = context.Prefixes(VendorPrefix.None, keyword.Name == "stretch" ? "stretch" : keyword.Name);
            if ((prefixes & VendorPrefix.Webkit) != 0) context.Add(declaration.With(new Keyword(keyword.Name == "stretch" ? "-webkit-fill-available" : "-webkit-" + keyword.Name)));
            if ((prefixes & VendorPrefix.Moz) != 0) context.Add(declaration.With(new Keyword(keyword.Name == "stretch" ? "-moz-available" : "-moz-" + keyword.Name)));
        }

        context.Add(declaration);
    }
}
