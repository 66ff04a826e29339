namespace Inox.Http;

/// <summary>
/// Decodes a chunked body (RFC 9112 section 7.1), a few bytes at a time if need be. The trailer section is checked like the head and
/// dropped: nothing of it may be merged into fields that a layer has already judged.
/// </summary>
internal struct ChunkDecoder
{
    private const int MaxSizeDigits = 15;
    private const int MaxExtension = 4 * 1024;

    private enum State : byte
    {
        Size,
        SizeDigits,
        BeforeExtension,
        ExtensionName,
        ExtensionNameRest,
        ExtensionValue,
        ExtensionToken,
        ExtensionQuoted,
        ExtensionEscape,
        AfterQuoted,
        SizeLineFeed,
        Data,
        DataReturn,
        DataLineFeed,
        TrailerStart,
        TrailerName,
        TrailerValue,
        TrailerLineFeed,
        EndLineFeed,
        End,
    }

    private State _state;
    private int _sizeDigits;
    private int _overhead;
    private int _trailerLength;
    private long _chunk;

    public readonly bool IsComplete => _state == State.End;

    /// <summary>Decodes from one span into the other, which may begin at the same place: decoded bytes are never ahead of encoded ones.</summary>
    /// <returns>False when the body is malformed.</returns>
    public bool Decode(ReadOnlySpan<byte> source, Span<byte> destination, int maxTrailers, out int consumed, out int written)
    {
        consumed = written = 0;
        while (consumed < source.Length && _state != State.End)
        {
            if (_state == State.Data)
            {
                int count = (int)Math.Min(_chunk, Math.Min(source.Length - consumed, destination.Length - written));
                if (count == 0) return true;
                source.Slice(consumed, count).CopyTo(destination[written..]);
                consumed += count;
                written += count;
                _chunk -= count;
                if (_chunk == 0) _state = State.DataReturn;
                continue;
            }
            if (!Step(source[consumed++], maxTrailers)) return false;
        }
        return true;
    }

    private bool Step(byte c, int maxTrailers)
    {
        switch (_state)
        {
            case State.Size:
            case State.SizeDigits:
                return StepSize(c);
            case State.SizeLineFeed:
                _overhead = 0;
                _sizeDigits = 0;
                return c == '\n' && Go(_chunk == 0 ? State.TrailerStart : State.Data);
            case State.DataReturn:
                return c == '\r' && Go(State.DataLineFeed);
            case State.DataLineFeed:
                return c == '\n' && Go(State.Size);
            case >= State.TrailerStart:
                return ++_trailerLength <= maxTrailers && StepTrailer(c);
            default:
                return ++_overhead <= MaxExtension && StepExtension(c);
        }
    }

    // chunk-size = 1*HEXDIG
    private bool StepSize(byte c)
    {
        int digit = Characters.Hex(c);
        if (digit >= 0)
        {
            // 15 digits fit into a long with room; leading zeros count too, or a megabyte of them would be a size.
            if (++_sizeDigits > MaxSizeDigits) return false;
            _chunk = _chunk << 4 | (long)digit;
            return Go(State.SizeDigits);
        }
        if (_state == State.Size) return false;
        return c switch
        {
            (byte)'\r' => Go(State.SizeLineFeed),
            (byte)';' => Go(State.ExtensionName),
            // BWS only leads to an extension: `5 \r\n` is malformed.
            (byte)' ' or (byte)'\t' => Go(State.BeforeExtension),
            _ => false,
        };
    }

    // chunk-ext = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] ); a bare `;` has no name and is malformed.
    private bool StepExtension(byte c)
    {
        bool isBlank = Characters.IsBlank(c);
        switch (_state)
        {
            case State.BeforeExtension:
                return isBlank || c == ';' && Go(State.ExtensionName);
            case State.ExtensionName:
                return isBlank || IsToken(c) && Go(State.ExtensionNameRest);
            case State.ExtensionNameRest:
                return IsToken(c) || c == '=' && Go(State.ExtensionValue) || EndExtension(c);
            case State.ExtensionValue:
                return isBlank || (c == '"' ? Go(State.ExtensionQuoted) : IsToken(c) && Go(State.ExtensionToken));
            case State.ExtensionToken:
                return IsToken(c) || EndExtension(c);
            case State.ExtensionQuoted:
                if (c == '"') return Go(State.AfterQuoted);
                return c == '\\' ? Go(State.ExtensionEscape) : IsText(c);
            case State.ExtensionEscape:
                return IsText(c) && Go(State.ExtensionQuoted);
            case State.AfterQuoted:
                return EndExtension(c);
            default:
                throw new InvalidOperationException(_state.ToString());
        }
    }

    private bool EndExtension(byte c) => c switch
    {
        (byte)'\r' => Go(State.SizeLineFeed),
        (byte)';' => Go(State.ExtensionName),
        (byte)' ' or (byte)'\t' => Go(State.BeforeExtension),
        _ => false,
    };

    // trailer-section = *( field-line CRLF )
    private bool StepTrailer(byte c) => _state switch
    {
        State.TrailerStart => c == '\r' ? Go(State.EndLineFeed) : IsToken(c) && Go(State.TrailerName),
        State.TrailerName => IsToken(c) || c == ':' && Go(State.TrailerValue),
        State.TrailerValue => c == '\r' ? Go(State.TrailerLineFeed) : IsText(c),
        State.TrailerLineFeed => c == '\n' && Go(State.TrailerStart),
        State.EndLineFeed => c == '\n' && Go(State.End),
        _ => throw new InvalidOperationException(_state.ToString()),
    };

    private bool Go(State next)
    {
        _state = next;
        return true;
    }

    private static bool IsToken(byte c) => Characters.Token.Contains(c);

    private static bool IsText(byte c) => !Characters.NotInValue.Contains(c);
}
