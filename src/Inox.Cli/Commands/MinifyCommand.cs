using System.Text;
using Inox.Bundler;
using Inox.Cli.Building;
using Inox.Cli.Files;
using Inox.Cli.Minifying;
using Inox.Cli.Options;
using Inox.Core;
using Inox.JavaScript.Minification;

namespace Inox.Cli.Commands;

/// <summary><c>inox minify</c>: builds that follow no import, one a file.</summary>
internal static class MinifyCommand
{
    public static CommandDefinition Definition { get; } = new("minify", "Make files smaller.")
    {
        Arguments = "FILE... | PATTERN... | -",
        About =
        [
            "Minifies JavaScript, TypeScript, JSX and CSS: shorter names and syntax, without white space and what is not used. Names that other scripts can see keep theirs. One file goes to standard output, or where --outfile says; several go to --outdir.",
            "--verify runs each program with node as it was and as it is now. When the two print or end differently, nothing is written and the rule that changed it is named.",
        ],
        Options = MinifyTable.All,
        Examples =
        [
            ("inox minify app.js --outfile=app.min.js --sourcemap=linked", "one file with its map"),
            ("inox minify \"lib/**/*.js\" --outdir=dist", "a folder"),
            ("inox minify tool.js --verify", "only when it still does the same"),
        ],
        Run = Run,
    };

    private static int Run(CommandCall call)
    {
        List<string> paths = new FilePatterns(call.Terminal.Files, call.Terminal.WorkingDirectory).Expand(call.Arguments);
        if (Fault(call, paths) is { } fault)
        {
            call.Reporter.Show([fault]);
            return ExitCode.Usage;
        }
        if (call.Options.Flag(BuildTable.Watch)) return WatchLoop.Run(call, () => MinifyAll(call, paths, out _));
        MinifyAll(call, paths, out int exitCode);
        return exitCode;
    }

    private static Diagnostic? Fault(CommandCall call, List<string> paths)
    {
        bool hasFolder = call.Options.Has(MinifyTable.Outdir), hasFile = call.Options.Has(BuildTable.Outfile);
        if (paths.Count == 0) return CliDiagnostics.Usage("`inox minify` needs a file", "name some, or `-` for standard input");
        if (hasFolder && hasFile) return CliDiagnostics.Conflict("--outdir", "--outfile", "one is for several files, the other for one");
        if (paths.Count > 1 && !hasFolder) return CliDiagnostics.Usage("several files need a folder to go to", "add `--outdir=DIR`");
        if (FileOutput.FindFault(call, hasFolder || hasFile, "--outfile=FILE") is { } fault) return fault;
        if (call.Options.Flag(BuildTable.Watch) && (paths.Contains("-") || !hasFolder && !hasFile))
            return CliDiagnostics.Usage("`--watch` needs files to read and to write", "name them, and add `--outdir=DIR` or `--outfile=FILE`");
        return hasFolder ? FindCollision(call, paths) : null;
    }

    // a.ts and a.js are both a.js when they are written
    private static Diagnostic? FindCollision(CommandCall call, List<string> paths)
    {
        PathStyle style = call.Terminal.Files.Paths;
        Dictionary<string, string> inputs = new(style.Comparer);
        foreach (string path in paths)
        {
            string input = style.Join(call.Terminal.WorkingDirectory, path), output = OutputPath(call, input)!;
            if (inputs.TryAdd(output, input) || style.Comparer.Equals(inputs[output], input)) continue;
            string Shown(string which) => ShownPath.Of(which, call.Terminal);
            return CliDiagnostics.Usage($"`{Shown(inputs[output])}` and `{Shown(input)}` both become `{Shown(output)}`", "give one of them another `--outdir`");
        }
        return null;
    }

    private static BuildResult MinifyAll(CommandCall call, List<string> paths, out int exitCode)
    {
        exitCode = ExitCode.Success;
        List<string> inputs = [];
        List<Diagnostic> diagnostics = [];
        foreach (string path in paths)
        {
            exitCode = Math.Max(exitCode, MinifyOne(call, path, out BuildResult? result));
            if (result is null) continue;
            inputs.AddRange(result.InputPaths);
            diagnostics.AddRange(result.Diagnostics);
        }
        return new([], diagnostics) { InputPaths = inputs };
    }

