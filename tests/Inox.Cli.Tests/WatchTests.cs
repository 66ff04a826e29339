using System.Collections.Concurrent;
using System.Diagnostics;
using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

/// <summary><c>inox build --watch</c> as a process of its own, seen from its parent.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();
    private readonly BlockingCollection<string> _lines = [];
    private Process? _process;

    [Fact]
    public void AnEditIsBuiltAnErrorIsShownAndMendedAndTheEndOfInputEndsIt()
    {
        _folder.Write("main.ts", "import { a } from './a'; console.log(a);");
        _folder.Write("a.ts", "export const a: number = 1;");
        Start();
        Expect("built 1 file in ");
        Expect("watching for changes");
        Assert.Contains("const a = 1;", _folder.Read("out/main.js"));

        _folder.Write("a.ts", "export const a: number = 22;");
        Expect("built 1 file in ");
        Assert.Contains("const a = 22;", _folder.Read("out/main.js"));

        _folder.Write("a.ts", "export const a: number = ;");
        Expect("error IX1022: expected an expression, found `;`");
        Assert.Contains("const a = 22;", _folder.Read("out/main.js"));

        _folder.Write("a.ts", "export const a: number = 333;");
        Expect("built 1 file in ");
        Assert.Contains("const a = 333;", _folder.Read("out/main.js"));

        End();
    }

    [Fact]
    public void AFileThatWasMissingIsFoundWhenItComes()
    {
        _folder.Write("main.ts", "import { a } from './a'; console.log(a);");
        Start();
        Expect("error IX3101: cannot find `./a`");
        Expect("watching for changes");
        Assert.False(File.Exists(_folder["out/main.js"]));

        _folder.Write("a.ts", "export const a = 4444;");
        Expect("built 1 file in ");
        Assert.Contains("const a = 4444;", _folder.Read("out/main.js"));

        End();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
        _process?.Dispose();
        _lines.Dispose();
        _folder.Dispose();
    }

    private void Start()
    {
        ProcessStartInfo info = new("dotnet")
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])[Path.Join(AppContext.BaseDirectory, "inox.dll"), "build", "main.ts", "--outdir=out", "--watch"]) info.ArgumentList.Add(argument);
        _process = new() { StartInfo = info };
        _process.OutputDataReceived += (_, e) => Keep(e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is not null) _lines.Add(line);
    }

    /// <summary>Waits for a line that starts so; the lines of both streams come in either order, so others are passed over.</summary>
    private void Expect(string start)
    {
        List<string> seen = [];
        using CancellationTokenSource limit = new(s_limit);
        try
        {
            while (_lines.Take(limit.Token) is { } line)
            {
                if (line.StartsWith(start, StringComparison.Ordinal)) return;
                seen.Add(line);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"no line starts with `{start}`, only:\n{string.Join('\n', seen)}");
        }
    }

    private void End()
    {
        _process!.StandardInput.Close();
        Assert.True(_process.WaitForExit(s_limit), "the watch goes on after the end of its input");
        Assert.Equal(0, _process.ExitCode);
    }
}
