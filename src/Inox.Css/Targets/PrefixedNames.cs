namespace Inox.Css;

/// <summary>Names of properties under a vendor's prefix. WebKit's mask borders had a name of their own.</summary>
internal static class PrefixedNames
{
    private const string MaskBorder = "mask-border", WebkitMaskBorder = "-webkit-mask-box-image";

    public static string Of(VendorPrefix prefix, string standard)
    {
        if (prefix == VendorPrefix.None) return standard;
        if (prefix == VendorPrefix.Webkit && standard.StartsWith(MaskBorder, StringComparison.Ordinal)) return string.Concat(WebkitMaskBorder, standard.AsSpan(MaskBorder.Length));
        return VendorPrefixes.Text(prefix) + standard;
    }

    /// <summary>The standard name of a property that is known under <paramref name="prefix"/>.</summary>
    public static string Standard(string name, VendorPrefix prefix)
    {
        if (prefix == VendorPrefix.None) return name;
        if (name.StartsWith(WebkitMaskBorder, StringComparison.Ordinal)) return string.Concat(MaskBorder, name.AsSpan(WebkitMaskBorder.Length));
        return name[VendorPrefixes.Text(prefix).Length..];
    }
}
