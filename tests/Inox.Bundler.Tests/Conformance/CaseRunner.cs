using Inox.Core;
using Inox.Testing;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>Runs cases on every processor: most of their time is spent in node.</summary>
internal static class CaseRunner
{
    private const int StackSize = 64 * 1024 * 1024;

    public static CaseResult[] Run<T>(IReadOnlyList<T> cases, Func<T, CaseResult> run)
    {
        CaseResult[] results = new CaseResult[cases.Count];
        int next = -1;
        Thread[] threads = new Thread[Environment.ProcessorCount];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new(Work, StackSize);
            threads[i].Start();
        }
        foreach (Thread thread in threads) thread.Join();
        return results;

        void Work()
        {
            for (int index = Interlocked.Increment(ref next); index < cases.Count; index = Interlocked.Increment(ref next)) results[index] = run(cases[index]);
        }
    }

    /// <summary>A case whose bundler throws has failed, and the others go on.</summary>
    public static CaseResult Guard(string name, Func<string?> findFault)
    {
        try
        {
            return findFault() is { } why ? CaseResult.Fail(name, why) : CaseResult.Pass(name);
        }
        catch (Exception e)
        {
            return CaseResult.Fail(name, $"threw {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
        }
    }

    /// <summary>Writes the outputs; what a build is told to write outside <paramref name="folder"/> stays unwritten.</summary>
    public static void Write(BuildResult result, string folder)
    {
        foreach (OutputFile output in result.OutputFiles)
        {
            if (PathStyle.Native.Contains(folder, output.Path)) RealFileSystem.Shared.WriteFile(output.Path, output.Bytes);
        }
    }

    /// <summary>The first errors of a build, on one line.</summary>
    public static string Explain(BuildResult result) =>
        "build: " + string.Join(" | ", result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Take(3).Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
}
