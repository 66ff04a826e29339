using Xunit;

namespace Inox.Core.Tests;

public sealed class RealFileSystemTests : IDisposable
{
    // The temporary folder may itself stand behind a link, as on macOS.
    private readonly string _root = new RealFileSystem().GetRealPath(Directory.CreateTempSubdirectory("inox-files-").FullName);
    private readonly RealFileSystem _files = new();

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string At(string relative) => _files.Paths.Join(_root, relative);

    [Fact]
    public void WritesAndReads()
    {
        _files.WriteFile(At("a/b/c.txt"), "hello"u8);
        _files.WriteFile(At("a/empty"), []);
        Assert.Equal("hello"u8, _files.ReadFile(At("a/b/c.txt"))!);
        Assert.Empty(_files.ReadFile(At("a/empty"))!);
        Assert.Equal(EntryKind.File, _files.GetKind(At("a/b/c.txt")));
        Assert.Equal(EntryKind.Directory, _files.GetKind(At("a/b")));
        Assert.InRange(_files.GetWriteTime(At("a/b/c.txt")), DateTime.UtcNow.AddMinutes(-5).Ticks, DateTime.UtcNow.AddMinutes(5).Ticks);
        _files.WriteFile(At("a/b/c.txt"), "hi"u8);
        Assert.Equal("hi"u8, _files.ReadFile(At("a/b/c.txt"))!);
    }

    [Fact]
    public void AnswersNothingWhereNothingIs()
    {
        _files.WriteFile(At("file"), "x"u8);
        string[] missing = [At("none"), At("none/none"), At("file/below"), "", "\0virtual", At("a\0b"), At(new string('x', 5000))];
        foreach (string path in missing)
        {
            Assert.Equal(EntryKind.None, _files.GetKind(path));
            Assert.Null(_files.ReadFile(path));
            Assert.Null(_files.ReadDirectory(path));
            Assert.Equal(path, _files.GetRealPath(path));
        }
        Assert.Equal(0, _files.GetWriteTime(At("none")));
        Assert.Null(_files.ReadFile(_root));
        Assert.Null(_files.ReadDirectory(At("file")));
    }

    [Fact]
    public void ListsFoldersInOrder()
    {
        foreach (string name in (string[])["b", "a", "B", ".hidden", "a.b", "é"]) _files.WriteFile(At(name), []);
        _files.WriteFile(At("folder/x"), []);
        File.CreateSymbolicLink(At("link"), "folder");
        Assert.Equal(
            [
                new(".hidden", EntryKind.File, false), new("B", EntryKind.File, false), new("a", EntryKind.File, false), new("a.b", EntryKind.File, false),
                new("b", EntryKind.File, false), new("folder", EntryKind.Directory, false), new("link", EntryKind.None, true), new("é", EntryKind.File, false),
            ],
            _files.ReadDirectory(_root)!);
    }

    [Fact]
    public void FollowsLinksInEveryComponent()
    {
        _files.WriteFile(At("store/pkg/lib/index.js"), "x"u8);
        _files.WriteFile(At("node_modules/other/x"), []);
        Directory.CreateSymbolicLink(At("node_modules/pkg"), "../store/pkg");
        Directory.CreateSymbolicLink(At("modules"), At("node_modules"));
        File.CreateSymbolicLink(At("main.js"), "modules/pkg/lib/index.js");
        File.CreateSymbolicLink(At("broken"), "nowhere");
        File.CreateSymbolicLink(At("loop"), "loop");
        string real = At("store/pkg/lib/index.js");
        foreach (string path in (string[])["node_modules/pkg/lib/index.js", "modules/pkg/lib/index.js", "main.js", "store/pkg/lib/index.js"])
        {
            Assert.Equal(real, _files.GetRealPath(At(path)));
            Assert.Equal(EntryKind.File, _files.GetKind(At(path)));
        }
        Assert.Equal(At("store/pkg"), _files.GetRealPath(At("modules/pkg")));
        Assert.Equal(EntryKind.Directory, _files.GetKind(At("modules/pkg")));
        Assert.Equal(At("modules/none"), _files.GetRealPath(At("modules/none")));
        foreach (string path in (string[])["broken", "loop"])
        {
            Assert.Equal(EntryKind.None, _files.GetKind(At(path)));
            Assert.Null(_files.ReadFile(At(path)));
            Assert.Equal(At(path), _files.GetRealPath(At(path)));
        }
    }

    [Fact]
    public void MovesAndDeletes()
    {
        _files.WriteFile(At("a/b"), "1"u8);
        _files.Move(At("a"), At("c"));
        Assert.Equal("1"u8, _files.ReadFile(At("c/b"))!);
        _files.Move(At("c/b"), At("d"));
        Assert.Equal("1"u8, _files.ReadFile(At("d"))!);
        _files.WriteFile(At("e"), "2"u8);
        Assert.Throws<IOException>(() => _files.Move(At("e"), At("d")));
        Directory.CreateSymbolicLink(At("link"), At("c"));
        _files.WriteFile(At("c/kept"), []);
        _files.Delete(At("link"));
        Assert.Equal(EntryKind.File, _files.GetKind(At("c/kept")));
        Assert.Equal(EntryKind.None, _files.GetKind(At("link")));
        _files.Delete(At("c"));
        _files.Delete(At("c"));
        Assert.Equal(EntryKind.None, _files.GetKind(At("c")));
    }

    [Fact]
    public void ALinkThatChangesIsSeenAfterForgetting()
    {
        _files.WriteFile(At("one/x"), []);
        _files.WriteFile(At("two/x"), []);
        Directory.CreateSymbolicLink(At("link"), "one");
        Assert.Equal(At("one/x"), _files.GetRealPath(At("link/x")));
        Directory.Delete(At("link"));
        Directory.CreateSymbolicLink(At("link"), "two");
        _files.ForgetLinks();
        Assert.Equal(At("two/x"), _files.GetRealPath(At("link/x")));
    }
}
