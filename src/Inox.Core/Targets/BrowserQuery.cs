namespace Inox.Core;

/// <summary>Reads lists of browsers with their oldest versions: <c>chrome 100, safari &gt;= 15.4</c>, or <c>chrome100,safari15.4</c>.</summary>
public static class BrowserQuery
{
    /// <summary>The targets, or, where a part cannot be read, null and that part in <paramref name="unknown"/>.</summary>
    public static BrowserTargets? Parse(string query, out string? unknown)
    {
        int[] versions = new int[BrowserTargets.Count];
        unknown = null;
        foreach (string part in query.Split([",", " and ", " or "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (TryParsePart(part, out Browser browser, out int version))
            {
                ref int oldest = ref versions[(int)browser];
                oldest = oldest == 0 ? version : Math.Min(oldest, version);
                continue;
            }

            unknown = part;
            return null;
        }

        return new(versions);
    }

    private static bool TryParsePart(string part, out Browser browser, out int version)
    {
        int digits = part.AsSpan().IndexOfAnyInRange('0', '9');
        browser = default;
        version = 0;
        if (digits <= 0) return false;
        string name = part[..digits].TrimEnd(' ', '>', '=');
        return BrowserTargets.TryFind(name.ToLowerInvariant(), out browser) && BrowserTargets.TryParseVersion(part.AsSpan(digits), out version);
    }
}
