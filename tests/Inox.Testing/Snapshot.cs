using Xunit;

namespace Inox.Testing;

/// <summary>A committed file that holds what a piece of code once gave and still must give.</summary>
public static class Snapshot
{
    /// <summary>
    /// Compares <paramref name="actual"/> with the file at <paramref name="path"/>, from the root of the checkout, character by character;
    /// with <c>INOX_ACCEPT=1</c> writes it.
    /// </summary>
    public static void Check(string path, string actual)
    {
        string file = Repository.At(path);
        string? expected = File.Exists(file) ? File.ReadAllText(file) : null;
        if (expected == actual) return;
        if (Repository.IsAccepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }
        Assert.Fail(expected is null ? $"there is no {path} yet; run with INOX_ACCEPT=1\n{actual}" : Explain(path, expected, actual));
    }

    private static string Explain(string path, string expected, string actual)
    {
        string[] before = expected.Split('\n'), now = actual.Split('\n');
        int line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line]) line++;
        return $"{path} differs from line {line + 1}; run with INOX_ACCEPT=1 when the new text is right\n{Show('-', before, line)}{Show('+', now, line)}";
    }

    private static string Show(char sign, string[] lines, int from) =>
        string.Concat(lines.Skip(from).Take(6).Select(line => $"{sign} {line}\n"));
}
