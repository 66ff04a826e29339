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
    private const string Modules = "node_modules";
    private const string Lock = "package-lock.json";
    private const int ShownLines = 20;

    private static readonly (string Lock, string Command)[] s_otherManagers =
        [("pnpm-lock.yaml", "pnpm install"), ("yarn.lock", "yarn install"), ("bun.lock", "bun install"), ("bun.lockb", "bun install")];

    /// <summary>Null when the packages are there; otherwise what is wrong.</summary>
    public static Diagnostic? Ensure(string folder, IFileSystem files, Func<string, string> shown, Action<string> say)
    {
        if (!Has(files.ReadFile(files.Paths.Join(folder, "package.json")), "dependencies")) return null;
        bool isMissing = !IsInstalled(folder, files);
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

    /// <summary>Whether a package.json has a field that is not empty.</summary>
    private static bool Has(byte[]? manifest, string field)
    {
        if (manifest is null) return false;
        try
        {
            using JsonDocument document = JsonDocument.Parse(manifest);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(field, out JsonElement value)) return false;
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().Any(),
                JsonValueKind.Array => value.GetArrayLength() > 0,
                _ => false,
            };
        }
        catch (JsonException)
        {
            return false; // the resolver says what is wrong with it, at its place
        }
    }

    // In a workspace the packages stand in the folder that names it; any other node_modules further up has nothing to do with us.
    private static bool IsInstalled(string folder, IFileSystem files)
    {
        if (files.GetKind(files.Paths.Join(folder, Modules)) == EntryKind.Directory) return true;
        for (string? at = files.Paths.GetDirectory(folder); at is not null; at = files.Paths.GetDirectory(at))
        {
            if (files.GetKind(files.Paths.Join(at, Modules)) != EntryKind.Directory) continue;
            if (files.GetKind(files.Paths.Join(at, "pnpm-workspace.yaml")) == EntryKind.File) return true;
            if (Has(files.ReadFile(files.Paths.Join(at, "package.json")), "workspaces")) return true;
        }
        return false;
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
