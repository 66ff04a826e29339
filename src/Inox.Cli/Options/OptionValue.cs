namespace Inox.Cli.Options;

/// <summary>A value that has been read: which field holds it depends on <see cref="OptionDefinition.Kind"/>.</summary>
internal sealed record OptionValue
{
    public string Text { get; init; } = "";

    public int Number { get; init; }

    public bool IsTrue { get; init; }

    public IReadOnlyList<string> Items { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; init; } = [];
}
