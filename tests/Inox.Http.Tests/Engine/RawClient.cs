using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inox.Http.Tests;

/// <summary>Sends bytes as they are and reads responses as they come; no client library would send most of what is sent here.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    public RawClient(IPEndPoint address, int patience = 5000)
    {
        _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = patience, SendTimeout = 5000 };
        _socket.Connect(address);
    }

    /// <summary>Sends each character as one byte.</summary>
    public void Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[_socket.Send(bytes)..];
    }

    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Reads one response; null when the server closed instead.</summary>
    public RawResponse? Read(bool isHead = false)
    {
        while (true)
        {
            if (RawResponse.TryParse(_buffer.AsSpan(0, _length), isHead, out RawResponse? response, out int consumed))
            {
                _buffer.AsSpan(consumed, _length - consumed).CopyTo(_buffer);
                _length -= consumed;
                return response;
            }
            if (!Receive()) return null;
        }
    }

    /// <summary>Everything until the server closes.</summary>
    public string ReadToEnd()
    {
        while (Receive())
        {
        }
        return Encoding.Latin1.GetString(_buffer, 0, _length);
    }

    /// <summary>Bytes behind an upgrade; an exception when the server closes before.</summary>
    public byte[] ReadExactly(int count)
    {
        while (_length < count)
        {
            if (!Receive()) throw new EndOfStreamException();
        }
        byte[] bytes = _buffer[..count];
        _buffer.AsSpan(count, _length - count).CopyTo(_buffer);
        _length -= count;
        return bytes;
    }

    public void Dispose() => _socket.Dispose();

    private bool Receive()
    {
        if (_length == _buffer.Length) Array.Resize(ref _buffer, _length * 2);
        try
        {
            int count = _socket.Receive(_buffer.AsSpan(_length));
            _length += count;
            return count > 0;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            return false;
        }
    }
}
