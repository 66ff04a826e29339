namespace Inox.Http;

/// <summary>The pairs of <c>Cookie</c> (RFC 6265 section 4.2.1). A pair that is malformed is passed over, as user agents send what servers once set.</summary>
public static class RequestCookies
{
    /// <summary>The first cookie of this name; names are case-sensitive. Quotes around the value are not part of it.</summary>
    public static bool TryFind(HttpRequest request, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        RequestFields fields = request.Fields;
        for (int i = 0; i < fields.Count; i++)
        {
            FieldLine line = fields[i];
            if (FieldNames.Classify(line.Name) == KnownField.Cookie && TryFind(line.Value, name, out value)) return true;
        }
        value = default;
        return false;
    }

    public static bool TryFind(ReadOnlySpan<byte> cookies, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        while (!cookies.IsEmpty)
        {
            int end = cookies.IndexOf((byte)';');
            ReadOnlySpan<byte> pair = Characters.Trim(end < 0 ? cookies : cookies[..end]);
            cookies = end < 0 ? default : cookies[(end + 1)..];
            int equals = pair.IndexOf((byte)'=');
            if (equals <= 0 || !pair[..equals].SequenceEqual(name)) continue;
            value = pair[(equals + 1)..];
            if (value.Length >= 2 && value[0] == '"' && value[^1] == '"') value = value[1..^1];
            return true;
        }
        value = default;
        return false;
    }
}
