namespace Inox.Cli.Options;

/// <summary>The options that were given, in one place or in several on top of each other.</summary>
internal sealed class OptionSet
{
    private readonly Dictionary<string, OptionValue> _values = [];

    public void Set(OptionDefinition option, OptionValue value) => _values[option.Name] = value;

    public bool Has(OptionDefinition option) => _values.ContainsKey(option.Name);

    public string? Text(OptionDefinition option) => _values.TryGetValue(option.Name, out OptionValue? value) ? value.Text : null;

    public string Text(OptionDefinition option, string otherwise) => Text(option) ?? otherwise;

    public bool Flag(OptionDefinition option, bool otherwise = false) => _values.TryGetValue(option.Name, out OptionValue? value) ? value.IsTrue : otherwise;

    public int Number(OptionDefinition option, int otherwise) => _values.TryGetValue(option.Name, out OptionValue? value) ? value.Number : otherwise;

    public IReadOnlyList<string>? List(OptionDefinition option) => _values.TryGetValue(option.Name, out OptionValue? value) ? value.Items : null;

    public IReadOnlyList<KeyValuePair<string, string>> Pairs(OptionDefinition option) =>
        _values.TryGetValue(option.Name, out OptionValue? value) ? value.Pairs : [];

    public Dictionary<string, string> Map(OptionDefinition option)
    {
        Dictionary<string, string> map = [];
        foreach ((string key, string value) in Pairs(option)) map[key] = value;
        return map;
    }

    /// <summary>This set with what only <paramref name="lower"/> has; maps are joined key by key.</summary>
    public OptionSet Over(OptionSet lower)
    {
        OptionSet joined = new();
        foreach ((string name, OptionValue value) in lower._values) joined._values[name] = value;
        foreach ((string name, OptionValue value) in _values)
        {
            bool joins = value.Pairs.Count > 0 && joined._values.TryGetValue(name, out OptionValue? below) && below.Pairs.Count > 0;
            joined._values[name] = joins ? value with { Pairs = [.. joined._values[name].Pairs, .. value.Pairs] } : value;
        }
        return joined;
    }
}
