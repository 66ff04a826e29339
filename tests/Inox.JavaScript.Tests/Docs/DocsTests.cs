using System.Text.RegularExpressions;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Docs;

public sealed partial class DocsTests
{
    [Theory]
    [InlineData("docs/javascript.md")]
    [InlineData("src/Inox.JavaScript/README.md")]
    public void Every_block_of_code_is_compiled_and_run(string page)
    {
        string code = Flat(File.ReadAllText(Repository.At("tests/Inox.JavaScript.Tests/Docs/JavaScriptPage.cs")));
        MatchCollection blocks = Block().Matches(File.ReadAllText(Repository.At(page)));
        Assert.NotEmpty(blocks);
        foreach (Match block in blocks) Assert.Contains(Flat(block.Groups[1].Value), code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_codemod_changes_what_it_may_and_nothing_else()
    {
        using TempFolder folder = new();
        folder.Write("a.js", "// vars\nvar a = 1;   var b = 2\nb++\nif (a) { var c = 3 }\nprint(a, b, c)\nfunction f() { if (a) { var d = 4; print(d) } }\n");
        ProcessResult run = ChildProcess.Run("dotnet", [Repository.At("samples/codemod/bin/Release/net10.0/codemod.dll"), folder["a.js"]]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("// vars\nconst a = 1;   let b = 2\nb++\nif (a) { var c = 3 }\nprint(a, b, c)\nfunction f() { if (a) { const d = 4; print(d) } }\n", File.ReadAllText(folder["a.js"]));
        Assert.InRange(File.ReadAllLines(Repository.At("samples/codemod/Program.cs")).Length, 1, 60);
    }

    // Indentation is the page's own.
    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex(@"^```cs\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
