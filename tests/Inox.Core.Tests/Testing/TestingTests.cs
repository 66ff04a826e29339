using System.Formats.Tar;
using System.IO.Compression;
using Inox.Testing;
using Xunit;
using Xunit.Sdk;

namespace Inox.Core.Tests;

public sealed class TestingTests
{
    [Fact]
    public void TheCheckoutIsFound()
    {
        Assert.True(File.Exists(Repository.At("src/Inox.Core/Inox.Core.csproj")));
        Assert.Null(Repository.ConformancePack("no-such-pack"));
    }

    [Fact]
    public void AnAbsentPackSkipsTheTestByName()
    {
        // Assert.Throws lets a skip through, and this test would be skipped itself.
        string message = "";
        try
        {
            Pack.Require("no-such-pack");
        }
        catch (SkipException skipped)
        {
            message = skipped.Message;
        }
        Assert.EndsWith(Repository.IsQuick ? "conformance suite no-such-pack: left out of a quick run" : "conformance suite no-such-pack: no ../shared", message);
    }

    [Fact]
    public void ReadsPacks()
    {
        using TempFolder folder = new();
        using (ZipArchive zip = ZipFile.Open(folder["p.zip"], ZipArchiveMode.Create))
        {
            Add(zip, "index.jsonl", "{\"path\":\"é\"}\n\n{\"path\":\"b\"}\n"u8);
            Add(zip, "samples/a/main.js", "1"u8);
            Add(zip, "samples/a/lib/b.js", "2"u8);
            Add(zip, "samples/ab/main.js", "3"u8);
            using Stream stream = zip.CreateEntry("files.tar").Open();
            using TarWriter tar = new(stream);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "test"));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "test/" + new string('x', 200)) { DataStream = new MemoryStream([0xFF, 0]) });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "./empty"));
        }
        using Pack pack = Pack.Open(folder["p.zip"]);
        Assert.Equal(["é", "b"], pack.ReadLines("index.jsonl").Select(line => line.GetProperty("path").GetString()));
        Assert.True(pack.Contains("files.tar"));
        Dictionary<string, byte[]> files = pack.ReadTar("files.tar");
        Assert.Equal(2, files.Count);
        Assert.Equal([0xFF, 0], files["test/" + new string('x', 200)]);
        Assert.Empty(files["empty"]);
        pack.Extract("samples/a/", folder["out"]);
        Assert.Equal("2", folder.Read("out/lib/b.js"));
        Assert.Equal(2, Directory.GetFiles(folder["out"], "*", SearchOption.AllDirectories).Length);
        Assert.Throws<FileNotFoundException>(() => pack.ReadText("none"));
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        using Stream stream = zip.CreateEntry(name).Open();
        stream.Write(bytes);
    }

    [Fact]
    public void RunsNode()
    {
        ProcessResult script = NodeProcess.RunScript("console.log(require('path').sep, 'é'); console.error('bad'); process.exitCode = 3");
        Assert.Equal(new(3, Path.DirectorySeparatorChar + " é\n", "bad\n", false), script);
        Assert.Equal(new(0, "url\n", "", false), NodeProcess.RunModule("console.log(Object.keys(import.meta).includes('url') ? 'url' : 'none')"));
        using TempFolder folder = new();
        folder.Write("a.mjs", "import fs from 'fs'; console.log(fs.readdirSync('.').join(), process.argv[2])");
        Assert.Equal("a.mjs x\n", NodeProcess.RunFile(folder["a.mjs"], ["x"]).Output);
    }

    [Fact]
    public void ANodeThatHangsIsKilled()
    {
        ProcessResult result = NodeProcess.RunScript("console.log(1); for (;;);", limit: TimeSpan.FromMilliseconds(700));
        Assert.True(result.TimedOut);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public void SnapshotsNameTheFirstDifference()
    {
        using TempFolder folder = new();
        folder.Write("a.snap", "one\ntwo\nthree");
        Snapshot.Check(folder["a.snap"], "one\ntwo\nthree");
        if (Repository.IsAccepting) return;
        string message = Assert.ThrowsAny<XunitException>(() => Snapshot.Check(folder["a.snap"], "one\n2\nthree")).Message;
        Assert.Contains("differs from line 2", message);
        Assert.Contains("- two\n", message);
        Assert.Contains("+ 2\n", message);
        Assert.ThrowsAny<XunitException>(() => Snapshot.Check(folder["b.snap"], ""));
    }
}
