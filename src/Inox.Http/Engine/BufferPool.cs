namespace Inox.Http;

/// <summary>
/// The receive and send buffers of one loop. A connection holds one only while it has bytes in it, so ten thousand idle connections hold none.
/// Pinned, so that the system calls move nothing. Used by its loop's thread alone.
/// </summary>
internal sealed class BufferPool
{
    public const int Size = 16 * 1024;
    private const int MaxKept = 256;

    private readonly Stack<byte[]> _free = new();

    public byte[] Rent() => _free.TryPop(out byte[]? buffer) ? buffer : GC.AllocateUninitializedArray<byte>(Size, pinned: true);

    /// <summary>Takes a buffer back; one of another size was made for a large head and is left to the collector.</summary>
    public void Return(byte[] buffer)
    {
        if (buffer.Length == Size && _free.Count < MaxKept) _free.Push(buffer);
    }
}
