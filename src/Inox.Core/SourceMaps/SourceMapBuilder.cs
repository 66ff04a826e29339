using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inox.Core;

/// <summary>
/// Puts the map of an output file together from the chunks of its parts and writes its JSON. A chunk's bytes are copied; only the
/// numbers that are differences to something before the chunk are encoded again. Chunks come in the order of their places. Not safe for
/// concurrent use.
/// </summary>
public sealed class SourceMapBuilder : IDisposable
{
    private readonly ByteWriter _mappings = new();
    private readonly List<SourceMapSource> _sources = [];
    private readonly List<string> _names = [];
    private int _line, _column, _source, _sourceLine, _sourceColumn, _name;
    private bool _lineHasSegment;

    /// <summary>The name of the generated file, written as <c>file</c>.</summary>
    public string? File { get; init; }

    /// <summary>Written as <c>sourceRoot</c>; paths of sources are then relative to it.</summary>
    public string? SourceRoot { get; init; }

    /// <summary>Whether the sources' texts are written into the map.</summary>
    public bool IncludeContents { get; init; } = true;

    /// <summary>Written as <c>debugId</c>, which joins a map to its file in error reporting.</summary>
    public string? DebugId { get; init; }

    public int SourceCount => _sources.Count;

    public int NameCount => _names.Count;

    /// <summary>The encoded segments so far; valid until the next <see cref="Append"/>.</summary>
    public ReadOnlySpan<byte> Mappings => _mappings.AsSpan();

    /// <summary>Adds a source and returns its index.</summary>
    public int AddSource(SourceMapSource source)
    {
        _sources.Add(source);
        return _sources.Count - 1;
    }

    /// <summary>Adds a name and returns its index.</summary>
    public int AddName(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }

    public void Append(MappingChunk chunk, ChunkPlace place)
    {
        if (chunk.IsEmpty) return;
        Mapping first = chunk.First;
        int line = place.Line + first.GeneratedLine;
        int column = first.GeneratedColumn + (first.GeneratedLine == 0 ? place.Column : 0);
        Debug.Assert(line > _line || (line == _line && column >= _column), "chunks come in order");
        MoveToLine(line);
        WriteNumber(column - _column);
        int copied = chunk.ColumnEnd;
        if (first.Source >= 0) copied = AppendPlace(chunk, place, copied);
        if (first.Name >= 0) copied = AppendName(chunk, place, copied);
        _mappings.Write(chunk.Bytes.AsSpan(copied));
        Mapping last = chunk.Last;
        _line = place.Line + last.GeneratedLine;
        _column = last.GeneratedColumn + (last.GeneratedLine == 0 ? place.Column : 0);
        _lineHasSegment = true;
    }

    /// <summary>
    /// Says that the text from a place on comes from nowhere, as the bundler's own code between two modules does. Without it that code
    /// would belong to the last segment before it.
    /// </summary>
    public void AppendUnmapped(int line, int column)
    {
        MoveToLine(line);
        WriteNumber(column - _column);
        _column = column;
        _lineHasSegment = true;
    }

    public void WriteTo(IBufferWriter<byte> output)
    {
        // The relaxed encoder leaves `<`, `+` and letters beyond ASCII alone: a map is never put into HTML, and escapes would double it.
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        WriteTo(json);
    }

    public void WriteTo(Stream output)
    {
        using ByteWriter bytes = new(_mappings.Length + 4096);
        WriteTo(bytes);
        output.Write(bytes.AsSpan());
    }

    public byte[] ToJson()
    {
        using ByteWriter bytes = new(_mappings.Length + 4096);
        WriteTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => _mappings.Dispose();

    private void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("version"u8, 3);
        if (File is not null) json.WriteString("file"u8, File);
        if (SourceRoot is not null) json.WriteString("sourceRoot"u8, SourceRoot);
        json.WriteStartArray("sources"u8);
        foreach (SourceMapSource source in _sources) json.WriteStringValue(source.Path);
        json.WriteEndArray();
        if (IncludeContents) WriteContents(json);
        json.WriteStartArray("names"u8);
        foreach (string name in _names) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("mappings"u8, _mappings.AsSpan());
        WriteIgnored(json);
        if (DebugId is not null) json.WriteString("debugId"u8, DebugId);
        json.WriteEndObject();
    }

    private void WriteContents(Utf8JsonWriter json)
    {
        if (!_sources.Exists(static source => source.Content is not null)) return;
        json.WriteStartArray("sourcesContent"u8);
        foreach (SourceMapSource source in _sources) json.WriteStringValue(source.Content);
        json.WriteEndArray();
    }

    private void WriteIgnored(Utf8JsonWriter json)
    {
        if (!_sources.Exists(static source => source.IsIgnored)) return;
        json.WriteStartArray("ignoreList"u8);
        for (int i = 0; i < _sources.Count; i++)
        {
            if (_sources[i].IsIgnored) json.WriteNumberValue(i);
        }
        json.WriteEndArray();
    }

    private void MoveToLine(int line)
    {
        if (line > _line)
        {
            _mappings.Write((byte)';', line - _line);
            (_line, _column, _lineHasSegment) = (line, 0, false);
        }
        else if (_lineHasSegment)
        {
            _mappings.Write((byte)',');
        }
    }

    private int AppendPlace(MappingChunk chunk, ChunkPlace place, int copied)
    {
        _mappings.Write(chunk.Bytes.AsSpan(copied..chunk.PlaceStart));
        WriteNumber(place.FirstSource + chunk.First.Source - _source);
        WriteNumber(chunk.First.Line - _sourceLine);
        WriteNumber(chunk.First.Column - _sourceColumn);
        Mapping last = chunk.Last;
        (_source, _sourceLine, _sourceColumn) = (place.FirstSource + last.Source, last.Line, last.Column);
        return chunk.PlaceEnd;
    }

    private int AppendName(MappingChunk chunk, ChunkPlace place, int copied)
    {
        _mappings.Write(chunk.Bytes.AsSpan(copied..chunk.NameStart));
        WriteNumber(place.FirstName + chunk.First.Name - _name);
        _name = place.FirstName + chunk.Last.Name;
        return chunk.NameEnd;
    }

    private void WriteNumber(int value) => _mappings.Advance(Vlq.Write(value, _mappings.GetSpan(Vlq.MaxLength)));
}
