namespace Inox.Css;

/// <summary>
/// <c>color-scheme</c>. Where targets do not know <c>light-dark()</c>, it also defines the two custom properties that a lowered one reads: the one of the
/// scheme in use is <c>initial</c>, so that the fallback in its <c>var()</c> counts, and the other is empty.
/// </summary>
internal sealed class ColorSchemeHandler : DeclarationHandler
{
    private static readonly CssValue s_used = new Keyword("initial"), s_unused = new RawValue("");

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (!context.Targets.Supports(CssFeature.LightDark) && ColorSchemeValue.Of(declaration.Value) is { } scheme) Define(scheme, declaration, context);
        context.Replace(declaration);
    }

    private static void Define(ColorSchemeValue scheme, TypedDeclaration declaration, DeclarationContext context)
    {
        context.Extra.Dark.Clear();
        bool isDark = scheme is { IsDark: true, IsLight: false };
        foreach (TypedDeclaration property in Properties(isDark, declaration)) context.Replace(property);
        if (scheme is { IsDark: true, IsLight: true }) context.Extra.Dark.AddRange(Properties(isDark: true, declaration));
    }

    private static TypedDeclaration[] Properties(bool isDark, TypedDeclaration declaration) =>
    [
        declaration with { Name = LightDarkValue.LightProperty, Value = isDark ? s_unused : s_used },
        declaration with { Name = LightDarkValue.DarkProperty, Value = isDark ? s_used : s_unused },
    ];

    public override void Finish(DeclarationContext context)
    {
    }
}
