using Inox.Core;
using Inox.JavaScript.Transforms;

namespace Inox.Cli.Options;

/// <summary>Help lines about names that do not exist.</summary>
internal static class Suggest
{
    /// <summary>The near miss, or all there are.</summary>
    public static string OneOf(string name, IReadOnlyList<string> names) =>
        Near(name, names) ?? "one of " + string.Join(", ", names.Select(each => $"`{each}`"));

    /// <summary>The edition that is near, or the forms that targets have.</summary>
    public static string Target(string name) =>
        Near(name, EcmaVersions.Names) ?? "name an edition, such as `es2020`, or engines: `chrome100`, `safari14`, `node18`, `defaults`, `> 0.5%`, `last 2 versions`";

    /// <summary><c>did you mean `minify`?</c>, or null when nothing is near.</summary>
    public static string? Near(string name, IEnumerable<string> names) => Spelling.Closest(name, names) is { } near ? $"did you mean `{near}`?" : null;
}
