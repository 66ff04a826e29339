using System.Globalization;
using Inox.Core;
using Inox.JavaScript.Transforms;

namespace Inox.Cli.Options;

/// <summary>Turns what the command line gave for an option into its value.</summary>
internal static class ArgumentReader
{
    /// <summary>Null when a value is wrong, which is then in <paramref name="diagnostics"/>. Paths are relative to <paramref name="folder"/>.</summary>
    public static OptionValue? Read(OptionDefinition option, IReadOnlyList<string> values, string folder, List<Diagnostic> diagnostics) => option.Kind switch
    {
        OptionKind.Flag => ReadFlag(option, values[^1], diagnostics),
        OptionKind.Text => new() { Text = values[^1] },
        OptionKind.Target => ReadTarget(option, values[^1], diagnostics),
        OptionKind.Path => new() { Text = PathStyle.Native.Join(folder, values[^1]) },
        OptionKind.Choice => ReadChoice(option, values[^1], diagnostics),
        OptionKind.Number => ReadNumber(option, values[^1], diagnostics),
        OptionKind.List => ReadList(option, values, diagnostics),
        OptionKind.Map => ReadMap(option, values, diagnostics),
        _ => throw new InvalidOperationException($"no reader for {option.Kind}"),
    };

    private static OptionValue? ReadFlag(OptionDefinition option, string value, List<Diagnostic> diagnostics)
    {
        if (value is "true" or "false") return new() { IsTrue = value == "true" };
        diagnostics.Add(CliDiagnostics.WrongValue(option.Flag, value, "give it without a value, or `true` or `false`"));
        return null;
    }

    private static OptionValue? ReadList(OptionDefinition option, IReadOnlyList<string> values, List<Diagnostic> diagnostics)
    {
        string[] items = [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        if (option.Choices.Length == 0 || items.All(option.Choices.Contains)) return new() { Items = items };
        string wrong = items.First(item => !option.Choices.Contains(item));
        diagnostics.Add(CliDiagnostics.WrongValue(option.Flag, wrong, Suggest.OneOf(wrong, option.Choices)));
        return null;
    }

    private static OptionValue? ReadChoice(OptionDefinition option, string value, List<Diagnostic> diagnostics)
    {
        if (option.Bare is not null && value == "true") value = option.Bare;
        if (option.Off is not null && value == "false") value = option.Off;
        if (option.Choices.Contains(value)) return new() { Text = value };
        diagnostics.Add(CliDiagnostics.WrongValue(option.Flag, value, Suggest.OneOf(value, option.Choices)));
        return null;
    }

    private static OptionValue? ReadTarget(OptionDefinition option, string value, List<Diagnostic> diagnostics)
    {
        if (LanguageTarget.Parse(value, out string fault) is not null) return new() { Text = value };
        diagnostics.Add(CliDiagnostics.WrongValue(option.Flag, fault, Suggest.Target(fault)));
        return null;
    }

    private static OptionValue? ReadNumber(OptionDefinition option, string value, List<Diagnostic> diagnostics)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return new() { Number = number };
        diagnostics.Add(CliDiagnostics.WrongValue(option.Flag, value, "give a whole number that is not negative"));
        return null;
    }

    private static OptionValue? ReadMap(OptionDefinition option, IReadOnlyList<string> values, List<Diagnostic> diagnostics)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (string value in values)
        {
            // A define may compare: `--define:DEBUG=a==b` is DEBUG and `a==b`.
            int equals = value.IndexOf('=');
            if (equals <= 0)
            {
                diagnostics.Add(CliDiagnostics.WrongValue(option.Flag, value, $"write {option.Flag}:{option.ValueName}"));
                return null;
            }
            string key = value[..equals], text = value[(equals + 1)..];
            if (MapRules.Fault(option, key, text) is { } fault)
            {
                diagnostics.Add(CliDiagnostics.WrongValue(option.Flag, value, fault));
                return null;
            }
            pairs.Add(new(key, text));
        }
        return new() { Pairs = pairs };
    }
}
