using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>Words of a grammar, found whatever their case.</summary>
internal sealed class KeywordSet
{
    private readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> _words;

    public KeywordSet(params string[] words) =>
        _words = words.ToFrozenDictionary(word => word, word => new Keyword(word), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public Keyword? Find(ReadOnlySpan<char> name)
    {
        if (name.Contains('\\')) name = CssEscapes.Decode(name);
        return _words.TryGetValue(name, out Keyword? keyword) ? keyword : null;
    }

    public Keyword this[string name] => _words[name];
}
