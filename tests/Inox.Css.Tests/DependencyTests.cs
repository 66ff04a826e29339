using Inox.Core;
using Xunit;

namespace Inox.Css.Tests;

public sealed class DependencyTests
{
    // url|layer|supports|media of each import
    public static TheoryData<string, string> ImportRows => new()
    {
        { "@import 'a';", "a|||" },
        { "@import \"a\\62\";", "ab|||" },
        { "@import url(a);", "a|||" },
        { "@import url( 'a' );", "a|||" },
        { "@IMPORT 'a'", "a|||" },
        { "@import 'a' print;", "a|||print" },
        { "@import 'a' screen and (a:b), print;", "a|||screen and (a:b), print" },
        { "@import 'a' layer;", "a|()||" },
        { "@import 'a' layer(b.c);", "a|(b.c)||" },
        { "@import 'a' layer( b );", "a|(b)||" },
        { "@import 'a' supports(b:c);", "a||b:c|" },
        { "@import 'a' supports(not (b:c)) print;", "a||not (b:c)|print" },
        { "@import 'a' layer(x) supports((b:c)) print;", "a|(x)|(b:c)|print" },
        { "@import 'a' layer supports(b:c) print;", "a|()|b:c|print" },
        { "@import 'a' layers;", "a|||layers" },
        { "@charset 'x';@layer a;@import 'b';/*! c */@import 'd';", "b|||,d|||" },
        { "a{}@import 'b';", "" },
        { "@layer a{}@import 'b';", "" },
        { "@import b;@import 'c';", "c|||" },
        { "@import 'a'{}", "" },
        { "@namespace url(a);", "" },
    };

    [Theory]
    [MemberData(nameof(ImportRows))]
    public void Imports(string input, string expected)
    {
        IEnumerable<string> imports = CssDependencies.Scan(Check.Parse(input)).Imports.Select(import =>
            $"{import.Url}|{(import.Conditions?.Layer is { } layer ? $"({layer})" : "")}|{import.Conditions?.Supports}|{import.Conditions?.Media}");
        Assert.Equal(expected, string.Join(',', imports));
    }

    public static TheoryData<string, string> UrlRows => new()
    {
        { "a{b:url(c)}", "c" },
        { "a{b:url('c'), url(\"d\")}", "c d" },
        { "a{b:URL(c)}", "c" },
        { "a{b:url(c\\20 d)}", "c d" },
        { "a{b:url(data:image/png;base64,x)}", "" },
        { "a{b:URL(DATA:x)}", "" },
        { "a{b:url(#c)}", "" },
        { "a{b:url(c.svg#d)}", "c.svg#d" },
        { "a{b:url()}", "" },
        { "a{b:url('')}", "" },
        { "a{b:image-set('c' 1x, 'd' 2x)}", "c d" },
        { "a{b:image-set(url(c) 1x, 'd' type('e'))}", "c d" },
        { "a{b:-webkit-image-set('c' 1x)}", "c" },
        { "a{b:linear-gradient(red),url(c)}", "c" },
        { "a{b:f('c')}", "" },
        { "a{b:'c'}", "" },
        { "a{--b:url(c)}", "c" },
        { "a{b:src('c')}", "c" },
        { "@font-face{src:local('a'),url(b) format('c')}", "b" },
        { "@media x{a{b:url(c)}}", "c" },
        { "a{b{c:url(d)}}", "d" },
        { "@namespace url(a);", "" },
        { "@import url(a);", "" },
        { "a{b:cross-fade(url(c),url(d))}", "c d" },
    };

    [Theory]
    [MemberData(nameof(UrlRows))]
    public void Urls(string input, string expected) => Assert.Equal(expected, string.Join(' ', CssDependencies.Scan(Check.Parse(input)).Urls.Select(url => url.Url)));

    [Fact]
    public void SpansCoverTheTokens()
    {
        SourceText source = new("a.css", "@import url( 'a' ) x; b { c: url(d) image-set('e' 1x); composes: f from 'g' }");
        CssDependencies found = CssDependencies.Scan(CssParser.Parse(source).StyleSheet);
        Assert.Equal("url( 'a' )", source.Slice(found.Imports[0].UrlSpan));
        Assert.Equal("url(d)", source.Slice(found.Urls[0].Span));
        Assert.Equal("'e'", source.Slice(found.Urls[1].Span));
        Assert.Equal("'g'", source.Slice(found.Composes[0].Span));
    }
}
