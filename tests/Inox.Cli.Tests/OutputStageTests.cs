using System.Text;
using Inox.Bundler;
using Inox.Cli.Building;
using Inox.Core;
using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class OutputStageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Out => _folder["dist"];

    [Fact]
    public void OutputsArriveAndNothingElseIsLeft()
    {
        Write([File("dist/a.js", "1"), File("dist/deep/b.css", "2")]);
        Assert.Equal("1", _folder.Read("dist/a.js"));
        Assert.Equal("2", _folder.Read("dist/deep/b.css"));
        Assert.Equal([Out], Directory.GetFileSystemEntries(_folder.Root).Where(path => !path.EndsWith("cache", StringComparison.Ordinal)));
    }

    [Fact]
    public void LeavingsOfTheBuildBeforeGoAndOthersStay()
    {
        _folder.Write("dist/robots.txt", "mine");
        Write([File("dist/a.js", "1"), File("dist/old/chunk-1.js", "2")]);
        Write([File("dist/a.js", "3")]);
        Assert.Equal("3", _folder.Read("dist/a.js"));
        Assert.Equal("mine", _folder.Read("dist/robots.txt"));
        Assert.False(Directory.Exists(_folder["dist/old"]));
    }

    [Fact]
    public void AnOutputThatSomebodyChangedIsNoLeaving()
    {
        Write([File("dist/a.js", "1"), File("dist/b.js", "2")]);
        _folder.Write("dist/b.js", "edited");
        System.IO.File.SetLastWriteTimeUtc(_folder["dist/b.js"], DateTime.UtcNow.AddMinutes(1));
        Write([File("dist/a.js", "1")]);
        Assert.Equal("edited", _folder.Read("dist/b.js"));
    }

    [Fact]
    public void ARecordNeverLeadsOutOfItsFolder()
    {
        _folder.Write("precious.txt", "x");
        OutputRecord record = Record();
        record.Write([File("precious.txt", "x")]);
        Assert.Empty(record.Read());
    }

    [Fact]
    public void WatchingLeavesIdenticalFilesAlone()
    {
        OutputStage stage = new(RealFileSystem.Shared, Out) { KeepsIdentical = true };
        Assert.Equal(2, stage.Write([File("dist/a.js", "1"), File("dist/b.js", "2")], []));
        Assert.Equal(1, stage.Write([File("dist/a.js", "1"), File("dist/b.js", "3")], []));
        Assert.Equal("3", _folder.Read("dist/b.js"));
    }

    [Fact]
    public void AStageThatCannotBeWrittenLeavesTheOutputs()
    {
        Write([File("dist/a.js", "1")]);
        // A folder stands where a file has to go.
        Directory.CreateDirectory(_folder["dist/b.js"]);
        Assert.ThrowsAny<SystemException>(() => Write([File("dist/b.js", "2", OutputKind.Asset), File("dist/a.js", "3")]));
        Assert.Equal("1", _folder.Read("dist/a.js"));
        Assert.DoesNotContain(Directory.GetDirectories(_folder.Root), path => path.Contains(".tmp-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/a/dist", "/a", "/a/x.js", null)]
    [InlineData("/a", "/a", "/a/x.js", "/a")]
    [InlineData("/", "/a", "/a/x.js", "/a")]
    [InlineData("/a/src", "/a", "/a/src/x.js", "/a/src/x.js")]
    [InlineData("/a/src", "/a", "/a/srcs/x.js", null)]
    public void SourcesAreNotCleaned(string outdir, string workingDirectory, string input, string? obstacle) =>
        Assert.Equal(obstacle, OutputCleaner.FindObstacle(outdir, workingDirectory, [input], PathStyle.Posix));

    public void Dispose() => _folder.Dispose();

    private void Write(OutputFile[] outputs)
    {
        OutputRecord record = Record();
        new OutputStage(RealFileSystem.Shared, Out).Write(outputs, record.Read());
        record.Write(outputs);
    }

    private OutputRecord Record() => new(RealFileSystem.Shared, _folder["cache"], Out, "a.js");

    private OutputFile File(string path, string text, OutputKind kind = OutputKind.Entry) => new(_folder[path], kind, Encoding.UTF8.GetBytes(text));
}
