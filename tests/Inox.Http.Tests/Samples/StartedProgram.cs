using System.Diagnostics;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>A server that is a process of its own.</summary>
internal static class StartedProgram
{
    /// <summary>Starts it on a free port, which it tells on standard error, and ends it as an operator would.</summary>
    public static async Task AskAsync(string program, string[] arguments, Func<HttpClient, Task> ask)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, ["http://127.0.0.1:0", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            string line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            using HttpClient client = new() { BaseAddress = new(line["listening on ".Length..]) };
            await ask(client);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Starts one that ends by itself, and returns how.</summary>
    public static async Task<(int ExitCode, string Error)> EndAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }
}
