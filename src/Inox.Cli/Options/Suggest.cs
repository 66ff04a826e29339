using Inox.Core;

namespace Inox.Cli.Options;

/// <summary>Help lines about names that do not exist.</summary>
internal static class Suggest
{
    /// <summary>The near miss, or all there are.</summary>
    public static string OneOf(string name, IReadOnlyList<string> names) =>
        Near(name, names) ?? "one of " + string.Join(", ", names.Select(each => $"`{each}`"));

    /// <summary><c>did you mean `minify`?</c>, or null when nothing is near.</summary>
    public static string? Near(string name, IEnumerable<string> names) => Spelling.Closest(name, names) is { } near ? $"did you mean `{near}`?" : null;
}
