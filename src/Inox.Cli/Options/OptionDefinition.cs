using System.Text;

namespace Inox.Cli.Options;

/// <summary>One option: how it is written on the command line and in inox.json, and what help and the schema say about it.</summary>
/// <param name="Name">Without dashes, in kebab case.</param>
internal sealed record OptionDefinition(string Name, OptionKind Kind, string Summary)
{
    /// <summary>What help calls the value.</summary>
    public string ValueName { get; init; } = "";

    /// <summary>The values that are allowed; of a map, those of its values. Empty allows any.</summary>
    public string[] Choices { get; init; } = [];

    /// <summary>The keys that a map may have; empty allows any.</summary>
    public string[] Keys { get; init; } = [];

    /// <summary>What each key of a map starts with.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>The value of a choice that is given without one, as in <c>--sourcemap</c>; in inox.json <c>true</c>.</summary>
    public string? Bare { get; init; }

    /// <summary>The value that <c>--sourcemap=false</c> and <c>false</c> in inox.json stand for.</summary>
    public string? Off { get; init; }

    public string? Alias { get; init; }

    /// <summary>Whether inox.json may hold it.</summary>
    public bool IsSetting { get; init; } = true;

    /// <summary>The heading of help it stands under.</summary>
    public string Group { get; init; } = "Options";

    public string Flag => "--" + Name;

    /// <summary>The name in inox.json: <c>entry-names</c> is <c>entryNames</c>.</summary>
    public string Key { get; } = ToCamelCase(Name);

    /// <summary>Whether the command line may give the option without a value.</summary>
    public bool IsValueOptional => Kind == OptionKind.Flag || Bare is not null;

    private static string ToCamelCase(string name)
    {
        StringBuilder key = new(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '-') key.Append(char.ToUpperInvariant(name[++i]));
            else key.Append(name[i]);
        }
        return key.ToString();
    }
}
