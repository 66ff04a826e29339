using System.Text;

namespace Inox.Http;

/// <summary>The fields of a request in the order they came; names compare without case. Spans are valid until the exchange ends.</summary>
public readonly ref struct RequestFields
{
    private readonly ReadOnlySpan<byte> _buffer;
    private readonly ReadOnlySpan<FieldEntry> _entries;

    internal RequestFields(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldEntry> entries)
    {
        _buffer = buffer;
        _entries = entries;
    }

    public int Count => _entries.Length;

    public FieldLine this[int index] => new(NameOf(_entries[index]), ValueOf(_entries[index]));

    /// <summary>The first field of this kind.</summary>
    public bool TryGet(KnownField field, out ReadOnlySpan<byte> value)
    {
        foreach (ref readonly FieldEntry entry in _entries)
        {
            if (entry.Known != field) continue;
            value = ValueOf(entry);
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The first field of this name.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        foreach (ref readonly FieldEntry entry in _entries)
        {
            if (entry.NameLength != name.Length || !Ascii.EqualsIgnoreCase(NameOf(entry), name)) continue;
            value = ValueOf(entry);
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The first field of this name read as UTF-8; null when absent.</summary>
    public string? Text(ReadOnlySpan<byte> name) => TryGet(name, out ReadOnlySpan<byte> value) ? Encoding.UTF8.GetString(value) : null;

    public string? Text(KnownField field) => TryGet(field, out ReadOnlySpan<byte> value) ? Encoding.UTF8.GetString(value) : null;

    public Enumerator GetEnumerator() => new(this);

    private ReadOnlySpan<byte> NameOf(in FieldEntry entry) => _buffer.Slice(entry.NameStart, entry.NameLength);

    private ReadOnlySpan<byte> ValueOf(in FieldEntry entry) => _buffer.Slice(entry.ValueStart, entry.ValueLength);

    public ref struct Enumerator
    {
        private readonly RequestFields _fields;
        private int _index = -1;

        internal Enumerator(RequestFields fields) => _fields = fields;

        public readonly FieldLine Current => _fields[_index];

        public bool MoveNext() => ++_index < _fields.Count;
    }
}
