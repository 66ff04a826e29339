namespace Inox.Css;

/// <summary>A declaration as text, once for each of its prefixes.</summary>
internal static class DeclarationTexts
{
    public static IEnumerable<(string Name, string Value)> Of(TypedDeclaration declaration, bool minify, TargetSet targets)
    {
        CssValue? last = null;
        string text = "";
        foreach (VendorPrefix prefix in VendorPrefixes.Order)
        {
            if ((declaration.Prefix & prefix) == 0) continue;
            CssValue value = declaration.Value.For(prefix);
            if (!ReferenceEquals(value, last)) text = ValueWriter.ToText(value, minify, targets);
            last = value;
            yield return (PrefixedNames.Of(prefix, declaration.Name), text);
        }
    }
}
