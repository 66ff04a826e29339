namespace Inox.Core;

/// <summary>The oldest version of each engine that output must work in. Immutable.</summary>
public sealed class EngineTargets
{
    /// <summary>How many engines there are.</summary>
    public const int Count = 14;

    private readonly int[] _versions;

    internal EngineTargets(int[] versions) => _versions = versions;

    /// <summary>The <see cref="Version"/>; 0 for an engine that does not matter.</summary>
    public int this[Engine engine] => _versions[(int)engine];

    /// <summary>A version as one number: major * 1000 + minor.</summary>
    public static int Version(int major, int minor = 0) => major * 1000 + minor;

    /// <summary>Reads <c>13.2</c> as 13002; null when it is no version. What stands behind the second number does not count.</summary>
    public static int? ParseVersion(ReadOnlySpan<char> text)
    {
        int dot = text.IndexOf('.');
        ReadOnlySpan<char> major = dot < 0 ? text : text[..dot];
        if (!ushort.TryParse(major, System.Globalization.NumberStyles.None, null, out ushort number)) return null;
        if (dot < 0) return Version(number);
        ReadOnlySpan<char> rest = text[(dot + 1)..];
        int end = rest.IndexOf('.');
        if (!ushort.TryParse(end < 0 ? rest : rest[..end], System.Globalization.NumberStyles.None, null, out ushort minor) || minor > 999) return null;
        return Version(number, minor);
    }
}
