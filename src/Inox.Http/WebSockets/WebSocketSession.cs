using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Inox.Http;

/// <summary>A message as it was received; <see cref="Bytes"/> is valid until the next one is asked for.</summary>
public readonly record struct WebSocketMessage(bool IsText, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);
}

/// <summary>
/// One WebSocket connection of the server. Framing, masking, UTF-8 and compression are those of <see cref="WebSocket"/>. Messages may be sent from any thread, one
/// after the other; only one receive at a time.
/// </summary>
public sealed class WebSocketSession : IDisposable
{
    private readonly WebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly int _maxMessage;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);

    internal WebSocketSession(Stream stream, string? protocol, DeflateOffer? deflate, int maxMessage, CancellationToken aborted)
    {
        _maxMessage = maxMessage;
        Aborted = aborted;
        Protocol = protocol;
        _socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            IsServer = true,
            SubProtocol = protocol,
            KeepAliveInterval = TimeSpan.FromSeconds(30),
            DangerousDeflateOptions = deflate?.Options,
        });
    }

    /// <summary>The subprotocol both sides agreed on.</summary>
    public string? Protocol { get; }

    /// <summary>Cancelled when the client is gone.</summary>
    public CancellationToken Aborted { get; }

    /// <summary>The next message; null when the client has closed, or broke the protocol and was told so.</summary>
    public async ValueTask<WebSocketMessage?> ReceiveAsync()
    {
        int length = 0;
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult result = await _socket.ReceiveAsync(_buffer.AsMemory(length), Aborted);
                if (result.MessageType == WebSocketMessageType.Close) return null;
                length += result.Count;
                if (length > _maxMessage)
                {
                    await CloseAsync(WebSocketCloseStatus.MessageTooBig, "the message is too big");
                    return null;
                }
                if (result.EndOfMessage) return new(result.MessageType == WebSocketMessageType.Text, _buffer.AsMemory(0, length));
                if (length == _buffer.Length) Grow();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    public ValueTask SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes) => SendAsync(bytes, WebSocketMessageType.Binary);

    /// <summary>Says goodbye; what the client still sends is not received.</summary>
    public async ValueTask CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure, string? reason = null)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        await _sending.WaitAsync();
        try
        {
            await _socket.CloseOutputAsync(status, reason, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException)
        {
            // The client was faster, or is gone: the connection is closed all the same.
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>Runs what speaks on this connection, and closes it in order.</summary>
    internal async Task RunAsync(Func<WebSocketSession, Task> session)
    {
        try
        {
            await session(this);
            await CloseAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            _socket.Abort();
        }
        catch
        {
            await CloseAsync(WebSocketCloseStatus.InternalServerError);
            throw;
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, type, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
