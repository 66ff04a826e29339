using System.Text.Unicode;

namespace Inox.Http;

/// <summary>
/// Resolves percent-encoding and dot segments of a path (RFC 3986 sections 2.1 and 5.2.4). Stricter than asked: what cannot be a path of
/// ours (NUL and other controls, bytes that are no UTF-8, an encoded backslash, a way above the root) is refused rather than guessed at.
/// </summary>
internal static class PathDecoder
{
    public static bool NeedsDecoding(ReadOnlySpan<byte> path) => path.Contains((byte)'%') || path.IndexOf("/."u8) >= 0;

    /// <summary>Whether each <c>%</c> is followed by two hexadecimal digits.</summary>
    public static bool HasValidEscapes(ReadOnlySpan<byte> text)
    {
        for (int at = text.IndexOf((byte)'%'); at >= 0;)
        {
            if (at + 2 >= text.Length || Characters.Hex(text[at + 1]) < 0 || Characters.Hex(text[at + 2]) < 0) return false;
            int next = text[(at + 3)..].IndexOf((byte)'%');
            at = next < 0 ? -1 : at + 3 + next;
        }
        return true;
    }

    public static HeadFault? Decode(ReadOnlySpan<byte> path, HttpRequest request)
    {
        Span<byte> decoded = request.BeginDecodedPath(path.Length);
        int length = Unescape(path, decoded);
        if (length < 0 || !Utf8.IsValid(decoded[..length])) return HeadFault.Escape;
        length = RemoveDotSegments(decoded[..length]);
        if (length < 0) return HeadFault.Traversal;
        request.EndDecodedPath(length);
        return null;
    }

    private static int Unescape(ReadOnlySpan<byte> path, Span<byte> decoded)
    {
        int to = 0;
        for (int from = 0; from < path.Length; from++)
        {
            byte c = path[from];
            if (c != '%')
            {
                decoded[to++] = c;
                continue;
            }
            if (from + 2 >= path.Length) return -1;
            int high = Characters.Hex(path[from + 1]), low = Characters.Hex(path[from + 2]);
            int value = high << 4 | low;
            if (high < 0 || low < 0 || value < 0x20 || value == 0x7f || value == '\\') return -1;
            // An encoded slash is no separator; an encoded percent sign beside it must stay told apart: `%252F` is not `%2F`.
            if (value is '/' or '%')
            {
                path.Slice(from, 3).CopyTo(decoded[to..]);
                to += 3;
            }
            else
            {
                decoded[to++] = (byte)value;
            }
            from += 2;
        }
        return to;
    }

    // In place: a resolved path is never longer. Returns -1 for `/..`.
    private static int RemoveDotSegments(Span<byte> path)
    {
        int to = 0, from = 0;
        while (from < path.Length)
        {
            int length = path[(from + 1)..].IndexOf((byte)'/');
            int end = length < 0 ? path.Length : from + 1 + length;
            ReadOnlySpan<byte> segment = path[(from + 1)..end];
            bool isLast = end == path.Length;
            if (segment.SequenceEqual(".."u8))
            {
                if (to == 0) return -1;
                to = path[..to].LastIndexOf((byte)'/');
                if (isLast) path[to++] = (byte)'/';
            }
            else if (segment.SequenceEqual("."u8))
            {
                if (isLast) path[to++] = (byte)'/';
            }
            else
            {
                path[from..end].CopyTo(path[to..]);
                to += end - from;
            }
            from = end;
        }
        return to;
    }
}
