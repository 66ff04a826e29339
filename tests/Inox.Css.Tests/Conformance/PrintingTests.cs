using System.Text.Json;
using Inox.Testing;
using Xunit;

namespace Inox.Css.Tests.Conformance;

public sealed class PrintingTests
{
    /// <summary>Every input of the pack: what is printed parses to the same tree, and prints the same again.</summary>
    [Fact]
    public void PrintingIsStable()
    {
        using Pack pack = Pack.Require("css");
        foreach (JsonElement line in pack.ReadLines("lightningcss.jsonl"))
        {
            if (!line.TryGetProperty("input", out JsonElement input)) continue;
            StyleSheet sheet = Check.Parse(input.GetString()!);
            foreach (bool minify in (bool[])[false, true])
            {
                string once = CssPrinter.Print(sheet, new() { Minify = minify }).Text;
                StyleSheet again = Check.Parse(once);
                Assert.Equal(TreeDump.Normalized(sheet.Children), TreeDump.Normalized(again.Children));
                Assert.Equal(once, CssPrinter.Print(again, new() { Minify = minify }).Text);
            }
        }
    }
}
