using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Inox.Testing;

/// <summary>
/// A committed list of what does not work yet: the line <c>suite passed/total</c>, then the names of the failing cases in ordinal order.
/// A listed case that passes or an unlisted one that fails breaks the test; accepting may only shorten the list, unless there is no
/// file yet.
/// </summary>
public static class Ratchet
{
    private const int ShownCases = 25;

    /// <summary>Holds <paramref name="results"/> against the file at <paramref name="path"/>, from the root of the checkout.</summary>
    /// <param name="path">Such as <c>tests/conformance/test262.txt</c>.</param>
    /// <param name="suite">One word: the first of the file.</param>
    /// <param name="results">Every case once, with whether it passed.</param>
    /// <param name="accept">Whether to write the file; by default what <c>INOX_ACCEPT</c> says.</param>
    public static void Check(string path, string suite, IEnumerable<(string Case, bool Passed)> results, bool? accept = null)
    {
        SortedDictionary<string, bool> cases = Collect(results);
        string file = Repository.At(path);
        bool accepts = accept ?? Repository.IsAccepting;
        string now = Format(suite, cases);
        if (!File.Exists(file))
        {
            if (!accepts) Assert.Fail($"{suite}: there is no {path} yet; run once with INOX_ACCEPT=1\n{Head(now)}");
            Write(file, now);
            return;
        }
        string before = File.ReadAllText(file);
        HashSet<string> known = [.. before.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        List<string> broken = [.. cases.Where(pair => !pair.Value && !known.Contains(pair.Key)).Select(pair => pair.Key)];
        if (broken.Count > 0) Assert.Fail($"{suite}: {broken.Count} cases fail that are not listed in {path}\n{Show(broken)}");
        if (before == now) return;
        if (accepts)
        {
            Write(file, now);
            return;
        }
        List<string> mended = [.. known.Where(name => !cases.TryGetValue(name, out bool passed) || passed).Order(StringComparer.Ordinal)];
        Assert.Fail(
            $"{suite}: {path} says `{Head(before)}`, it is `{Head(now)}`; {mended.Count} listed cases pass or are gone: shorten the list with INOX_ACCEPT=1\n{Show(mended)}");
    }

    /// <summary>Runs a suite and holds it against <c>tests/conformance/NAME.txt</c>; skips the running test when its pack is absent.</summary>
    public static void Check(IConformanceSuite suite)
    {
        if (Repository.ConformancePack(suite.PackName) is not { } pack)
        {
            Repository.SkipSuite(suite.Name);
            return;
        }
        long start = Stopwatch.GetTimestamp();
        CaseResult[] results = [.. suite.Run(Path.GetDirectoryName(pack)!)];
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        // Where the minutes of a CI run go.
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{suite.Name}: {results.Count(result => result.Passed)}/{results.Length} in {seconds:F1} s"));
        Check($"tests/conformance/{suite.Name}.txt", suite.Name, results.Select(result => (result.Name, result.Passed)));
    }

    /// <summary>Holds a number that must not grow against the file at <paramref name="path"/>: one line, the name and the number.</summary>
    public static void CheckSize(string path, string name, long value, bool? accept = null)
    {
        string file = Repository.At(path);
        string now = string.Create(CultureInfo.InvariantCulture, $"{name} {value}\n");
        long? before = File.Exists(file) ? long.Parse(File.ReadAllText(file).Split(' ')[1], CultureInfo.InvariantCulture) : null;
        if (before == value) return;
        if (value > before) Assert.Fail($"{path} says {before}, it is {value}");
        if (accept ?? Repository.IsAccepting) Write(file, now);
        else Assert.Fail($"{path} says {before?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}, it is {value}: write it down with INOX_ACCEPT=1");
    }

    private static SortedDictionary<string, bool> Collect(IEnumerable<(string Case, bool Passed)> results)
    {
        SortedDictionary<string, bool> cases = new(StringComparer.Ordinal);
        foreach ((string name, bool passed) in results)
        {
            Assert.False(name.Length == 0 || name.AsSpan().ContainsAny('\r', '\n'), $"`{name}` is no name for a case");
            Assert.True(cases.TryAdd(name, passed), $"the case `{name}` comes twice");
        }
        Assert.NotEmpty(cases);
        return cases;
    }

    private static string Format(string suite, SortedDictionary<string, bool> cases)
    {
        StringBuilder text = new();
        text.Append(suite).Append(' ').Append(cases.Values.Count(passed => passed)).Append('/').Append(cases.Count).Append('\n');
        foreach ((string name, bool passed) in cases)
        {
            if (!passed) text.Append(name).Append('\n');
        }
        return text.ToString();
    }

    private static string Head(string text) => text[..Math.Max(text.IndexOf('\n'), 0)];

    private static string Show(List<string> names)
    {
        string shown = string.Join('\n', names.Take(ShownCases).Select(name => "  " + name));
        return names.Count <= ShownCases ? shown : $"{shown}\n  and {names.Count - ShownCases} more";
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
