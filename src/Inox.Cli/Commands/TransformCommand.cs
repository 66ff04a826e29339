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
        if (call.Options.Text(TransformTable.SourceMap) == "linked" && !call.Options.Has(BuildTable.Outfile))
        {
            call.Reporter.Show([CliDiagnostics.Usage("a linked source map needs a file beside the output", "add `--outfile=FILE`, or use `--sourcemap=inline`")]);
            return ExitCode.Usage;
        }
        OverlayFileSystem files = new(call.Terminal.Files);
        string path = files.Paths.Join(call.Terminal.WorkingDirectory, argument == "-" ? "stdin." + call.Options.Text(TransformTable.Loader, "js") : argument);
        if (argument == "-") files.Add(path, ReadInput(call.Terminal));
        if (files.GetKind(path) != EntryKind.File)
        {
            call.Reporter.Show([CliDiagnostics.NoFile(argument)]);
            return ExitCode.Usage;
        }
        if (call.Options.Flag(TransformTable.Declaration)) return DeclarationOutput.Write(call, path, files);
        BuildResult result = Bundle.Build(OptionsFor(call, path, files), files);
        call.Reporter.Show(result.Diagnostics);
        if (result.HasErrors) return ExitCode.Errors;
        return Write(call, result);
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

    private static byte[] ReadInput(Terminal terminal)
    {
        using Stream input = terminal.OpenInput();
        using MemoryStream bytes = new();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Write(CommandCall call, BuildResult result)
    {
        if (!call.Options.Has(BuildTable.Outfile))
        {
            // One file and no map beside it: what there is, is the code.
            foreach (OutputFile output in result.OutputFiles) call.Terminal.Output.Write(Encoding.UTF8.GetString(output.Bytes));
            return ExitCode.Success;
        }
        try
        {
            foreach (OutputFile output in result.OutputFiles) call.Terminal.Files.WriteFile(output.Path, output.Bytes);
            return ExitCode.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            call.Reporter.Show([CliDiagnostics.CannotWrite(call.Options.Text(BuildTable.Outfile)!, e.Message.TrimEnd('.'))]);
            return ExitCode.Errors;
        }
    }
}
