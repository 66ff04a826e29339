using System.Security.Cryptography;
using System.Text;

namespace Inox.Http;

/// <summary>
/// Name and password of HTTP's basic authentication (RFC 7617), as they came: whoever takes them checks them. 401 asks for them when they are missing. They go in clear
/// text: for TLS alone.
/// </summary>
public sealed record BasicCredentials(string Name, string Password) : IFromRequest<BasicCredentials>
{
    private const string Challenge = "Basic realm=\"this site\", charset=\"UTF-8\"";

    /// <summary>Whether these are the ones, in a time that tells nothing about how much of them is right.</summary>
    public bool Are(string name, string password) => SameText(Name, name) & SameText(Password, password);

    public static ValueTask<Result<BasicCredentials, Problem>> FromRequestAsync(HttpExchange exchange) =>
        new(Read(exchange.Request) is { } credentials ? credentials : Reject("name and password are needed"));

    /// <summary>401, which lets the browser ask again.</summary>
    public static Problem Reject(string? detail = "name or password is wrong") => new(401, detail) { Challenge = Challenge };

    private static BasicCredentials? Read(HttpRequest request)
    {
        if (!AuthorizationField.TryRead(request, "basic"u8, out ReadOnlySpan<byte> encoded)) return null;
        byte[] bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(Encoding.ASCII.GetString(encoded), bytes, out int length)) return null;
        string pair = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = pair.IndexOf(':');
        return colon < 0 ? null : new(pair[..colon], pair[(colon + 1)..]);
    }

    // By their hashes: texts of different lengths would be told apart at once.
    private static bool SameText(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
