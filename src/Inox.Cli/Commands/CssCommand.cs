using System.Text;
using Inox.Bundler;
using Inox.Cli.Building;
using Inox.Cli.Files;
using Inox.Cli.Options;
using Inox.Core;

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

        if (call.Options.Text(TransformTable.SourceMap) == "linked" && !call.Options.Has(BuildTable.Outdir))
        {
            return Refuse(call, CliDiagnostics.Usage("a linked source map needs a file beside the output", "add `--outdir=FOLDER`, or use `--sourcemap=inline`"));
        }

        OverlayFileSystem files = new(call.Terminal.Files);
        List<EntryPoint> entries = [];
        foreach (string argument in call.Arguments)
        {
            string path = files.Paths.Join(call.Terminal.WorkingDirectory, argument == "-" ? "stdin.css" : argument);
            if (argument == "-") files.Add(path, ReadInput(call.Terminal));
            if (files.GetKind(path) != EntryKind.File) return Refuse(call, CliDiagnostics.NoFile(argument));
            entries.Add(new(path));
        }

        BuildResult result = Bundler.Bundle.Build(OptionsFor(call, entries, targets), files);
        call.Reporter.Show(result.Diagnostics);
        return result.HasErrors ? ExitCode.Errors : Write(call, result);
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

    private static byte[] ReadInput(Terminal terminal)
    {
        using Stream input = terminal.OpenInput();
        using MemoryStream bytes = new();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Write(CommandCall call, BuildResult result)
    {
        bool toFiles = call.Options.Has(BuildTable.Outdir);
        foreach (OutputFile output in result.OutputFiles)
        {
            if (!toFiles)
            {
                if (output.Path.EndsWith(".css", StringComparison.Ordinal)) call.Terminal.Output.Write(Encoding.UTF8.GetString(output.Bytes));
                continue;
            }

            try
            {
                call.Terminal.Files.WriteFile(output.Path, output.Bytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                call.Reporter.Show([CliDiagnostics.CannotWrite(output.Path, e.Message.TrimEnd('.'))]);
                return ExitCode.Errors;
            }
        }

        return ExitCode.Success;
    }
}
