using Inox.Cli.Commands;
using Inox.Core;

namespace Inox.Cli.Files;

/// <summary>A file that a command was given by its path, or standard input for <c>-</c>, which then stands in the current folder as <c>stdin</c>.</summary>
internal static class InputFile
{
    /// <summary>The absolute path; null where no file is, which was reported.</summary>
    public static string? Find(CommandCall call, string argument, string inputExtension, OverlayFileSystem files)
    {
        string path = files.Paths.Join(call.Terminal.WorkingDirectory, argument == "-" ? "stdin." + inputExtension : argument);
        if (argument == "-") files.Add(path, ReadInput(call.Terminal));
        if (files.GetKind(path) == EntryKind.File) return path;
        call.Reporter.Show([CliDiagnostics.NoFile(argument)]);
        return null;
    }

    private static byte[] ReadInput(Terminal terminal)
    {
        using Stream input = terminal.OpenInput();
        using MemoryStream bytes = new();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
