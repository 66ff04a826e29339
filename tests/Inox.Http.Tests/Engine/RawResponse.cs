using System.Text;

namespace Inox.Http.Tests;

internal sealed record RawResponse(int Status, string Head, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Field(string name) =>
        Head.Split("\r\n").Skip(1).Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();

    public bool Closes => Field("Connection") == "close";

    public static bool TryParse(ReadOnlySpan<byte> bytes, bool isHead, out RawResponse? response, out int consumed)
    {
        response = null;
        consumed = 0;
        int end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        string head = Encoding.Latin1.GetString(bytes[..end]);
        response = new(int.Parse(head.AsSpan(9, 3)), head, []);
        ReadOnlySpan<byte> rest = bytes[(end + 4)..];
        if (isHead || response.Status is < 200 or 204 or 304)
        {
            consumed = end + 4;
            return true;
        }
        if (response.Field("Transfer-Encoding") is not null) return TryChunked(rest, end + 4, ref response, ref consumed);
        int length = int.Parse(response.Field("Content-Length") ?? "0");
        if (rest.Length < length) return false;
        response = response with { Body = rest[..length].ToArray() };
        consumed = end + 4 + length;
        return true;
    }

    private static bool TryChunked(ReadOnlySpan<byte> rest, int offset, ref RawResponse? response, ref int consumed)
    {
        byte[] body = new byte[rest.Length];
        ChunkDecoder decoder = default;
        if (!decoder.Decode(rest, body, 1000, out int read, out int written)) throw new InvalidDataException("the server sent a malformed chunk");
        if (!decoder.IsComplete) return false;
        response = response! with { Body = body[..written] };
        consumed = offset + read;
        return true;
    }
}
