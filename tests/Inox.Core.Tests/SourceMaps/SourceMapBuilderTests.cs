using System.Text;
using Xunit;

namespace Inox.Core.Tests;

public sealed class SourceMapBuilderTests
{
    private static string Encode(params Mapping[] mappings)
    {
        using SourceMapBuilder builder = new();
        builder.Append(Chunk(mappings), default);
        return Encoding.ASCII.GetString(builder.Mappings);
    }

    private static MappingChunk Chunk(params Mapping[] mappings)
    {
        using MappingWriter writer = new();
        foreach (Mapping m in mappings) writer.Add(m.GeneratedLine, m.GeneratedColumn, m.Source, m.Line, m.Column, m.Name);
        return writer.ToChunk();
    }

    [Fact]
    public void Encodes()
    {
        Assert.Equal("", Encode());
        Assert.Equal("A", Encode(Mapping.Unmapped(0, 0)));
        Assert.Equal("AAAA", Encode(new Mapping(0, 0, 0, 0, 0, -1)));
        Assert.Equal(";;EAECA", Encode(new Mapping(2, 2, 0, 2, 1, 0)));
        Assert.Equal("AAAA,IAAI;AACJ", Encode(new(0, 0, 0, 0, 0, -1), new(0, 4, 0, 0, 4, -1), new(1, 0, 0, 1, 0, -1)));
        Assert.Equal("AAAA,EAACA", Encode(new(0, 0, 0, 0, 0, -1), new(0, 2, 0, 0, 1, 0)));
    }

    [Fact]
    public void LeavesOutRepeatedSegments()
    {
        Assert.Equal("AAAA", Encode(new(0, 0, 0, 0, 0, -1), new(0, 0, 0, 0, 0, -1)));
        Assert.Equal("AAAAA", Encode(new(0, 0, 0, 0, 0, 0), new(0, 0, 0, 0, 0, -1)));
        Assert.Equal("AAAA,AAAAA", Encode(new(0, 0, 0, 0, 0, -1), new(0, 0, 0, 0, 0, 0)));
        Assert.Equal("AAAA,C", Encode(new(0, 0, 0, 0, 0, -1), Mapping.Unmapped(0, 1), Mapping.Unmapped(0, 2)));
        Assert.Equal("A;A", Encode(Mapping.Unmapped(0, 0), Mapping.Unmapped(1, 0)));
    }

