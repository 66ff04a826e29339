using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// Stands in code and style sheets for the path of an output that is not known yet; the writer of outputs puts the path in when all
/// hashes are. The mark is a private-use character that source text practically never holds, the kind, and the module's index in six digits.
/// </summary>
internal static class OutputReference
{
    public const char Mark = '\uE1F0';
    public const char ChunkKind = 'C';
    public const char AssetKind = 'A';
    public const int Length = 8;

    public static string ToChunkOf(Module entry) => Make(ChunkKind, entry);

    public static string ToAsset(Module asset) => Make(AssetKind, asset);

    private static string Make(char kind, Module module) =>
        string.Create(null, stackalloc char[16], $"{Mark}{kind}{module.Index:D6}");

    /// <summary>Reads a reference at the start of <paramref name="text"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out char kind, out int module)
    {
        kind = default;
        module = -1;
        if (text.Length < Length || text[0] != Mark) return false;
        kind = text[1];
        return int.TryParse(text[2..Length], out module);
    }
}
