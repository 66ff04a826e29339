using System.Globalization;

namespace Inox.Core;

/// <summary>
/// Reads which engines are meant, as browserslist does: <c>chrome80</c>, <c>safari >= 14</c>, <c>ios 12-14</c>, <c>node18</c>, <c>defaults</c>, <c>> 0.5%</c>,
/// <c>last 2 versions</c>, <c>last 3 chrome major versions</c>, <c>cover 95%</c>, <c>dead</c>, <c>Firefox ESR</c>, <c>maintained node versions</c>. Queries are joined with
/// commas or <c>or</c>, narrowed with <c>and</c>, and taken back with <c>not</c>. A name alone is its latest version.
/// </summary>
public static class EngineQuery
{
    private const string Defaults = "> 0.5%, last 2 versions, firefox esr, not dead";

    // https://github.com/browserslist/browserslist#full-list: what is without updates for two years
    private const string Dead = "ie <= 11, operamobile <= 12.1, samsung 4";

    private const int FirefoxEsr = 140_000;

    /// <summary>The engines, or null with the part of the text that was not understood.</summary>
    public static EngineTargets? Parse(string text, out string fault)
    {
        fault = "";
        HashSet<(Engine Engine, int Version)>? found = Evaluate(text, ref fault);
        if (found is null) return null;
        int[] versions = new int[EngineTargets.Count];
        foreach ((Engine engine, int version) in found)
        {
            ref int oldest = ref versions[(int)engine];
            // version 0.x counts as the first
            int known = Math.Max(version, 1);
            if (oldest == 0 || known < oldest) oldest = known;
        }
        return new(versions);
    }

