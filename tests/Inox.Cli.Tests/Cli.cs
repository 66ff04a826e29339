using System.Text;
using Inox.Testing;

namespace Inox.Cli.Tests;

/// <summary>Runs the command line in this process, in a folder of its own.</summary>
internal sealed class Cli : IDisposable
{
    public TempFolder Folder { get; } = new();

    public string Input { get; set; } = "";

    public CliResult Run(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        Terminal terminal = new()
        {
            Output = output,
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            WorkingDirectory = Folder.Root,
        };
        int exitCode = CommandLine.Run(arguments, terminal);
        return new(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Folder.Dispose();
}

internal sealed record CliResult(int ExitCode, string Output, string Error);
