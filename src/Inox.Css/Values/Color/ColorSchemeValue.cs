namespace Inox.Css;

/// <summary>The schemes of <c>color-scheme</c> (CSS Color Adjust 1, section 2.2). Neither of them is <c>normal</c>.</summary>
internal sealed class ColorSchemeValue(bool isLight, bool isDark, bool isOnly) : CssValue
{
    public bool IsLight { get; } = isLight;

    public bool IsDark { get; } = isDark;

    /// <summary>The schemes that a value names; null where only the browser knows, as with <c>inherit</c> and variables.</summary>
    public static ColorSchemeValue? Of(CssValue value) => value.IsKeyword("initial") ? new(false, false, false) : value as ColorSchemeValue;

    // normal | [ light | dark ]+ && only?; with names of schemes to come the value stays text
    public static CssValue? Parse(ref ValueReader reader)
    {
        if (reader.TryIdent("normal")) return new ColorSchemeValue(false, false, false);
        bool isLight = false, isDark = false, isOnly = reader.TryIdent("only"), isFirst = isOnly;
        while (true)
        {
            if (reader.TryIdent("light")) isLight = true;
            else if (reader.TryIdent("dark")) isDark = true;
            else break;
        }

        if (!isFirst) isOnly = reader.TryIdent("only");
        return isLight || isDark ? new ColorSchemeValue(isLight, isDark, isOnly) : null;
    }

    public override void Write(ValueWriter writer)
    {
        writer.Write(IsLight ? IsDark ? "light dark" : "light" : IsDark ? "dark" : "normal");
        if (isOnly) writer.Write(" only");
    }
}
