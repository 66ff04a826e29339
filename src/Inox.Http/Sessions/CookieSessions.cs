namespace Inox.Http;

/// <summary>
/// Sessions that lie encrypted in the client's cookie: the server keeps nothing, and every machine with the same keys knows them. They cannot be taken back before they expire, and
/// must stay small.
/// </summary>
public sealed class CookieSessions(SecretKeys keys) : ISessionStore
{
    private const string Purpose = "session";

    // Browsers keep 4096 bytes of name, value and attributes (RFC 6265 section 6.1).
    private const int MaxTicket = 3800;

    public ValueTask<byte[]?> LoadAsync(string ticket) => new(keys.TryDecrypt(Purpose, ticket, out byte[] data) ? data : null);

    /// <exception cref="InvalidOperationException">The session does not fit into a cookie.</exception>
    public ValueTask<string?> SaveAsync(string? ticket, byte[] data, TimeSpan lifetime)
    {
        string text = keys.Encrypt(Purpose, data, DateTimeOffset.UtcNow + lifetime);
        if (text.Length > MaxTicket) throw new InvalidOperationException("the session does not fit into a cookie: keep it in MemorySessions or a store of your own");
        return new(text);
    }

    public ValueTask RemoveAsync(string ticket) => default;
}
