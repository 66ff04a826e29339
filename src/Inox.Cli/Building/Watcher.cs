using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>
/// Waits for a change of the inputs by asking for their times: it works where notifications do not (containers, network drives), and costs a
/// millisecond per thousand files. Files of packages change rarely and are asked for once in a while.
/// </summary>
internal sealed class Watcher(IFileSystem files)
{
    private const int IntervalMilliseconds = 150;

    // Editors write in several steps, and git checkouts take a moment: the build starts when two looks in a row see the same.
    private const int QuietMilliseconds = 40;

    private const int PackageRounds = 12;

    // No file has this time, a missing one has 0.
    private const long Changed = -1;

    // Coarse clocks of file systems: a write after the start may be stamped a little before it. A change rests for longer than this before a build starts.
    private static readonly long s_clockTicks = TimeSpan.FromMilliseconds(20).Ticks;

    private Dictionary<string, long> _own = [];
    private Dictionary<string, long> _packages = [];
    private long _since;

    /// <param name="inputs">Absolute paths.</param>
    /// <param name="watchesFolders">Whether a new file beside an input counts: after a failure it may be the one that was missing.</param>
    /// <param name="since">When the build that read the inputs started: what was written later may have been read before.</param>
    public void Remember(IEnumerable<string> inputs, bool watchesFolders, DateTime since)
    {
        _since = since.Ticks - s_clockTicks;
        _own = [];
        _packages = [];
        foreach (string input in inputs)
        {
            Dictionary<string, long> group = input.Contains("node_modules", StringComparison.Ordinal) ? _packages : _own;
            group[input] = TimeBefore(input);
            if (watchesFolders && group == _own && files.Paths.GetDirectory(input) is { } folder) _own[folder] = TimeBefore(folder);
        }
    }

    // A time that is still to come is a wrong clock, not a change: it would build for ever.
    private long TimeBefore(string path)
    {
        long time = files.GetWriteTime(path);
        return time >= _since && time <= DateTime.UtcNow.Ticks ? Changed : time;
    }

    /// <summary>Returns when something changed and came to rest; false when <paramref name="stop"/> was cancelled.</summary>
    public bool WaitForChange(CancellationToken stop)
    {
        for (int round = 1; !stop.WaitHandle.WaitOne(IntervalMilliseconds); round++)
        {
            bool isChanged = Look(_own) || (round % PackageRounds == 0 && Look(_packages));
            if (!isChanged) continue;
            do
            {
                if (stop.WaitHandle.WaitOne(QuietMilliseconds)) return false;
            }
            while (Look(_own));
            return true;
        }
        return false;
    }

    /// <summary>Whether anything is different from the last look.</summary>
    private bool Look(Dictionary<string, long> times)
    {
        bool isChanged = false;
        foreach (string path in times.Keys)
        {
            long time = files.GetWriteTime(path);
            if (time == times[path]) continue;
            times[path] = time;
            isChanged = true;
        }
        return isChanged;
    }
}
