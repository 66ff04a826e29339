using System.ComponentModel;
using System.Diagnostics;
using Inox.Core;
using Inox.JavaScript.Minification;

namespace Inox.Cli.Minifying;

/// <summary>
/// Runs a program as it was and as it is minified, and compares what they print and how they end. On a difference it minifies again
/// without one rule after the other, until it has the rule without which the program does the same: that one broke it.
/// </summary>
internal sealed class VerifyProgram(string path, string shownPath, Func<MinifyRules, string?> minify)
{
    private const int LimitMilliseconds = 60_000;

    private sealed record Outcome(int ExitCode, string Output);

    /// <summary>What is wrong; null when both do the same.</summary>
    public Diagnostic? Run(string original, string minified)
    {
        try
        {
            Outcome before = Execute(original), after = Execute(minified);
            return before == after ? null : CliDiagnostics.BehavesDifferently(shownPath, Difference(before, after), Blame(before), [.. Notes(before, after)]);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or TimeoutException)
        {
            return CliDiagnostics.CannotVerify(shownPath, e.Message.TrimEnd('.'));
        }
    }

    private static string Difference(Outcome before, Outcome after) =>
        before.ExitCode != after.ExitCode ? $"it ends with {after.ExitCode}, not {before.ExitCode}" : "it prints something else";

    private string Blame(Outcome wanted)
    {
        MinifyRules left = MinifyRules.All;
        foreach (MinifyRules rule in Enum.GetValues<MinifyRules>())
        {
            if (rule is MinifyRules.None or MinifyRules.All) continue;
            if (IsRight(MinifyRules.All & ~rule, wanted)) return $"the rule {rule} changes it; please report the program";
        }
        // no rule alone: take away one after the other until it is right
        foreach (MinifyRules rule in Enum.GetValues<MinifyRules>())
        {
            if (rule is MinifyRules.None or MinifyRules.All) continue;
            left &= ~rule;
            if (IsRight(left, wanted)) return $"the rule {rule} changes it, together with {left & ~rule}; please report the program";
        }
        return "white space or comments matter to it: it reads its own text";
    }

    private bool IsRight(MinifyRules rules, Outcome wanted) => minify(rules) is { } code && Execute(code) == wanted;

    private static IEnumerable<string> Notes(Outcome before, Outcome after)
    {
        string[] wanted = before.Output.Split('\n'), found = after.Output.Split('\n');
        for (int i = 0; i < Math.Max(wanted.Length, found.Length); i++)
        {
            string was = i < wanted.Length ? wanted[i] : "nothing", now = i < found.Length ? found[i] : "nothing";
            if (was == now) continue;
            yield return $"line {i + 1} of the output was: {was}";
            yield return $"line {i + 1} of the output is now: {now}";
            yield break;
        }
    }

    // Beside the original, so that it finds its modules; both runs under names of one length.
    private Outcome Execute(string code)
    {
        string file = Path.Combine(Path.GetDirectoryName(path)!, $".inox-verify-{Environment.ProcessId}{Extension()}");
        File.WriteAllText(file, code);
        try
        {
            ProcessStartInfo start = new("node", [file]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(path)! };
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(LimitMilliseconds))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"it did not end within {LimitMilliseconds / 1000} seconds");
            }
            _ = error.Result;
            return new(process.ExitCode, output.Result);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // What was TypeScript is compared as the JavaScript it becomes.
    private string Extension() => Path.GetExtension(path) is ".mjs" or ".mts" ? ".mjs" : Path.GetExtension(path) is ".cjs" or ".cts" ? ".cjs" : ".js";
}
