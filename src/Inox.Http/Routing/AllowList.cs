namespace Inox.Http;

/// <summary>Writes the value of <c>Allow</c>: what is routed, HEAD beside GET, and OPTIONS.</summary>
internal static class AllowList
{
    private static readonly (MethodSet Method, byte[] Name)[] s_names =
    [
        (MethodSet.Get, "GET"u8.ToArray()), (MethodSet.Head, "HEAD"u8.ToArray()), (MethodSet.Post, "POST"u8.ToArray()),
        (MethodSet.Put, "PUT"u8.ToArray()), (MethodSet.Delete, "DELETE"u8.ToArray()), (MethodSet.Patch, "PATCH"u8.ToArray()),
        (MethodSet.Options, "OPTIONS"u8.ToArray()), (MethodSet.Trace, "TRACE"u8.ToArray()), (MethodSet.Connect, "CONNECT"u8.ToArray()),
    ];

    public static int Write(MethodSet allowed, Span<byte> destination)
    {
        if ((allowed & MethodSet.Get) != 0) allowed |= MethodSet.Head;
        allowed |= MethodSet.Options;
        int length = 0;
        foreach ((MethodSet method, byte[] name) in s_names)
        {
            if ((allowed & method) == 0) continue;
            if (length > 0)
            {
                ", "u8.CopyTo(destination[length..]);
                length += 2;
            }
            name.CopyTo(destination[length..]);
            length += name.Length;
        }
        return length;
    }
}
