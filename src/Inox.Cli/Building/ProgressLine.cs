namespace Inox.Cli.Building;

/// <summary>A line with the seconds gone, on a terminal, while a build takes longer than people like to wait without a word.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int PatienceMilliseconds = 500;
    private const int StepMilliseconds = 100;

    private readonly Lock _lock = new();
    private readonly Terminal _terminal;
    private readonly Timer? _timer;
    private int _milliseconds = PatienceMilliseconds;
    private bool _isShown;
    private bool _isDone;

    public ProgressLine(Terminal terminal, bool isWanted)
    {
        _terminal = terminal;
        if (isWanted && terminal.IsInteractive) _timer = new(_ => Show(), null, PatienceMilliseconds, StepMilliseconds);
    }

    public void Dispose()
    {
        if (_timer is null) return;
        _timer.Dispose();
        lock (_lock)
        {
            _isDone = true;
            if (_isShown) _terminal.Error.Write("\r\e[K");
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_isDone) return;
            _isShown = true;
            _terminal.Error.Write(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\rbuilding… {_milliseconds / 1000.0:F1} s"));
            _milliseconds += StepMilliseconds;
        }
    }
}
