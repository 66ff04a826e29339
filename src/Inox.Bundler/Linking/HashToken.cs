namespace Inox.Bundler.Linking;

/// <summary>
/// Stands for the hash in the name of a chunk while its content is not settled: as long as the hash, so that putting the hash in
/// moves nothing and mappings stay right. A character that source text practically never holds, and that even an output of ASCII alone does not escape
/// (DELETE), then the index of the chunk.
/// </summary>
internal static class HashToken
{
    public const char Mark = '\x7F';
    public const int Length = 8;

    public static string Of(int chunk) => string.Create(null, stackalloc char[Length], $"{Mark}{chunk:D7}");

    /// <summary>Reads a token at the start of <paramref name="text"/>; -1 when there is none.</summary>
    public static int Read(ReadOnlySpan<char> text) =>
        text.Length >= Length && text[0] == Mark && int.TryParse(text[1..Length], out int chunk) ? chunk : -1;
}
