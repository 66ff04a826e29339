using System.Text;
using Inox.Cli.Options;
using Inox.Cli.Parsing;
using Inox.Core;

namespace Inox.Cli.Commands;

/// <summary><c>inox parse</c>: what is wrong with files, in their order, many at a time.</summary>
internal static class ParseCommand
{
    public static CommandDefinition Definition { get; } = new("parse", "Check the syntax of files.")
    {
        Arguments = "FILE... | -",
        About =
        [
            "Parses JavaScript, TypeScript and JSX and reports what is wrong. The exit code is 1 when a file has an error.",
            "`--format=json` prints one object a line for each file: path, ok, and diagnostics with code, severity, start, end and message; offsets count UTF-16 code units. `--format=estree` prints the tree of each file as acorn gives it, of TypeScript and JSX as typescript-estree does.",
        ],
        Options = ParseTable.All,
        Examples =
        [
            ("inox parse src/*.ts", "errors as `path:line:column: error CODE: message`"),
            ("inox parse --list=files.txt --format=json", "very many files"),
        ],
        Run = Run,
    };

    private static int Run(CommandCall call)
    {
        List<Diagnostic> diagnostics = [];
        List<string> paths = [.. call.Arguments, .. ListedFiles(call, diagnostics)];
        if (paths.Count == 0 && diagnostics.Count == 0) diagnostics.Add(CliDiagnostics.Usage("`inox parse` needs a file", "name some, or `-` for standard input"));
        if (diagnostics.Count > 0)
        {
            call.Reporter.Show(diagnostics);
            return ExitCode.Usage;
        }
        FileParser parser = new(call);
        int exitCode = ExitCode.Success;
        List<Diagnostic> held = [];
        bool reportsInline = call.Options.Text(ParseTable.Format) == "json";
        OrderedWorkers.Run(paths.Count, index => parser.Parse(paths[index]), file =>
        {
            if (!file.IsOk) exitCode = ExitCode.Errors;
            if (file.Json is not null) call.Terminal.Output.WriteLine(Encoding.UTF8.GetString(file.Json));
            if (reportsInline) return;
            if (call.Reporter.IsMachine) held.AddRange(file.Diagnostics); // one SARIF log for all files
            else call.Reporter.Show(file.Diagnostics, DiagnosticStyle.Short);
        });
        if (call.Reporter.IsMachine) call.Reporter.Show(held);
        return exitCode;
    }

    private static string[] ListedFiles(CommandCall call, List<Diagnostic> diagnostics)
    {
        if (call.Options.Text(ParseTable.List) is not { } list) return [];
        if (call.Terminal.Files.ReadFile(list) is { } bytes) return Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        diagnostics.Add(CliDiagnostics.NoFile(ShownPath.Of(list, call.Terminal)));
        return [];
    }
}
