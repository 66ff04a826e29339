using System.Text.Json;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class ParseCommandTests
{
    [Fact]
    public void JsonLinesKeepTheOrderOfTheFiles()
    {
        using Cli cli = new();
        List<string> paths = [];
        for (int i = 0; i < 200; i++)
        {
            string path = $"f{i}.js";
            cli.Folder.Write(path, i % 7 == 3 ? "let a; let a;" : i % 7 == 5 ? "(" : new string(';', i * 50));
            paths.Add(path);
        }
        CliResult result = cli.Run(["parse", "--format=json", .. paths]);
        Assert.Equal(ExitCode.Errors, result.ExitCode);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(paths.Count, lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            using JsonDocument line = JsonDocument.Parse(lines[i]);
            Assert.Equal(paths[i], line.RootElement.GetProperty("path").GetString());
            Assert.Equal(i % 7 is not (3 or 5), line.RootElement.GetProperty("ok").GetBoolean());
        }
    }

    [Fact]
    public void JsonHasOffsets()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "let x; let x;");
        using JsonDocument line = JsonDocument.Parse(cli.Run("parse", "a.js", "--format=json").Output);
        JsonElement diagnostic = line.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(11, diagnostic.GetProperty("start").GetInt32());
        Assert.Equal(12, diagnostic.GetProperty("end").GetInt32());
        Assert.Equal("error", diagnostic.GetProperty("severity").GetString());
        Assert.StartsWith("IX1", diagnostic.GetProperty("code").GetString());
    }

    public static TheoryData<string, string, int> Sources => new()
    {
        { "", "var a = 1", 0 },
        { "", "let a; let a", 1 },
        { "--no-early-errors", "let a; let a", 0 },
        { "--source-type=script", "import 'a'", 1 },
        { "--source-type=module", "import 'a'", 0 },
        { "--source-type=module", "with (a) {}", 1 },
        { "--source-type=script", "with (a) {}", 0 },
        { "--source-type=commonjs", "return", 0 },
        { "--source-type=unambiguous", "import 'a'", 0 },
        { "", "<a/>", 1 },
        { "--language=jsx", "<a/>", 0 },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void StandardInput(string option, string source, int exitCode)
    {
        using Cli cli = new() { Input = source };
        Assert.Equal(exitCode, cli.Run(["parse", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-"]).ExitCode);
    }

    [Fact]
    public void FilesMayComeFromAList()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "1");
        cli.Folder.Write("b.js", "2");
        cli.Folder.Write("list.txt", "a.js\nb.js\n");
        CliResult result = cli.Run("parse", "--list", "list.txt", "--format", "json");
        Assert.Equal("""{"path":"a.js","ok":true,"diagnostics":[]}""" + "\n" + """{"path":"b.js","ok":true,"diagnostics":[]}""" + "\n", result.Output);
        Assert.Equal(ExitCode.Success, result.ExitCode);
    }

    [Fact]
    public void EstreeIsALineForEachFile()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "x");
        cli.Folder.Write("b.ts", "let y: T");
        CliResult result = cli.Run("parse", "--format=estree", "a.js", "b.ts");
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using JsonDocument script = JsonDocument.Parse(lines[0]), typed = JsonDocument.Parse(lines[1]);
        Assert.Equal("ExpressionStatement", script.RootElement.GetProperty("body")[0].GetProperty("type").GetString());
        Assert.Equal("VariableDeclaration", typed.RootElement.GetProperty("body")[0].GetProperty("type").GetString());
        Assert.True(typed.RootElement.TryGetProperty("range", out _));
    }
}