    private static HashSet<(Engine Engine, int Version)>? Evaluate(string text, ref string fault)
    {
        HashSet<(Engine Engine, int Version)> result = [];
        foreach (string alternative in text.Replace(" or ", ",", StringComparison.OrdinalIgnoreCase).Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Join(alternative, result, ref fault)) return null;
        }
        return result;
    }

    private static bool Join(string alternative, HashSet<(Engine Engine, int Version)> result, ref string fault)
    {
        HashSet<(Engine Engine, int Version)>? narrowed = null;
        bool takesBack = false;
        string[] parts = alternative.Split(" and ", StringSplitOptions.TrimEntries);
        foreach (string part in parts)
        {
            bool isNot = part.StartsWith("not ", StringComparison.OrdinalIgnoreCase);
            string query = isNot ? part[4..].Trim() : part;
            if (Select(query, ref fault) is not { } selected)
            {
                if (fault.Length == 0) fault = part;
                return false;
            }
            if (narrowed is null && isNot)
            {
                takesBack = true;
                narrowed = selected;
            }
            else if (narrowed is null) narrowed = selected;
            else if (isNot) narrowed.ExceptWith(selected);
            else narrowed.IntersectWith(selected);
        }
        if (takesBack) result.ExceptWith(narrowed!);
        else result.UnionWith(narrowed!);
        return true;
    }

    private static HashSet<(Engine Engine, int Version)>? Select(string query, ref string fault)
    {
        string lower = query.ToLowerInvariant();
        switch (lower)
        {
            case "defaults": return Evaluate(Defaults, ref fault);
            case "dead": return Evaluate(Dead, ref fault);
            case "firefox esr" or "ff esr" or "fx esr": return [(Engine.Firefox, FirefoxEsr)];
            case "maintained node versions": return Filter(static release => release.IsMaintained);
            case "current node": return [(Engine.Node, EngineRelease.Of(Engine.Node)[^1].Version)];
            case "op_mini all" or "kaios all" or "baidu all": return [];
        }
        if (lower.Length == 0) return null;
        if (lower[0] is '>' or '<') return SelectShare(lower);
        if (lower.StartsWith("cover ", StringComparison.Ordinal)) return SelectCover(lower["cover ".Length..]);
        return lower.StartsWith("last ", StringComparison.Ordinal) ? SelectLast(lower) : SelectVersions(lower);
    }

    private static HashSet<(Engine Engine, int Version)> Filter(Func<EngineRelease, bool> takes)
    {
        HashSet<(Engine Engine, int Version)> found = [];
        foreach (EngineRelease[] releases in EngineRelease.All)
            foreach (EngineRelease release in releases) if (takes(release)) found.Add((release.Engine, release.Version));
        return found;
    }

    private static double? ReadPercent(string text) =>
        text.EndsWith('%') && double.TryParse(text.AsSpan(0, text.Length - 1).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) ? percent : null;

    // > 0.5%
    private static HashSet<(Engine Engine, int Version)>? SelectShare(string query)
    {
        bool isEqual = query.Length > 1 && query[1] == '=';
        if (ReadPercent(query[(isEqual ? 2 : 1)..].Trim()) is not { } limit) return null;
        return query[0] == '>'
            ? Filter(release => release.Share > limit || isEqual && release.Share == limit)
            : Filter(release => release.Engine != Engine.Node && (release.Share < limit || isEqual && release.Share == limit));
    }

    // cover 95%: the most used ones that together have so much
    private static HashSet<(Engine Engine, int Version)>? SelectCover(string text)
    {
        if (ReadPercent(text) is not { } wanted) return null;
        List<EngineRelease> all = [];
        foreach (EngineRelease[] releases in EngineRelease.All) all.AddRange(releases);
        all.Sort(static (a, b) => b.Share.CompareTo(a.Share));
        HashSet<(Engine Engine, int Version)> found = [];
        double covered = 0;
        foreach (EngineRelease release in all)
        {
            if (covered >= wanted || release.Share == 0) break;
            covered += release.Share;
            found.Add((release.Engine, release.Version));
        }
        return found;
    }

    // last 2 versions, last 2 major versions, last 3 chrome versions
    private static HashSet<(Engine Engine, int Version)>? SelectLast(string query)
    {
        string[] words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || words[^1] is not ("versions" or "version") || !int.TryParse(words[1], NumberStyles.None, null, out int count)) return null;
        bool isMajor = words[^2] == "major";
        int end = words.Length - (isMajor ? 2 : 1);
        Engine? only = null;
        if (end > 2)
        {
            only = FindEngine(string.Concat(words[2..end]));
            if (only is null) return null;
        }
        HashSet<(Engine Engine, int Version)> found = [];
        foreach (EngineRelease[] releases in EngineRelease.All)
        {
            if (releases.Length == 0 || (only is { } engine ? releases[0].Engine != engine : releases[0].Engine == Engine.Node)) continue;
            int last = -1, left = count;
            for (int i = releases.Length - 1; i >= 0; i--)
            {
                int step = isMajor || releases[i].Engine == Engine.Node ? releases[i].Version / 1000 : releases[i].Version;
                if (step != last && left-- == 0) break;
                last = step;
                found.Add((releases[i].Engine, releases[i].Version));
            }
        }
        return found;
    }

    // chrome, chrome80, chrome 80, chrome >= 80, chrome 80-90
    private static HashSet<(Engine Engine, int Version)>? SelectVersions(string query)
    {
        int split = 0;
        while (split < query.Length && (char.IsAsciiLetter(query[split]) || query[split] == '_')) split++;
        if (FindEngine(query[..split]) is not { } engine) return null;
        string rest = query[split..].Trim();
        EngineRelease[] releases = EngineRelease.Of(engine);
        if (rest.Length == 0) return releases.Length == 0 ? null : [(engine, releases[^1].Version)];
        if (rest[0] is '>' or '<')
        {
            bool isEqual = rest.Length > 1 && rest[1] == '=';
            if (EngineTargets.ParseVersion(rest[(isEqual ? 2 : 1)..].Trim()) is not { } limit) return null;
            return Compare(engine, rest[0] == '>', isEqual, limit);
        }
        int dash = rest.IndexOf('-');
        if (dash < 0) return EngineTargets.ParseVersion(rest) is { } exact ? [(engine, exact)] : null;
        if (EngineTargets.ParseVersion(rest[..dash].Trim()) is not { } low || EngineTargets.ParseVersion(rest[(dash + 1)..].Trim()) is not { } high) return null;
        HashSet<(Engine Engine, int Version)> range = [(engine, low)];
        foreach (EngineRelease release in releases) if (release.Version >= low && release.Version <= high) range.Add((engine, release.Version));
        return range;
    }

    private static HashSet<(Engine Engine, int Version)> Compare(Engine engine, bool isNewer, bool isEqual, int limit)
    {
        HashSet<(Engine Engine, int Version)> found = [];
        // the data may lack the version that is named
        if (isEqual) found.Add((engine, limit));
        foreach (EngineRelease release in EngineRelease.Of(engine))
            if (isNewer ? release.Version > limit : release.Version < limit) found.Add((engine, release.Version));
        return found;
    }

    private static Engine? FindEngine(string name) => name switch
    {
        "android" or "and_chr" or "chromeandroid" => Engine.Android,
        "bun" => Engine.Bun,
        "chrome" => Engine.Chrome,
        "deno" => Engine.Deno,
        "edge" => Engine.Edge,
        "firefox" or "ff" or "fx" => Engine.Firefox,
        "and_ff" or "firefoxandroid" => Engine.FirefoxAndroid,
        "ie" or "explorer" => Engine.Ie,
        "ios" or "ios_saf" => Engine.Ios,
        "node" or "nodejs" => Engine.Node,
        "opera" => Engine.Opera,
        "op_mob" or "operamobile" => Engine.OperaMobile,
        "safari" => Engine.Safari,
        "samsung" or "samsunginternet" => Engine.Samsung,
        _ => null,
    };
}
