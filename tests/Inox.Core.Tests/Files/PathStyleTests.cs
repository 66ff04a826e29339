using Xunit;

namespace Inox.Core.Tests;

public sealed class PathStyleTests
{
    private static void Check(string expected, string? actual, string what) =>
        Assert.True(expected == actual, $"{what}: expected `{expected}`, got `{actual}`");

    [Fact]
    public void Normalizes()
    {
        (string Path, string Expected)[] posix =
        [
            ("", "."), (".", "."), ("./", "."), ("a", "a"), ("a/", "a"), ("a//b", "a/b"), ("./a", "a"), ("a/.", "a"), ("a/./b", "a/b"),
            ("a/..", "."), ("a/../b", "b"), ("a/b/..", "a"), ("a/b/../..", "."), ("a/b/../../..", ".."), ("..", ".."), ("../", ".."),
            ("../..", "../.."), ("../a", "../a"), ("../a/..", ".."), ("../../a/../b", "../../b"), ("a/../../b", "../b"),
            ("/", "/"), ("//", "/"), ("///a", "/a"), ("/.", "/"), ("/..", "/"), ("/../..", "/"), ("/a", "/a"), ("/a/", "/a"), ("/a//b/", "/a/b"),
            ("/a/..", "/"), ("/a/../..", "/"), ("/a/../../b", "/b"), ("/a/./b/../c", "/a/c"), ("/...", "/..."), ("/a/...", "/a/..."), ("/.a", "/.a"),
            ("/..a", "/..a"), ("a\\b", "a\\b"), ("/a\\..\\b", "/a\\..\\b"), ("C:\\a", "C:\\a"), ("/a b/ c", "/a b/ c"),
        ];
        foreach ((string path, string expected) in posix) Check(expected, PathStyle.Posix.Normalize(path), $"posix `{path}`");

        (string Path, string Expected)[] windows =
        [
            ("", "."), (".", "."), ("a", "a"), ("a/b", @"a\b"), (@"a\b\", @"a\b"), (@"a\\b", @"a\b"), (@"a/\b", @"a\b"), (@"a\..", "."), (@"a\..\..", ".."),
            (@"..\a", @"..\a"), (@"..\..\a\..", @"..\.."), (@"\", @"\"), ("/", @"\"), (@"\a", @"\a"), ("/a/b/..", @"\a"), (@"\..", @"\"), (@"\..\a", @"\a"),
            (@"C:\", @"C:\"), ("C:/", @"C:\"), (@"C:\a", @"C:\a"), ("c:/a/b", @"c:\a\b"), (@"C:\a\", @"C:\a"), (@"C:\\a", @"C:\a"), (@"C:\a\..", @"C:\"),
            (@"C:\..", @"C:\"), (@"C:\a\..\..\b", @"C:\b"), (@"C:\.", @"C:\"), ("C:", "C:"), ("C:a", "C:a"), (@"C:a\..\b", "C:b"), ("C:..", "C:.."), (@"C:a\..", "C:"),
            (@"\\server\share", @"\\server\share\"), (@"\\server\share\", @"\\server\share\"), (@"\\server\share\a", @"\\server\share\a"),
            ("//server/share/a/../b", @"\\server\share\b"), (@"\\server\share\..", @"\\server\share\"), (@"\\server\share\..\..\a", @"\\server\share\a"),
            (@"\\server\\share\\a", @"\\server\share\a"), (@"\\server", @"\server"), (@"\\server\", @"\server"), (@"\\", @"\"), (@"\\\a", @"\a"),
            (@"\\?\C:\a\..", @"\\?\C:\"), (@"\\?\C:\a\.\b", @"\\?\C:\a\b"), (@"\\.\pipe\a", @"\\.\pipe\a"), ("1:\\a", @"1:\a"),
        ];
        foreach ((string path, string expected) in windows) Check(expected, PathStyle.Windows.Normalize(path), $"windows `{path}`");
    }

    [Fact]
    public void Joins()
    {
        (string Directory, string Relative, string Expected)[] posix =
        [
            ("/", "a", "/a"), ("/a", "b", "/a/b"), ("/a/", "b", "/a/b"), ("/a", "/b", "/b"), ("/a", "./b", "/a/b"), ("/a", "../b", "/b"), ("/a", "../../b", "/b"),
            ("/a", "", "/a"), ("", "a", "a"), ("", "", "."), ("", "/a", "/a"), ("", "../a", "../a"), ("a", "b", "a/b"), ("a", "..", "."), ("a", "../..", ".."), (".", "a", "a"),
            ("..", "a", "../a"), ("/a/b", ".", "/a/b"), ("/a/b", "..", "/a"), ("/a", "b/", "/a/b"), ("/a", "C:\\b", "/a/C:\\b"), ("/a", "\\b", "/a/\\b"),
        ];
        foreach ((string directory, string relative, string expected) in posix)
            Check(expected, PathStyle.Posix.Join(directory, relative), $"posix `{directory}` + `{relative}`");

        (string Directory, string Relative, string Expected)[] windows =
        [
            (@"C:\", "a", @"C:\a"), (@"C:\a", "b/c", @"C:\a\b\c"), (@"C:\a", @"D:\b", @"D:\b"), (@"C:\a", @"\b", @"C:\b"), (@"C:\a", "/b/../c", @"C:\c"),
            (@"C:\a", @"..\b", @"C:\b"), (@"C:\a", @"..\..\b", @"C:\b"), (@"C:\a", "C:b", @"C:\a\b"), (@"C:\a", "c:b", @"C:\a\b"), (@"C:\a", "D:b", @"D:\b"), (@"C:\a", "C:", @"C:\a"),
            ("C:", "a", "C:a"), ("C:a", "b", @"C:a\b"), ("", "a", "a"), ("", @"C:\a", @"C:\a"), ("a", "b", @"a\b"), ("a", @"\b", @"\b"),
            (@"\\server\share", "a", @"\\server\share\a"), (@"\\server\share\a", @"..\..\b", @"\\server\share\b"), (@"\\server\share\a", @"\b", @"\\server\share\b"),
            (@"\\server\share\a", @"C:\b", @"C:\b"), (@"C:\a", @"\\server\share\b", @"\\server\share\b"), (@"\a", "b", @"\a\b"), (@"\a", @"\b", @"\b"), (@"C:\a", "", @"C:\a"),
        ];
        foreach ((string directory, string relative, string expected) in windows)
            Check(expected, PathStyle.Windows.Join(directory, relative), $"windows `{directory}` + `{relative}`");
    }

    [Fact]
    public void TakesPathsApart()
    {
        (string Path, int Root, string? Directory, string Name)[] posix =
        [
            ("/", 1, null, ""), ("//", 1, null, ""), ("/a", 1, "/", "a"), ("/a/", 1, "/", "a"), ("/a//", 1, "/", "a"), ("/a/b", 1, "/a", "b"), ("/a//b", 1, "/a", "b"), ("/a/b/", 1, "/a", "b"),
            ("a", 0, "", "a"), ("a/b", 0, "a", "b"), ("a/", 0, "", "a"), ("", 0, null, ""), ("C:\\a", 0, "", "C:\\a"), ("/a/.b", 1, "/a", ".b"), ("//a", 1, "/", "a"),
        ];
        foreach ((string path, int root, string? directory, string name) in posix) CheckParts(PathStyle.Posix, path, root, directory, name);

        (string Path, int Root, string? Directory, string Name)[] windows =
        [
            (@"C:\", 3, null, ""), ("C:/", 3, null, ""), (@"C:\a", 3, @"C:\", "a"), (@"C:\a\", 3, @"C:\", "a"), ("C:/a/b", 3, "C:/a", "b"), (@"C:\a/b", 3, @"C:\a", "b"), (@"C:\a\b\\", 3, @"C:\a", "b"),
            ("C:", 0, null, ""), ("C:a", 0, "C:", "a"), (@"C:a\b", 0, "C:a", "b"), (@"\", 1, null, ""), (@"\a", 1, @"\", "a"), ("a", 0, "", "a"), (@"a\b", 0, "a", "b"), ("", 0, null, ""),
            (@"\\server\share", 14, null, ""), (@"\\server\share\", 15, null, ""), (@"\\server\share\a", 15, @"\\server\share\", "a"), (@"\\server\share\a\b", 15, @"\\server\share\a", "b"),
            ("//server/share/a", 15, "//server/share/", "a"), (@"\\server", 1, @"\", "server"), (@"\\?\C:\a", 7, @"\\?\C:\", "a"),
        ];
        foreach ((string path, int root, string? directory, string name) in windows) CheckParts(PathStyle.Windows, path, root, directory, name);
    }

    private static void CheckParts(PathStyle style, string path, int root, string? directory, string name)
    {
        Assert.True(root == style.RootLength(path), $"root of `{path}`: expected {root}, got {style.RootLength(path)}");
        Assert.Equal(root > 0, style.IsAbsolute(path));
        string? found = style.GetDirectory(path);
        Assert.True(directory == found, $"folder of `{path}`: expected `{directory ?? "null"}`, got `{found ?? "null"}`");
        Check(name, style.GetName(path), $"name of `{path}`");
    }

    [Fact]
    public void FindsTheWayFromOneFolderToAPath()
    {
        (string From, string To, string Expected)[] posix =
        [
            ("/a", "/a", ""), ("/a", "/a/b", "b"), ("/a", "/a/b/c", "b/c"), ("/a/b", "/a", ".."), ("/a/b", "/a/c", "../c"), ("/a/b/c", "/a", "../.."), ("/a/b/c", "/d/e", "../../../d/e"),
            ("/", "/a", "a"), ("/a", "/", ".."), ("/", "/", ""), ("/ab", "/abc", "../abc"), ("/abc", "/ab", "../ab"), ("/ab/c", "/a/c", "../../a/c"), ("/a/", "/a/b/", "b"), ("/a/./b", "/a/c/../d", "../d"),
            ("a", "a/b", "b"), ("", "a", "a"), (".", "a", "a"), ("a", ".", ".."), ("a/b", "c", "../../c"), ("a", "/a", "/a"), ("/a", "/a/b\\c", "b\\c"), ("/A", "/a", "../a"),
        ];
        foreach ((string from, string to, string expected) in posix)
            Check(expected, PathStyle.Posix.GetRelative(from, to), $"posix `{from}` -> `{to}`");

        (string From, string To, string Expected)[] windows =
        [
            (@"C:\a", @"C:\a\b", "b"), (@"C:\a", "C:/a/b/c", "b/c"), (@"C:\a\b", @"C:\c\d", "../../c/d"), (@"C:\a", @"c:\A\b", "b"), (@"C:\a", @"D:\a", "D:/a"), (@"C:\", @"C:\a", "a"),
            (@"C:\a", @"C:\", ".."), (@"\\server\share\a", @"\\SERVER\share\b", "../b"), (@"\\server\share\a", @"\\server\other\b", "//server/other/b"), (@"a\b", "a/c", "../c"), (@"C:\a", @"\\s\t\b", "//s/t/b"),
        ];
        foreach ((string from, string to, string expected) in windows)
            Check(expected, PathStyle.Windows.GetRelative(from, to), $"windows `{from}` -> `{to}`");
    }

    [Fact]
    public void KnowsWhatStandsBelow()
    {
        Assert.True(PathStyle.Posix.Contains("/", "/a"));
        Assert.True(PathStyle.Posix.Contains("/a", "/a"));
        Assert.True(PathStyle.Posix.Contains("/a", "/a/b"));
        Assert.False(PathStyle.Posix.Contains("/a", "/ab"));
        Assert.False(PathStyle.Posix.Contains("/a", "/A/b"));
        Assert.True(PathStyle.Windows.Contains(@"C:\a", @"c:\A\b"));
        Assert.True(PathStyle.Windows.Contains(@"C:\", @"C:\b"));
        Assert.False(PathStyle.Windows.Contains(@"C:\a", @"C:\ab"));
    }

    [Fact]
    public void NormalPathsAreNotCopied()
    {
        string normal = new("/a/b/c".ToCharArray());
        Assert.Same(normal, PathStyle.Posix.Normalize(normal));
        string longPath = "/" + string.Join('/', Enumerable.Repeat("folder", 200));
        Assert.Same(longPath, PathStyle.Posix.Normalize(longPath));
        Assert.Equal(longPath + "/x", PathStyle.Posix.Join(longPath, "./y/../x"));
    }
}
