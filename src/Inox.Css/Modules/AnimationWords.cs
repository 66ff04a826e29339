using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>
/// Which words of one animation of the shorthand are its name. A keyword is the value of its property the first time; a second one can only be the name, as
/// the second <c>infinite</c> in <c>animation: infinite infinite</c>.
/// </summary>
internal struct AnimationWords
{
    private const byte Wide = 0, Easing = 1, Iteration = 2, Direction = 4, FillMode = 8, PlayState = 16;

    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> s_words = new Dictionary<string, byte>
    {
        ["none"] = Wide,
        ["inherit"] = Wide,
        ["initial"] = Wide,
        ["unset"] = Wide,
        ["revert"] = Wide,
        ["revert-layer"] = Wide,
        ["auto"] = Wide,
        ["linear"] = Easing,
        ["ease"] = Easing,
        ["ease-in"] = Easing,
        ["ease-out"] = Easing,
        ["ease-in-out"] = Easing,
        ["step-start"] = Easing,
        ["step-end"] = Easing,
        ["infinite"] = Iteration,
        ["normal"] = Direction,
        ["reverse"] = Direction,
        ["alternate"] = Direction,
        ["alternate-reverse"] = Direction,
        ["forwards"] = FillMode,
        ["backwards"] = FillMode,
        ["both"] = FillMode,
        ["running"] = PlayState,
        ["paused"] = PlayState,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private byte _seen;
    private bool _named;

    public bool IsName(in CssTokenizer tokens)
    {
        if (_named) return false;
        if (tokens.Kind == CssTokenKind.Ident && s_words.TryGetValue(tokens.Value, out byte word))
        {
            if (word == Wide) return false;
            bool isFirst = (_seen & word) == 0;
            _seen |= word;
            if (isFirst) return false;
        }

        return _named = true;
    }
}
