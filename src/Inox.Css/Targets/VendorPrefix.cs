namespace Inox.Css;

/// <summary>Vendor prefixes, as a set; <see cref="None"/> is the unprefixed name.</summary>
[Flags]
internal enum VendorPrefix : byte { Empty = 0, None = 1, Webkit = 2, Moz = 4, Ms = 8, O = 16, All = 31 }

internal static class VendorPrefixes
{
    /// <summary>In the order that they are written in, the standard name last.</summary>
    public static readonly VendorPrefix[] Order = [VendorPrefix.Webkit, VendorPrefix.Moz, VendorPrefix.Ms, VendorPrefix.O, VendorPrefix.None];

    public static string Text(VendorPrefix prefix) => prefix switch
    {
        VendorPrefix.Webkit => "-webkit-",
        VendorPrefix.Moz => "-moz-",
        VendorPrefix.Ms => "-ms-",
        VendorPrefix.O => "-o-",
        _ => "",
    };

    public static VendorPrefix Of(ReadOnlySpan<char> name)
    {
        if (name.Length < 3 || name[0] != '-') return VendorPrefix.None;
        if (name.StartsWith("-webkit-", StringComparison.OrdinalIgnoreCase)) return VendorPrefix.Webkit;
        if (name.StartsWith("-moz-", StringComparison.OrdinalIgnoreCase)) return VendorPrefix.Moz;
        if (name.StartsWith("-ms-", StringComparison.OrdinalIgnoreCase)) return VendorPrefix.Ms;
        return name.StartsWith("-o-", StringComparison.OrdinalIgnoreCase) ? VendorPrefix.O : VendorPrefix.None;
    }
}
