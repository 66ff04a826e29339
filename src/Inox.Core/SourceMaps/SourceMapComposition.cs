namespace Inox.Core;

internal sealed class SourceMapComposition
{
    private readonly SourceMap _outer;
    private readonly IReadOnlyList<SourceMap?> _inner;
    private readonly List<SourceMapSource> _sources = [];
    private readonly List<string> _names = [];

    // Where the sources and names of each inner map start in the composed tables; of a source without a map, its own index.
    private readonly int[] _sourceStarts;
    private readonly int[] _nameStarts;

    private SourceMapComposition(SourceMap outer, IReadOnlyList<SourceMap?> inner)
    {
        _outer = outer;
        _inner = inner;
        _sourceStarts = new int[outer.Sources.Count];
        _nameStarts = new int[outer.Sources.Count];
    }

    public static SourceMap Compose(SourceMap outer, IReadOnlyList<SourceMap?> inner) => new SourceMapComposition(outer, inner).Run();

    private SourceMap Run()
    {
        // The outer names come first, so that their indexes stay.
        _names.AddRange(_outer.Names);
        for (int i = 0; i < _sourceStarts.Length; i++) AddTables(i);
        Mapping[] composed = new Mapping[_outer.Mappings.Length];
        for (int i = 0; i < composed.Length; i++) composed[i] = Follow(in _outer.Mappings[i]);
        return new([.. _sources], [.. _names], composed, _outer.File);
    }

    private SourceMap? InnerOf(int source) => source < _inner.Count ? _inner[source] : null;

    private void AddTables(int source)
    {
        _sourceStarts[source] = _sources.Count;
        _nameStarts[source] = _names.Count;
        if (InnerOf(source) is { } map)
        {
            _sources.AddRange(map.Sources);
            _names.AddRange(map.Names);
        }
        else
        {
            _sources.Add(_outer.Sources[source]);
        }
    }

    private Mapping Follow(in Mapping mapping)
    {
        if (!mapping.HasSource) return mapping;
        int start = _sourceStarts[mapping.Source];
        if (InnerOf(mapping.Source) is not { } map) return mapping with { Source = start };
        if (map.Find(mapping.Line, mapping.Column) is not { HasSource: true } found) return Mapping.Unmapped(mapping.GeneratedLine, mapping.GeneratedColumn);
        // The innermost name is what the author wrote: `a` that became `t` and then `n` is `a`.
        int name = found.Name >= 0 ? found.Name + _nameStarts[mapping.Source] : mapping.Name;
        return new(mapping.GeneratedLine, mapping.GeneratedColumn, start + found.Source, found.Line, found.Column, name);
    }
}
