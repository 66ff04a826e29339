using Inox.Cli.Building;
using Inox.Core;
using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class WatcherTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void AChangedInputEndsTheWait()
    {
        using TempFolder folder = new();
        folder.Write("a.js", "1");
        Assert.True(Wait(folder, ["a.js"], watchesFolders: false, () => File.SetLastWriteTimeUtc(folder["a.js"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
    }

    [Fact]
    public void ANewFileBesideAnInputEndsTheWaitAfterAFailure()
    {
        using TempFolder folder = new();
        folder.Write("a.js", "1");
        Directory.SetLastWriteTimeUtc(folder.Root, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(Wait(folder, ["a.js"], watchesFolders: true, () => folder.Write("b.js", "2")));
    }

    [Fact]
    public void StoppingEndsTheWait()
    {
        using CancellationTokenSource stop = new();
        Watcher watcher = new(RealFileSystem.Shared);
        watcher.Remember([], watchesFolders: false, since: DateTime.UtcNow);
        stop.Cancel();
        Assert.False(watcher.WaitForChange(stop.Token));
    }

    [Fact]
    public void AnInputWrittenDuringTheBuildIsAChange()
    {
        using TempFolder folder = new();
        DateTime start = DateTime.UtcNow;
        folder.Write("a.js", "1");
        using CancellationTokenSource stop = new(s_limit);
        Watcher watcher = new(RealFileSystem.Shared);
        watcher.Remember([folder["a.js"]], watchesFolders: false, start);
        Assert.True(watcher.WaitForChange(stop.Token));
    }

    [Fact]
    public void AnInputFromTheFutureIsNotAChange()
    {
        using TempFolder folder = new();
        folder.Write("a.js", "1");
        File.SetLastWriteTimeUtc(folder["a.js"], DateTime.UtcNow.AddDays(1));
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(400));
        Watcher watcher = new(RealFileSystem.Shared);
        watcher.Remember([folder["a.js"]], watchesFolders: false, DateTime.UtcNow);
        Assert.False(watcher.WaitForChange(stop.Token));
    }

    private static bool Wait(TempFolder folder, string[] inputs, bool watchesFolders, Action change)
    {
        using CancellationTokenSource stop = new(s_limit);
        Watcher watcher = new(RealFileSystem.Shared);
        watcher.Remember(inputs.Select(input => folder[input]), watchesFolders, since: DateTime.UtcNow.AddHours(1));
        change();
        return watcher.WaitForChange(stop.Token);
    }
}
