namespace Inox.Css;

/// <summary>A shorthand: which longhands it sets, how it is read and written.</summary>
internal abstract class Shorthand(string name, params string[] longhands)
{
    public string Name { get; } = name;

    public string[] Longhands { get; } = longhands;

    /// <summary>The prefixes that the shorthand may have; its longhands may have more.</summary>
    public virtual VendorPrefix Prefixes => VendorPrefix.All;

    /// <summary>The values of the longhands, in their order.</summary>
    public abstract CssValue[]? Parse(ref ValueReader reader);

    public abstract void Write(CssValue[] values, ValueWriter writer);

    /// <summary>Whether the longhands together can be written as the shorthand.</summary>
    public virtual bool CanWrite(CssValue[] values, TargetSet targets) => true;

    /// <summary>The prefixes that these values want, of those that the property does.</summary>
    public virtual VendorPrefix PrefixesOf(CssValue[] values, VendorPrefix prefixes) => prefixes;

    /// <summary>What a longhand that was not set is to the shorthand under <paramref name="prefixes"/>; null where the shorthand needs it.</summary>
    public virtual CssValue? Missing(int longhand, VendorPrefix prefixes) => null;

    /// <summary>The longhand that must be written by itself, as targets do not know it in the shorthand; -1 for none.</summary>
    public virtual int Apart(CssValue[] values, TargetSet targets) => -1;

    /// <summary>The value that a longhand has in the shorthand when it is left out.</summary>
    public virtual CssValue Initial(int longhand) => throw new InvalidOperationException($"{Name} leaves nothing out");

    /// <summary>Whether older images go with the prefixed name without keeping newer ones from it.</summary>
    public virtual bool KeepsPrefixWithImages => false;

    /// <summary>The values as the shorthand under a prefix has room for them.</summary>
    public virtual CssValue[] For(VendorPrefix prefix, CssValue[] values) => values;

    public CssValue? ParseValue(ref ValueReader reader) => Parse(ref reader) is { } values ? new ShorthandValue(this, values) : null;
}

internal sealed class ShorthandValue(Shorthand shorthand, CssValue[] values) : CssValue, IColored
{
    public Shorthand Shorthand { get; } = shorthand;

    public CssValue[] Values { get; } = values;

    public override void Write(ValueWriter writer) => Shorthand.Write(Values, writer);

    public override bool IsCompatible(TargetSet targets) => Array.TrueForAll(Values, value => value.IsCompatible(targets));

    public override CssValue For(VendorPrefix prefix) => Shorthand.For(prefix, Values) is var own && own == Values ? this : new ShorthandValue(Shorthand, own);

    public IEnumerable<CssValue> Colors() => Values;

    public CssValue WithColors(Func<CssValue, CssValue> convert) => new ShorthandValue(Shorthand, Array.ConvertAll(Values, value => convert(value)));
}

/// <summary>A shorthand whose parts may come in any order and are left out where they are initial.</summary>
internal class UnorderedShorthand(string name, string whenInitial, params (string Longhand, string Grammar, string Initial)[] parts)
    : Shorthand(name, [.. parts.Select(part => part.Longhand)])
{
    private readonly ValueGrammar[] _grammars = [.. parts.Select(part => ValueGrammar.Compile(part.Grammar))];
    private readonly CssValue[] _initials = [.. parts.Select(part => new RawValue(part.Initial))];

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        CssValue?[] found = new CssValue?[_grammars.Length];
        bool any = false;
        for (int i = 0; i < found.Length && !reader.AtEnd; i++)
        {
            if (found[i] is not null || _grammars[i].Match(ref reader) is not { } value) continue;
            found[i] = value;
            any = true;
            i = -1;
        }

        if (!any) return null;
        for (int i = 0; i < found.Length; i++) found[i] ??= _initials[i];
        return found!;
    }

    public override CssValue Initial(int longhand) => _initials[longhand];

    protected bool IsInitial(CssValue[] values, int part) => values[part].Same(_initials[part]);

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        bool any = false;
        for (int i = 0; i < values.Length; i++)
        {
            if (IsInitial(values, i)) continue;
            if (any) writer.Write(' ');
            values[i].Write(writer);
            any = true;
        }

        if (!any) writer.Write(whenInitial);
    }
}

/// <summary>One or two values, the second left out where it is the first.</summary>
internal sealed class PairShorthand(string name, string first, string second, string grammar) : Shorthand(name, first, second)
{
    private readonly ValueGrammar _grammar = ValueGrammar.Compile(grammar);

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        if (_grammar.Match(ref reader) is not { } one) return null;
        return reader.AtEnd ? [one, one] : _grammar.Match(ref reader) is { } two ? [one, two] : null;
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        values[0].Write(writer);
        if (values[0].Same(values[1])) return;
        writer.Write(' ');
        values[1].Write(writer);
    }
}

/// <summary>Values of four sides, as few of them as tell all.</summary>
internal sealed class SidesShorthand(string name, string grammar, params string[] sides) : Shorthand(name, sides)
{
    private readonly ValueGrammar _grammar = ValueGrammar.Compile(grammar);

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        List<CssValue> values = [];
        while (values.Count < 4 && !reader.AtEnd && _grammar.Match(ref reader) is { } value) values.Add(value);
        return Spread(values);
    }

    public static CssValue[]? Spread(List<CssValue> values) => values.Count switch
    {
        1 => [values[0], values[0], values[0], values[0]],
        2 => [values[0], values[1], values[0], values[1]],
        3 => [values[0], values[1], values[2], values[1]],
        4 => [.. values],
        _ => null,
    };

    public override void Write(CssValue[] values, ValueWriter writer) => WriteSides(values, writer);

    public static void WriteSides(CssValue[] values, ValueWriter writer)
    {
        int count = !values[1].Same(values[3]) ? 4 : !values[0].Same(values[2]) ? 3 : !values[0].Same(values[1]) ? 2 : 1;
        for (int i = 0; i < count; i++)
        {
            if (i > 0) writer.Write(' ');
            values[i].Write(writer);
        }
    }
}
