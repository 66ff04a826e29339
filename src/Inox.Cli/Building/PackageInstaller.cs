using System.Diagnostics;
using System.Text.Json;
using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>
/// Installs the packages of a folder before it is built, when its package.json names some and node_modules is missing or older than the lock file.
/// Folders of other package managers are left to them.
/// </summary>
internal static class PackageInstaller
{
    private const string Lock = "package-lock.json";
    private const int ShownLines = 20;

    private static readonly (string Lock, string Command)[] s_otherManagers =
        [("pnpm-lock.yaml", "pnpm install"), ("yarn.lock", "yarn install"), ("bun.lock", "bun install"), ("bun.lockb", "bun install")];

    /// <summary>Null when the packages are there; otherwise what is wrong.</summary>
    public static Diagnostic? Ensure(string folder, IFileSystem files, Func<string, string> shown, Action<string> say)
    {
        if (!HasDependencies(files.ReadFile(files.Paths.Join(folder, "package.json")))) return null;
        bool isMissing = FindModules(folder, files) is null;
        if (!isMissing && !IsOutdated(folder, files)) return null;
        foreach ((string lockFile, string command) in s_otherManagers)
        {
            if (files.GetKind(files.Paths.Join(folder, lockFile)) != EntryKind.File) continue;
            return isMissing ? CliDiagnostics.NotInstalled(shown(folder), command) : null;
        }
        bool hasLock = files.GetKind(files.Paths.Join(folder, Lock)) == EntryKind.File;
        string verb = hasLock ? "ci" : "install";
        say($"inox: npm {verb} in {shown(folder)}: {(isMissing ? "node_modules is missing" : "the lock file is newer than node_modules")}");
        return Install(folder, verb, shown(folder));
    }

    private static bool HasDependencies(byte[]? manifest)
    {
        if (manifest is null) return false;
        try
        {
            using JsonDocument document = JsonDocument.Parse(manifest);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("dependencies", out JsonElement dependencies)
                && dependencies.ValueKind == JsonValueKind.Object
                && dependencies.EnumerateObject().Any();
        }
        catch (JsonException)
        {
            return false; // the resolver says what is wrong with it, at its place
        }
    }

    // In a workspace the packages stand in a folder above.
    private static string? FindModules(string folder, IFileSystem files)
    {
        for (string? at = folder; at is not null; at = files.Paths.GetDirectory(at))
        {
            string modules = files.Paths.Join(at, "node_modules");
            if (files.GetKind(modules) == EntryKind.Directory) return modules;
        }
        return null;
    }

    // npm writes the hidden lock file last, and only npm does.
    private static bool IsOutdated(string folder, IFileSystem files)
    {
        long installed = files.GetWriteTime(files.Paths.Join(folder, "node_modules/.package-lock.json"));
        return installed != 0 && files.GetWriteTime(files.Paths.Join(folder, Lock)) > installed;
    }

    private static Diagnostic? Install(string folder, string verb, string shownFolder)
    {
        string command = $"npm {verb}";
        ProcessStartInfo start = new(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", [verb, "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return null;
            string[] lines = (error + output.GetAwaiter().GetResult()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return CliDiagnostics.InstallFailed(command, shownFolder, lines[..Math.Min(lines.Length, ShownLines)]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return CliDiagnostics.InstallFailed(command, shownFolder, ["there is no `npm` on the PATH"]);
        }
    }
}
