using System.Text;
using Inox.Bundler;
using Inox.Cli.Building;
using Inox.Cli.Files;
using Inox.Cli.Options;
using Inox.Core;
using Inox.Css;

namespace Inox.Cli.Commands;

/// <summary><c>inox css</c>: a build of style sheets alone.</summary>
internal static class CssCommand
{
    public static CommandDefinition Definition { get; } = new("css", "Optimize style sheets, and lower them for browsers.")
    {
        Arguments = "FILE... | -",
        About =
        [
            "Reads style sheets, or standard input for -, joins rules and shorthands, shortens values, lowers what the targets do not know, and writes the result below --outdir, or to standard output.",
        ],
        Options = CssTable.All,
        Examples =
        [
            ("inox css app.css --bundle --minify --outdir=dist", "one file with all that it imports"),
            ("inox css card.module.css --dts --outdir=dist", "scoped names, and card.module.css.d.ts for TypeScript"),
            ("inox css - --targets=\"last 2 versions\" < app.css", "through a pipe"),
        ],
        Run = Run,
    };

    private static int Run(CommandCall call)
    {
        if (call.Arguments.Count == 0) return Refuse(call, CliDiagnostics.Usage("`inox css` needs a file", "name some, or `-` for standard input"));
        EngineTargets? targets = null;
        if (call.Options.Text(CssTable.Targets) is { } query && (targets = EngineQuery.Parse(query, out string unknown)) is null)
        {
            return Refuse(call, CliDiagnostics.Usage($"`{unknown}` is no query for browsers", "write `--targets=\"chrome >= 100, safari >= 15.4\"`, or `--targets=defaults`"));
        }

        if (FileOutput.FindFault(call, call.Options.Has(BuildTable.Outdir), "--outdir=FOLDER") is { } fault) return Refuse(call, fault);
        if (call.Options.Flag(BuildTable.Watch) && call.Arguments.Contains("-")) return Refuse(call, CliDiagnostics.Usage("standard input cannot be watched", "name files, or leave out --watch"));

        OverlayFileSystem files = new(call.Terminal.Files);
        List<EntryPoint> entries = [];
        foreach (string argument in call.Arguments)
        {
            if (InputFile.Find(call, argument, "css", files) is not { } path) return ExitCode.Usage;
            entries.Add(new(path));
        }

        BuildOptions options = OptionsFor(call, entries, targets);
        if (call.Options.Flag(BuildTable.Watch)) return WatchLoop.Run(call, () => Build(call, options, files, out _));
        Build(call, options, files, out int exitCode);
        return exitCode;
    }

    private static BuildResult Build(CommandCall call, BuildOptions options, OverlayFileSystem files, out int exitCode)
    {
        BuildResult result = Bundler.Bundle.Build(options, files);
        call.Reporter.Show(result.Diagnostics);
        exitCode = result.HasErrors ? ExitCode.Errors : Write(call, result);
        if (exitCode == ExitCode.Success && call.Options.Flag(CssTable.Declarations)) exitCode = WriteDeclarations(call, options, files);
        return result;
    }

    // Where a script imports the module from, whatever folder its output goes to.
    private static int WriteDeclarations(CommandCall call, BuildOptions options, OverlayFileSystem files)
    {
        foreach (EntryPoint entry in options.EntryPoints)
        {
            bool isModule = call.Options.Flag(CssTable.Modules) || entry.Path.EndsWith(".module.css", StringComparison.Ordinal);
            if (!isModule) continue;
            StyleSheet sheet = CssParser.Parse(SourceText.Decode(entry.Path, files.ReadFile(entry.Path) ?? [])).StyleSheet;
            CssModuleResult module = CssModules.Transform(sheet, new() { Name = "", HashInput = "" });
            if (!FileOutput.TryWrite(call, entry.Path + ".d.ts", Encoding.UTF8.GetBytes(CssModuleDeclarations.Write(module.Exports)))) return ExitCode.Errors;
        }

        return ExitCode.Success;
    }

    private static int Refuse(CommandCall call, Diagnostic diagnostic)
    {
        call.Reporter.Show([diagnostic]);
        return ExitCode.Usage;
    }

    private static BuildOptions OptionsFor(CommandCall call, List<EntryPoint> entries, EngineTargets? targets) => new()
    {
        WorkingDirectory = call.Terminal.WorkingDirectory,
        EntryPoints = [.. entries],
        Outdir = call.Options.Text(BuildTable.Outdir) ?? call.Terminal.WorkingDirectory,
        Bundle = call.Options.Flag(CssTable.Bundle),
        Loaders = call.Options.Flag(CssTable.Modules) ? new Dictionary<string, FileLoader> { [".css"] = FileLoader.CssModule } : [],
        MinifySyntax = true,
        MinifyWhitespace = call.Options.Flag(CssTable.Minify),
        CssTargets = targets,
        SourceMap = BuildOptionsFactory.SourceMapOf(call.Options.Text(TransformTable.SourceMap)),
    };

    private static int Write(CommandCall call, BuildResult result)
    {
        bool toFiles = call.Options.Has(BuildTable.Outdir);
        // images and the like have no place on standard output
        if (!toFiles) result = result with { OutputFiles = [.. result.OutputFiles.Where(static output => output.Path.EndsWith(".css", StringComparison.Ordinal))] };
        return FileOutput.Write(call, result, toFiles);
    }
}
