namespace Inox.Cli.Building;

/// <summary>Cancels on Ctrl-C, and at the end of standard input: a parent that started a watch and died takes it along.</summary>
internal sealed class ConsoleInterrupt : IDisposable
{
    private readonly CancellationTokenSource _stop;

    public ConsoleInterrupt(Terminal terminal, CancellationTokenSource stop)
    {
        _stop = stop;
        Console.CancelKeyPress += OnCancel;
        Thread reader = new(() => WaitForEnd(terminal)) { IsBackground = true };
        reader.Start();
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
