using Inox.Core;
using Inox.Testing;
using Xunit;

namespace Inox.Bundler.Tests.Linking;

/// <summary>Bundles files in memory, under both path styles with the same text as the outcome, and runs the result under Node.</summary>
internal static class BundleCheck
{
    public static BuildResult Build(PathStyle style, (string Path, string Text)[] files, BuildOptions? options = null)
    {
        InMemoryFileSystem system = new(style);
        foreach ((string path, string text) in files) system.Add(system.Spell("/app/" + path), text);
        BuildOptions basis = options ?? new() { WorkingDirectory = "", EntryPoints = [] };
        return Bundle.Build(basis with
        {
            WorkingDirectory = system.Spell("/app"), Outdir = system.Spell("/app/out"),
            EntryPoints = basis.EntryPoints.Count > 0 ? basis.EntryPoints : [new(files[0].Path)],
        }, system);
    }

    /// <summary>Bundles and runs: what the first entry prints must be <paramref name="expected"/>, for each of the formats and minified too.</summary>
    public static void Prints(string expected, (string Path, string Text)[] files, params ModuleFormat[] formats)
    {
        foreach (ModuleFormat format in formats.Length > 0 ? formats : [ModuleFormat.Esm, ModuleFormat.CommonJs, ModuleFormat.Iife])
            foreach (bool minify in (bool[])[false, true])
                Assert.Equal((format, minify, expected), (format, minify, Run(files, new() { WorkingDirectory = "", EntryPoints = [], Format = format, Platform = Platform.Node, MinifyWhitespace = minify, MinifyIdentifiers = minify })));
    }

    public static string Run((string Path, string Text)[] files, BuildOptions options)
    {
        BuildResult result = BuildBoth(files, options);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Message));
        using TempFolder folder = new();
        string extension = options.Format == ModuleFormat.Esm ? "{\"type\":\"module\"}" : "{}";
        File.WriteAllText(Path.Combine(folder.Root, "package.json"), extension);
        foreach (OutputFile output in result.OutputFiles)
        {
            string path = Path.Combine(folder.Root, output.Path["/app/out/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, output.Bytes);
        }
        ProcessResult run = NodeProcess.RunFile(Path.Combine(folder.Root, result.OutputFiles.First(output => output.Kind == OutputKind.Entry).Path["/app/out/".Length..]));
        return run.ExitCode == 0 ? run.Output.Trim() : run.Error;
    }

    private static BuildResult BuildBoth((string Path, string Text)[] files, BuildOptions options)
    {
        BuildResult posix = Build(PathStyle.Posix, files, options), windows = Build(PathStyle.Windows, files, options);
        Assert.Equal(posix.OutputFiles.Select(Text), windows.OutputFiles.Select(Text));
        return posix;
    }

    private static string Text(OutputFile file) => System.Text.Encoding.UTF8.GetString(file.Bytes);
}
