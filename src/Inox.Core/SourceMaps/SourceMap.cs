using System.Buffers;

namespace Inox.Core;

/// <summary>
/// A decoded source map (ECMA-426, "version 3"): immutable and safe for concurrent use. Index maps are flattened when they are read.
/// </summary>
public sealed class SourceMap
{
    private readonly Mapping[] _mappings;

    // _lineStarts[n] is the index of the first mapping of generated line n; one entry more than there are lines with mappings.
    private readonly int[] _lineStarts;

    /// <summary>Makes a map of segments in any order; those that share a generated place keep their order.</summary>
    public SourceMap(SourceMapSource[] sources, string[] names, Mapping[] mappings, string? file = null)
    {
        Sources = sources;
        Names = names;
        File = file;
        _mappings = InOrder(mappings);
        _lineStarts = BuildLineStarts(_mappings);
    }

    /// <summary>The generated file as the map names it.</summary>
    public string? File { get; }

    public IReadOnlyList<SourceMapSource> Sources { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>All segments in the order of generated places.</summary>
    public ReadOnlySpan<Mapping> Mappings => _mappings;

    /// <summary>
    /// Reads a map's JSON, which may start with the <c>)]}'</c> line against cross-site inclusion. Diagnostics call it
    /// <paramref name="path"/>.
    /// </summary>
    public static SourceMapParseResult Parse(string path, ReadOnlySpan<byte> json) => SourceMapReader.Read(path, json);

    /// <summary>
    /// The segment that covers a generated place: the last one on its line that does not start after it. Null when there is none, so that
    /// a place never borrows the mapping of the line before.
    /// </summary>
    public Mapping? Find(int generatedLine, int generatedColumn)
    {
        if ((uint)generatedLine >= (uint)(_lineStarts.Length - 1)) return null;
        int low = _lineStarts[generatedLine], high = _lineStarts[generatedLine + 1];
        int first = low;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_mappings[middle].GeneratedColumn <= generatedColumn) low = middle + 1;
            else high = middle;
        }
        return low == first ? null : _mappings[low - 1];
    }

    /// <summary>The segments of one generated line.</summary>
    public ReadOnlySpan<Mapping> GetLine(int generatedLine)
    {
        if ((uint)generatedLine >= (uint)(_lineStarts.Length - 1)) return [];
        return _mappings.AsSpan(_lineStarts[generatedLine].._lineStarts[generatedLine + 1]);
    }

    /// <summary>
    /// Follows <paramref name="outer"/> through the maps of its sources: where <c>inner[i]</c> is not null, source i of
    /// <paramref name="outer"/> was itself generated and is replaced by the sources of that map.
    /// </summary>
    public static SourceMap Compose(SourceMap outer, IReadOnlyList<SourceMap?> inner) => SourceMapComposition.Compose(outer, inner);

    /// <summary>The segments encoded, ready for a <see cref="SourceMapBuilder"/>.</summary>
    public MappingChunk ToChunk()
    {
        using MappingWriter writer = new();
        foreach (ref readonly Mapping mapping in Mappings) writer.Add(in mapping);
        return writer.ToChunk();
    }

    public void WriteTo(IBufferWriter<byte> output)
    {
        using SourceMapBuilder builder = new() { File = File };
        foreach (SourceMapSource source in Sources) builder.AddSource(source);
        foreach (string name in Names) builder.AddName(name);
        builder.Append(ToChunk(), new ChunkPlace());
        builder.WriteTo(output);
    }

    private static Mapping[] InOrder(Mapping[] mappings)
    {
        for (int i = 1; i < mappings.Length; i++)
        {
            if (Compare(in mappings[i - 1], in mappings[i]) > 0) return Sorted(mappings);
        }
        return mappings;
    }

    private static Mapping[] Sorted(Mapping[] mappings)
    {
        (Mapping Mapping, int Index)[] keyed = new (Mapping, int)[mappings.Length];
        for (int i = 0; i < keyed.Length; i++) keyed[i] = (mappings[i], i);
        Array.Sort(keyed, static (a, b) => Compare(in a.Mapping, in b.Mapping) is var order and not 0 ? order : a.Index - b.Index);
        return Array.ConvertAll(keyed, static pair => pair.Mapping);
    }

    private static int Compare(in Mapping a, in Mapping b) =>
        a.GeneratedLine != b.GeneratedLine ? a.GeneratedLine.CompareTo(b.GeneratedLine) : a.GeneratedColumn.CompareTo(b.GeneratedColumn);

    private static int[] BuildLineStarts(Mapping[] mappings)
    {
        int lines = mappings.Length == 0 ? 0 : mappings[^1].GeneratedLine + 1;
        int[] starts = new int[lines + 1];
        int line = 0;
        for (int i = 0; i < mappings.Length; i++)
        {
            while (line < mappings[i].GeneratedLine) starts[++line] = i;
        }
        if (lines > 0) starts[lines] = mappings.Length;
        return starts;
    }
}
