using System.Text;
using Inox.Cli.Files;
using Inox.Cli.Options;
using Inox.Core;
using Inox.JavaScript;
using Inox.JavaScript.Declarations;
using Inox.JavaScript.Printing;

namespace Inox.Cli.Commands;

/// <summary><c>inox transform --declaration</c>: the declarations of one file, from its text alone.</summary>
internal static class DeclarationOutput
{
    public static int Write(CommandCall call, string path, OverlayFileSystem files)
    {
        SourceText source = SourceText.Decode(path, files.ReadFile(path) ?? []);
        ParseOptions options = call.Options.Text(TransformTable.Loader) is { } loader ? ParseOptions.ForPath("input." + loader) : ParseOptions.ForPath(path);
        if (options.Language is not (Language.TypeScript or Language.Tsx or Language.Declarations))
        {
            call.Reporter.Show([CliDiagnostics.Usage("`--declaration` takes a TypeScript file", "name a `.ts` or `.tsx` file, or add `--loader=ts`")]);
            return ExitCode.Usage;
        }
        ParseResult parsed = JsParser.Parse(source, options);
        call.Reporter.Show(parsed.Diagnostics);
        if (parsed.HasErrors) return ExitCode.Errors;
        DeclarationResult result = JsDeclarations.Emit(parsed);
        call.Reporter.Show(result.Diagnostics);
        if (result.Diagnostics.Length > 0) return ExitCode.Errors;
        string code = JsPrinter.Print(result.Program, source, result.Comments, PrintOptions.Default).Code;
        if (call.Options.Text(BuildTable.Outfile) is { } outfile)
            return FileOutput.TryWrite(call, files.Paths.Join(call.Terminal.WorkingDirectory, outfile), Encoding.UTF8.GetBytes(code)) ? ExitCode.Success : ExitCode.Errors;
        call.Terminal.Output.Write(code);
        return ExitCode.Success;
    }
}
