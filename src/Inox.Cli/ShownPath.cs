using Inox.Core;

namespace Inox.Cli;

/// <summary>Paths as people read them: from where they stand, unless that leads far away.</summary>
internal static class ShownPath
{
    public static string Of(string path, Terminal terminal)
    {
        PathStyle paths = terminal.Files.Paths;
        if (!paths.IsAbsolute(path)) return path;
        string relative = paths.GetRelative(terminal.WorkingDirectory, path);
        if (relative.Length == 0) return ".";
        return relative.StartsWith("../../..", StringComparison.Ordinal) ? path : relative;
    }
}
