using System.Text;

namespace Inox.Http;

/// <summary>The fields of a part that mean something (RFC 7578 section 4): <c>Content-Disposition</c> and <c>Content-Type</c>.</summary>
internal sealed class PartHead
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string? Name { get; private set; }

    public string? FileName { get; private set; }

    public string? ContentType { get; private set; }

    /// <summary>False when the line is malformed.</summary>
    public bool Take(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].IndexOfAnyExcept(Characters.Token) >= 0 || line[colon..].IndexOfAny(Characters.NotInValue) >= 0) return false;
        ReadOnlySpan<byte> name = line[..colon], value = Characters.Trim(line[(colon + 1)..]);
        if (Ascii.EqualsIgnoreCase(name, "content-type"u8)) ContentType = Encoding.ASCII.GetString(value);
        return !Ascii.EqualsIgnoreCase(name, "content-disposition"u8) || TakeDisposition(value);
    }

    private bool TakeDisposition(ReadOnlySpan<byte> value)
    {
        // A second one would let two readers see two names.
        if (Name is not null || !Ascii.EqualsIgnoreCase(MediaType.WithoutParameters(value), "form-data"u8)) return false;
        try
        {
            if (!FieldParameters.TryFind(value, "name"u8, out ReadOnlySpan<byte> name)) return false;
            Name = s_strict.GetString(name);
            if (FieldParameters.TryFind(value, "filename*"u8, out ReadOnlySpan<byte> extended) && TryDecode(extended, out string? decoded)) FileName = Base(decoded);
            else if (FieldParameters.TryFind(value, "filename"u8, out ReadOnlySpan<byte> plain)) FileName = Base(s_strict.GetString(plain));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // ext-value = charset "'" [ language ] "'" value-chars (RFC 8187 section 3.2); UTF-8 is the one every reader must know.
    private static bool TryDecode(ReadOnlySpan<byte> value, out string decoded)
    {
        decoded = "";
        int first = value.IndexOf((byte)'\''), last = value.LastIndexOf((byte)'\'');
        if (first < 0 || last == first || !Ascii.EqualsIgnoreCase(value[..first], "utf-8"u8)) return false;
        decoded = s_strict.GetString(FormText.DecodePath(value[(last + 1)..]));
        return true;
    }

    // Old browsers send a whole path, attackers one that leads elsewhere.
    private static string Base(string name) => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
