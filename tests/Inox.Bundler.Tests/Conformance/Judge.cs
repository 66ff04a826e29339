using System.Text.Json;
using Inox.Testing;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>Runs a judge of a pack, which prints <c>{"pass":true}</c> or what is wrong.</summary>
internal static class Judge
{
    /// <summary>Null when the judge is content.</summary>
    public static string? FindFault(string judge, IEnumerable<string> arguments, string folder)
    {
        ProcessResult result = NodeProcess.RunFile(judge, arguments, folder);
        if (result.TimedOut) return "timeout";
        string? verdict = result.Output.Split('\n').LastOrDefault(line => line.StartsWith("{\"pass\":", StringComparison.Ordinal));
        if (verdict is null) return $"no verdict: {result.Error}";
        using JsonDocument document = JsonDocument.Parse(verdict);
        if (document.RootElement.GetProperty("pass").GetBoolean()) return null;
        return verdict;
    }
}
