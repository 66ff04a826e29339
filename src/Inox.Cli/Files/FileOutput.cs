using System.Text;
using Inox.Bundler;
using Inox.Cli.Commands;
using Inox.Cli.Options;
using Inox.Core;

namespace Inox.Cli.Files;

/// <summary>What commands on single files give: each output to its own path, or all to standard output.</summary>
internal static class FileOutput
{
    /// <summary>What is wrong when a map shall be linked and nothing says where to; <paramref name="option"/> is what would.</summary>
    public static Diagnostic? FindFault(CommandCall call, bool toFiles, string option) =>
        toFiles || call.Options.Text(TransformTable.SourceMap) != "linked" ? null
            : CliDiagnostics.Usage("a linked source map needs a file beside the output", $"add `{option}`, or use `--sourcemap=inline`");

    /// <summary>Outputs that would take the place of a file the build has read.</summary>
    public static List<Diagnostic> FindOverwritten(CommandCall call, BuildResult result)
    {
        List<Diagnostic> faults = [];
        HashSet<string> inputs = new(result.InputPaths, call.Terminal.Files.Paths.Comparer);
        foreach (OutputFile output in result.OutputFiles)
            if (inputs.Contains(output.Path)) faults.Add(CliDiagnostics.OverwritesInput(ShownPath.Of(output.Path, call.Terminal)));
        return faults;
    }

    /// <summary>Writes what a build without errors gave; answers the exit code.</summary>
    public static int Write(CommandCall call, BuildResult result, bool toFiles)
    {
        if (!toFiles)
        {
            foreach (OutputFile output in result.OutputFiles) call.Terminal.Output.Write(Encoding.UTF8.GetString(output.Bytes));
            return ExitCode.Success;
        }
        if (FindOverwritten(call, result) is { Count: > 0 } faults)
        {
            call.Reporter.Show(faults);
            return ExitCode.Errors;
        }
        foreach (OutputFile output in result.OutputFiles) if (!TryWrite(call, output.Path, output.Bytes)) return ExitCode.Errors;
        return ExitCode.Success;
    }

    /// <summary>False when it cannot be written, which was reported.</summary>
    public static bool TryWrite(CommandCall call, string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            call.Terminal.Files.WriteFile(path, bytes);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            call.Reporter.Show([CliDiagnostics.CannotWrite(ShownPath.Of(path, call.Terminal), e.Message.TrimEnd('.'))]);
            return false;
        }
    }
}
