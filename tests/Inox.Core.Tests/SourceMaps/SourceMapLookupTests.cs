using System.Text;
using Xunit;

namespace Inox.Core.Tests;

public sealed class SourceMapLookupTests
{
    private static SourceMap Map(string[] sources, string[] names, params Mapping[] mappings) =>
        new(Array.ConvertAll(sources, path => new SourceMapSource(path)), names, mappings);

    [Fact]
    public void FindsTheSegmentThatCoversAPlace()
    {
        SourceMap map = Map(["a"], [], new(1, 4, 0, 0, 0, -1), new(1, 8, 0, 5, 5, -1), Mapping.Unmapped(1, 12), new(3, 0, 0, 9, 9, -1));
        (int Line, int Column, int? Expected)[] rows =
        [
            (0, 0, null), (0, 99, null), (1, 0, null), (1, 3, null), (1, 4, 4), (1, 7, 4), (1, 8, 8), (1, 11, 8), (1, 12, 12), (1, 1000, 12), (2, 0, null), (2, 50, null), (3, 0, 0),
            (3, 7, 0), (4, 0, null), (-1, 0, null), (int.MaxValue, 0, null), (1, -1, null),
        ];
        foreach ((int line, int column, int? expected) in rows)
            Assert.True(expected == map.Find(line, column)?.GeneratedColumn, $"{line}:{column}");
        Assert.Equal(3, map.GetLine(1).Length);
        Assert.Equal(0, map.GetLine(2).Length);
        Assert.Equal(0, map.GetLine(9).Length);
        Assert.Null(Map([], []).Find(0, 0));
    }

    [Fact]
    public void OrdersSegmentsAndKeepsTheOrderOfEqualPlaces()
    {
        SourceMap map = Map(["a"], [], new(1, 0, 0, 1, 0, -1), new(0, 5, 0, 2, 0, -1), new(0, 1, 0, 3, 0, -1), new(0, 5, 0, 4, 0, -1));
        Assert.Equal([3, 2, 4, 1], map.Mappings.ToArray().Select(m => m.Line));
        Assert.Equal(4, map.Find(0, 5)!.Value.Line);
    }

    [Fact]
    public void Composes()
    {
        SourceMap inner = Map(["a.ts"], ["a"], new(0, 0, 0, 10, 0, -1), new(0, 5, 0, 11, 2, 0), Mapping.Unmapped(0, 9));
        SourceMap outer = Map(
            ["x.js", "y.js"], ["t", "u"], new(0, 0, 1, 7, 7, 1), new(0, 1, 0, 0, 6, 0), new(0, 2, 0, 0, 3, 0), new(0, 3, 0, 0, 20, -1), new(0, 4, 0, 5, 0, -1), Mapping.Unmapped(0, 5));
        SourceMap composed = SourceMap.Compose(outer, [inner, null]);
        Assert.Equal(["a.ts", "y.js"], composed.Sources.Select(source => source.Path));
        string[] found = [.. composed.Mappings.ToArray().Select(m => m.HasSource ? $"{composed.Sources[m.Source].Path}:{m.Line}:{m.Column}={(m.Name < 0 ? "" : composed.Names[m.Name])}" : "-")];
        Assert.Equal(["y.js:7:7=u", "a.ts:11:2=a", "a.ts:10:0=t", "-", "-", "-"], found);
    }

    [Fact]
    public void WritesWhatItRead()
    {
        const string Json = """{"version":3,"file":"o.js","sources":["a","b"],"sourcesContent":["let é = '<\\u2028>'\n",null],"names":["x","y"],"mappings":"AAAAA,C,CCACC;;EAAA","ignoreList":[1]}""";
        SourceMap map = SourceMap.Parse("m", Encoding.UTF8.GetBytes(Json)).Map!;
        using ByteWriter output = new();
        map.WriteTo(output);
        Assert.Equal(Json, Encoding.UTF8.GetString(output.AsSpan()));
    }
}
