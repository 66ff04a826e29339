using System.Buffers.Text;
using System.Text;

namespace Inox.Http;

public sealed partial class HttpResponse
{
    // Fields are kept as the lines they are sent as: `Name: value\r\n`.
    private byte[] _lines = new byte[256];
    private int _linesLength;
    private int _fieldCount;

    /// <summary>The fields set so far, as whole lines.</summary>
    internal ReadOnlySpan<byte> FieldLines => _lines.AsSpan(0, _linesLength);

    /// <summary>How many fields are set.</summary>
    public int FieldCount => _fieldCount;

    public bool HasField(ReadOnlySpan<byte> name) => TryGetField(name, out _);

    /// <summary>Adds a field beside those of the same name.</summary>
    /// <exception cref="ArgumentException">The name is no token, or the value holds a control character.</exception>
    public void AddField(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        RequireNotStarted();
        if (name.IsEmpty || name.IndexOfAnyExcept(Characters.Token) >= 0) throw new ArgumentException("the field name is no token");
        if (IsFraming(name)) throw new ArgumentException("the engine writes this field: set ContentLength or CloseConnection");
        if (value.IndexOfAny(Characters.NotInValue) >= 0) throw new ArgumentException("the field value holds a control character");
        Append(name, value);
    }

    public void AddField(ReadOnlySpan<byte> name, string value)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(value, bytes, out int written)) AddField(name, bytes[..written]);
        else AddField(name, Encoding.UTF8.GetBytes(value));
    }

    public void AddField(ReadOnlySpan<byte> name, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out int written);
        AddField(name, digits[..written]);
    }

    /// <summary>Sets a field in place of those of the same name.</summary>
    public void SetField(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (_fieldCount > 0) RemoveField(name);
        AddField(name, value);
    }

    public void SetField(ReadOnlySpan<byte> name, string value)
    {
        if (_fieldCount > 0) RemoveField(name);
        AddField(name, value);
    }

    public void RemoveField(ReadOnlySpan<byte> name)
    {
        RequireNotStarted();
        int at = 0;
        while (at < _linesLength)
        {
            int length = LineLength(at);
            if (!IsNamed(at, name))
            {
                at += length;
                continue;
            }
            _lines.AsSpan(at + length, _linesLength - at - length).CopyTo(_lines.AsSpan(at));
            _linesLength -= length;
            _fieldCount--;
        }
    }

    /// <summary>The value of the first field of this name.</summary>
    public bool TryGetField(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (int at = 0; at < _linesLength; at += LineLength(at))
        {
            if (!IsNamed(at, name)) continue;
            value = _lines.AsSpan(at + name.Length + 2, LineLength(at) - name.Length - 4);
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The field at this place.</summary>
    public FieldLine FieldAt(int index)
    {
        int at = 0;
        for (; index > 0; index--) at += LineLength(at);
        ReadOnlySpan<byte> line = _lines.AsSpan(at, LineLength(at) - 2);
        int colon = line.IndexOf((byte)':');
        return new(line[..colon], line[(colon + 2)..]);
    }

    /// <summary>Adds a line whose name and value are ours.</summary>
    internal void AddLine(ReadOnlySpan<byte> line)
    {
        RequireNotStarted();
        ReserveLine(line.Length);
        line.CopyTo(_lines.AsSpan(_linesLength));
        _linesLength += line.Length;
        _fieldCount++;
    }

    private void Append(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        int length = name.Length + value.Length + 4;
        ReserveLine(length);
        Span<byte> line = _lines.AsSpan(_linesLength, length);
        name.CopyTo(line);
        line[name.Length] = (byte)':';
        line[name.Length + 1] = (byte)' ';
        value.CopyTo(line[(name.Length + 2)..]);
        line[^2] = (byte)'\r';
        line[^1] = (byte)'\n';
        _linesLength += length;
        _fieldCount++;
    }

    private void ReserveLine(int length)
    {
        if (_lines.Length - _linesLength < length) Array.Resize(ref _lines, Math.Max(_lines.Length * 2, _linesLength + length));
    }

    // A second length or coding would let two readers of the connection disagree on where this response ends.
    private static bool IsFraming(ReadOnlySpan<byte> name) => name.Length switch
    {
        10 => Ascii.EqualsIgnoreCase(name, "connection"u8),
        14 => Ascii.EqualsIgnoreCase(name, "content-length"u8),
        17 => Ascii.EqualsIgnoreCase(name, "transfer-encoding"u8),
        _ => false,
    };

    private int LineLength(int at) => _lines.AsSpan(at, _linesLength - at).IndexOf((byte)'\n') + 1;

    private bool IsNamed(int at, ReadOnlySpan<byte> name) =>
        at + name.Length < _linesLength && _lines[at + name.Length] == ':' && Ascii.EqualsIgnoreCase(_lines.AsSpan(at, name.Length), name);

    private void ClearFields()
    {
        RequireNotStarted();
        ResetFields();
    }

    private void ResetFields()
    {
        _linesLength = 0;
        _fieldCount = 0;
        if (_lines.Length > 8 * 1024) _lines = new byte[256];
    }
}
