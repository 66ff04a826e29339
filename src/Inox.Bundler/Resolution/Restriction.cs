using System.Text.RegularExpressions;

namespace Inox.Bundler.Resolution;

/// <summary>Where results may stand: below a folder, or with a path that a pattern matches. A file that breaks one is passed over.</summary>
public sealed record Restriction
{
    private Restriction(string? directory, Regex? pattern)
    {
        Directory = directory;
        Pattern = pattern;
    }

    public string? Directory { get; }

    public Regex? Pattern { get; }

    public static Restriction Below(string directory) => new(directory, null);

    public static Restriction Matching(Regex pattern) => new(null, pattern);
}
