using System.Buffers;

namespace Inox.Http;

/// <summary>
/// The response of one exchange. Until it is started, status, fields and body can be changed by every layer; it is sent in one piece when
/// the handler has completed. <see cref="StartAsync"/> begins a response whose body follows in pieces.
/// </summary>
public sealed partial class HttpResponse : IBufferWriter<byte>
{
    private readonly HttpExchange _exchange;
    private int _status = 200;
    private byte[] _body = [];
    private int _bodyLength;
    private ReadOnlyMemory<byte> _bodyReference;
    private long _streamed;
    private List<Action<HttpExchange>>? _starting;

    internal HttpResponse(HttpExchange exchange) => _exchange = exchange;

    /// <summary>200 until it is set; 101 is set by <see cref="UpgradeAsync"/> alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No status of a final response (RFC 9110 section 15): below 200 or above 999.</exception>
    public int Status
    {
        get => _status;
        set => _status = value is >= 200 and <= 999 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "a response has a status from 200 to 999");
    }

    /// <summary>Whether the head has left; status and fields cannot change any more.</summary>
    public bool HasStarted { get; internal set; }

    /// <summary>Whether the body is sent in pieces; <see cref="Body"/> is then not all of it.</summary>
    internal bool IsStreamed { get; private set; }

    /// <summary>Whether a body of known length was put here, even an empty one.</summary>
    public bool HasBody { get; private set; }

    /// <summary>Whether the connection closes after this response.</summary>
    public bool CloseConnection { get; set; }

    /// <summary>The declared length of a body that is written in pieces; chunked when null.</summary>
    public long? ContentLength { get; set; }

    /// <summary>The body so far, when the response has not started.</summary>
    public ReadOnlyMemory<byte> Body => _bodyReference.Length > 0 ? _bodyReference : _body.AsMemory(0, _bodyLength);

    /// <summary>The bytes of the body so far, sent or not.</summary>
    public long BodyLength => IsStreamed ? _streamed : Body.Length;

    /// <summary>Whether responses to this request, or of this status, carry no content (RFC 9110 section 6.4.1).</summary>
    internal bool IsBodyless => _exchange.Request.Method == RequestMethod.Head || Status is 204 or 304 or (>= 100 and < 200);

    /// <summary>Appends to the body.</summary>
    public void Write(ReadOnlySpan<byte> data)
    {
        data.CopyTo(GetSpan(data.Length));
        Advance(data.Length);
    }

    /// <summary>Makes this memory the body without a copy; it must not change until the exchange has ended.</summary>
    public void SetBody(ReadOnlyMemory<byte> body)
    {
        RequireNotStarted();
        _bodyReference = body;
        _bodyLength = 0;
        HasBody = true;
    }

    /// <summary>Drops what was put into the body.</summary>
    public void ClearBody()
    {
        RequireNotStarted();
        _bodyReference = default;
        _bodyLength = 0;
        HasBody = false;
    }

    /// <summary>Drops status, fields and body, as before an error page.</summary>
    public void Clear()
    {
        ClearBody();
        ClearFields();
        Status = 200;
        ContentLength = null;
    }

    /// <summary>Drops the body and the fields that are about it; what layers set about the request, such as its id, stays.</summary>
    internal void ClearContent()
    {
        ClearBody();
        ContentLength = null;
        RemoveField("Content-Type"u8);
        RemoveField("Content-Encoding"u8);
        RemoveField("Content-Disposition"u8);
        RemoveField("Content-Range"u8);
        RemoveField("Cache-Control"u8);
        RemoveField("ETag"u8);
        RemoveField("Last-Modified"u8);
        RemoveField("Location"u8);
    }

    public void Advance(int count)
    {
        HasBody = true;
        _bodyLength += count;
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _body.AsSpan(_bodyLength);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _body.AsMemory(_bodyLength);
    }

    /// <summary>Runs just before the head is sent, in reverse order of registration: the layer nearest to the handler first.</summary>
    public void OnStarting(Action<HttpExchange> action) => (_starting ??= []).Add(action);

    /// <summary>Sends the head; the body follows with <see cref="WriteAsync"/>.</summary>
    public ValueTask StartAsync()
    {
        RequireNotStarted();
        IsStreamed = true;
        RunStarting();
        HasStarted = true;
        return _exchange.Transport.StartAsync();
    }

    /// <summary>Sends a piece of the body, starting the response when it has not been; waits while the client is slow.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> data)
    {
        if (!HasStarted) return StartAndWriteAsync(data);
        if (IsBodyless) return default;
        _streamed += data.Length;
        return _exchange.Transport.WriteAsync(data);
    }

    /// <summary>The body as a stream.</summary>
    public Stream OpenBody() => new ResponseBodyStream(this);

    /// <summary>Sends 103 with these <c>Link</c> values (RFC 8297); the client can load them while the handler works.</summary>
    public ValueTask SendEarlyHintsAsync(params ReadOnlySpan<string> links) => _exchange.Transport.SendInterimAsync(103, EarlyHints.Lines(links));

    /// <summary>Ends HTTP on this connection with 101 and the fields set here; <c>Upgrade</c> must be one of them.</summary>
    public ValueTask<Stream> UpgradeAsync()
    {
        RequireNotStarted();
        _status = 101;
        RunStarting();
        HasStarted = true;
        return _exchange.Transport.UpgradeAsync();
    }

    /// <summary>Makes a whole response ready to be sent. When a hook fails, an error is sent in its place: the handler is done, and nobody else is left to answer.</summary>
    internal void Seal()
    {
        try
        {
            RunStarting();
        }
        catch (Exception exception)
        {
            _exchange.App.Log.Failed("what was to run before the response failed", exception);
            Clear();
            Problem.Write(this, 500, null);
        }
        HasStarted = true;
    }

    // Each hook is taken off first: one that fails must not run again before the error page.
    private void RunStarting()
    {
        while (_starting is { Count: > 0 })
        {
            Action<HttpExchange> last = _starting[^1];
            _starting.RemoveAt(_starting.Count - 1);
            last(_exchange);
        }
    }

    internal void Reset()
    {
        Status = 200;
        HasStarted = HasBody = IsStreamed = CloseConnection = false;
        ContentLength = null;
        _bodyReference = default;
        _bodyLength = 0;
        _streamed = 0;
        _starting?.Clear();
        // One large response must not keep its memory for the small ones that follow.
        if (_body.Length > 64 * 1024)
        {
            ArrayPool<byte>.Shared.Return(_body);
            _body = [];
        }
        ResetFields();
    }

    private async ValueTask StartAndWriteAsync(ReadOnlyMemory<byte> data)
    {
        ReadOnlyMemory<byte> before = Body;
        await StartAsync();
        if (IsBodyless) return;
        _streamed += before.Length + data.Length;
        if (before.Length > 0) await _exchange.Transport.WriteAsync(before);
        await _exchange.Transport.WriteAsync(data);
    }

    private void Reserve(int sizeHint)
    {
        RequireNotStarted();
        if (_bodyReference.Length > 0) CopyReference();
        sizeHint = Math.Max(sizeHint, 1);
        if (_body.Length - _bodyLength >= sizeHint) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(1024, Math.Max(_body.Length * 2, _bodyLength + sizeHint)));
        _body.AsSpan(0, _bodyLength).CopyTo(larger);
        if (_body.Length > 0) ArrayPool<byte>.Shared.Return(_body);
        _body = larger;
    }

    private void CopyReference()
    {
        ReadOnlyMemory<byte> referenced = _bodyReference;
        _bodyReference = default;
        Write(referenced.Span);
    }

    private void RequireNotStarted()
    {
        if (HasStarted) throw new InvalidOperationException("the response has already started");
    }
}
