using System.Text;

namespace Inox.Http;

/// <summary>The engine's side of an exchange that never leaves memory.</summary>
internal sealed class TestTransport(HttpExchange exchange, byte[] body) : ExchangeTransport
{
    private readonly MemoryStream _sent = new();
    private int _read;
    private bool _isAborted;

    public override ConnectionInfo Info { get; } = new(null, null, false, "HTTP/1.1");

    public override bool TryGetBufferedBody(out ReadOnlyMemory<byte> all)
    {
        all = body.AsMemory(_read);
        _read = body.Length;
        return true;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation = default)
    {
        int count = Math.Min(destination.Length, body.Length - _read);
        body.AsSpan(_read, count).CopyTo(destination.Span);
        _read += count;
        return new(count);
    }

    public override ValueTask StartAsync() => default;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> data)
    {
        _sent.Write(data.Span);
        return default;
    }

    public override ValueTask SendInterimAsync(int status, ReadOnlyMemory<byte> fields) => default;

    public override ValueTask<Stream> UpgradeAsync() => throw new NotSupportedException("a connection cannot be upgraded without a socket: start the application and connect to it");

    public override void Abort() => _isAborted = true;

    public TestResponse Finish()
    {
        if (_isAborted) throw new IOException("the application closed the connection");
        HttpResponse response = exchange.Response;
        bool isWhole = !response.HasStarted;
        if (isWhole) response.Seal();
        List<KeyValuePair<string, string>> fields = [];
        for (int i = 0; i < response.FieldCount; i++)
        {
            FieldLine line = response.FieldAt(i);
            fields.Add(new(Encoding.ASCII.GetString(line.Name), Encoding.UTF8.GetString(line.Value)));
        }
        if (response.IsBodyless) return new(response.Status, fields, []);
        return new(response.Status, fields, isWhole ? response.Body.ToArray() : _sent.ToArray());
    }
}
