using System.Collections.Immutable;

namespace Inox.Css;

/// <summary>
/// The order in which sheets apply. Of equal rules the last wins, so a sheet stands where it is imported last; of layers the first place counts, so the
/// order of layers is that of the first imports. Both orders come from a walk of the imports, each sheet behind what it imports: one forwards that passes by
/// what it has seen, one backwards that does the same. Imports that stay go to the top, as CSS demands.
/// </summary>
internal sealed class ImportOrder
{
    private readonly IReadOnlyList<CssBundleSheet> _sheets;
    private readonly ImmutableArray<CssImport>[] _imports;
    private readonly ConditionPath _root = ConditionPath.CreateRoot();
    private readonly HashSet<int> _open = [];
    private readonly HashSet<(int, ConditionPath)> _seen = [];
    private readonly List<BundleItem> _first = [];
    private readonly List<BundleItem> _last = [];
    private readonly Dictionary<(int, string?), List<ConditionPath>> _later = [];

    public ImportOrder(IReadOnlyList<CssBundleSheet> sheets, ReadOnlySpan<int> entries)
    {
        _sheets = sheets;
        _imports = new ImmutableArray<CssImport>[sheets.Count];
        foreach (int entry in entries) VisitForwards(entry, _root);
        for (int i = entries.Length - 1; i >= 0; i--) VisitBackwards(entries[i], _root);
        _last.Reverse();
    }

    /// <summary>Each item where it comes first.</summary>
    public IReadOnlyList<BundleItem> First => _first;

    /// <summary>Each item where it comes last.</summary>
    public IReadOnlyList<BundleItem> Last => _last;

    private void VisitForwards(int index, ConditionPath path)
    {
        // An import of a sheet that is being visited closes a cycle and does nothing.
        if (_open.Contains(index) || !_seen.Add((index, path))) return;
        _open.Add(index);
        if (Layers.HasLeading(_sheets[index].StyleSheet)) _first.Add(new(BundleItemKind.LeadingLayers, index, null, path));
        int count = CountOf(index);
        for (int i = 0; i < count; i++)
        {
            CssImportTarget target = _sheets[index].Imports[i];
            if (target.Sheet >= 0) VisitForwards(target.Sheet, PathOf(index, i, path));
            else if (target.Url is not null) _first.Add(new(BundleItemKind.External, -1, target.Url, PathOf(index, i, path)));
        }

        foreach (int composed in _sheets[index].Composes) VisitForwards(composed, path);
        _first.Add(new(BundleItemKind.Sheet, index, null, path));
        _open.Remove(index);
    }

    private void VisitBackwards(int index, ConditionPath path)
    {
        if (_open.Contains(index) || IsCovered(index, null, path)) return;
        _open.Add(index);
        _last.Add(new(BundleItemKind.Sheet, index, null, path));
        ImmutableArray<int> composes = _sheets[index].Composes;
        for (int i = composes.Length - 1; i >= 0; i--) VisitBackwards(composes[i], path);
        for (int i = CountOf(index) - 1; i >= 0; i--)
        {
            CssImportTarget target = _sheets[index].Imports[i];
            ConditionPath inner = PathOf(index, i, path);
            if (target.Sheet >= 0) VisitBackwards(target.Sheet, inner);
            else if (target.Url is not null && !IsCovered(-1, target.Url, inner)) _last.Add(new(BundleItemKind.External, -1, target.Url, inner));
        }

        if (Layers.HasLeading(_sheets[index].StyleSheet)) _last.Add(new(BundleItemKind.LeadingLayers, index, null, path));
        _open.Remove(index);
    }

    private bool IsCovered(int sheet, string? url, ConditionPath path)
    {
        if (!_later.TryGetValue((sheet, url), out List<ConditionPath>? paths)) _later.Add((sheet, url), paths = []);
        foreach (ConditionPath later in paths)
        {
            if (later.Covers(path)) return true;
        }

        paths.Add(path);
        return false;
    }

    private int CountOf(int index)
    {
        if (_imports[index].IsDefault) _imports[index] = ImportList.Read(_sheets[index].StyleSheet);
        return Math.Min(_imports[index].Length, _sheets[index].Imports.Length);
    }

    private ConditionPath PathOf(int index, int import, ConditionPath path) =>
        _imports[index][import].Conditions is { } conditions ? path.With(conditions) : path;
}