    private static int MinifyOne(CommandCall call, string argument, out BuildResult? result)
    {
        result = null;
        OverlayFileSystem files = new(call.Terminal.Files);
        if (InputFile.Find(call, argument, call.Options.Text(TransformTable.Loader, "js"), files) is not { } path) return ExitCode.Usage;
        result = Bundle.Build(OptionsFor(call, path), files);
        call.Reporter.Show(result.Diagnostics);
        if (result.HasErrors) return ExitCode.Errors;
        if (call.Options.Flag(MinifyTable.Verify) && Verify(call, path, files, result) is { } difference)
        {
            call.Reporter.Show([difference]);
            return ExitCode.Errors;
        }
        return FileOutput.Write(call, result, toFiles: call.Options.Has(BuildTable.Outfile) || call.Options.Has(MinifyTable.Outdir));
    }

    private static Diagnostic? Verify(CommandCall call, string path, OverlayFileSystem files, BuildResult result)
    {
        BuildOptions options = OptionsFor(call, path) with { SourceMap = SourceMapMode.None };
        string? Minified(BuildOptions how)
        {
            BuildResult built = Bundle.Build(how, files);
            return built.HasErrors ? null : CodeOf(built);
        }
        string? original = Minified(options with { MinifySyntax = false, MinifyIdentifiers = false, MinifyWhitespace = false });
        if (original is null) return null;
        return new VerifyProgram(path, ShownPath.Of(path, call.Terminal), rules => Minified(options with { MinifyRules = rules })).Run(original, CodeOf(result));
    }

    private static string CodeOf(BuildResult result)
    {
        foreach (OutputFile output in result.OutputFiles) if (output.Kind != OutputKind.SourceMap) return Encoding.UTF8.GetString(output.Bytes);
        return "";
    }

    private static BuildOptions OptionsFor(CommandCall call, string path)
    {
        OptionSet options = call.Options;
        return new()
        {
            WorkingDirectory = call.Terminal.WorkingDirectory,
            EntryPoints = [new(path)],
            Outfile = OutputPath(call, path) ?? Path.ChangeExtension(path, ".out" + OutputExtension(path)),
            Bundle = false,
            Format = ModuleFormat.Preserve,
            Loaders = options.Text(TransformTable.Loader) is { } loader ? new Dictionary<string, FileLoader> { [Path.GetExtension(path)] = BuildOptionsFactory.LoaderOf(loader) } : [],
            Target = BuildOptionsFactory.TargetOf(options),
            Defines = options.Map(BuildTable.Define),
            AsciiOnly = options.Text(BuildTable.Charset) == "ascii",
            MinifyWhitespace = true,
            MinifyIdentifiers = true,
            MinifySyntax = true,
            KeepNames = options.Flag(BuildTable.KeepNames),
            SourceMap = BuildOptionsFactory.SourceMapOf(options.Text(TransformTable.SourceMap)),
            LegalComments = LegalComments.Inline,
        };
    }

    // ../a.js is written to OUTDIR/_.._/a.js, as a.js is there already
    private static string? OutputPath(CommandCall call, string path)
    {
        if (call.Options.Text(MinifyTable.Outdir) is not { } outdir) return call.Options.Text(BuildTable.Outfile);
        PathStyle paths = call.Terminal.Files.Paths;
        return paths.Join(outdir, Path.ChangeExtension(paths.GetRelative(call.Terminal.WorkingDirectory, path).Replace("../", "_.._/"), OutputExtension(path)));
    }

    private static string OutputExtension(string path) => Path.GetExtension(path) switch
    {
        ".css" => ".css",
        ".mjs" or ".mts" => ".mjs",
        ".cjs" or ".cts" => ".cjs",
        _ => ".js",
    };
}
