namespace Inox.Http;

/// <summary>Tells when a file of settings has changed, once for the several events an editor causes by one save.</summary>
internal sealed class SettingsWatcher : IDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(200);

    private readonly FileSystemWatcher _watcher;
    private readonly Timer _timer;

    public SettingsWatcher(string folder, string name, Action changed)
    {
        _timer = new(_ => changed());
        _watcher = new(Path.GetFullPath(folder), name + "*.json") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };
        _watcher.Changed += (_, _) => Wait();
        _watcher.Created += (_, _) => Wait();
        _watcher.Deleted += (_, _) => Wait();
        // Editors write beside the file and put that into its place.
        _watcher.Renamed += (_, _) => Wait();
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }

    private void Wait() => _timer.Change(s_quiet, Timeout.InfiniteTimeSpan);
}
