using Xunit;

namespace Inox.Testing;

/// <summary>The checkout a test runs from, and the conformance packs that may stand beside it.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Inox.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary><c>../shared</c> of the checkout; null when it is absent.</summary>
    public static string? SharedFolder
    {
        get
        {
            string folder = Path.GetFullPath(Path.Combine(Root, "..", "shared"));
            return Directory.Exists(folder) ? folder : null;
        }
    }

    /// <summary>The file of a conformance pack, such as <c>test262</c> for <c>../shared/conformance/test262.zip</c>; null when it is absent.</summary>
    public static string? ConformancePack(string name)
    {
        if (IsQuick || SharedFolder is not { } shared) return null;
        string file = Path.Combine(shared, "conformance", Path.HasExtension(name) ? name : name + ".zip");
        return File.Exists(file) ? file : null;
    }

    /// <summary>The absolute path of a file of the checkout; an absolute <paramref name="path"/> stays.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Whether snapshots and ratchets are rewritten in place of compared: <c>INOX_ACCEPT=1</c>.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable("INOX_ACCEPT") == "1";

    /// <summary>Whether only tests that take seconds run, which leaves the packs out: <c>INOX_QUICK=1</c>, as <c>./test --quick</c> sets it.</summary>
    public static bool IsQuick => Environment.GetEnvironmentVariable("INOX_QUICK") == "1";

    /// <summary>Marks the running test as skipped, by the name of its suite.</summary>
    public static void SkipSuite(string suite) => Assert.Skip(IsQuick ? $"conformance suite {suite}: left out of a quick run" : $"conformance suite {suite}: no ../shared");

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Inox.slnx"))) return Path.TrimEndingDirectorySeparator(folder);
        }
        throw new InvalidOperationException($"no Inox.slnx above {AppContext.BaseDirectory}");
    }
}
