using System.Text;
using Inox.Bundler;
using Inox.Cli.Building;
using Inox.Cli.Files;
using Inox.Cli.Options;
using Inox.Core;

namespace Inox.Cli.Commands;

/// <summary><c>inox transform</c>: a build of one file that follows no import and goes to standard output.</summary>
internal static class TransformCommand
{
    public static CommandDefinition Definition { get; } = new("transform", "Compile one file to JavaScript or CSS.")
    {
        Arguments = "FILE | -",
        About =
        [
            "Reads FILE, or standard input for -, and writes the result to standard output. Imports stay as they are.",
        ],
        Options = TransformTable.All,
        Examples =
        [
            ("inox transform app.tsx --jsx=automatic", "TypeScript and JSX to JavaScript"),
            ("inox transform --loader=ts --minify - < app.ts > app.js", "through a pipe"),
        ],
        Run = Run,
    };

    private static int Run(CommandCall call)
    {
        if (call.Arguments is not [string argument])
        {
            call.Reporter.Show([CliDiagnostics.Usage("`inox transform` takes one file", "name it, or `-` for standard input")]);
            return ExitCode.Usage;
        }
        bool toFile = call.Options.Has(BuildTable.Outfile);
        if (FileOutput.FindFault(call, toFile, "--outfile=FILE") is { } fault)
        {
            call.Reporter.Show([fault]);
            return ExitCode.Usage;
        }
        OverlayFileSystem files = new(call.Terminal.Files);
        if (InputFile.Find(call, argument, call.Options.Text(TransformTable.Loader, "js"), files) is not { } path) return ExitCode.Usage;
        if (call.Options.Flag(TransformTable.Declaration)) return DeclarationOutput.Write(call, path, files);
        BuildResult result = Bundle.Build(OptionsFor(call, path, files), files);
        call.Reporter.Show(result.Diagnostics);
        return result.HasErrors ? ExitCode.Errors : FileOutput.Write(call, result, toFile);
    }

    private static BuildOptions OptionsFor(CommandCall call, string path, OverlayFileSystem files)
    {
        OptionSet options = call.Options;
        bool minify = options.Flag(BuildTable.Minify);
        string? tsConfig = null;
        if (options.Text(TransformTable.TsConfigRaw) is { } raw)
        {
            tsConfig = files.Paths.Join(files.Paths.GetDirectory(path)!, "tsconfig.raw.json");
            files.Add(tsConfig, Encoding.UTF8.GetBytes(raw));
        }
        return new()
        {
            WorkingDirectory = call.Terminal.WorkingDirectory,
            EntryPoints = [new(path)],
            Outfile = options.Text(BuildTable.Outfile) ?? Path.ChangeExtension(path, ".out.js"),
            Bundle = false,
            Format = BuildOptionsFactory.FormatOf(options) ?? ModuleFormat.Preserve,
            Loaders = LoaderFor(options, path),
            Target = BuildOptionsFactory.TargetOf(options),
            Defines = options.Map(BuildTable.Define),
            Drop = BuildOptionsFactory.DropOf(options),
            AsciiOnly = options.Text(BuildTable.Charset) == "ascii",
            MinifyWhitespace = options.Flag(BuildTable.MinifyWhitespace, minify),
            MinifyIdentifiers = options.Flag(BuildTable.MinifyIdentifiers, minify),
            MinifySyntax = options.Flag(BuildTable.MinifySyntax, minify),
            KeepNames = options.Flag(BuildTable.KeepNames),
            SourceMap = BuildOptionsFactory.SourceMapOf(options.Text(TransformTable.SourceMap)),
            LegalComments = BuildOptionsFactory.LegalCommentsOf(options.Text(BuildTable.LegalComments, "inline")),
            TsConfig = tsConfig,
            Jsx = BuildOptionsFactory.JsxOf(options),
        };
    }

    private static Dictionary<string, FileLoader> LoaderFor(OptionSet options, string path) =>
        options.Text(TransformTable.Loader) is { } loader ? new() { [Path.GetExtension(path)] = BuildOptionsFactory.LoaderOf(loader) } : [];
}
