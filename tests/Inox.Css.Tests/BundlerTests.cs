using System.Collections.Immutable;
using Inox.Core;
using Xunit;

namespace Inox.Css.Tests;

public sealed class BundlerTests
{
    // Files of one letter, separated by blank lines in one text: `a: text`. The first is the entry; a URL with `:` stays.
    public static TheoryData<string, string> Rows => new()
    {
        { "a=x{}", "x{}" },
        { "a=@import 'b';x{} b=y{}", "y{}x{}" },
        { "a=@import 'b';@import 'c';x{} b=y{} c=z{}", "y{}z{}x{}" },
        { "a=@import 'b';@import 'c';@import 'b';x{} b=y{} c=z{}", "z{}y{}x{}" },
        { "a=@import 'b';@import 'c';x{} b=@import 'd';y{} c=@import 'd';z{} d=w{}", "y{}w{}z{}x{}" },
        { "a=@import 'a';x{}", "x{}" },
        { "a=@import 'b';x{} b=@import 'a';y{}", "y{}x{}" },
        { "a=@import 'b';x{} b=@import 'c';y{} c=@import 'b';z{}", "z{}y{}x{}" },
        { "a=@import 'b' print;x{} b=y{}", "@media print{y{}}x{}" },
        { "a=@import 'b' supports(c:d);x{} b=y{}", "@supports (c:d){y{}}x{}" },
        { "a=@import 'b' supports(not (c:d));x{} b=y{}", "@supports (not (c:d)){y{}}x{}" },
        { "a=@import 'b' layer;x{} b=y{}", "@layer{y{}}x{}" },
        { "a=@import 'b' layer(l);x{} b=y{}", "@layer l{y{}}x{}" },
        { "a=@import 'b' layer(l) supports(c:d) print;x{} b=y{}", "@supports (c:d){@media print{@layer l{y{}}}}x{}" },
        { "a=@import 'b' print;x{} b=@import 'c' (color);y{} c=z{}", "@media print{@media (color){z{}}}@media print{y{}}x{}" },
        { "a=@import 'b' print;@import 'b' screen;x{} b=y{}", "@media print{y{}}@media screen{y{}}x{}" },
        { "a=@import 'b' print;@import 'b';x{} b=y{}", "y{}x{}" },
        { "a=@import 'b';@import 'b' print;x{} b=y{}", "y{}@media print{y{}}x{}" },
        { "a=@import 'b' print ;@import 'b' print;x{} b=y{}", "@media print{y{}}x{}" },
        { "a=@import 'b' print;@import 'c' print;x{} b=@import 'd';y{} c=@import 'd';z{} d=w{}", "@media print{y{}}@media print{w{}}@media print{z{}}x{}" },

        // layers
        { "a=@layer m,l;@import 'b' layer(l);x{} b=y{}", "@layer m,l;@layer l{y{}}x{}" },
        { "a=@layer m;@import 'b';x{} b=@layer l;@import 'c';y{} c=z{}", "@layer m;@layer l;z{}y{}x{}" },
        { "a=@import 'b';@layer m;@import 'c';x{} b=@layer l{y{}} c=@layer m{z{}}", "@layer l{y{}}@layer m{z{}}@layer m;x{}" },
        { "a=@import 'b';@import 'c';@import 'b';x{} b=@layer l{y{}} c=@layer m{z{}}", "@layer l;@layer m;@layer m{z{}}@layer l{y{}}x{}" },
        { "a=@import 'b' layer(l);@import 'c' layer(m);@import 'b' layer(l);x{} b=y{} c=z{}", "@layer l;@layer m;@layer m{z{}}@layer l{y{}}x{}" },
        { "a=@import 'b' layer(l);@import 'b' layer(m);x{} b=y{}", "@layer l{y{}}@layer m{y{}}x{}" },
        { "a=@import 'b' layer(l);@import 'b';x{} b=y{}", "@layer l{y{}}y{}x{}" },

        // imports that stay
        { "a=@import 'h:1';x{}", "@import \"h:1\";x{}" },
        { "a=@import 'b';@import 'h:1' print;x{} b=y{}", "@import \"h:1\" print;y{}x{}" },
        { "a=@import 'h:1';@import 'h:2';@import 'h:1';x{}", "@import \"h:2\";@import \"h:1\";x{}" },
        { "a=@import 'b' print;x{} b=@import 'h:1';y{}", "@import \"h:1\" print;@media print{y{}}x{}" },
        { "a=@import 'b' print;x{} b=@import 'h:1' (color);y{}", "@import \"data:text/css,%40import%20%22h%3A1%22%20%28color%29%3B\" print;@media print{y{}}x{}" },
        { "a=@layer l;@import 'h:1' layer(m) supports(c:d);x{}", "@layer l;@import \"h:1\" layer(m) supports(c:d);x{}" },

        // the rest
        { "a=@charset 'x';@import 'b';x{} b=@charset 'y';y{}", "@charset \"UTF-8\";y{}x{}" },
        { "a=x{}@import 'b'; b=y{}", "x{}" },
        { "a=@import 'gone';x{}", "x{}" },
        { "a=@import 'b';x{ b=y{", "y{}x{}" },
        { "a=@import 'b';x{c:url(1)} b=y{d:url(1)}", "y{d:url(b/1)}x{c:url(a/1)}" },
        { "a=/*! 1 */@import 'b';x{} b=/*! 2 */y{}", "/*! 2 */\ny{}/*! 1 */\nx{}" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Bundles(string files, string expected)
    {
        CssBundleResult result = Bundle(files);
        Assert.Equal(expected, result.Text);
        StyleSheet parsed = Check.Parse(result.Text);
        Assert.Equal(expected, CssPrinter.Print(parsed, new() { Minify = true }).Text);
    }

    [Fact]
    public void ComposedSheetsComeFirst()
    {
        CssBundleSheet[] sheets = [Sheet("a", "x{}") with { Composes = [1] }, Sheet("b", "y{}")];
        Assert.Equal("y{}x{}", CssBundler.Concatenate(sheets, [0], new() { Minify = true }).Text);
    }

    [Fact]
    public void SeveralEntries()
    {
        CssBundleSheet[] sheets = [Sheet("a", "x{}"), Sheet("b", "y{}")];
        Assert.Equal("y{}x{}", CssBundler.Concatenate(sheets, [1, 0], new() { Minify = true }).Text);
    }

    [Fact]
    public void DiamondsOfDiamondsAreNotWalkedPathByPath()
    {
        CssBundleSheet[] sheets = new CssBundleSheet[64];
        for (int i = 0; i < sheets.Length; i++)
        {
            bool isLast = i == sheets.Length - 1;
            ImmutableArray<CssImportTarget> targets = isLast ? [] : [CssImportTarget.ToSheet(i + 1), CssImportTarget.ToSheet(i + 1)];
            sheets[i] = Sheet("s" + i, isLast ? "x{}" : "@import 'n';@import 'n';y{}") with { Imports = targets };
        }

        Assert.Equal("x{}" + string.Concat(Enumerable.Repeat("y{}", 63)), CssBundler.Concatenate(sheets, [0], new() { Minify = true }).Text);
    }

    [Fact]
    public void MapNamesEverySource()
    {
        CssBundleSheet[] sheets =
        [
            Sheet("a", "@import 'b' print;\nx { c: d }") with { Imports = [CssImportTarget.ToSheet(1)] },
            Sheet("b", "\n\n  y { e: f }"),
        ];
        CssBundleResult result = CssBundler.Concatenate(sheets, [0], new() { Mappings = true });
        Assert.Equal(["b", "a"], result.Sources.Select(source => source.Path));
        using SourceMapBuilder builder = new();
        foreach (SourceText source in result.Sources) builder.AddSource(new(source.Path, source.Text));
        builder.Append(result.Mappings, new(0, 0, 0, 0));
        SourceMap map = SourceMap.Parse("m", builder.ToJson()).Map!;
        string[] lines = result.Text.Split('\n');
        int line = Array.FindIndex(lines, text => text.StartsWith("x ", StringComparison.Ordinal));
        Mapping found = map.Find(line, 0)!.Value;
        Assert.Equal((1, 1, 0), (found.Source, found.Line, found.Column));
        line = Array.FindIndex(lines, text => text.Contains("y {", StringComparison.Ordinal));
        found = map.Find(line, 2)!.Value;
        Assert.Equal((0, 2, 2), (found.Source, found.Line, found.Column));
    }

    private static CssBundleResult Bundle(string files)
    {
        (string Name, string Text)[] parts = [.. Split(files)];
        CssBundleSheet[] sheets = new CssBundleSheet[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            string name = parts[i].Name;
            CssBundleSheet sheet = Sheet(name, parts[i].Text);
            ImmutableArray<CssImportTarget> targets = [.. CssDependencies.Scan(sheet.StyleSheet).Imports.Select(import => Target(import.Url))];
            sheets[i] = sheet with { Imports = targets, ResolveUrl = url => $"{name}/{url}" };
        }

        return CssBundler.Concatenate(sheets, [0], new() { Minify = true });

        CssImportTarget Target(string url)
        {
            if (url.Contains(':')) return CssImportTarget.ToUrl(url);
            int index = Array.FindIndex(parts, part => part.Name == url);
            return index < 0 ? CssImportTarget.None : CssImportTarget.ToSheet(index);
        }
    }

    private static IEnumerable<(string Name, string Text)> Split(string files)
    {
        int start = 0;
        for (int i = 1; i <= files.Length; i++)
        {
            bool isEnd = i == files.Length || (files[i - 1] == ' ' && i + 1 < files.Length && char.IsAsciiLetterLower(files[i]) && files[i + 1] == '=');
            if (!isEnd) continue;
            yield return (files.Substring(start, 1), files[(start + 2)..i].TrimEnd());
            start = i;
        }
    }

    private static CssBundleSheet Sheet(string path, string text) => new() { StyleSheet = CssParser.Parse(new(path, text)).StyleSheet };
}
