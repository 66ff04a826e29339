using System.Globalization;
using System.Security.Cryptography;

namespace Inox.Http;

/// <summary>
/// Passwords as a database may keep them: PBKDF2 with HMAC-SHA-256 and a salt of their own (RFC 8018), as <c>pbkdf2-sha256$ROUNDS$SALT$HASH</c>. Slow on purpose, some 100 ms: call it
/// through <see cref="Blocking"/>.
/// </summary>
public static class PasswordHash
{
    private const string Scheme = "pbkdf2-sha256";
    private const int Rounds = 600_000;
    private const int Size = 32;

    public static string Create(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(16);
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Hash(password, salt, Rounds))}");
    }

    /// <summary>Whether this is the password; false as well for a hash of another form.</summary>
    public static bool Verify(string hash, string password)
    {
        string[] parts = hash.Split('$');
        if (parts.Length != 4 || parts[0] != Scheme || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) || rounds == 0) return false;
        Span<byte> salt = stackalloc byte[64], expected = stackalloc byte[Size + 2];
        if (!Convert.TryFromBase64String(parts[2], salt, out int saltLength) || !Convert.TryFromBase64String(parts[3], expected, out int length) || length != Size) return false;
        return CryptographicOperations.FixedTimeEquals(Hash(password, salt[..saltLength], rounds), expected[..length]);
    }

    private static byte[] Hash(string password, ReadOnlySpan<byte> salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, Size);
}
