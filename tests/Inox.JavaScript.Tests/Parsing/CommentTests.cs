using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

public sealed class CommentTests
{
    // kind start..end>attached, with ! when trailing
    public static TheoryData<string, string> Rows => new()
    {
        { "a", "" },
        { "// a", "Line 0..4>4" },
        { "/* a */ b", "Block 0..7>8" },
        { "a // b\nc", "Line 2..6>7!" },
        { "a /* b */ /* c */ + d", "Block 2..9>18! Block 10..17>18!" },
        { "a\n// b\nc", "Line 2..6>7" },
        { "a /* b\n */ c", "Block 2..10>11!" },
        { "a /* b\n */ /* c */ d", "Block 2..10>19! Block 11..18>19" },
        { "<!-- a\nb", "HtmlOpen 0..6>7" },
        { "a\n--> b", "HtmlClose 2..7>7" },
        { "#!a\nb", "Hashbang 0..3>4" },
        { "x = (/* a */) => /* b */ c", "Block 5..12>12! Block 17..24>25!" },
        { "async /* a */ x => y", "Block 6..13>14!" },
        { "`${/* a */ b}`", "Block 3..10>11!" },
        { "label /* a */ : b", "Block 6..13>14!" },
        { "let /* a */ b", "Block 4..11>12!" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Lists_comments(string source, string expected) => Assert.Equal(expected, List(Check.Parse(source)));

    [Fact]
    public void Leaves_comments_out_when_told_so()
    {
        ParseResult result = Check.Parse("/* @__PURE__ */ a() // b", new() { KeepComments = false });
        Assert.Empty(result.Comments);
        Assert.Equal("(Call a [] :pure);", Dump.Tree(result.Program));
    }

    private static string List(ParseResult result) =>
        string.Join(" ", result.Comments.Select(c => $"{c.Kind} {c.Start}..{c.End}>{c.AttachedTo}{(c.IsTrailing ? "!" : "")}"));
}
