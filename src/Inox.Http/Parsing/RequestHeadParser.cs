namespace Inox.Http;

/// <summary>
/// Parses request line and fields (RFC 9112) as they arrive. Each call goes on where the last ended, so that a client that sends one byte
/// at a time costs no more than another. 1. find LF, 2. require CR before it, 3. parse the line, 4. at the empty line decide the framing.
/// The first fault ends it: nothing is repaired, because two parsers that repair differently are how requests are smuggled.
/// </summary>
internal struct RequestHeadParser
{
    private int _lineStart;
    private int _scanned;
    private bool _hasRequestLine;
    private MessageFraming _framing;

    /// <summary>Length of the head with its empty line, once <see cref="Parse"/> has returned true.</summary>
    public readonly int Length => _lineStart;

    /// <summary>Whether anything but empty lines has been seen.</summary>
    public readonly bool HasBegun => _hasRequestLine || _scanned > _lineStart;

    /// <summary>Parses what is new in <paramref name="data"/>, which starts where the head starts.</summary>
    /// <returns>True when the head is complete. False when more is needed, or with a <paramref name="fault"/>.</returns>
    public bool Parse(ReadOnlySpan<byte> data, HttpRequest request, HttpLimits limits, out HeadFault? fault)
    {
        fault = null;
        while (true)
        {
            int lineFeed = data[_scanned..].IndexOf((byte)'\n');
            if (lineFeed < 0)
            {
                _scanned = data.Length;
                fault = CheckSize(_scanned, limits);
                return false;
            }
            int end = _scanned + lineFeed;
            fault = CheckSize(end + 1, limits);
            if (fault is not null) return false;
            if (end == _lineStart || data[end - 1] != '\r')
            {
                fault = HeadFault.BareLineFeed;
                return false;
            }
            ReadOnlySpan<byte> line = data[_lineStart..(end - 1)];
            int start = _lineStart;
            _lineStart = _scanned = end + 1;
            if (line.IsEmpty)
            {
                // An empty line before the request line is ignored (RFC 9112 section 2.2): old clients send CRLF after a form.
                if (!_hasRequestLine) continue;
                fault = _framing.Decide(request, limits);
                return fault is null;
            }
            fault = ParseLine(line, start, request, limits);
            if (fault is not null) return false;
        }
    }

    private HeadFault? ParseLine(ReadOnlySpan<byte> line, int start, HttpRequest request, HttpLimits limits)
    {
        if (_hasRequestLine) return ParseField(line, start, request, limits);
        _hasRequestLine = true;
        return RequestLineParser.Parse(line, start, request);
    }

    // field-line = field-name ":" OWS field-value OWS
    private HeadFault? ParseField(ReadOnlySpan<byte> line, int start, HttpRequest request, HttpLimits limits)
    {
        if (Characters.IsBlank(line[0])) return HeadFault.Folding;
        int colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].IndexOfAnyExcept(Characters.Token) >= 0) return HeadFault.FieldName;
        if (request.EntryCount == limits.MaxFields) return HeadFault.TooManyFields;
        int valueStart = colon + 1, valueEnd = line.Length;
        while (valueStart < valueEnd && Characters.IsBlank(line[valueStart])) valueStart++;
        while (valueEnd > valueStart && Characters.IsBlank(line[valueEnd - 1])) valueEnd--;
        ReadOnlySpan<byte> value = line[valueStart..valueEnd];
        if (value.IndexOfAny(Characters.NotInValue) >= 0) return HeadFault.FieldValue;
        KnownField known = FieldNames.Classify(line[..colon]);
        request.AddEntry(new()
        {
            NameStart = start,
            NameLength = (ushort)colon,
            ValueStart = start + valueStart,
            ValueLength = value.Length,
            Known = known,
        });
        return known is > KnownField.Other and <= KnownField.Upgrade ? _framing.Take(known, value, start + valueStart, request) : null;
    }

    private readonly HeadFault? CheckSize(int length, HttpLimits limits)
    {
        if (!_hasRequestLine && length - _lineStart > limits.MaxRequestLine) return HeadFault.RequestLineTooLong;
        return length > limits.MaxHead ? HeadFault.HeadTooLarge : null;
    }
}
