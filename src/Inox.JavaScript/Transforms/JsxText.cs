using System.Text;
using Inox.Core;
using Inox.JavaScript.Parsing;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// The text between elements: lines are trimmed on the sides where they were broken, empty ones go, and the rest is joined by blanks.
/// Only what the source writes as white space is trimmed, not what an entity stands for.
/// </summary>
internal static class JsxText
{
    /// <summary>What is left; null for nothing.</summary>
    public static string? Clean(JSXText node, SourceText source)
    {
        ReadOnlySpan<char> raw = source.Slice(node.Span);
        StringBuilder? result = null;
        int start = 0;
        for (int i = 0; i <= raw.Length; i++)
        {
            if (i < raw.Length && raw[i] is not ('\n' or '\r' or '\u2028' or '\u2029')) continue;
            ReadOnlySpan<char> line = raw[start..i];
            if (start > 0) line = TrimStart(line);
            if (i < raw.Length) line = TrimEnd(line);
            start = i + 1;
            if (line.IsEmpty) continue;
            if (result is null) result = new();
            else result.Append(' ');
            result.Append(JsxEntities.Decode(line));
        }
        return result?.ToString();
    }

    private static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> line)
    {
        int start = 0;
        while (start < line.Length && IsBlank(line[start])) start++;
        return line[start..];
    }

    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> line)
    {
        int end = line.Length;
        while (end > 0 && IsBlank(line[end - 1])) end--;
        return line[..end];
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\v' or '\f' or '\u00a0' or '\ufeff' || (c > 0x7f && char.IsWhiteSpace(c));
}
