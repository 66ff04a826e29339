using System.Text;
using Inox.Cli.Creating;
using Inox.Core;

namespace Inox.Cli.Commands;

/// <summary><c>inox new</c>: a project that builds and runs, to begin with.</summary>
internal static class NewCommand
{
    public static CommandDefinition Definition { get; } = new("new", "Start a project.")
    {
        Arguments = "api FOLDER",
        About =
        [
            "Writes a project of Inox.Http into FOLDER, which must be new or empty: handlers, settings, health checks, metrics and a page to try them. It is called as the folder is.",
        ],
        Options = [],
        Examples = [("inox new api shop", "then `cd shop && dotnet run`")],
        Run = Run,
    };

    private static int Run(CommandCall call)
    {
        if (call.Arguments.Count != 2) return Refuse(call, CliDiagnostics.Usage("`inox new` needs what to start and a folder", "type `inox new api FOLDER`"));
        if (ProjectTemplate.Find(call.Arguments[0]) is not { } template) return Refuse(call, CliDiagnostics.WrongValue("new", call.Arguments[0], "type `inox new api FOLDER`"));
        IFileSystem files = call.Terminal.Files;
        string folder = files.Paths.Join(call.Terminal.WorkingDirectory, call.Arguments[1]);
        if (files.GetKind(folder) == EntryKind.File || files.ReadDirectory(folder) is { Count: > 0 }) return Refuse(call, CliDiagnostics.FolderInUse(call.Arguments[1]));
        string project = NameOf(Path.GetFileName(folder.TrimEnd('/', '\\')));
        foreach ((string path, byte[] bytes) in template.Files(project))
        {
            try
            {
                files.WriteFile(files.Paths.Join(folder, path), bytes);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                call.Reporter.Show([CliDiagnostics.CannotWrite(path, exception.Message.TrimEnd('.'))]);
                return ExitCode.Errors;
            }
        }
        call.Terminal.Output.Write($"{project} is in {call.Arguments[1]}: cd {call.Arguments[1]} && dotnet run\n");
        return ExitCode.Success;
    }

    // A namespace and a file: `my-shop` becomes MyShop.
    private static string NameOf(string folder)
    {
        StringBuilder name = new();
        bool isStart = true;
        foreach (char c in folder)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                isStart = true;
                continue;
            }
            if (name.Length == 0 && char.IsAsciiDigit(c)) name.Append('_');
            name.Append(isStart ? char.ToUpperInvariant(c) : c);
            isStart = false;
        }
        return name.Length > 0 ? name.ToString() : "Api";
    }

    private static int Refuse(CommandCall call, Diagnostic diagnostic)
    {
        call.Reporter.Show([diagnostic]);
        return ExitCode.Usage;
    }
}