    // The oracle moves each segment by hand and encodes all of them as one chunk.
    [Fact]
    public void JoinedChunksEqualOneChunkOfMovedSegments()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            using SourceMapBuilder builder = new();
            using MappingWriter whole = new();
            ChunkPlace place = new();
            for (int chunks = random.Next(1, 8); chunks > 0; chunks--)
            {
                Mapping[] mappings = RandomMappings(random);
                builder.Append(Chunk(mappings), place);
                foreach (Mapping m in mappings) whole.Add(Move(m, place));
                int lines = mappings.Length == 0 ? 0 : mappings[^1].GeneratedLine;
                int column = mappings.Length == 0 ? 0 : mappings[^1].GeneratedColumn + 5;
                // The next chunk goes on in the same line, as in minified output, or some lines further down.
                place = random.Next(2) == 0
                    ? new(place.Line + lines, (lines == 0 ? place.Column : 0) + column, place.FirstSource + 2, place.FirstName + 3)
                    : new(place.Line + lines + random.Next(1, 4), 0, place.FirstSource + 2, place.FirstName + 3);
            }
            using SourceMapBuilder expected = new();
            expected.Append(whole.ToChunk(), default);
            Assert.Equal(Encoding.ASCII.GetString(expected.Mappings), Encoding.ASCII.GetString(builder.Mappings));
        }
    }

    private static Mapping Move(Mapping m, ChunkPlace place) => m with
    {
        GeneratedLine = m.GeneratedLine + place.Line,
        GeneratedColumn = m.GeneratedColumn + (m.GeneratedLine == 0 ? place.Column : 0),
        Source = m.HasSource ? m.Source + place.FirstSource : -1,
        Name = m.Name < 0 ? -1 : m.Name + place.FirstName,
    };

    private static Mapping[] RandomMappings(Random random)
    {
        List<Mapping> mappings = [];
        int line = random.Next(3), column = 0;
        for (int count = random.Next(6); count > 0; count--)
        {
            if (random.Next(3) == 0) (line, column) = (line + random.Next(1, 3), 0);
            column += random.Next(1, 40);
            if (random.Next(3) == 0) mappings.Add(new(line, column, -1, 0, column, -1));
            else mappings.Add(new(line, column, random.Next(2), random.Next(100), random.Next(100), random.Next(-2, 3) is var n and >= 0 ? n : -1));
        }
        return [.. mappings];
    }

    [Fact]
    public void TracksPrintedText()
    {
        SourceText source = new("a.js", "let a\r\nlet b\nlet c");
        using MappingWriter writer = new();
        StringBuilder printed = new();
        void Print(string text, int offset)
        {
            printed.Append(text);
            writer.Add(printed.ToString(), source, offset);
        }
        Print("", 0);
        Print("x\r", 7);
        Print("\ny\u2028", 13);
        Print("zz", 0);
        printed.Append("\n\n");
        writer.AddUnmapped(printed.ToString());
        SourceMap map = Decode(writer.ToChunk());
        Assert.Equal([(0, 0, 0, 0), (1, 0, 1, 0), (2, 0, 2, 0), (2, 2, 0, 0), (4, 0, 0, 0)], map.Mappings.ToArray().Select(m => (m.GeneratedLine, m.GeneratedColumn, m.Line, m.Column)));
        Assert.False(map.Mappings[4].HasSource);
    }

    private static SourceMap Decode(MappingChunk chunk)
    {
        using SourceMapBuilder builder = new();
        builder.AddSource(new("a.js"));
        builder.AddName("n");
        builder.Append(chunk, default);
        SourceMapParseResult result = SourceMap.Parse("m", builder.ToJson());
        Assert.Empty(result.Diagnostics);
        return result.Map!;
    }

    [Fact]
    public void WritesThroughTheMapOfItsSource()
    {
        SourceMap inner = new([new("a.ts")], ["a"], [new(0, 0, 0, 4, 2, 0), new(0, 5, 0, 6, 0, -1)]);
        using MappingWriter writer = new(inner);
        writer.Add(0, 0, 0, 0, 3, 0);
        writer.Add(0, 4, 0, 0, 5, 0);
        writer.Add(1, 0, 0, 9, 0);
        using SourceMapBuilder builder = new();
        builder.AddSource(inner.Sources[0]);
        builder.AddName("a");
        builder.AddName("printed");
        builder.Append(writer.ToChunk(), default);
        SourceMap map = SourceMap.Parse("m", builder.ToJson()).Map!;
        Assert.Equal([new(0, 0, 0, 4, 2, 0), new(0, 4, 0, 6, 0, 1), Mapping.Unmapped(1, 0)], map.Mappings.ToArray());
    }

    [Fact]
    public void WritesUnmappedGluesBetweenChunks()
    {
        using SourceMapBuilder builder = new();
        builder.Append(Chunk(new Mapping(0, 0, 0, 0, 0, -1)), new(2, 4, 0, 0));
        builder.AppendUnmapped(2, 9);
        builder.AppendUnmapped(3, 0);
        builder.Append(Chunk(new Mapping(0, 0, 0, 0, 0, -1)), new(3, 2, 1, 0));
        Assert.Equal(";;IAAA,K;A,ECAA", Encoding.ASCII.GetString(builder.Mappings));
    }

    [Fact]
    public void WritesJson()
    {
        using SourceMapBuilder builder = new() { File = "o.js", SourceRoot = "/src", DebugId = "1-2" };
        builder.AddSource(new("a.js", "a \"\\ \u2028 \ud800 €\n"));
        builder.AddSource(new(null, null, true));
        builder.AddName("x");
        Assert.Equal(
            """{"version":3,"file":"o.js","sourceRoot":"/src","sources":["a.js",null],"sourcesContent":["a \"\\ \u2028 \uFFFD €\n",null],"names":["x"],"mappings":"","ignoreList":[1],"debugId":"1-2"}""",
            Encoding.UTF8.GetString(builder.ToJson()));
        using SourceMapBuilder bare = new() { IncludeContents = false };
        bare.AddSource(new("a.js", "text"));
        using MemoryStream stream = new();
        bare.WriteTo(stream);
        Assert.Equal("""{"version":3,"sources":["a.js"],"names":[],"mappings":""}""", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
