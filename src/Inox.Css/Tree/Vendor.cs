namespace Inox.Css;

internal static class Vendor
{
    /// <summary>The name without a vendor prefix: <c>-webkit-animation</c> is <c>animation</c>; <c>--x</c> stays.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> name)
    {
        if (name.Length < 4 || name[0] != '-' || name[1] == '-') return name;
        int dash = name[1..].IndexOf('-');
        return dash < 0 ? name : name[(dash + 2)..];
    }
}
