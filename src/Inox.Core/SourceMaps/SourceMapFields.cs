namespace Inox.Core;

/// <summary>The members of one map's JSON object while it is read.</summary>
internal sealed class SourceMapFields
{
    public bool HasVersion { get; set; }

    public bool Failed { get; set; }

    public string? File { get; set; }

    public string? SourceRoot { get; set; }

    public List<string?>? Sources { get; set; }

    public List<string?>? Contents { get; set; }

    public List<string?>? Names { get; set; }

    public List<int>? Ignored { get; set; }

    public List<SourceMapSection>? Sections { get; set; }

    /// <summary>Where the text of <c>mappings</c> stands in the JSON; -1 when there is none.</summary>
    public int MappingsStart { get; set; } = -1;

    public int MappingsLength { get; set; }

    public byte[]? UnescapedMappings { get; set; }

    public SourceMapSource[] BuildSources()
    {
        SourceMapSource[] sources = new SourceMapSource[Sources?.Count ?? 0];
        for (int i = 0; i < sources.Length; i++)
        {
            string? content = Contents is not null && i < Contents.Count ? Contents[i] : null;
            sources[i] = new(WithRoot(Sources![i]), content, Ignored?.Contains(i) ?? false);
        }
        return sources;
    }

    public string[] BuildNames()
    {
        if (Names is null) return [];
        string[] names = new string[Names.Count];
        for (int i = 0; i < names.Length; i++) names[i] = Names[i] ?? "";
        return names;
    }

    private string? WithRoot(string? source)
    {
        if (string.IsNullOrEmpty(SourceRoot) || source is null) return source;
        // `webpack:///a.js` and `/a.js` stand on their own.
        if (source.StartsWith('/') || source.Contains("://", StringComparison.Ordinal)) return source;
        return SourceRoot.EndsWith('/') ? SourceRoot + source : $"{SourceRoot}/{source}";
    }
}
