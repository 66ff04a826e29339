using System.Collections;

namespace Inox.Http;

/// <summary>Reads the settings among arguments and in the environment.</summary>
internal static class SettingsArguments
{
    public static (IReadOnlyList<(string Path, string Text)> Named, IReadOnlyList<string> Others) Read(ReadOnlySpan<string> arguments)
    {
        List<(string, string)> named = [];
        List<string> rest = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal) || argument.Length == 2)
            {
                rest.Add(argument);
                continue;
            }
            int equals = argument.IndexOf('=');
            if (equals > 0) named.Add((argument[2..equals], argument[(equals + 1)..]));
            // `--debug` alone, at the end or before another, is a switch.
            else if (i + 1 == arguments.Length || arguments[i + 1].StartsWith("--", StringComparison.Ordinal)) named.Add((argument[2..], "true"));
            else named.Add((argument[2..], arguments[++i]));
        }
        return (named, rest);
    }

    // In the order of their names, so that what wins does not depend on the system. `__` stands for the colon, which shells do not take in names.
    public static IEnumerable<(string Path, string Text, string Source)> ReadEnvironment(string prefix) =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal) && entry.Name != prefix + "PROFILE").OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => (entry.Name[prefix.Length..].Replace("__", ":"), entry.Value, entry.Name));
}
