using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

/// <summary>
/// Walks a tree once and writes each node as an object. Nodes whose fields are those of ESTree are written by generated code; the chapters
/// write the others. Raw texts are read from the source, which the spans of the tree point into.
/// </summary>
internal sealed partial class EstreeWriter(Utf8JsonWriter json, string text, EstreeDialect dialect)
{
    private readonly Utf8JsonWriter _json = json;
    private readonly string _text = text;
    /// <summary>Where the class that is written next starts when that is not where its node does, or -1.</summary>
    private int _classStart = -1;

    private readonly bool _isTypeScript = dialect == EstreeDialect.TypeScriptEstree;

    public void Write(Node node)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) Dispatch(node);
        else WriteOnFreshStack(node);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteOnFreshStack(Node node) => DeepStack.Run(() => Dispatch(node));

    private void Open(Node node, ReadOnlySpan<byte> type) => Open(type, node.Start, node.End);

    private void Open(ReadOnlySpan<byte> type, int start, int end)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, type);
        if (_isTypeScript)
        {
            _json.WriteStartArray("range"u8);
            _json.WriteNumberValue(start);
            _json.WriteNumberValue(end);
            _json.WriteEndArray();
            return;
        }
        _json.WriteNumber("start"u8, start);
        _json.WriteNumber("end"u8, end);
    }

    private void Close() => _json.WriteEndObject();

    private void WriteChild(ReadOnlySpan<byte> name, Node? child)
    {
        _json.WritePropertyName(name);
        if (child is null) _json.WriteNullValue();
        else Write(child);
    }

    /// <summary>A field that is absent, and not null, without a value.</summary>
    private void WriteOptional(ReadOnlySpan<byte> name, Node? child)
    {
        if (child is not null) WriteChild(name, child);
    }

    private void WriteList<T>(ReadOnlySpan<byte> name, T?[] children) where T : Node
    {
        _json.WriteStartArray(name);
        foreach (T? child in children)
        {
            if (child is null) _json.WriteNullValue();
            else Write(child);
        }
        _json.WriteEndArray();
    }

    private void WriteEmptyList(ReadOnlySpan<byte> name)
    {
        _json.WriteStartArray(name);
        _json.WriteEndArray();
    }

    private void WriteText(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        _json.WritePropertyName(name);
        WriteTextValue(value);
    }

    private void WriteTextValue(ReadOnlySpan<char> value)
    {
        if (HasLoneSurrogate(value)) _json.WriteRawValue(EscapeAll(value), skipInputValidation: true);
        else _json.WriteStringValue(value);
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> value)
    {
        for (int i = value.IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1])) return true;
            i++;
        }
        return false;
    }

    // UTF-8 has no form for half a pair; JSON's escapes have
    private static string EscapeAll(ReadOnlySpan<char> value)
    {
        StringBuilder escaped = new("\"");
        foreach (char c in value)
        {
            if (c is >= ' ' and < '\u007f' and not ('"' or '\\')) escaped.Append(c);
            else escaped.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }
        return escaped.Append('"').ToString();
    }

    private ReadOnlySpan<char> Raw(Node node) => _text.AsSpan(node.Start, node.End - node.Start);

    /// <summary>The start of the token at or behind a place, comments skipped.</summary>
    private int SkipTrivia(int position)
    {
        while (position < _text.Length)
        {
            if (char.IsWhiteSpace(_text[position]) || _text[position] == '\ufeff') position++;
            else if (Starts(position, "//")) position = EndOf(_text.AsSpan(position).IndexOfAny("\r\n\u2028\u2029"), position, 0);
            else if (Starts(position, "/*")) position = EndOf(_text.AsSpan(position + 2).IndexOf("*/"), position + 2, 2);
            else break;
        }
        return position;
    }

    private bool Starts(int position, string mark) => _text.AsSpan(position).StartsWith(mark, StringComparison.Ordinal);

    private int EndOf(int length, int position, int mark) => length < 0 ? _text.Length : position + length + mark;
}
