using System.Buffers;
using System.Text;

namespace Inox.Http;

/// <summary>One part of a <see cref="Multipart"/> body, to be read before the next one is asked for.</summary>
public sealed class MultipartPart
{
    private readonly Multipart _multipart;

    internal MultipartPart(Multipart multipart, PartHead head)
    {
        _multipart = multipart;
        Name = head.Name!;
        FileName = head.FileName;
        ContentType = head.ContentType;
    }

    /// <summary>The name of the field in the form.</summary>
    public string Name { get; }

    /// <summary>What the client calls the file, without a path; null for a plain field. It is the client's word: never open a file of this name.</summary>
    public string? FileName { get; }

    /// <summary>The type the client gave; its word as well.</summary>
    public string? ContentType { get; }

    /// <summary>Reads on in the part; 0 at its end.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> destination) => _multipart.ReadAsync(this, destination);

    /// <summary>The part as a stream.</summary>
    public Stream OpenBody() => new PartStream(this);

    /// <summary>The whole part in memory.</summary>
    /// <exception cref="BadRequestException">413 when it is longer.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadBytesAsync(int limit = 64 * 1024)
    {
        ArrayBufferWriter<byte> bytes = new();
        while (await ReadAsync(bytes.GetMemory(1024)) is var read and > 0)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > limit) throw TooLong(limit);
        }
        return bytes.WrittenMemory;
    }

    /// <summary>The whole part as text.</summary>
    /// <exception cref="BadRequestException">413 when it has more bytes.</exception>
    public async ValueTask<string> ReadTextAsync(int limit = 64 * 1024) => Encoding.UTF8.GetString((await ReadBytesAsync(limit)).Span);

    /// <summary>Streams the part into a new file; a file that is there already is replaced. Nothing is left of a part that is too long or cut short.</summary>
    /// <returns>The bytes of the part.</returns>
    /// <exception cref="BadRequestException">413 when it is longer.</exception>
    public async ValueTask<long> SaveAsync(string path, long limit = long.MaxValue)
    {
        string partial = $"{path}.{Guid.NewGuid():N}";
        try
        {
            long length;
            await using (FileStream file = new(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1)) length = await CopyAsync(file, limit);
            File.Move(partial, path, overwrite: true);
            return length;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    internal async ValueTask<long> CopyAsync(Stream output, long limit)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            long length = 0;
            while (await ReadAsync(piece) is var read and > 0)
            {
                length += read;
                if (length > limit) throw TooLong(limit);
                await output.WriteAsync(piece.AsMemory(0, read));
            }
            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private BadRequestException TooLong(long limit) => new(413, $"the part `{Name}` is longer than {limit} bytes");

    private sealed class PartStream(MultipartPart part) : AsyncStream
    {
        public override bool CanRead => true;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => part.ReadAsync(buffer);
    }
}
