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
        HashSet<string> inputs = [];
        DateTime started = DateTime.UtcNow;
        int exitCode = MinifyAll(call, paths, inputs);
        return call.Options.Flag(BuildTable.Watch) ? Watch(call, paths, inputs, started) : exitCode;
    }

    private static Diagnostic? Fault(CommandCall call, List<string> paths)
    {
        bool hasFolder = call.Options.Has(MinifyTable.Outdir), hasFile = call.Options.Has(BuildTable.Outfile);
        if (paths.Count == 0) return CliDiagnostics.Usage("`inox minify` needs a file", "name some, or `-` for standard input");
        if (hasFolder && hasFile) return CliDiagnostics.Conflict("--outdir", "--outfile", "one is for several files, the other for one");
        if (paths.Count > 1 && !hasFolder) return CliDiagnostics.Usage("several files need a folder to go to", "add `--outdir=DIR`");
        if (call.Options.Text(TransformTable.SourceMap) == "linked" && !hasFolder && !hasFile)
            return CliDiagnostics.Usage("a linked source map needs a file beside the output", "add `--outfile=FILE`, or use `--sourcemap=inline`");
        if (call.Options.Flag(BuildTable.Watch) && (paths.Contains("-") || !hasFolder && !hasFile))
            return CliDiagnostics.Usage("`--watch` needs files to read and to write", "name them, and add `--outdir=DIR` or `--outfile=FILE`");
        return null;
    }

    private static int MinifyAll(CommandCall call, List<string> paths, HashSet<string> inputs)
    {
        int exitCode = ExitCode.Success;
        foreach (string path in paths) exitCode = Math.Max(exitCode, MinifyOne(call, path, inputs));
        return exitCode;
    }

    private static int Watch(CommandCall call, List<string> paths, HashSet<string> inputs, DateTime started)
    {
        using CancellationTokenSource stop = new();
        using ConsoleInterrupt interrupt = new(call.Terminal, stop);
        Watcher watcher = new(call.Terminal.Files);
        call.Reporter.Say("watching for changes");
        while (true)
        {
            watcher.Remember(inputs, watchesFolders: false, started);
            if (!watcher.WaitForChange(stop.Token)) return ExitCode.Success;
            started = DateTime.UtcNow;
            MinifyAll(call, paths, inputs);
        }
    }

    private static int MinifyOne(CommandCall call, string argument, HashSet<string> inputs)
    {
        OverlayFileSystem files = new(call.Terminal.Files);
        string path = files.Paths.Join(call.Terminal.WorkingDirectory, argument == "-" ? "stdin." + call.Options.Text(TransformTable.Loader, "js") : argument);
        if (argument == "-") files.Add(path, ReadInput(call.Terminal));
        if (files.GetKind(path) != EntryKind.File)
        {
            call.Reporter.Show([CliDiagnostics.NoFile(argument)]);
            return ExitCode.Usage;
        }
        inputs.Add(path);
        BuildResult result = Bundle.Build(OptionsFor(call, path), files);
        call.Reporter.Show(result.Diagnostics);
        if (result.HasErrors) return ExitCode.Errors;
        if (call.Options.Flag(MinifyTable.Verify) && Verify(call, path, files, result) is { } difference)
        {
            call.Reporter.Show([difference]);
            return ExitCode.Errors;
        }
        return Write(call, result);
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
        PathStyle paths = call.Terminal.Files.Paths;
        string? outfile = options.Text(BuildTable.Outfile);
        if (options.Text(MinifyTable.Outdir) is { } outdir) outfile = paths.Join(outdir, Path.ChangeExtension(paths.GetRelative(call.Terminal.WorkingDirectory, path).Replace("../", ""), OutputExtension(path)));
        return new()
        {
            WorkingDirectory = call.Terminal.WorkingDirectory,
            EntryPoints = [new(path)],
            Outfile = outfile ?? Path.ChangeExtension(path, ".out" + OutputExtension(path)),
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

    private static string OutputExtension(string path) => Path.GetExtension(path) switch
    {
        ".css" => ".css",
        ".mjs" or ".mts" => ".mjs",
        ".cjs" or ".cts" => ".cjs",
        _ => ".js",
    };

    private static byte[] ReadInput(Terminal terminal)
    {
        using Stream input = terminal.OpenInput();
        using MemoryStream bytes = new();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Write(CommandCall call, BuildResult result)
    {
        bool toFiles = call.Options.Has(BuildTable.Outfile) || call.Options.Has(MinifyTable.Outdir);
        foreach (OutputFile output in result.OutputFiles)
        {
            if (!toFiles)
            {
                call.Terminal.Output.Write(Encoding.UTF8.GetString(output.Bytes));
                continue;
            }
            try
            {
                call.Terminal.Files.WriteFile(output.Path, output.Bytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                call.Reporter.Show([CliDiagnostics.CannotWrite(ShownPath.Of(output.Path, call.Terminal), e.Message.TrimEnd('.'))]);
                return ExitCode.Errors;
            }
        }
        return ExitCode.Success;
    }
}
