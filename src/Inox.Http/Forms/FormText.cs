using System.Buffers;

namespace Inox.Http;

/// <summary>Pairs of <c>application/x-www-form-urlencoded</c> (WHATWG URL section 5), as in queries and forms.</summary>
public static class FormText
{
    private static readonly SearchValues<byte> s_plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.~"u8);

    /// <summary>The first value of this name, decoded; a copy is made only when there is something to decode.</summary>
    public static bool TryFind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        foreach (FieldLine pair in Pairs(text))
        {
            if (!IsNamed(pair.Name, name)) continue;
            value = Decode(pair.Value);
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The pairs as they are, names and values still encoded.</summary>
    public static PairEnumerator Pairs(ReadOnlySpan<byte> text) => new(text);

    /// <summary>Decodes <c>+</c> and percent-encoding; what is no escape stays as it is.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'%', (byte)'+') < 0 ? text : Decode(text, plusIsBlank: true);

    /// <summary>Percent-encodes what is not unreserved (RFC 3986 section 2.3).</summary>
    internal static void Encode(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        while (!text.IsEmpty)
        {
            int plain = text.IndexOfAnyExcept(s_plain);
            if (plain < 0) plain = text.Length;
            output.Write(text[..plain]);
            text = text[plain..];
            if (text.IsEmpty) return;
            Span<byte> escape = output.GetSpan(3);
            escape[0] = (byte)'%';
            escape[1] = Characters.HexDigits[text[0] >> 4];
            escape[2] = Characters.HexDigits[text[0] & 15];
            output.Advance(3);
            text = text[1..];
        }
    }

    internal static ReadOnlySpan<byte> DecodePath(ReadOnlySpan<byte> text) => Decode(text, plusIsBlank: false);

    /// <summary>Whether an encoded name of a pair is this one.</summary>
    public static bool IsNamed(ReadOnlySpan<byte> encoded, ReadOnlySpan<byte> name) =>
        encoded.SequenceEqual(name) || encoded.IndexOfAny((byte)'%', (byte)'+') >= 0 && Decode(encoded).SequenceEqual(name);

    private static byte[] Decode(ReadOnlySpan<byte> text, bool plusIsBlank)
    {
        byte[] decoded = new byte[text.Length];
        int to = 0;
        for (int from = 0; from < text.Length; from++)
        {
            byte c = text[from];
            if (c == '%' && from + 2 < text.Length && Characters.Hex(text[from + 1]) is var high and >= 0 && Characters.Hex(text[from + 2]) is var low and >= 0)
            {
                decoded[to++] = (byte)(high << 4 | low);
                from += 2;
            }
            else
            {
                decoded[to++] = c == '+' && plusIsBlank ? (byte)' ' : c;
            }
        }
        return to == decoded.Length ? decoded : decoded[..to];
    }

    public ref struct PairEnumerator(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        public FieldLine Current { get; private set; }

        public readonly PairEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (!_rest.IsEmpty)
            {
                int end = _rest.IndexOf((byte)'&');
                ReadOnlySpan<byte> pair = end < 0 ? _rest : _rest[..end];
                _rest = end < 0 ? default : _rest[(end + 1)..];
                if (pair.IsEmpty) continue;
                int equals = pair.IndexOf((byte)'=');
                Current = equals < 0 ? new(pair, default) : new(pair[..equals], pair[(equals + 1)..]);
                return true;
            }
            return false;
        }
    }
}
