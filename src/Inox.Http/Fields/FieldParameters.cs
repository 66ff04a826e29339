using System.Text;

namespace Inox.Http;

/// <summary>Parameters behind a field value: <c>*( OWS ";" OWS name "=" ( token / quoted-string ) )</c> (RFC 9110 section 5.6.6).</summary>
internal static class FieldParameters
{
    /// <summary>The first parameter of this name, without its quotes. Only <c>\"</c> and <c>\\</c> are escapes: file names of old browsers hold backslashes.</summary>
    public static bool TryFind(ReadOnlySpan<byte> field, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        int at = field.IndexOf((byte)';');
        while (at >= 0 && at < field.Length)
        {
            ReadOnlySpan<byte> rest = field[(at + 1)..];
            int length = LengthOf(rest);
            ReadOnlySpan<byte> pair = rest[..length];
            int equals = pair.IndexOf((byte)'=');
            if (equals > 0 && Ascii.EqualsIgnoreCase(Characters.Trim(pair[..equals]), name))
            {
                value = Unquote(Characters.Trim(pair[(equals + 1)..]));
                return true;
            }
            at += 1 + length;
        }
        value = default;
        return false;
    }

    // Up to the next semicolon that is not quoted.
    private static int LengthOf(ReadOnlySpan<byte> text)
    {
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') isQuoted = !isQuoted;
            else if (isQuoted && IsEscape(text, i)) i++;
            else if (text[i] == ';' && !isQuoted) return i;
        }
        return text.Length;
    }

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"') return value;
        value = value[1..^1];
        if (!value.Contains((byte)'\\')) return value;
        byte[] plain = new byte[value.Length];
        int length = 0;
        for (int i = 0; i < value.Length; i++)
        {
            if (IsEscape(value, i)) i++;
            plain[length++] = value[i];
        }
        return plain.AsSpan(0, length);
    }

    private static bool IsEscape(ReadOnlySpan<byte> text, int at) => text[at] == (byte)'\\' && at + 1 < text.Length && text[at + 1] is (byte)'"' or (byte)'\\';
}
