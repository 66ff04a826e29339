using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    private readonly List<string> _mappedNames = [];
    private Dictionary<string, int>? _mappedNameIndexes;

    private void Map(int offset)
    {
        if (_map is not null && (uint)offset <= (uint)_source!.Text.Length) _map.Add(_output.AsSpan(), _source, offset);
    }

    private void MapName(int offset, string original, string written)
    {
        if (_map is null || (uint)offset > (uint)_source!.Text.Length) return;
        int name = ReferenceEquals(original, written) || original == written ? -1 : IndexOfName(original);
        _map.Add(_output.AsSpan(), _source, offset, name);
    }

    private int IndexOfName(string name)
    {
        _mappedNameIndexes ??= [];
        if (_mappedNameIndexes.TryGetValue(name, out int index)) return index;
        index = _mappedNames.Count;
        _mappedNames.Add(name);
        _mappedNameIndexes.Add(name, index);
        return index;
    }

    private string TextOf(int symbol, string name) =>
        _names is not null && (uint)symbol < (uint)_names.Length ? _names[symbol].Text ?? name : name;

    private bool IsMember(IdentifierReference reference) =>
        _names is not null && (uint)reference.SymbolId < (uint)_names.Length && _names[reference.SymbolId] is { IsMember: true, Text: not null };
}
