using System.Text;
using Xunit;

namespace Inox.Core.Tests;

public sealed class SourceMapReaderTests
{
    private static SourceMapParseResult Parse(string json) => SourceMap.Parse("a.js.map", Encoding.UTF8.GetBytes(json));

    private static SourceMap ParseClean(string json)
    {
        SourceMapParseResult result = Parse(json);
        Assert.Empty(result.Diagnostics);
        return result.Map!;
    }

    private static string Show(SourceMap map)
    {
        StringBuilder text = new();
        foreach (Mapping m in map.Mappings)
        {
            text.Append(m.GeneratedLine).Append(':').Append(m.GeneratedColumn);
            if (m.HasSource) text.Append('>').Append(map.Sources[m.Source].Path).Append(':').Append(m.Line).Append(':').Append(m.Column);
            if (m.Name >= 0) text.Append('=').Append(map.Names[m.Name]);
            text.Append(' ');
        }
        return text.ToString().TrimEnd();
    }

    [Fact]
    public void DecodesMappings()
    {
        (string Mappings, string Expected)[] rows =
        [
            ("", ""), (";;;", ""), (",,", ""), ("A", "0:0"), ("AAAA", "0:0>a:0:0"), ("AAAAA", "0:0>a:0:0=x"), ("AAAA,CAAC", "0:0>a:0:0 0:1>a:0:1"), (";;AAAA", "2:0>a:0:0"),
            ("AAAA;AACA", "0:0>a:0:0 1:0>a:1:0"), ("AACA;AADA", "0:0>a:1:0 1:0>a:0:0"), ("AAAAA,CCAAC", "0:0>a:0:0=x 0:1>b:0:0=y"), ("AAAA,E", "0:0>a:0:0 0:2"),
            ("AAAA,E,ECAA", "0:0>a:0:0 0:2 0:4>b:0:0"), ("AAAA;", "0:0>a:0:0"), ("gBAAA", "0:16>a:0:0"), ("EAAA,DAAC", "0:1>a:0:1 0:2>a:0:0"),
        ];
        foreach ((string mappings, string expected) in rows)
            Assert.Equal(expected, Show(ParseClean($$"""{"version":3,"sources":["a","b"],"names":["x","y"],"mappings":"{{mappings}}"}""")));
    }

    [Fact]
    public void ReadsAllMembers()
    {
        SourceMap map = ParseClean("""
            )]}'
            {"mappings":"\u0041AAA","file":"out.js","x_unknown":{"a":[1,{}]},"names":[],"sources":["a.ts","http://b/c.ts","/d.ts",null],
             "sourcesContent":["let a\n",null],"sourceRoot":"src","ignoreList":[2],"version":3}
            """);
        Assert.Equal("out.js", map.File);
        Assert.Equal([new("src/a.ts", "let a\n"), new("http://b/c.ts"), new("/d.ts", null, true), new(null)], map.Sources);
        Assert.Equal("0:0>src/a.ts:0:0", Show(map));
        Assert.True(ParseClean("""{"version":3,"sources":["a"],"mappings":"","x_google_ignoreList":[0]}""").Sources[0].IsIgnored);
        Assert.Equal("r/a", ParseClean("""{"version":3,"sources":["a"],"mappings":"","sourceRoot":"r/"}""").Sources[0].Path);
        Assert.Equal("a", ParseClean("""{"version":"3","sources":["a"],"mappings":"","sourceRoot":""}""").Sources[0].Path);
        Assert.NotNull(SourceMap.Parse("m", [0xEF, 0xBB, 0xBF, .. """{"version":3,"sources":[],"mappings":""}"""u8]).Map);
    }

    [Fact]
    public void FlattensSections()
    {
        SourceMap map = ParseClean("""
            {"version":3,"file":"o.js","sections":[
              {"offset":{"line":0,"column":0},"map":{"version":3,"sources":["a"],"names":["x"],"mappings":"AAAAA;AACA"}},
              {"map":{"version":3,"sections":[
                {"offset":{"line":0,"column":2},"map":{"version":3,"sources":["b"],"names":["y"],"mappings":"AAAAA,CAAC;CAAC"}}]},
               "offset":{"line":1,"column":10}}]}
            """);
        Assert.Equal("0:0>a:0:0=x 1:0>a:1:0 1:12>b:0:0=y 1:13>b:0:1 2:1>b:0:2", Show(map));
        Assert.Equal("o.js", map.File);
    }

