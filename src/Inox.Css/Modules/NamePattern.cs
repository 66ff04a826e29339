using System.Security.Cryptography;
using System.Text;
using Inox.Core;

namespace Inox.Css;

/// <summary>A name pattern with all but <c>[local]</c> filled in.</summary>
internal sealed class NamePattern
{
    private const string HashAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int HashLength = 6;

    // Local names go between the pieces.
    private readonly string[] _pieces;

    private NamePattern(string[] pieces) => _pieces = pieces;

    public static NamePattern Parse(CssModuleOptions options, string content, List<Diagnostic> diagnostics)
    {
        List<string> pieces = [];
        StringBuilder piece = new();
        ReadOnlySpan<char> rest = options.Pattern;
        while (!rest.IsEmpty)
        {
            int open = rest.IndexOf('['), close = open < 0 ? -1 : rest[open..].IndexOf(']');
            if (close < 0) break;
            AppendSafe(piece, rest[..open]);
            ReadOnlySpan<char> placeholder = rest.Slice(open, close + 1);
            rest = rest[(open + close + 1)..];
            switch (placeholder)
            {
                case "[local]":
                    pieces.Add(piece.ToString());
                    piece.Clear();
                    break;
                case "[name]":
                    AppendSafe(piece, options.Name);
                    break;
                case "[hash]":
                    piece.Append(HashOf(options.HashInput));
                    break;
                case "[content-hash]":
                    piece.Append(HashOf(content));
                    break;
                default:
                    diagnostics.Add(new() { Descriptor = CssDiagnostics.UnknownPlaceholder, Arguments = [placeholder.ToString()] });
                    break;
            }
        }

        AppendSafe(piece, rest);
        pieces.Add(piece.ToString());
        return new([.. pieces]);
    }

    /// <summary>The scoped name for <paramref name="local"/>: an identifier whatever the pattern, as long as <paramref name="local"/> is one.</summary>
    public string Apply(string local)
    {
        string name = string.Join(local, _pieces);
        bool startsBadly = name.Length == 0 || char.IsAsciiDigit(name[0]) || (name[0] == '-' && (name.Length == 1 || char.IsAsciiDigit(name[1])));
        return startsBadly ? "_" + name : name;
    }

    // Characters that could not stand in a class attribute or would need an escape.
    private static void AppendSafe(StringBuilder piece, ReadOnlySpan<char> text)
    {
        foreach (char c in text) piece.Append(CssCharacters.IsName(c) && c != '\0' ? c : '_');
    }

    /// <summary>Six letters and digits that stand for a text.</summary>
    public static string HashOf(string input)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(input));
        ulong value = BitConverter.ToUInt64(digest);
        return string.Create(HashLength, value, static (chars, rest) =>
        {
            for (int i = 0; i < chars.Length; i++, rest /= 62) chars[i] = HashAlphabet[(int)(rest % 62)];
        });
    }
}
