using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Inox.Http;

/// <summary>
/// Keys that sign and encrypt what a client keeps for the server. The first key seals; every key opens, so that a new one can be put before the old ones. Each purpose has keys of its
/// own (HKDF, RFC 5869): what was sealed for one cookie is nothing to another. Encryption is AES-256-GCM, signing HMAC-SHA-256. Safe for concurrent use.
/// </summary>
public sealed class SecretKeys
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[][] _keys;

    private SecretKeys(byte[][] keys) => _keys = keys;

    /// <summary>A key for this process alone.</summary>
    public static SecretKeys Random() => new([RandomNumberGenerator.GetBytes(KeySize)]);

    /// <summary>Keys as <see cref="Create"/> made them, the newest first.</summary>
    /// <exception cref="FormatException">One is not 32 bytes of base64.</exception>
    public static SecretKeys Of(params ReadOnlySpan<string> keys)
    {
        if (keys.IsEmpty) throw new ArgumentException("there must be a key", nameof(keys));
        byte[][] bytes = new byte[keys.Length][];
        for (int i = 0; i < keys.Length; i++)
        {
            bytes[i] = Convert.FromBase64String(keys[i].Trim());
            if (bytes[i].Length != KeySize) throw new FormatException("a secret key has 32 bytes: SecretKeys.Create() makes one");
        }
        return new(bytes);
    }

    /// <summary>The keys in a file, one a line, the newest first. When there is no file, one with a new key is made, which only this user can read.</summary>
    public static SecretKeys FromFile(string path)
    {
        if (!File.Exists(path)) Write(path);
        return Of([.. File.ReadAllLines(path).Where(line => line.Trim().Length > 0)]);
    }

    /// <summary>A new key as text.</summary>
    public static string Create() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize));

    /// <summary>Text only these keys can read or make, safe in cookies and URLs.</summary>
    /// <param name="purpose">What it is for; it opens for the same purpose alone.</param>
    /// <param name="plain">What is hidden.</param>
    /// <param name="expires">When it stops to open.</param>
    public string Encrypt(string purpose, ReadOnlySpan<byte> plain, DateTimeOffset? expires = null)
    {
        byte[] text = Envelope.Wrap(plain, expires), whole = new byte[NonceSize + text.Length + TagSize];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceSize));
        using AesGcm aes = new(Derive(_keys[0], "encrypt", purpose), TagSize);
        aes.Encrypt(whole.AsSpan(0, NonceSize), text, whole.AsSpan(NonceSize, text.Length), whole.AsSpan(NonceSize + text.Length));
        return Base64Url.EncodeToString(whole);
    }

    /// <summary>False for text that was not sealed by these keys for this purpose, or has expired.</summary>
    public bool TryDecrypt(string purpose, string text, out byte[] plain)
    {
        plain = [];
        if (!TryDecode(text, out byte[] whole) || whole.Length < NonceSize + TagSize) return false;
        byte[] opened = new byte[whole.Length - NonceSize - TagSize];
        foreach (byte[] key in _keys)
        {
            using AesGcm aes = new(Derive(key, "encrypt", purpose), TagSize);
            try
            {
                aes.Decrypt(whole.AsSpan(0, NonceSize), whole.AsSpan(NonceSize, opened.Length), whole.AsSpan(NonceSize + opened.Length), opened);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Of an older key, or of nobody's.
                continue;
            }
            return Envelope.TryUnwrap(opened, out plain);
        }
        return false;
    }

    /// <summary>The value with a signature behind it: everybody can read it, only these keys can make it. Safe in cookies and URLs.</summary>
    public string Sign(string purpose, ReadOnlySpan<byte> value, DateTimeOffset? expires = null)
    {
        byte[] text = Envelope.Wrap(value, expires);
        return $"{Base64Url.EncodeToString(text)}.{Base64Url.EncodeToString(HMACSHA256.HashData(Derive(_keys[0], "sign", purpose), text))}";
    }

    /// <summary>False for text that was not signed by these keys for this purpose, or has expired.</summary>
    public bool TryVerify(string purpose, string text, out byte[] value)
    {
        value = [];
        int dot = text.IndexOf('.');
        if (dot < 0 || !TryDecode(text.AsSpan(0, dot), out byte[] signed) || !TryDecode(text.AsSpan(dot + 1), out byte[] signature)) return false;
        foreach (byte[] key in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Derive(key, "sign", purpose), signed), signature)) return Envelope.TryUnwrap(signed, out value);
        }
        return false;
    }

    private static byte[] Derive(byte[] key, string use, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeySize, info: Encoding.UTF8.GetBytes($"inox {use} {purpose}"));

    private static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(text)) return false;
        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }

    private static void Write(string path)
    {
        // Beside it first: a process that starts at the same time finds no file or a whole one.
        string partial = $"{path}.{Guid.NewGuid():N}";
        using (StreamWriter file = new(OwnFile.Create(partial))) file.WriteLine(Create());
        try
        {
            File.Move(partial, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // That one was first, and its key counts.
            File.Delete(partial);
        }
    }

    // The second it expires, in front of the value; the last there is for never.
    private static class Envelope
    {
        private const int Size = sizeof(long);

        public static byte[] Wrap(ReadOnlySpan<byte> value, DateTimeOffset? expires)
        {
            byte[] whole = new byte[Size + value.Length];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(whole, expires?.ToUnixTimeSeconds() ?? long.MaxValue);
            value.CopyTo(whole.AsSpan(Size));
            return whole;
        }

        public static bool TryUnwrap(byte[] whole, out byte[] value)
        {
            value = [];
            if (whole.Length < Size) return false;
            if (System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(whole) <= DateTimeOffset.UtcNow.ToUnixTimeSeconds()) return false;
            value = whole[Size..];
            return true;
        }
    }
}
