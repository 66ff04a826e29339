using System.Diagnostics;
using System.Globalization;
using Inox.Core;
using Inox.Testing;

namespace Inox.Conformance;

/// <summary><c>conform SUITE [--packs DIR] [--failures]</c> and <c>conform --list</c>: the last line is <c>SUITE: passed/total</c>.</summary>
internal static class Program
{
    private const int StackSize = 256 * 1024 * 1024;

    private static int Main(string[] arguments)
    {
        if (Arguments.Parse(arguments) is not { } options) return Usage();
        if (options.Lists) return List(options.Packs);
        IConformanceSuite? suite = Suites.All.FirstOrDefault(suite => suite.Name == options.Suite);
        if (suite is null) return Unknown(options.Suite);
        if (!HasPack(suite, options.Packs))
        {
            Console.Error.WriteLine($"conform: there is no {PackFile(suite, options.Packs)}; say where the packs are with --packs DIR");
            return 2;
        }
        int exitCode = 0;
        Thread thread = new(() => exitCode = Run(suite, options), StackSize);
        thread.Start();
        thread.Join();
        return exitCode;
    }

    private static int Run(IConformanceSuite suite, Arguments options)
    {
        long start = Stopwatch.GetTimestamp();
        CaseResult[] results = [.. suite.Run(options.Packs)];
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Array.Sort(results, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        if (options.ShowsFailures)
        {
            foreach (CaseResult result in results.Where(result => !result.Passed)) Console.WriteLine($"{result.Name}: {OneLine(result.Why)}");
        }
        int passed = results.Count(result => result.Passed);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s"));
        if (suite.Measure is { } measure) Console.WriteLine($"{measure.Name}: {measure.Value}");
        Console.WriteLine($"{suite.Name}: {passed}/{results.Length}");
        return passed == results.Length ? 0 : 1;
    }

    private static string OneLine(string? why) => (why ?? "failed").ReplaceLineEndings(" | ");

    private static int List(string packs)
    {
        foreach (IConformanceSuite suite in Suites.All.OrderBy(suite => suite.Name, StringComparer.Ordinal))
        {
            Console.WriteLine(HasPack(suite, packs) ? suite.Name : $"{suite.Name} (no {suite.PackName}.zip)");
        }
        return 0;
    }

    // a suite without a pack brings its own data
    private static bool HasPack(IConformanceSuite suite, string packs) => suite.PackName.Length == 0 || File.Exists(PackFile(suite, packs));

    private static string PackFile(IConformanceSuite suite, string packs) => Path.Combine(packs, suite.PackName + ".zip");

    private static int Unknown(string name)
    {
        string? near = Spelling.Closest(name, Suites.All.Select(suite => suite.Name));
        Console.Error.WriteLine($"conform: there is no suite `{name}`" + (near is null ? "; ./conform --list names them" : $"; did you mean `{near}`?"));
        return 2;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: ./conform SUITE [--packs DIR] [--failures]\n       ./conform --list");
        return 2;
    }
}
