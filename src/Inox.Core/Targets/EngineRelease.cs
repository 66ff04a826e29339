using System.Globalization;

namespace Inox.Core;

/// <summary>A released version of an engine, with its share of use in percent.</summary>
internal readonly record struct EngineRelease(Engine Engine, int Version, double Share, bool IsMaintained)
{
    private static readonly Lazy<EngineRelease[][]> s_all = new(Read);

    /// <summary>The releases of each engine, oldest first.</summary>
    public static EngineRelease[][] All => s_all.Value;

    public static EngineRelease[] Of(Engine engine) => All[(int)engine];

    private static EngineRelease[][] Read()
    {
        EngineRelease[][] all = new EngineRelease[EngineTargets.Count][];
        for (int i = 0; i < all.Length; i++)
        {
            List<EngineRelease> releases = [];
            string[] parts = BrowserReleases.Rows[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (string part in parts.AsSpan(1))
            {
                int colon = part.IndexOf(':');
                bool isMaintained = part[^1] == '!';
                double share = double.Parse(part.AsSpan(colon + 1).TrimEnd('!'), NumberStyles.Float, CultureInfo.InvariantCulture);
                releases.Add(new((Engine)i, EngineTargets.ParseVersion(part.AsSpan(0, colon)) ?? 0, share, isMaintained));
            }
            releases.Sort(static (a, b) => a.Version.CompareTo(b.Version));
            all[i] = [.. releases];
        }
        return all;
    }
}
