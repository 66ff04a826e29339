using System.Collections.Immutable;

namespace Inox.Css;

/// <summary>The names of one module in the order in which they were first met.</summary>
internal sealed class ScopedNames(NamePattern pattern)
{
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<(string Local, string Scoped, List<CssComposition>? Composes)> _exports = [];

    private readonly List<CssModuleReference> _references = [];

    public string Scope(string local)
    {
        if (_indexes.TryGetValue(local, out int index)) return _exports[index].Scoped;
        string scoped = local.StartsWith("--", StringComparison.Ordinal) ? "--" + pattern.Apply(local[2..]) : pattern.Apply(local);
        _indexes.Add(local, _exports.Count);
        _exports.Add((local, scoped, null));
        return scoped;
    }

    public void Compose(string local, CssComposition composition)
    {
        Scope(local);
        int index = _indexes[local];
        List<CssComposition> composes = _exports[index].Composes ?? [];
        if (!composes.Contains(composition)) composes.Add(composition);
        _exports[index] = _exports[index] with { Composes = composes };
    }

    /// <summary>A placeholder for a name of another file.</summary>
    public string Refer(string name, string specifier)
    {
        foreach (CssModuleReference reference in _references)
        {
            if (reference.Name == name && reference.Specifier == specifier) return reference.Placeholder;
        }

        string placeholder = "--" + NamePattern.HashOf(specifier + name);
        _references.Add(new(placeholder, name, specifier));
        return placeholder;
    }

    public ImmutableArray<CssModuleReference> ToReferences() => [.. _references];

    public ImmutableArray<CssModuleExport> ToExports()
    {
        ImmutableArray<CssModuleExport>.Builder exports = ImmutableArray.CreateBuilder<CssModuleExport>(_exports.Count);
        foreach ((string local, string scoped, List<CssComposition>? composes) in _exports) exports.Add(new(local, scoped, [.. composes ?? []]));
        return exports.MoveToImmutable();
    }
}
