using System.Text;
using System.Text.Json;

namespace Inox.Core;

/// <summary>
/// Reads the JSON of a source map (ECMA-426 10). Members may come in any order, so <c>mappings</c> is decoded when its object ends. A member
/// of the wrong type is reported and passed over; what cannot be a map at all gives none.
/// </summary>
internal ref struct SourceMapReader
{
    private readonly string _path;
    private readonly ReadOnlySpan<byte> _json;
    private readonly List<Diagnostic> _diagnostics = [];
    private Utf8JsonReader _reader;
    private SourceText? _source;

    private SourceMapReader(string path, ReadOnlySpan<byte> json)
    {
        _path = path;
        _json = json;
        _reader = new(json, isFinalBlock: true, state: default);
    }

    public static SourceMapParseResult Read(string path, ReadOnlySpan<byte> json)
    {
        SourceMapReader reader = new(path, TrimStart(json));
        SourceMap? map = reader.Read();
        return new(map, [.. reader._diagnostics]);
    }

    // `)]}'` on the first line keeps the JSON from running as a script.
    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(Encoding.UTF8.Preamble)) json = json[3..];
        if (!json.StartsWith(")]}'"u8)) return json;
        int end = json.IndexOf((byte)'\n');
        return end < 0 ? [] : json[(end + 1)..];
    }

    private SourceMap? Read()
    {
        try
        {
            _reader.Read();
            if (_reader.TokenType != JsonTokenType.StartObject)
            {
                ReportHere(SourceMapDiagnostics.WrongType, "the top", "an object");
                return null;
            }
            SourceMap? map = ReadMap();
            _reader.Read(); // Anything behind the object throws.
            return map;
        }
        catch (JsonException)
        {
            Report(SourceMapDiagnostics.NotJson, (int)_reader.BytesConsumed);
            return null;
        }
        catch (InvalidOperationException)
        {
            // `"\ud800"` is valid JSON, but not valid text.
            Report(SourceMapDiagnostics.NotJson, (int)_reader.TokenStartIndex);
            return null;
        }
    }

    private SourceMap? ReadMap()
    {
        SourceMapFields fields = new();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject) ReadMember(fields);
        if (!fields.HasVersion) ReportHere(SourceMapDiagnostics.Missing, "version");
        if (fields.Failed) return null;
        if (fields.Sections is not null) return Flatten(fields);
        if (fields.MappingsStart < 0)
        {
            ReportHere(SourceMapDiagnostics.Missing, "mappings");
            return null;
        }
        if (fields.Sources is null) ReportHere(SourceMapDiagnostics.Missing, "sources");
        return Decode(fields);
    }

    private void ReadMember(SourceMapFields fields)
    {
        if (_reader.ValueTextEquals("version"u8)) ReadVersion(fields);
        else if (_reader.ValueTextEquals("file"u8)) fields.File = ReadText("file");
        else if (_reader.ValueTextEquals("sourceRoot"u8)) fields.SourceRoot = ReadText("sourceRoot");
        else if (_reader.ValueTextEquals("sources"u8)) fields.Sources = ReadTexts("sources");
        else if (_reader.ValueTextEquals("sourcesContent"u8)) fields.Contents = ReadTexts("sourcesContent");
        else if (_reader.ValueTextEquals("names"u8)) fields.Names = ReadTexts("names");
        else if (_reader.ValueTextEquals("mappings"u8)) ReadMappings(fields);
        else if (_reader.ValueTextEquals("ignoreList"u8) || _reader.ValueTextEquals("x_google_ignoreList"u8)) fields.Ignored = ReadNumbers("ignoreList");
        else if (_reader.ValueTextEquals("sections"u8)) ReadSections(fields);
        else _reader.Skip();
    }

    private void ReadVersion(SourceMapFields fields)
    {
        _reader.Read();
        fields.HasVersion = true;
        bool isThree = _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out int version) && version == 3;
        // Some old tools write `"version": "3"`.
        if (isThree || (_reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals("3"u8))) return;
        ReportHere(SourceMapDiagnostics.Version, Encoding.UTF8.GetString(_reader.ValueSpan));
        fields.Failed = true;
        _reader.Skip();
    }

    private string? ReadText(string member)
    {
        _reader.Read();
        if (_reader.TokenType is JsonTokenType.String) return _reader.GetString();
        if (_reader.TokenType != JsonTokenType.Null) ReportType(member, "a string");
        return null;
    }

    private List<string?>? ReadTexts(string member)
    {
        if (!ReadArrayStart(member)) return null;
        List<string?> texts = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            bool isText = _reader.TokenType is JsonTokenType.String or JsonTokenType.Null;
            texts.Add(isText ? _reader.GetString() : null);
            if (!isText) ReportType(member, "an array of strings");
        }
        return texts;
    }

    private List<int>? ReadNumbers(string member)
    {
        if (!ReadArrayStart(member)) return null;
        List<int> numbers = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out int number)) numbers.Add(number);
            else ReportType(member, "an array of numbers");
        }
        return numbers;
    }

    private bool ReadArrayStart(string member)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.StartArray) return true;
        if (_reader.TokenType != JsonTokenType.Null) ReportType(member, "an array");
        return false;
    }

    private void ReadMappings(SourceMapFields fields)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.String)
        {
            ReportType("mappings", "a string");
            fields.Failed = true;
            return;
        }
        fields.MappingsStart = (int)_reader.TokenStartIndex + 1;
        fields.MappingsLength = _reader.ValueSpan.Length;
        // `\u0041` for `A`: nobody writes it, but it is JSON.
        if (_reader.ValueIsEscaped) fields.UnescapedMappings = Encoding.UTF8.GetBytes(_reader.GetString()!);
    }

    private void ReadSections(SourceMapFields fields)
    {
        if (!ReadArrayStart("sections")) return;
        fields.Sections = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.StartObject) ReportType("sections", "an array of objects");
            else ReadSection(fields);
        }
    }

    private void ReadSection(SourceMapFields fields)
    {
        SourceMapSection section = new();
        int reported = _diagnostics.Count;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            if (_reader.ValueTextEquals("offset"u8)) ReadOffset(ref section);
            else if (_reader.ValueTextEquals("map"u8)) section.Map = ReadSectionMap();
            else if (_reader.ValueTextEquals("url"u8)) ReadSectionUrl();
            else _reader.Skip();
        }
        if (section.Map is null && _diagnostics.Count == reported) ReportHere(SourceMapDiagnostics.Missing, "map");
        bool isOutOfOrder = fields.Sections!.Count > 0 && fields.Sections[^1].IsAfter(section);
        if (isOutOfOrder) ReportHere(SourceMapDiagnostics.SectionOrder);
        fields.Failed |= section.Map is null || isOutOfOrder;
        fields.Sections.Add(section);
    }

    private SourceMap? ReadSectionMap()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.StartObject) return ReadMap();
        ReportType("map", "an object");
        return null;
    }

    private void ReadSectionUrl()
    {
        ReportHere(SourceMapDiagnostics.SectionUrl);
        _reader.Skip();
    }

    private void ReadOffset(ref SourceMapSection section)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            ReportType("offset", "an object");
            return;
        }
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            if (_reader.ValueTextEquals("line"u8)) section.Line = ReadCount("line");
            else if (_reader.ValueTextEquals("column"u8)) section.Column = ReadCount("column");
            else _reader.Skip();
        }
    }

    private int ReadCount(string member)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out int count) && count >= 0) return count;
        ReportType(member, "a number from zero");
        return 0;
    }

    private SourceMap? Decode(SourceMapFields fields)
    {
        ReadOnlySpan<byte> text = fields.UnescapedMappings ?? _json.Slice(fields.MappingsStart, fields.MappingsLength);
        MappingDecoder decoder = new(text, fields.Sources?.Count ?? 0, fields.Names?.Count ?? 0);
        if (!decoder.TryDecode(out Mapping[] mappings))
        {
            Report(SourceMapDiagnostics.BadMappings, fields.MappingsStart + (fields.UnescapedMappings is null ? decoder.Position : 0));
            return null;
        }
        if (decoder.BadSource is { } source) ReportRange(fields, "source", source, fields.Sources?.Count ?? 0);
        if (decoder.BadName is { } name) ReportRange(fields, "name", name, fields.Names?.Count ?? 0);
        return new(fields.BuildSources(), fields.BuildNames(), mappings, fields.File);
    }

    private static SourceMap? Flatten(SourceMapFields fields)
    {
        List<SourceMapSource> sources = [];
        List<string> names = [];
        List<Mapping> mappings = [];
        foreach (SourceMapSection section in fields.Sections!)
        {
            SourceMap map = section.Map!;
            foreach (ref readonly Mapping mapping in map.Mappings) mappings.Add(section.Move(in mapping, sources.Count, names.Count));
            sources.AddRange(map.Sources);
            names.AddRange(map.Names);
        }
        return new([.. sources], [.. names], [.. mappings], fields.File);
    }

    private void ReportRange(SourceMapFields fields, string what, int index, int count) =>
        Report(SourceMapDiagnostics.OutOfRange, fields.MappingsStart, what, index.ToString(), count.ToString());

    private void ReportType(string member, string type)
    {
        ReportHere(SourceMapDiagnostics.WrongType, member, type);
        _reader.Skip();
    }

    private void ReportHere(DiagnosticDescriptor descriptor, params string[] arguments) => Report(descriptor, (int)_reader.TokenStartIndex, arguments);

    private void Report(DiagnosticDescriptor descriptor, int byteOffset, params string[] arguments)
    {
        _source ??= SourceText.Decode(_path, _json);
        int offset = Encoding.UTF8.GetCharCount(_json[..Math.Min(byteOffset, _json.Length)]);
        _diagnostics.Add(new() { Descriptor = descriptor, Source = _source, Span = TextSpan.At(offset), Arguments = arguments });
    }
}