    [Fact]
    public void ReportsFaults()
    {
        (string Json, string Code, bool HasMap)[] rows =
        [
            ("", "IX3900", false), ("{", "IX3900", false), ("[]", "IX3901", false), ("null", "IX3901", false), ("{} x", "IX3903", false), ("not json", "IX3900", false),
            ("""{"version":3,"sources":["\ud800"],"mappings":""}""", "IX3900", false), ("""{"version":2,"sources":[],"mappings":""}""", "IX3902", false),
            ("""{"version":{},"sources":[],"mappings":""}""", "IX3902", false), ("""{"sources":[],"mappings":""}""", "IX3903", true), ("""{"version":3,"sources":[]}""", "IX3903", false),
            ("""{"version":3,"mappings":""}""", "IX3903", true), ("""{"version":3,"sources":{},"mappings":""}""", "IX3901", true), ("""{"version":3,"sources":[1],"mappings":""}""", "IX3901", true),
            ("""{"version":3,"sources":[],"mappings":[]}""", "IX3901", false), ("""{"version":3,"sources":[],"mappings":"","file":[{}]}""", "IX3901", true),
            ("""{"version":3,"sources":["a"],"mappings":"AA"}""", "IX3904", false), ("""{"version":3,"sources":["a"],"mappings":"AAA"}""", "IX3904", false),
            ("""{"version":3,"sources":["a"],"mappings":"AAAAAA"}""", "IX3904", false), ("""{"version":3,"sources":["a"],"mappings":"AAAA,!"}""", "IX3904", false),
            ("""{"version":3,"sources":["a"],"mappings":"D"}""", "IX3904", false), ("""{"version":3,"sources":["a"],"mappings":"AADA"}""", "IX3904", false),
            ("""{"version":3,"sources":["a"],"mappings":"g"}""", "IX3904", false), ("""{"version":3,"sources":["a"],"mappings":"A A"}""", "IX3904", false),
            ("""{"version":3,"sources":["a"],"mappings":"ACAA"}""", "IX3905", true), ("""{"version":3,"sources":["a"],"mappings":"AAAAC"}""", "IX3905", true),
            ("""{"version":3,"sections":[{"offset":{"line":1,"column":0},"map":{"version":3,"sources":[],"mappings":""}},{"offset":{"line":0,"column":0},"map":{"version":3,"sources":[],"mappings":""}}]}""", "IX3906", false),
            ("""{"version":3,"sections":[{"offset":{"line":0,"column":0},"url":"x"}]}""", "IX3907", false), ("""{"version":3,"sections":[1]}""", "IX3901", true),
            ("""{"version":3,"sections":[{}]}""", "IX3903", false),
            ("""{"version":3,"sections":[{"offset":{"line":-1,"column":0},"map":{"version":3,"sources":[],"mappings":""}}]}""", "IX3901", true),
        ];
        foreach ((string json, string code, bool hasMap) in rows)
        {
            SourceMapParseResult result = Parse(json);
            Assert.True(result.Diagnostics.Length > 0, $"nothing reported for {json}");
            Assert.True(code == result.Diagnostics[0].Code, $"{json}: {result.Diagnostics[0].Message}");
            Assert.True(hasMap == result.Map is not null, $"{json}: map {(result.Map is null ? "missing" : "given")}");
        }
    }

    [Fact]
    public void FaultsPointIntoTheJson()
    {
        Diagnostic bad = Assert.Single(Parse("""{"version":3,"sources":["é"],"mappings":"AAAA,C!"}""").Diagnostics);
        Assert.Equal("!\"}", bad.Source!.Text[bad.Span.Start..]);
        Diagnostic type = Assert.Single(Parse("""{"version":3,"sources":[],"names":7,"mappings":""}""").Diagnostics);
        Assert.StartsWith("7,", type.Source!.Text[type.Span.Start..]);
        Assert.Equal("`names` of a source map must be an array", type.Message);
    }

    [Fact]
    public void AnyBytesAreHandled()
    {
        byte[] good = Encoding.UTF8.GetBytes("""{"version":3,"sources":["a","b"],"sourcesContent":["x",null],"names":["n"],"mappings":"AAAAA;ACAA,E","sections":[{"offset":{"line":0}}]}""");
        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bad = [.. good];
            for (int edits = random.Next(1, 4); edits > 0; edits--) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            SourceMapParseResult result = SourceMap.Parse("m", bad.AsSpan(0, random.Next(bad.Length + 1)));
            Assert.True(result.Map is not null || result.Diagnostics.Length > 0);
        }
    }
}
