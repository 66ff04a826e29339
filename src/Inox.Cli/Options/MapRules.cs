namespace Inox.Cli.Options;

/// <summary>What a map says about its keys and values, wherever they were written.</summary>
internal static class MapRules
{
    /// <summary>What to write instead, or null when the pair is allowed.</summary>
    public static string? Fault(OptionDefinition option, string key, string value)
    {
        if (option.Keys.Length > 0 && !option.Keys.Contains(key)) return Suggest.OneOf(key, option.Keys);
        if (!key.StartsWith(option.KeyPrefix, StringComparison.Ordinal)) return $"write `{option.KeyPrefix}{key}`";
        if (option.Choices.Length > 0 && !option.Choices.Contains(value)) return Suggest.OneOf(value, option.Choices);
        return null;
    }
}
