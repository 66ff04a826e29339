using System.Text;
using System.Text.Json;
using Inox.Cli.Options;
using Inox.Core;
using Inox.JavaScript.Transforms;

namespace Inox.Cli.Configuration;

/// <summary>
/// Reads inox.json: JSON with comments and trailing commas, whose keys are the settings of <see cref="BuildTable"/>. What is wrong is
/// reported at its place, and the rest is read on.
/// </summary>
internal ref struct ConfigFile
{
    public const string FileName = "inox.json";

    private static readonly JsonReaderOptions s_json = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly SourceText _source;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _folder;
    private readonly List<Diagnostic> _diagnostics;
    private readonly OptionSet _settings = new();
    private Utf8JsonReader _reader;

    private ConfigFile(SourceText source, ReadOnlySpan<byte> bytes, string folder, List<Diagnostic> diagnostics)
    {
        _source = source;
        _bytes = bytes;
        _folder = folder;
        _diagnostics = diagnostics;
        _reader = new(bytes, s_json);
    }

    /// <param name="shownPath">The path that diagnostics show.</param>
    /// <param name="folder">What paths in the file are relative to.</param>
    public static OptionSet Read(string shownPath, ReadOnlySpan<byte> bytes, string folder, List<Diagnostic> diagnostics)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        ConfigFile file = new(new(shownPath, Encoding.UTF8.GetString(bytes)), bytes, folder, diagnostics);
        return file.Read();
    }

    private OptionSet Read()
    {
        try
        {
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.StartObject) ReadSettings();
            else Report(CliDiagnostics.WrongType(_source, TokenSpan(), FileName, "an object", Found()));
            while (_reader.Read()) { }
        }
        catch (JsonException e)
        {
            Report(CliDiagnostics.NoJson(_source, OffsetOf(e)));
        }
        return _settings;
    }

    private void ReadSettings()
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = _reader.GetString()!;
            TextSpan span = TokenSpan();
            OptionDefinition? option = Array.Find(BuildTable.Settings, option => option.Key == key);
            _reader.Read();
            if (option is not null)
            {
                if (ReadValue(option) is { } value) _settings.Set(option, value);
                continue;
            }
            // "$schema" is how editors find the schema.
            if (key != "$schema") Report(CliDiagnostics.UnknownKey(_source, span, key, Suggest.Near(key, BuildTable.Settings.Select(option => option.Key)) ?? "`inox help build` lists the settings"));
            _reader.Skip();
        }
    }

    private OptionValue? ReadValue(OptionDefinition option)
    {
        JsonTokenType type = _reader.TokenType;
        switch (option.Kind)
        {
            case OptionKind.Flag when type is JsonTokenType.True or JsonTokenType.False:
                return new() { IsTrue = type == JsonTokenType.True };
            case OptionKind.Text when type == JsonTokenType.String:
                return new() { Text = _reader.GetString()! };
            case OptionKind.Target when type == JsonTokenType.String:
                return ReadTarget(option);
            case OptionKind.Path when type == JsonTokenType.String:
                return new() { Text = PathStyle.Native.Join(_folder, _reader.GetString()!) };
            case OptionKind.Choice when type == JsonTokenType.String:
                return ReadChoice(option);
            case OptionKind.Choice when type == JsonTokenType.True && option.Bare is not null:
                return new() { Text = option.Bare };
            case OptionKind.Choice when type == JsonTokenType.False && option.Off is not null:
                return new() { Text = option.Off };
            case OptionKind.Number when type == JsonTokenType.Number && _reader.TryGetInt32(out int number) && number >= 0:
                return new() { Number = number };
            case OptionKind.List when type == JsonTokenType.StartArray:
                return ReadList(option);
            case OptionKind.Map when type == JsonTokenType.StartObject:
                return ReadMap(option);
            default:
                Report(CliDiagnostics.WrongType(_source, TokenSpan(), option.Key, Expected(option), Found()));
                _reader.Skip();
                return null;
        }
    }

    private OptionValue? ReadChoice(OptionDefinition option)
    {
        string text = _reader.GetString()!;
        if (option.Choices.Contains(text)) return new() { Text = text };
        Report(CliDiagnostics.WrongSetting(_source, TokenSpan(), option.Key, text, Suggest.OneOf(text, option.Choices)));
        return null;
    }

    private OptionValue? ReadTarget(OptionDefinition option)
    {
        string text = _reader.GetString()!;
        if (LanguageTarget.Parse(text, out string fault) is not null) return new() { Text = text };
        Report(CliDiagnostics.WrongSetting(_source, TokenSpan(), option.Key, fault, Suggest.Target(fault)));
        return null;
    }

    private OptionValue ReadList(OptionDefinition option)
    {
        List<string> items = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType == JsonTokenType.String)
            {
                if (option.Choices.Length == 0) items.Add(_reader.GetString()!);
                else if (ReadChoice(option) is { Text: { } choice }) items.Add(choice);
                continue;
            }
            Report(CliDiagnostics.WrongType(_source, TokenSpan(), option.Key, "strings", Found()));
            _reader.Skip();
        }
        return new() { Items = items };
    }

    private OptionValue ReadMap(OptionDefinition option)
    {
        List<KeyValuePair<string, string>> pairs = [];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = _reader.GetString()!;
            TextSpan keySpan = TokenSpan();
            _reader.Read();
            if (MapValue(option) is not { } value)
            {
                Report(CliDiagnostics.WrongType(_source, TokenSpan(), $"{option.Key}.{key}", "a string", Found()));
                _reader.Skip();
            }
            else if (MapRules.Fault(option, key, value) is { } fault)
            {
                bool isKeyWrong = MapRules.Fault(option with { Choices = [] }, key, value) is not null;
                Report(CliDiagnostics.WrongSetting(_source, isKeyWrong ? keySpan : TokenSpan(), option.Key, isKeyWrong ? key : value, fault));
            }
            else
            {
                pairs.Add(new(key, value));
            }
        }
        return new() { Pairs = pairs };
    }

    // "define": { "DEBUG": false, "LIMIT": 3 }: such values are JavaScript as they stand, whereas a string is an expression.
    private readonly string? MapValue(OptionDefinition option) => _reader.TokenType switch
    {
        JsonTokenType.String => _reader.GetString()!,
        JsonTokenType.True or JsonTokenType.False or JsonTokenType.Number or JsonTokenType.Null when option == BuildTable.Define => Encoding.UTF8.GetString(_reader.ValueSpan),
        _ => null,
    };

    private static string Expected(OptionDefinition option) => option.Kind switch
    {
        OptionKind.Flag => "`true` or `false`",
        OptionKind.Text or OptionKind.Target or OptionKind.Path => "a string",
        OptionKind.Choice => "one of " + string.Join(", ", option.Choices.Select(choice => $"`\"{choice}\"`")),
        OptionKind.Number => "a whole number that is not negative",
        OptionKind.List => "an array of strings",
        OptionKind.Map => "an object of strings",
        _ => throw new InvalidOperationException($"no words for {option.Kind}"),
    };

    private readonly string Found() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        _ => $"`{Encoding.UTF8.GetString(_reader.ValueSpan)}`",
    };

    private readonly TextSpan TokenSpan()
    {
        int start = (int)_reader.TokenStartIndex;
        // Of an object or array only the bracket; of anything else the whole token, which the reader has just passed.
        bool isBracket = _reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        int quotes = _reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        int length = isBracket ? 1 : _reader.ValueSpan.Length + quotes;
        int from = Encoding.UTF8.GetCharCount(_bytes[..start]);
        return new(from, from + Encoding.UTF8.GetCharCount(_bytes.Slice(start, length)));
    }

    private readonly int OffsetOf(JsonException e)
    {
        int offset = 0;
        for (long line = e.LineNumber ?? 0; line > 0; line--) offset += _bytes[offset..].IndexOf((byte)'\n') + 1;
        offset = Math.Min(offset + (int)(e.BytePositionInLine ?? 0), _bytes.Length);
        return Encoding.UTF8.GetCharCount(_bytes[..offset]);
    }

    private readonly void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);
}
