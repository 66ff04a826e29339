namespace Inox.Cli.Building;

/// <summary>
/// Cancels on Ctrl-C, and when a pipe or a terminal on standard input ends: a parent that started a watch and died takes it along.
/// Other inputs say nothing of a parent: a container and <c>inox build --watch &lt;/dev/null &amp;</c> watch until they get a signal.
/// </summary>
internal sealed class ConsoleInterrupt : IDisposable
{
    private readonly CancellationTokenSource _stop;

    public ConsoleInterrupt(Terminal terminal, CancellationTokenSource stop)
    {
        _stop = stop;
        Console.CancelKeyPress += OnCancel;
        if (terminal.InputEndsWithParent())
        {
            Thread reader = new(() => WaitForEnd(terminal)) { IsBackground = true };
            reader.Start();
        }
    }

    public void Dispose() => Console.CancelKeyPress -= OnCancel;

    private void OnCancel(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true; // the build in progress finishes its files
        Stop();
    }

    private void WaitForEnd(Terminal terminal)
    {
        Span<byte> buffer = stackalloc byte[256];
        using Stream input = terminal.OpenInput();
        try
        {
            while (input.Read(buffer) > 0) { }
        }
        catch (IOException)
        {
            return; // no standard input at all, as under nohup: only Ctrl-C or a signal ends the watch
        }
        Stop();
    }

    private void Stop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // the watch has already ended
        }
    }
}
