using Xunit;

namespace Inox.Core.Tests;

public sealed class InMemoryFileSystemTests
{
    public static TheoryData<string> Styles => ["posix", "windows"];

    private static PathStyle StyleOf(string name) => name == "posix" ? PathStyle.Posix : PathStyle.Windows;

    [Theory, MemberData(nameof(Styles))]
    public void HoldsFilesAndTheirFolders(string style)
    {
        InMemoryFileSystem files = new(StyleOf(style)) { { "/src/a.ts", "a" }, { "/src/lib/b.ts", "b" }, { "/package.json", "{}" } };
        Assert.Equal(EntryKind.File, files.GetKind("/src/a.ts"));
        Assert.Equal(EntryKind.Directory, files.GetKind("/src"));
        Assert.Equal(EntryKind.Directory, files.GetKind("/src/lib/"));
        Assert.Equal(EntryKind.Directory, files.GetKind("/"));
        Assert.Equal(EntryKind.None, files.GetKind("/src/a.ts/x"));
        Assert.Equal(EntryKind.None, files.GetKind("/none"));
        Assert.Equal("b"u8, files.ReadFile(files.Paths.Join(files.Spell("/src"), "./lib/b.ts"))!);
        Assert.Null(files.ReadFile("/src"));
        Assert.Null(files.ReadDirectory("/src/a.ts"));
        Assert.Equal([new("a.ts", EntryKind.File, false), new("lib", EntryKind.Directory, false)], files.ReadDirectory("/src")!);
        Assert.Equal(3, files.Count());
    }

    [Fact]
    public void WindowsNamesIgnoreCaseAndKeepTheirSpelling()
    {
        InMemoryFileSystem files = new(PathStyle.Windows) { ["/Src/App.ts"] = "1", [@"D:\x"] = "2", [@"\\server\share\y"] = "3" };
        Assert.Equal("1", files[@"c:\SRC\app.TS"]);
        Assert.Equal(@"C:\Src\App.ts", files.GetRealPath(@"c:\src\app.ts"), ignoreCase: true);
        Assert.EndsWith(@"Src\App.ts", files.GetRealPath(@"C:\src\app.ts"), StringComparison.Ordinal);
        Assert.Equal("2", files["D:/X"]);
        Assert.Equal("3", files["//server/share/y"]);
        files["/src/APP.ts"] = "4";
        Assert.Equal("App.ts", Assert.Single(files.ReadDirectory("/src")!).Name);
        Assert.Equal("4", files["/Src/App.ts"]);
    }

    [Fact]
    public void PosixNamesKeepCase()
    {
        InMemoryFileSystem files = new() { ["/a"] = "1", ["/A"] = "2" };
        Assert.Equal("1", files["/a"]);
        Assert.Equal("2", files["/A"]);
        Assert.Equal(["A", "a"], files.ReadDirectory("/")!.Select(entry => entry.Name));
    }

    [Theory, MemberData(nameof(Styles))]
    public void FollowsLinks(string style)
    {
        InMemoryFileSystem files = new(StyleOf(style)) { ["/store/pkg@1/index.js"] = "x" };
        files.AddLink("/node_modules/pkg", "../store/pkg@1");
        files.AddLink("/again", "/node_modules/pkg");
        files.AddLink("/main.js", "again/index.js");
        files.AddLink("/broken", "nowhere");
        files.AddLink("/loop", "loop");
        string real = files.Spell("/store/pkg@1/index.js");
        Assert.Equal("x", files["/node_modules/pkg/index.js"]);
        Assert.Equal(real, files.GetRealPath("/node_modules/pkg/index.js"));
        Assert.Equal(real, files.GetRealPath("/again/index.js"));
        Assert.Equal(real, files.GetRealPath("/main.js"));
        Assert.Equal(EntryKind.Directory, files.GetKind("/again"));
        Assert.Equal(EntryKind.None, files.GetKind("/broken"));
        Assert.Equal("/broken", files.GetRealPath("/broken"));
        Assert.Equal(EntryKind.None, files.GetKind("/loop"));
        Assert.Equal([new("pkg", EntryKind.None, true)], files.ReadDirectory("/node_modules")!);
        files["/again/more.js"] = "y";
        Assert.Equal("y", files["/store/pkg@1/more.js"]);
        files["/main.js"] = "z";
        Assert.Equal("z", files["/store/pkg@1/index.js"]);
        files.Delete("/again");
        Assert.Equal(EntryKind.File, files.GetKind(real));
        Assert.Equal(EntryKind.None, files.GetKind("/again"));
    }

    [Theory, MemberData(nameof(Styles))]
    public void WritesMovesAndDeletes(string style)
    {
        InMemoryFileSystem files = new(StyleOf(style));
        files["/a/b/c"] = "1";
        long first = files.GetWriteTime("/a/b/c");
        files["/a/b/c"] = "2";
        Assert.True(files.GetWriteTime("/a/b/c") > first);
        files.Move("/a/b", "/d/e");
        Assert.Equal("2", files["/d/e/c"]);
        Assert.Equal(EntryKind.None, files.GetKind("/a/b"));
        Assert.Throws<IOException>(() => files.Move("/d/e/c", "/a"));
        Assert.Throws<IOException>(() => files.Move("/d", "/d/e/f"));
        Assert.Throws<IOException>(() => files["/d/e"] = "x");
        Assert.Throws<IOException>(() => files["/d/e/c/f"] = "x");
        files.Delete("/d");
        files.Delete("/d");
        Assert.Empty(files);
        Assert.Equal(0, files.GetWriteTime("/d/e/c"));
        Assert.Throws<FileNotFoundException>(() => files["/d/e/c"]);
    }

    [Fact]
    public void ReadBytesAreACopy()
    {
        InMemoryFileSystem files = new() { { "/a", [1, 2, 3] } };
        files.ReadFile("/a")![0] = 9;
        Assert.Equal([1, 2, 3], files.ReadFile("/a")!);
    }

    [Fact]
    public void RelativePathsAreNowhere()
    {
        InMemoryFileSystem files = new() { ["/a"] = "1" };
        Assert.Null(files.ReadFile("a"));
        Assert.Equal(EntryKind.None, files.GetKind(""));
        Assert.Throws<ArgumentException>(() => files["a"] = "1");
    }
}
