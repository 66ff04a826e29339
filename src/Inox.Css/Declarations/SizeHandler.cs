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

    private static readonly string[] s_logicalOrder = ["height", "min-height", "max-height", "width", "min-width", "max-width"];

    // Whether a value of the size was written before, because not every target reads the one after it: that needs no further names.
    private readonly bool[] _hasFallback = new bool[6];
    private readonly TypedDeclaration?[] _physicalValues = new TypedDeclaration?[6], _logicalValues = new TypedDeclaration?[6];
    private bool _logical, _any;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        int index = Array.IndexOf(s_physical, declaration.Name);
        bool logical = index < 0;
        if (logical) index = Array.IndexOf(s_logical, declaration.Name);
        if (declaration.StandsAlone)
        {
            Flush(context);
            _hasFallback[index] = true;
            context.Add(logical && !context.Targets.Supports(CssFeature.LogicalSize) ? declaration with { Name = s_physical[index] } : declaration);
            return;
        }

        if (_any && _logical != logical) Flush(context);
        TypedDeclaration?[] values = logical ? _logicalValues : _physicalValues;
        if (values[index] is { } earlier && !earlier.Value.Same(declaration.Value) && IsNewer(declaration.Value, context.Targets))
        {
            Flush(context);
            _hasFallback[index] = true;
        }

        values[index] = declaration;
        _logical = logical;
        _any = true;
    }

    public override void Finish(DeclarationContext context)
    {
        Flush(context);
        Array.Clear(_hasFallback);
    }

    private void Flush(DeclarationContext context)
    {
        if (!_any) return;
        bool lowers = _logical && !context.Targets.Supports(CssFeature.LogicalSize);
        TypedDeclaration?[] values = _logical ? _logicalValues : _physicalValues;
        foreach (string name in _logical ? s_logicalOrder : s_order)
        {
            int index = Array.IndexOf(s_physical, name);
            if (values[index] is { } declaration) Emit(lowers ? declaration with { Name = name } : declaration, !_hasFallback[index], context);
        }

        Array.Clear(_physicalValues);
        Array.Clear(_logicalValues);
        _any = false;
    }

    private static bool IsNewer(CssValue value, TargetSet targets) =>
        !value.IsCompatible(targets) || (targets.Browsers is not null && value is Keyword { Name: ['-', ..] });

    private static void Emit(TypedDeclaration declaration, bool prefixes, DeclarationContext context)
    {
        if (prefixes && declaration.Value is Keyword { Name: "stretch" or "min-content" or "max-content" or "fit-content" } keyword)
        {
            VendorPrefix wanted = context.Prefixes(VendorPrefix.None, keyword.Name);
            if ((wanted & VendorPrefix.Webkit) != 0) context.Add(declaration.With(new Keyword(keyword.Name == "stretch" ? "-webkit-fill-available" : "-webkit-" + keyword.Name)));
            if ((wanted & VendorPrefix.Moz) != 0) context.Add(declaration.With(new Keyword(keyword.Name == "stretch" ? "-moz-available" : "-moz-" + keyword.Name)));
        }

        context.Add(declaration);
    }
}
