namespace Inox.Grammar;

public sealed record GrammarModel(
    IReadOnlyList<EnumModel> Enums, IReadOnlyList<string> Families, IReadOnlyList<InterfaceModel> Interfaces, IReadOnlyList<NodeModel> Nodes)
{
    public bool IsNodeType(string name) =>
        name == "Node" || Families.Contains(name) || Nodes.Any(node => node.Name == name);

    public bool IsEnum(string name) => Enums.Any(e => e.Name == name);
}

public sealed record EnumModel(string Name, IReadOnlyList<(string Name, string Text)> Values);

public sealed record InterfaceModel(string Name, string Comment, IReadOnlyList<FieldModel> Fields);

public sealed record NodeModel(
    string Name, string Base, IReadOnlyList<string> Interfaces, string Chapter, string Comment, Attributes Attributes, IReadOnlyList<FieldModel> Fields)
{
    public bool HasScope => Attributes.Has("scope");

    public bool HasSymbol => Attributes.Has("symbol");
}

public sealed record FieldModel(string Name, FieldType Type, string? Default, string Comment, Attributes Attributes)
{
    public string Property => char.ToUpperInvariant(Name[0]) + Name[1..];

    public string Parameter => Keywords.Contains(Name) ? "@" + Name : Name;

    private static readonly HashSet<string> Keywords = ["object", "operator", "namespace", "default", "readonly", "implements", "params"];
}

/// <summary>`T`, `T?`, `T[]` or `T?[]`.</summary>
public sealed record FieldType(string Name, bool IsNullable, bool IsList, bool HasHoles)
{
    public string CSharp => Name + (HasHoles ? "?" : "") + (IsList ? "[]" : "") + (IsNullable ? "?" : "");

    public static FieldType Parse(string text)
    {
        bool list = text.EndsWith("[]", StringComparison.Ordinal);
        string name = list ? text[..^2] : text;
        bool question = name.EndsWith('?');
        return new(name.TrimEnd('?'), question && !list, list, question && list);
    }
}

public sealed record Attributes(IReadOnlyDictionary<string, string> Values)
{
    public bool Has(string name) => Values.ContainsKey(name);

    public string? Get(string name) => Values.GetValueOrDefault(name);

    /// <summary>Reads `@name` and `@name(value)` words.</summary>
    public static Attributes Parse(IEnumerable<string> words)
    {
        Dictionary<string, string> values = [];
        foreach (string word in words)
        {
            if (!word.StartsWith('@')) throw new FormatException($"an attribute starts with @: {word}");
            int open = word.IndexOf('(');
            if (open < 0) values.Add(word[1..], "");
            else values.Add(word[1..open], word[(open + 1)..^1]);
        }
        return new(values);
    }
}
