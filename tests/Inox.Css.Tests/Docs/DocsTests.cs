using System.Text.RegularExpressions;
using Inox.Testing;
using Xunit;

namespace Inox.Css.Tests.Docs;

public sealed partial class DocsTests
{
    [Fact]
    public void Every_block_of_code_is_compiled_and_run()
    {
        string code = Flat(File.ReadAllText(Repository.At("tests/Inox.Css.Tests/Docs/CssPage.cs")));
        MatchCollection blocks = Block().Matches(File.ReadAllText(Repository.At("docs/css.md")));
        Assert.NotEmpty(blocks);
        foreach (Match block in blocks) Assert.Contains(Flat(block.Groups[1].Value), code, StringComparison.Ordinal);
    }

    // Indentation is the page's own.
    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex(@"^```cs\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
