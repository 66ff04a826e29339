using System.Diagnostics;

namespace Inox.Core;

/// <summary>
/// Encodes the segments of one printed text while it is printed: each is appended as VLQ to a pooled buffer and nothing is allocated.
/// Segments must come in the order of generated places. One that repeats the segment before is left out. Not safe for concurrent use;
/// printers of several modules each have their own and the chunks are joined by a <see cref="SourceMapBuilder"/>.
/// </summary>
public sealed class MappingWriter : IDisposable
{
    private const int MaxSegment = 1 + 5 * Vlq.MaxLength;

    private readonly ByteWriter _bytes = new(1024);
    private readonly SourceMap? _inner;
    private GeneratedPlace _printed;
    private LineCursor _original;

    private int _line;
    private int _column;
    private Mapping _first = new(0, 0, -1, 0, 0, -1);
    private Mapping _previous;
    private int _columnEnd, _placeStart, _placeEnd, _nameStart, _nameEnd;

    // What the next differences are to: the last source place and the last name used, which need not be those of the last segment.
    private int _source, _sourceLine, _sourceColumn, _name;

    public MappingWriter()
    {
    }

    /// <summary>
    /// Writes segments through <paramref name="inner"/>, the map of a source that was itself generated: sources are then those of
    /// <paramref name="inner"/>, and names are those of <paramref name="inner"/> followed by the printer's.
    /// </summary>
    public MappingWriter(SourceMap? inner) => _inner = inner;

    /// <summary>Adds a segment; <paramref name="source"/> and <paramref name="name"/> are -1 for none. Lines and columns count from zero.</summary>
    public void Add(int generatedLine, int generatedColumn, int source, int line, int column, int name = -1)
    {
        Mapping mapping = new(generatedLine, generatedColumn, source, line, column, name);
        if (_inner is not null) mapping = Follow(_inner, in mapping);
        Add(in mapping);
    }

    /// <summary>
    /// Maps the end of <paramref name="printed"/> to <paramref name="offset"/> in <paramref name="source"/>, which is source 0. Only what
    /// was printed since the call before is looked at, so <paramref name="printed"/> must be all text so far.
    /// </summary>
    public void Add(ReadOnlySpan<char> printed, SourceText source, int offset, int name = -1)
    {
        _printed.MoveTo(printed);
        LineColumn place = _original.Find(source, offset);
        Add(_printed.Line, _printed.Column, 0, place.Line, place.Column, name);
    }

    /// <summary>Says that the text from the end of <paramref name="printed"/> on comes from nowhere.</summary>
    public void AddUnmapped(ReadOnlySpan<char> printed)
    {
        _printed.MoveTo(printed);
        Add(Mapping.Unmapped(_printed.Line, _printed.Column));
    }

    public MappingChunk ToChunk()
    {
        if (_bytes.Length == 0) return MappingChunk.Empty;
        Mapping last = new(_line, _column, _source, _sourceLine, _sourceColumn, _name);
        return new(_bytes.ToArray(), _first, last, _columnEnd, _placeStart, _placeEnd, _nameStart, _nameEnd);
    }

    public void Dispose() => _bytes.Dispose();

    internal void Add(in Mapping mapping)
    {
        bool isFirst = _bytes.Length == 0;
        if (!isFirst && Repeats(in mapping)) return;
        Debug.Assert(mapping.GeneratedLine > _line || (mapping.GeneratedLine == _line && mapping.GeneratedColumn >= _column), "segments come in order");
        if (isFirst) _first = _first with { GeneratedLine = mapping.GeneratedLine, GeneratedColumn = mapping.GeneratedColumn };
        else WriteSeparator(mapping.GeneratedLine);
        _line = mapping.GeneratedLine;
        Span<byte> output = _bytes.GetSpan(MaxSegment);
        int length = Vlq.Write(mapping.GeneratedColumn - _column, output);
        _column = mapping.GeneratedColumn;
        if (isFirst) _columnEnd = length;
        if (mapping.HasSource) length = WritePlace(in mapping, output, length);
        _bytes.Advance(length);
        _previous = mapping;
    }

    private bool Repeats(in Mapping mapping) =>
        mapping.GeneratedLine == _line && mapping.Name < 0 && mapping.Source == _previous.Source
        && (mapping.GeneratedColumn == _column || !mapping.HasSource)
        && mapping.Line == _previous.Line && mapping.Column == _previous.Column;

    private void WriteSeparator(int generatedLine)
    {
        if (generatedLine == _line)
        {
            _bytes.Write((byte)',');
            return;
        }
        _bytes.Write((byte)';', generatedLine - _line);
        _column = 0;
    }

    private int WritePlace(in Mapping mapping, Span<byte> output, int length)
    {
        if (_first.Source < 0)
        {
            _first = _first with { Source = mapping.Source, Line = mapping.Line, Column = mapping.Column };
            _placeStart = _bytes.Length + length;
        }
        length += Vlq.Write(mapping.Source - _source, output[length..]);
        length += Vlq.Write(mapping.Line - _sourceLine, output[length..]);
        length += Vlq.Write(mapping.Column - _sourceColumn, output[length..]);
        if (_placeEnd == 0) _placeEnd = _bytes.Length + length;
        (_source, _sourceLine, _sourceColumn) = (mapping.Source, mapping.Line, mapping.Column);
        return mapping.Name >= 0 ? WriteName(mapping.Name, output, length) : length;
    }

    private int WriteName(int name, Span<byte> output, int length)
    {
        int start = _bytes.Length + length;
        length += Vlq.Write(name - _name, output[length..]);
        _name = name;
        if (_first.Name >= 0) return length;
        _first = _first with { Name = name };
        (_nameStart, _nameEnd) = (start, _bytes.Length + length);
        return length;
    }

    private static Mapping Follow(SourceMap inner, in Mapping mapping)
    {
        if (!mapping.HasSource) return mapping;
        if (inner.Find(mapping.Line, mapping.Column) is not { HasSource: true } found) return Mapping.Unmapped(mapping.GeneratedLine, mapping.GeneratedColumn);
        int name = found.Name >= 0 || mapping.Name < 0 ? found.Name : inner.Names.Count + mapping.Name;
        return new(mapping.GeneratedLine, mapping.GeneratedColumn, found.Source, found.Line, found.Column, name);
    }
}
