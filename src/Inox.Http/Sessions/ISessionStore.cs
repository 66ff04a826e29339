namespace Inox.Http;

/// <summary>
/// Where sessions are kept. A session is known by its ticket, which the client holds in a cookie: a random name for what lies in memory or a database, or the session itself, sealed.
/// Called from every loop.
/// </summary>
public interface ISessionStore
{
    /// <summary>What was saved under this ticket; null when it is unknown, was removed or has expired.</summary>
    ValueTask<byte[]?> LoadAsync(string ticket);

    /// <summary>Keeps a session for this long from now.</summary>
    /// <param name="ticket">That of the last time; null for a new session.</param>
    /// <param name="data">The session.</param>
    /// <param name="lifetime">How long it is kept.</param>
    /// <returns>The ticket from now on; null when a session of this ticket is no longer there: one that was removed while a request was at work must not come back by it.</returns>
    ValueTask<string?> SaveAsync(string? ticket, byte[] data, TimeSpan lifetime);

    ValueTask RemoveAsync(string ticket);
}
