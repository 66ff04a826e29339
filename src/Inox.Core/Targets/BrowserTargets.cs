namespace Inox.Core;

/// <summary>The browsers that compatibility data tells apart; <see cref="Android"/> is Chrome there.</summary>
public enum Browser : byte { Android, Chrome, Edge, Firefox, Ie, IosSafari, Opera, Safari, Samsung }

/// <summary>The oldest version of each browser that output must work in. Immutable.</summary>
public sealed class BrowserTargets
{
    /// <summary>How many browsers there are.</summary>
    public const int Count = 9;

    private static readonly string[] s_names = ["android", "chrome", "edge", "firefox", "ie", "ios_saf", "opera", "safari", "samsung"];

    private readonly int[] _versions;

    /// <summary>Versions packed as <see cref="Pack"/> does, 0 for a browser that does not matter.</summary>
    public BrowserTargets(ReadOnlySpan<int> versions) => _versions = versions.ToArray();

    public int this[Browser browser] => _versions[(int)browser];

    public static int Pack(int major, int minor = 0, int patch = 0) => major << 16 | minor << 8 | patch;

    /// <summary>Reads <c>13.2</c>; false when it is no version.</summary>
    public static bool TryParseVersion(ReadOnlySpan<char> text, out int version)
    {
        version = 0;
        int shift = 16;
        foreach (Range part in text.Split('.'))
        {
            if (shift < 0 || !ushort.TryParse(text[part], out ushort number)) return false;
            version |= number << shift;
            shift -= 8;
        }

        return version != 0;
    }

    /// <summary>Finds a browser by its name in queries, as <c>ios_saf</c> or <c>chrome</c>.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, out Browser browser)
    {
        for (int i = 0; i < s_names.Length; i++)
        {
            if (!name.Equals(s_names[i], StringComparison.OrdinalIgnoreCase)) continue;
            browser = (Browser)i;
            return true;
        }

        browser = name switch
        {
            "and_chr" => Browser.Android,
            "ios" => Browser.IosSafari,
            "op_mob" => Browser.Opera,
            "and_ff" => Browser.Firefox,
            _ => (Browser)byte.MaxValue,
        };
        return browser != (Browser)byte.MaxValue;
    }
}
