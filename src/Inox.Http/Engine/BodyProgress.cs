namespace Inox.Http;

/// <summary>How far the body of the current request has come.</summary>
internal struct BodyProgress
{
    public bool IsChunked;
    public bool AwaitsContinue;

    /// <summary>Bytes of a body of known length that are not taken yet.</summary>
    public long Remaining;

    /// <summary>Decoded bytes of a chunked body so far.</summary>
    public long Received;

    /// <summary>What of a chunked body was decoded in place, in the buffer of the head.</summary>
    public int DecodedStart;
    public int DecodedEnd;

    public ChunkDecoder Chunks;

    public readonly bool IsComplete => IsChunked ? Chunks.IsComplete : Remaining == 0;
}
