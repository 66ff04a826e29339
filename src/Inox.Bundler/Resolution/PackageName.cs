namespace Inox.Bundler.Resolution;

/// <summary>A bare request taken apart: <c>@a/b/c</c> is package <c>@a/b</c> with subpath <c>./c</c>, a package alone has subpath <c>.</c>.</summary>
internal readonly record struct PackageName(string Name, string Subpath)
{
    public bool IsWhole => Subpath == ".";

    public static PackageName Parse(string request)
    {
        int slash = request.IndexOf('/');
        if (slash >= 0 && request[0] == '@') slash = request.IndexOf('/', slash + 1);
        return slash < 0 ? new(request, ".") : new(request[..slash], "." + request[slash..]);
    }
}
