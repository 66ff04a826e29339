using System.Text;

namespace Inox.Css;

/// <summary>The conditions of the imports on the way to a sheet, outermost first. Equal ways are one object.</summary>
internal sealed class ConditionPath
{
    private readonly Dictionary<(string?, string?, string?), ConditionPath> _inner = [];
    private readonly string? _layer, _supports, _media;

    private ConditionPath(ConditionPath? parent, CssImportConditions? own, (string?, string?, string?) keys)
    {
        Parent = parent;
        Own = own;
        Length = parent is null ? 0 : parent.Length + 1;
        (_layer, _supports, _media) = keys;
    }

    public ConditionPath? Parent { get; }

    /// <summary>The innermost conditions; null at the root.</summary>
    public CssImportConditions? Own { get; }

    public int Length { get; }

    public static ConditionPath CreateRoot() => new(null, null, default);

    public ConditionPath With(CssImportConditions conditions)
    {
        (string?, string?, string?) keys = (Key(conditions.Layer), Key(conditions.Supports), Key(conditions.Media));
        if (!_inner.TryGetValue(keys, out ConditionPath? path)) _inner.Add(keys, path = new(this, conditions, keys));
        return path;
    }

    /// <summary>From the root's child to this.</summary>
    public ConditionPath[] ToArray()
    {
        ConditionPath[] steps = new ConditionPath[Length];
        for (ConditionPath path = this; path.Parent is not null; path = path.Parent) steps[path.Length - 1] = path;
        return steps;
    }

    /// <summary>
    /// Whether what comes later under this path applies, in the same layer, whenever it does under <paramref name="earlier"/>. An anonymous layer is a
    /// new one each time, yet the later of two beats all of the earlier, so they count as the same.
    /// </summary>
    public bool Covers(ConditionPath earlier)
    {
        if (ReferenceEquals(this, earlier)) return true;
        if (Length > earlier.Length) return false;
        ConditionPath[] own = ToArray(), other = earlier.ToArray();
        for (int i = 0; i < other.Length; i++)
        {
            if (i >= own.Length ? other[i]._layer is not null : !own[i].CoversStep(other[i])) return false;
        }

        return true;
    }

    private bool CoversStep(ConditionPath earlier) =>
        _layer == earlier._layer && (_supports is null || _supports == earlier._supports) && (_media is null || _media == earlier._media);

    // Tokens without the white space between them that means nothing.
    private static string? Key(CssText? text)
    {
        if (text is not { } value) return null;
        StringBuilder key = new();
        CssTokenizer tokens = value.Tokenize();
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile) key.Append(tokens.Text).Append(' ');
        return key.ToString();
    }
}
