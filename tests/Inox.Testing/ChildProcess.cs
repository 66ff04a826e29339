using System.Diagnostics;
using System.Text;

namespace Inox.Testing;

/// <summary>Runs a program to its end, or to a time limit: then it and what it started are killed by id.</summary>
public static class ChildProcess
{
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    public static ProcessResult Run(string program, IEnumerable<string> arguments, string? input = null, string? folder = null, TimeSpan? limit = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? "",
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        WriteInput(process, input);
        bool ended = process.WaitForExit(limit ?? DefaultLimit);
        if (!ended) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult(), !ended);
    }

    private static void WriteInput(Process process, string? input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading what it was given; its exit code tells why.
        }
    }
}
