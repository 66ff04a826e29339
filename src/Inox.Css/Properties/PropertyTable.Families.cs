namespace Inox.Css;

internal static partial class PropertyTable
{
    // Properties with a parser of their own.
    private static (string Name, ValueParser Parser, VendorPrefix Prefixes)[] Families => [];
}
