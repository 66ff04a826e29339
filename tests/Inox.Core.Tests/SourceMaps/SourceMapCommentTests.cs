using System.Text;
using Xunit;

namespace Inox.Core.Tests;

public sealed class SourceMapCommentTests
{
    [Fact]
    public void FindsComments()
    {
        (string Text, string? Url)[] rows =
        [
            ("", null), ("a", null), ("//# sourceMappingURL=a.map", "a.map"), ("x\n//# sourceMappingURL=a.map\n", "a.map"), ("//@ sourceMappingURL=a.map", "a.map"), ("//#sourceMappingURL=a.map", "a.map"),
            ("x //# sourceMappingURL=a.map  \r\n\n", "a.map"), ("a{}/*# sourceMappingURL=a.css.map */", "a.css.map"), ("/*# sourceMappingURL=a.map*/", "a.map"), ("/*# sourceMappingURL=a.map */ x", null),
            ("//# sourceMappingURL=", null), ("//# sourceMappingURL= a", null), ("//# sourceMappingURL=a b", null), ("//# sourceMappingURL=a.map\nx()", null), ("//# sourceMappingURL=a.map\n// c\n/* d\n */\n", "a.map"),
            ("//# sourceMappingURL=a.map\n/* open", null), ("//# sourceMappingURL=a\n//# sourceMappingURL=b", "b"), ("eval(\"//# sourceMappingURL=a\")", null), ("x='//# sourceMappingURL=a'\n//# sourceMappingURL=b\n", "b"),
            ("// sourceMappingURL=a", null), ("# sourceMappingURL=a", null), ("sourceMappingURL=a", null), ("/*# sourceMappingURL=a", null), ("//# sourceMappingURL=a*b", "a*b"), ("//# sourceMappingURL=data:application/json,%7B%7D", "data:application/json,%7B%7D"),
            ("//# sourceMappingURL=a.map\n//# debugId=1", "a.map"), ("//\t# sourceMappingURL=a", null), ("//#\tsourceMappingURL=a\u2028", "a"),
        ];
        foreach ((string text, string? url) in rows)
            Assert.True(url == SourceMapComment.Find(text)?.Url, $"{text}: {SourceMapComment.Find(text)?.Url ?? "none"}");
    }

    [Fact]
    public void SpansTheComment()
    {
        const string Css = "a{}/*# sourceMappingURL=a.map */\n";
        Assert.Equal(new(3, Css.Length - 1), SourceMapComment.Find(Css)!.Value.Span);
        Assert.Equal(new(2, 28), SourceMapComment.Find("x\n//# sourceMappingURL=a.map  \n")!.Value.Span);
    }

    [Fact]
    public void ReadsDataUrls()
    {
        (string Url, string? Expected)[] rows =
        [
            ("data:application/json,%7B%22a%22%3A1%7D", "{\"a\":1}"), ("data:application/json;base64,e30=", "{}"), ("data:application/json;charset=utf-8;base64,e30", "{}"), ("DATA:;BASE64,e30%3D", "{}"),
            ("data:application/json;base64,!", null), ("data:application/json", null), ("a.map", null), ("data:,", ""),
        ];
        foreach ((string url, string? expected) in rows)
        {
            byte[]? bytes = new SourceMapComment(default, url).ReadDataUrl();
            Assert.Equal(expected, bytes is null ? null : Encoding.UTF8.GetString(bytes));
        }
        Assert.Equal("{}"u8, new SourceMapComment(default, SourceMapComment.ToDataUrl("{}"u8)).ReadDataUrl()!);
    }
}
