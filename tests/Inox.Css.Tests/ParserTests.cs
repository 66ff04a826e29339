using Inox.Core;
using Xunit;

namespace Inox.Css.Tests;

public sealed class ParserTests
{
    public static TheoryData<string, string, string> Rows => new()
    {
        { "", "", "" },
        { "a{}", "(a){}", "" },
        { " a , b > c { d : e }", "(a , b > c){[d|e]}", "" },
        { "a{b:c;d:e}", "(a){[b|c][d|e]}", "" },
        { "a{b:c;;;d:e;}", "(a){[b|c][d|e]}", "" },
        { "a{b:c!important}", "(a){[b|c|!]}", "" },
        { "a{b:c ! IMPORTANT ;}", "(a){[b|c|!]}", "" },
        { "a{b:c!/**/important/**/}", "(a){[b|c|!]}", "" },
        { "a{b:c!important d}", "(a){[b|c!important d]}", "" },
        { "a{b:c!important!important}", "(a){[b|c!important|!]}", "" },
        { "a{b:!important}", "(a){[b||!]}", "" },
        { "a{b:x!ie}", "(a){[b|x!ie]}", "" },
        { "a{b:f(!important)}", "(a){[b|f(!important)]}", "" },
        { "a{--b: c }", "(a){[--b|c]}", "" },
        { "a{--b:}", "(a){[--b|]}", "" },
        { "a{--b: {c:d} e}", "(a){[--b|{c:d} e]}", "" },
        { "a{--b:{c:d};e:f}", "(a){[--b|{c:d}][e|f]}", "" },
        { "a{b:}", "(a){[b|]}", "" },
        { "a{b : /**/ c /**/}", "(a){[b|c]}", "" },
        { "a{b:c}d{e:f}", "(a){[b|c]}(d){[e|f]}", "" },

        // nesting
        { "a{b{c:d}}", "(a){(b){[c|d]}}", "" },
        { "a{b:c{d:e}}", "(a){(b:c){[d|e]}}", "" },
        { "a{b:hover{c:d}e:f}", "(a){(b:hover){[c|d]}[e|f]}", "" },
        { "a{&:hover{c:d}}", "(a){(&:hover){[c|d]}}", "" },
        { "a{.b{c:d}e:f;g{}}", "(a){(.b){[c|d]}[e|f](g){}}", "" },
        { "a{> b{c:d}}", "(a){(> b){[c|d]}}", "" },
        { "a{b: c;d:hover e{f:g}}", "(a){[b|c](d:hover e){[f|g]}}", "" },
        { "a{@media x{b:c}d:e}", "(a){@media(x){[b|c]}[d|e]}", "" },
        { "a{@apply b}", "(a){@apply(b);}", "" },
        { "a{@apply b;c:d}", "(a){@apply(b);[c|d]}", "" },
        { "a{b:is(c{d}){}}", "(a){(b:is(c{d})){}}", "" },
        { "@media x{a:hover{b:c}}", "@media(x){(a:hover){[b|c]}}", "" },

        // at-rules
        { "@a", "@a();", "" },
        { "@a;", "@a();", "" },
        { "@a b;", "@a(b);", "" },
        { "@a {}", "@a(){}", "" },
        { "@a b{c:d}", "@a(b){[c|d]}", "" },
        { "@a (;){}", "@a((;)){}", "" },
        { "@charset \"utf-8\";@import 'a';", "@charset(\"utf-8\");@import('a');", "" },
        { "@font-face{src:url(a)}", "@font-face(){[src|url(a)]}", "" },
        { "@keyframes a{from{b:c}50%{b:d}to{b:e}}", "@keyframes(a){(from){[b|c]}(50%){[b|d]}(to){[b|e]}}", "" },
        { "@page :first{margin:0;@top-left{content:'a'}}", "@page(:first){[margin|0]@top-left(){[content|'a']}}", "" },

        // comments
        { "/* a */b{}", "(b){}", "" },
        { "/*! a */b{/*! c */d:e/* f */}", "/*! a */(b){/*! c */[d|e]}", "" },
        { "/** @license MIT */", "/** @license MIT */", "" },
        { "/* @preserve */a/* x */{}", "/* @preserve */(a){}", "" },
        { "<!-- a{} -->", "(a){}", "" },

        // recovery
        { "a", "", "IX2006" },
        { "a b c", "", "IX2006" },
        { "a{b}", "(a){?b?}", "IX2007" },
        { "a{b;c:d}", "(a){?b?[c|d]}", "IX2007" },
        { "a{*b:c;d:e}", "(a){?*b:c?[d|e]}", "IX2007" },
        { "a{b:c;d e;f:g}", "(a){[b|c]?d e?[f|g]}", "IX2007" },
        { "a{1:2;b:c}", "(a){?1:2?[b|c]}", "IX2007" },
        { "}a{}b{}", "(b){}", "IX2005" },
        { "a{}}", "(a){}", "IX2005" },
        { "a{}}b{}c{}", "(a){}(c){}", "IX2005" },
        { "a{b:c)d;e:f}", "(a){[b|c)d][e|f]}", "" },
        { "a{b:(c;d:e)f;g:h}", "(a){[b|(c;d:e)f][g|h]}", "" },
        { "a{b:(c]d);e:f}", "(a){[b|(c]d)][e|f]}", "" },
        { "a{b:\"c\nd;e:f}", "(a){[e|f]}", "IX2010" },
        { "a{b:f(\"c\n);e:f}", "(a){[e|f]}", "IX2010" },
        { "a[\"c\n]{e:f}g{}", "(g){}", "IX2010" },
        { "a{b:c\\\n;e:f}", "(a){[e|f]}", "IX2012" },
        { "a{b:url(c d);e:f}", "(a){[b|url(c d)][e|f]}", "IX2004" },
        { "--a:hover{b:c}d{}", "(d){}", "IX2007" },
        { "a{--b:hover{c:d};e:f}", "(a){[--b|hover{c:d}][e|f]}", "" },
        { "a{}@import 'b';", "(a){}@import('b');", "IX2008" },
        { "@layer a;@import 'b';", "@layer(a);@import('b');", "" },
        { "@layer a{}@import 'b';", "@layer(a){}@import('b');", "IX2008" },
        { "@import a;", "@import(a);", "IX2011" },

        // open at the end
        { "a{b:c", "(a){[b|c]}", "IX2001" },
        { "a{b:c(d", "(a){[b|c(d)]}", "IX2001 IX2001" },
        { "a{b:c([d", "(a){[b|c([d])]}", "IX2001 IX2001" },
        { "a{b:'c", "(a){[b|'c']}", "IX2002 IX2001" },
        { "a{b:'c\\", "(a){[b|'c\\\n']}", "IX2002 IX2001" },
        { "a{b:url(c", "(a){[b|url(c)]}", "IX2001 IX2001" },
        { "a{b:url(c\\", "(a){[b|url(c\\\uFFFD)]}", "IX2001 IX2001" },
        { "a{b:c/* d", "(a){[b|c]}", "IX2003 IX2001" },
        { "a{b:c/* d *", "(a){[b|c]}", "IX2003 IX2001" },
        { "@media x{a{b:c", "@media(x){(a){[b|c]}}", "IX2001 IX2001" },
        { "a{b:c}/*", "(a){[b|c]}", "IX2003" },
        { "a{*b('c", "(a){?*b('c')?}", "IX2002 IX2001 IX2007 IX2001" },
        { "@a (b", "@a((b));", "IX2001" },
        { "@a b\\", "@a(b\\\uFFFD);", "" },
        { "a{b:c\\", "(a){[b|c\\\uFFFD]}", "IX2001" },
        { "a{\"b", "(a){?\"b\"?}", "IX2002 IX2007 IX2001" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Trees(string input, string expected, string codes)
    {
        CssParseResult parsed = CssParser.Parse(new("a.css", input));
        Assert.Equal(expected, TreeDump.Of(parsed.StyleSheet.Children));
        Assert.Equal(codes, string.Join(' ', parsed.Diagnostics.Select(diagnostic => diagnostic.Code)));
        Assert.All(parsed.Diagnostics, diagnostic => Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, input.Length));
    }

    [Theory]
    [InlineData("a{")]
    [InlineData("@media x{")]
    [InlineData("a{b:(")]
    [InlineData("(")]
    [InlineData("a{b:c{")]
    [InlineData("@a[")]
    public void DeepInputIsNoTrouble(string piece)
    {
        string input = string.Concat(Enumerable.Repeat(piece, 10_000));
        CssParseResult parsed = CssParser.Parse(new("a.css", input));
        string printed = CssPrinter.Print(parsed.StyleSheet, new() { Minify = true }).Text;
        CssParseResult again = CssParser.Parse(new("a.css", printed));
        Assert.Equal(TreeDump.Normalized(parsed.StyleSheet.Children), TreeDump.Normalized(again.StyleSheet.Children));
    }

    [Fact]
    public void SpansPointIntoTheSource()
    {
        SourceText source = new("a.css", "/**/ a { b : c ; } @media x { d { e: f !important } }");
        StyleSheet sheet = CssParser.Parse(source).StyleSheet;
        Assert.Equal("a { b : c ; }", source.Slice(sheet.Children[0].Span));
        Assert.Equal("b : c", source.Slice(((CssRule)sheet.Children[0]).Children[0].Span));
        Assert.Equal("@media x { d { e: f !important } }", source.Slice(sheet.Children[1].Span));
        CssRule inner = (CssRule)((CssRule)sheet.Children[1]).Children[0];
        Assert.Equal("e: f !important", source.Slice(inner.Children[0].Span));
    }
}
