using Xunit;

namespace Inox.Http.Tests;

/// <summary>Streams say what they can do, do that, and nothing else.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task SayWhatTheyCan()
    {
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Fallback(async exchange =>
        {
            Stream request = exchange.Request.OpenBody(), response = exchange.Response.OpenBody(), upgraded = new UpgradedStream(exchange.Transport);
            await CheckAsync(request, canRead: true, canWrite: false);
            await CheckAsync(response, canRead: false, canWrite: true);
            await CheckAsync(upgraded, canRead: true, canWrite: true);
            exchange.Response.Write("done"u8);
        }));
        Assert.Equal("done", (await client.SendAsync("POST", "/", "body"u8.ToArray())).Text);
    }

    private static async Task CheckAsync(Stream stream, bool canRead, bool canWrite)
    {
        Assert.Equal((canRead, canWrite, false), (stream.CanRead, stream.CanWrite, stream.CanSeek));
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        Assert.Throws<NotSupportedException>(() => stream.ReadByte());
        Assert.Throws<NotSupportedException>(() => stream.WriteByte(0));
        if (!canRead) await Assert.ThrowsAsync<NotSupportedException>(async () => await stream.ReadExactlyAsync(new byte[1]));
        if (!canWrite) await Assert.ThrowsAsync<NotSupportedException>(async () => await stream.WriteAsync(new byte[1]));
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        if (canWrite) await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.WriteAsync(new byte[1], cancelled.Token));
    }
}
