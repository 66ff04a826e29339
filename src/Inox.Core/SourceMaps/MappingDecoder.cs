namespace Inox.Core;

/// <summary>Decodes the text of <c>mappings</c> (ECMA-426 9.2) into absolute places.</summary>
internal ref struct MappingDecoder
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly int _sourceCount;
    private readonly int _nameCount;
    private int _position;
    private int _generatedLine, _generatedColumn, _source, _line, _column, _name;

    public MappingDecoder(ReadOnlySpan<byte> text, int sourceCount, int nameCount)
    {
        _text = text;
        _sourceCount = sourceCount;
        _nameCount = nameCount;
    }

    /// <summary>How far decoding came, in bytes.</summary>
    public readonly int Position => _position;

    /// <summary>The first source index that is in no table; its segments are kept without a source.</summary>
    public int? BadSource { get; private set; }

    public int? BadName { get; private set; }

    public bool TryDecode(out Mapping[] mappings)
    {
        // No text has more segments than separators and one.
        mappings = new Mapping[_text.Count((byte)',') + _text.Count((byte)';') + 1];
        int count = 0;
        while (_position < _text.Length)
        {
            byte next = _text[_position];
            if (next is (byte)';' or (byte)',')
            {
                _position++;
                if (next == ';') (_generatedLine, _generatedColumn) = (_generatedLine + 1, 0);
                continue;
            }
            if (!TryReadSegment(out mappings[count++])) return false;
        }
        Array.Resize(ref mappings, count);
        return true;
    }

    private bool TryReadSegment(out Mapping mapping)
    {
        mapping = default;
        if (!TryAdd(ref _generatedColumn)) return false;
        if (IsAtEnd())
        {
            mapping = Mapping.Unmapped(_generatedLine, _generatedColumn);
            return true;
        }
        if (!TryAdd(ref _source) || !TryAdd(ref _line) || !TryAdd(ref _column)) return false;
        bool hasName = !IsAtEnd();
        if (hasName && !(TryAdd(ref _name) && IsAtEnd())) return false;
        if (_source >= _sourceCount)
        {
            BadSource ??= _source;
            mapping = Mapping.Unmapped(_generatedLine, _generatedColumn);
            return true;
        }
        if (hasName && _name >= _nameCount)
        {
            BadName ??= _name;
            hasName = false;
        }
        mapping = new(_generatedLine, _generatedColumn, _source, _line, _column, hasName ? _name : -1);
        return true;
    }

    private readonly bool IsAtEnd() => _position == _text.Length || _text[_position] is (byte)',' or (byte)';';

    private bool TryAdd(ref int value)
    {
        int start = _position;
        if (Vlq.TryRead(_text, ref _position, out int difference) && (long)value + difference is >= 0 and <= int.MaxValue)
        {
            value += difference;
            return true;
        }
        _position = start;
        return false;
    }
}
