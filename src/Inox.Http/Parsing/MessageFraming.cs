using System.Text;

namespace Inox.Http;

/// <summary>
/// Where the body ends and whether the connection stays (RFC 9112 sections 6, 7 and 9). Every doubt is a fault: one length, or one coding,
/// never both.
/// </summary>
internal struct MessageFraming
{
    private bool _hasHost;
    private bool _hasLength;
    private bool _hasCoding;
    private bool _isChunked;
    private bool _hasUnknownCoding;
    private bool _closes;
    private bool _keepsAlive;
    private bool _upgrades;
    private bool _hasUpgrade;
    private bool _expectsContinue;
    private long _length;

    public HeadFault? Take(KnownField field, ReadOnlySpan<byte> value, int valueStart, HttpRequest request)
    {
        switch (field)
        {
            case KnownField.Host: return TakeHost(value, valueStart, request);
            case KnownField.ContentLength: return TakeLength(value);
            case KnownField.TransferEncoding: return TakeCoding(value);
            case KnownField.Connection: return TakeConnection(value);
            case KnownField.Expect: return TakeExpectation(value, request);
            case KnownField.Upgrade:
                _hasUpgrade = true;
                return null;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, "not a framing field");
        }
    }

    /// <summary>Decides once all fields are known.</summary>
    public readonly HeadFault? Decide(HttpRequest request, HttpLimits limits)
    {
        bool isCurrent = request.MinorVersion > 0;
        if (isCurrent && !_hasHost) return HeadFault.HostMissing;
        if (_hasCoding)
        {
            if (!isCurrent) return HeadFault.CodingInOldVersion;
            if (_hasLength) return HeadFault.LengthAndCoding;
            if (!_isChunked) return HeadFault.CodingNotFinal;
            if (_hasUnknownCoding) return HeadFault.CodingUnknown;
        }
        if (_hasLength && _length > limits.MaxBody) return HeadFault.BodyTooLarge;
        request.HasBody = _hasCoding || _hasLength;
        if (_hasLength) request.ContentLength = _length;
        if (request.Method == RequestMethod.Trace && request.HasBody) return HeadFault.TraceWithBody;
        request.KeepAlive = !_closes && (isCurrent || _keepsAlive);
        request.WantsUpgrade = isCurrent && _upgrades && _hasUpgrade;
        // A client that has no body to send waits for nothing.
        request.ExpectsContinue = isCurrent && _expectsContinue && request.HasBody && request.ContentLength != 0;
        return null;
    }

    private HeadFault? TakeHost(ReadOnlySpan<byte> value, int valueStart, HttpRequest request)
    {
        if (_hasHost) return HeadFault.HostRepeated;
        _hasHost = true;
        if (!HostParser.IsValid(value)) return HeadFault.HostMalformed;
        // The authority of an absolute target wins (RFC 9112 section 3.2.2).
        if (request.AuthorityRange.Length == 0) request.AuthorityRange = new(valueStart, value.Length);
        return null;
    }

    // Content-Length = 1*DIGIT. `5, 5` and a repeated field could be merged (RFC 9110 section 8.6), but are refused: they are how two parsers disagree.
    private HeadFault? TakeLength(ReadOnlySpan<byte> value)
    {
        if (_hasLength) return HeadFault.LengthRepeated;
        _hasLength = true;
        if (value.IsEmpty || value.IndexOfAnyExcept(Characters.Digits) >= 0) return HeadFault.LengthMalformed;
        foreach (byte digit in value)
        {
            if (_length > (long.MaxValue - (digit - '0')) / 10) return HeadFault.LengthMalformed;
            _length = _length * 10 + digit - '0';
        }
        return null;
    }

    // Transfer-Encoding = #transfer-coding. Parameters of chunked and empty elements are refused.
    private HeadFault? TakeCoding(ReadOnlySpan<byte> value)
    {
        _hasCoding = true;
        while (true)
        {
            int comma = value.IndexOf((byte)',');
            ReadOnlySpan<byte> coding = Characters.Trim(comma < 0 ? value : value[..comma]);
            if (coding.IsEmpty || coding.IndexOfAnyExcept(Characters.Token) >= 0) return HeadFault.CodingMalformed;
            // Nothing may follow chunked, chunked itself included.
            if (_isChunked) return HeadFault.CodingNotFinal;
            if (Ascii.EqualsIgnoreCase(coding, "chunked"u8)) _isChunked = true;
            else _hasUnknownCoding = true;
            if (comma < 0) return null;
            value = value[(comma + 1)..];
        }
    }

    private HeadFault? TakeConnection(ReadOnlySpan<byte> value)
    {
        while (true)
        {
            int comma = value.IndexOf((byte)',');
            ReadOnlySpan<byte> option = Characters.Trim(comma < 0 ? value : value[..comma]);
            if (Ascii.EqualsIgnoreCase(option, "close"u8)) _closes = true;
            else if (Ascii.EqualsIgnoreCase(option, "keep-alive"u8)) _keepsAlive = true;
            else if (Ascii.EqualsIgnoreCase(option, "upgrade"u8)) _upgrades = true;
            if (comma < 0) return null;
            value = value[(comma + 1)..];
        }
    }

    private HeadFault? TakeExpectation(ReadOnlySpan<byte> value, HttpRequest request)
    {
        // HTTP/1.0 has no expectations (RFC 9110 section 10.1.1).
        if (request.MinorVersion == 0) return null;
        if (!Ascii.EqualsIgnoreCase(value, "100-continue"u8)) return HeadFault.Expectation;
        _expectsContinue = true;
        return null;
    }
}
