namespace Inox.Testing;

/// <summary>Runs JavaScript with the Node.js on the PATH, to see that what we print does what it should.</summary>
public static class NodeProcess
{
    private static readonly Lazy<string?> s_path = new(FindNode);

    public static bool IsAvailable => s_path.Value is not null;

    /// <summary>Runs a file; its folder is the working folder unless <paramref name="folder"/> says otherwise.</summary>
    public static ProcessResult RunFile(string file, IEnumerable<string>? arguments = null, string? folder = null, TimeSpan? limit = null) =>
        Run([file, .. arguments ?? []], null, folder ?? Path.GetDirectoryName(Path.GetFullPath(file)), limit);

    /// <summary>Runs a text as a CommonJS script, through standard input.</summary>
    public static ProcessResult RunScript(string code, string? folder = null, TimeSpan? limit = null) => Run(["-"], code, folder, limit);

    /// <summary>Runs a text as an ES module, through standard input.</summary>
    public static ProcessResult RunModule(string code, string? folder = null, TimeSpan? limit = null) =>
        Run(["--input-type=module", "-"], code, folder, limit);

    /// <summary>Runs node with these arguments.</summary>
    public static ProcessResult Run(IEnumerable<string> arguments, string? input = null, string? folder = null, TimeSpan? limit = null) =>
        ChildProcess.Run(s_path.Value ?? throw new InvalidOperationException("node is not on the PATH"), arguments, input, folder, limit);

    private static string? FindNode()
    {
        string name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
