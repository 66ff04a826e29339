namespace Inox.Core;

/// <summary>
/// The encoded segments of one printed text, made by <see cref="MappingWriter"/> as if that text were a whole file. Numbers in
/// <c>mappings</c> are differences to the segment before, so a chunk can be moved into a larger map by rewriting only the first of each
/// number: the column of the first segment, the place of the first that has a source and the name of the first that has one. The chunk
/// remembers where those stand in its bytes and with which values the chunk ends. Immutable and safe for concurrent use.
/// </summary>
public sealed class MappingChunk
{
    public static MappingChunk Empty { get; } = new([], default, default, 0, 0, 0, 0, 0);

    internal MappingChunk(byte[] bytes, Mapping first, Mapping last, int columnEnd, int placeStart, int placeEnd, int nameStart, int nameEnd)
    {
        Bytes = bytes;
        First = first;
        Last = last;
        ColumnEnd = columnEnd;
        PlaceStart = placeStart;
        PlaceEnd = placeEnd;
        NameStart = nameStart;
        NameEnd = nameEnd;
    }

    public bool IsEmpty => Bytes.Length == 0;

    /// <summary>The VLQ text from the first segment on, without the semicolons before it.</summary>
    internal byte[] Bytes { get; }

    /// <summary>
    /// The generated place of the first segment, with the source place and the name that the chunk uses first; source or name are -1 when
    /// no segment has one.
    /// </summary>
    internal Mapping First { get; }

    /// <summary>The generated place of the last segment, with the source place and name that were used last.</summary>
    internal Mapping Last { get; }

    internal int ColumnEnd { get; }

    internal int PlaceStart { get; }

    internal int PlaceEnd { get; }

    internal int NameStart { get; }

    internal int NameEnd { get; }
}
