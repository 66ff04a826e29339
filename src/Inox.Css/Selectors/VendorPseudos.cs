namespace Inox.Css;

/// <summary>Pseudo-classes and pseudo-elements that vendors have had other names for.</summary>
internal static class VendorPseudos
{
    private readonly record struct Entry(string Standard, bool IsElement, VendorPrefix Prefix, string Name);

    private static readonly Entry[] s_entries =
    [
        new("fullscreen", false, VendorPrefix.Webkit, "-webkit-full-screen"),
        new("fullscreen", false, VendorPrefix.Moz, "-moz-full-screen"),
        new("fullscreen", false, VendorPrefix.Ms, "-ms-fullscreen"),
        new("any-link", false, VendorPrefix.Webkit, "-webkit-any-link"),
        new("any-link", false, VendorPrefix.Moz, "-moz-any-link"),
        new("read-only", false, VendorPrefix.Moz, "-moz-read-only"),
        new("read-write", false, VendorPrefix.Moz, "-moz-read-write"),
        new("placeholder-shown", false, VendorPrefix.Moz, "-moz-placeholder"),
        new("placeholder-shown", false, VendorPrefix.Ms, "-ms-input-placeholder"),
        new("autofill", false, VendorPrefix.Webkit, "-webkit-autofill"),
        new("placeholder", true, VendorPrefix.Webkit, "-webkit-input-placeholder"),
        new("placeholder", true, VendorPrefix.Moz, "-moz-placeholder"),
        new("placeholder", true, VendorPrefix.Ms, "-ms-input-placeholder"),
        new("file-selector-button", true, VendorPrefix.Webkit, "-webkit-file-upload-button"),
        new("file-selector-button", true, VendorPrefix.Ms, "-ms-browse"),
        new("backdrop", true, VendorPrefix.Webkit, "-webkit-backdrop"),
        new("backdrop", true, VendorPrefix.Ms, "-ms-backdrop"),
        new("selection", true, VendorPrefix.Moz, "-moz-selection"),
        new("is", false, VendorPrefix.Webkit, "-webkit-any"),
        new("is", false, VendorPrefix.Moz, "-moz-any"),
    ];

    /// <summary>The name under a prefix; <paramref name="standard"/> itself where that vendor had no other.</summary>
    public static string Under(VendorPrefix prefix, string standard, bool isElement)
    {
        foreach (Entry entry in s_entries)
        {
            if (entry.Prefix == prefix && entry.Standard == standard && entry.IsElement == isElement) return entry.Name;
        }

        return standard;
    }

    /// <summary>The standard name; null for one that is none of a vendor, or not known.</summary>
    public static string? Standard(string name, bool isElement)
    {
        foreach (Entry entry in s_entries)
        {
            if (entry.Name == name && entry.IsElement == isElement) return entry.Standard;
        }

        return null;
    }

    /// <summary>The prefixes that some target wants for a standard name.</summary>
    public static VendorPrefix Needed(string standard, bool isElement, TargetSet targets) =>
        standard == "is" ? SelectorFeatures.AnyPrefixes(targets) : targets.PrefixesOf((isElement ? "::" : ":") + standard) & ~VendorPrefix.None;
}
