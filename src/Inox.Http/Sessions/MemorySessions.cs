using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Inox.Http;

/// <summary>Sessions in the memory of this process: gone when it ends, and known to it alone. When there are too many, those that expire first make room.</summary>
public sealed class MemorySessions : ISessionStore
{
    private const int TicketBytes = 32;

    private readonly ConcurrentDictionary<string, (byte[] Data, DateTimeOffset Expires)> _sessions = new();
    private int _isSweeping;

    /// <summary>The most sessions that are kept: anybody can begin one.</summary>
    public int Capacity { get; init; } = 100_000;

    /// <summary>How many are kept.</summary>
    public int Count => _sessions.Count;

    public ValueTask<byte[]?> LoadAsync(string ticket) =>
        new(_sessions.TryGetValue(ticket, out (byte[] Data, DateTimeOffset Expires) found) && found.Expires > DateTimeOffset.UtcNow ? found.Data : null);

    public ValueTask<string?> SaveAsync(string? ticket, byte[] data, TimeSpan lifetime)
    {
        (byte[] Data, DateTimeOffset Expires) session = (data, DateTimeOffset.UtcNow + lifetime);
        if (ticket is not null) return new(TryReplace(ticket, session) ? ticket : null);
        // 256 random bits: nobody guesses one, so they need no signature.
        ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TicketBytes));
        _sessions[ticket] = session;
        if (_sessions.Count > Capacity) Sweep();
        return new(ticket);
    }

    public ValueTask RemoveAsync(string ticket)
    {
        _sessions.TryRemove(ticket, out _);
        return default;
    }

    // False when it was removed, also between the look and the exchange.
    private bool TryReplace(string ticket, (byte[] Data, DateTimeOffset Expires) session)
    {
        while (_sessions.TryGetValue(ticket, out (byte[] Data, DateTimeOffset Expires) before))
        {
            if (_sessions.TryUpdate(ticket, session, before)) return true;
        }
        return false;
    }

    // One thread at a time; a tenth is freed at once, so that a flood does not sort them all for each new session.
    private void Sweep()
    {
        if (Interlocked.Exchange(ref _isSweeping, 1) == 1) return;
        // Its own snapshot: LINQ would count first and copy then, and fails when another loop adds one in between.
        foreach (string ticket in _sessions.ToArray().OrderBy(pair => pair.Value.Expires).Take(_sessions.Count - Capacity + Capacity / 10).Select(pair => pair.Key)) _sessions.TryRemove(ticket, out _);
        Volatile.Write(ref _isSweeping, 0);
    }
}
