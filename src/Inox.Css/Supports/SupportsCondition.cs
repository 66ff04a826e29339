namespace Inox.Css;

/// <summary>A condition of <c>@supports</c> (CSS Conditional 3, section 6).</summary>
internal abstract record SupportsCondition
{
    internal sealed record Not(SupportsCondition Inner) : SupportsCondition;

    internal sealed record Joined(bool IsAnd, List<SupportsCondition> Items) : SupportsCondition;

    /// <summary><c>(name: value)</c>, asked under each of the prefixes.</summary>
    internal sealed record Feature(string Name, VendorPrefix Prefixes, string Value) : SupportsCondition;

    /// <summary>A function such as <c>selector()</c>, or what is not known.</summary>
    internal sealed record Raw(CssText Text) : SupportsCondition;

    /// <summary>The condition; null where the text is none.</summary>
    public static SupportsCondition? Parse(CssText text)
    {
        ValueReader reader = new(text);
        SupportsCondition? condition = ParseCondition(ref reader);
        return reader.Kind == CssTokenKind.EndOfFile ? condition : null;
    }

    /// <summary>The condition in <c>supports(…)</c> of an <c>@import</c>, where a declaration needs no parentheses.</summary>
    public static SupportsCondition? ParseArgument(CssText text)
    {
        ValueReader reader = new(text);
        return TryFeature(ref reader, text) is { } feature && reader.AtEnd ? feature : Parse(text);
    }

    // not <in-parens> | <in-parens> [ and <in-parens> ]* | <in-parens> [ or <in-parens> ]*
    private static SupportsCondition? ParseCondition(ref ValueReader reader)
    {
        if (reader.TryIdent("not")) return ParseInParens(ref reader) is { } inner ? new Not(inner) : null;
        if (ParseInParens(ref reader) is not { } first) return null;
        bool isAnd = reader.IsIdent("and");
        if (!isAnd && !reader.IsIdent("or")) return first;
        List<SupportsCondition> items = [first];
        while (reader.TryIdent(isAnd ? "and" : "or"))
        {
            if (ParseInParens(ref reader) is not { } next) return null;
            if (!isAnd && items[^1] is Feature earlier && next is Feature own && own.Name == earlier.Name && own.Value == earlier.Value) items[^1] = own with { Prefixes = own.Prefixes | earlier.Prefixes };
            else items.Add(next);
        }

        return items.Count == 1 ? items[0] : new Joined(isAnd, items);
    }

    private static SupportsCondition? ParseInParens(ref ValueReader reader)
    {
        if (reader.Kind == CssTokenKind.Function) return new Raw(reader.TakeComponent());
        if (reader.Kind != CssTokenKind.OpenParen) return null;
        ValueReader saved = reader;
        CssText whole = reader.TakeComponent();
        reader = saved;
        if (reader.Enter() && ParseCondition(ref reader) is { } inner && reader.Leave()) return inner;
        reader = saved;
        if (reader.Enter() && TryFeature(ref reader, whole) is { } feature && reader.Leave()) return feature;
        reader = saved;
        return new Raw(reader.TakeComponent());
    }

    private static Feature? TryFeature(ref ValueReader reader, CssText around)
    {
        if (reader.Kind != CssTokenKind.Ident) return null;
        string name = reader.Name.StartsWith("--") ? reader.Decoded() : reader.Decoded().ToLowerInvariant();
        reader.Next();
        if (reader.Kind != CssTokenKind.Colon) return null;
        reader.Next();
        CssText value = reader.TakeRest(out _);
        VendorPrefix prefix = VendorPrefixes.Of(name);
        return new(PrefixedNames.Standard(name, prefix), prefix, new CssText(around.Buffer, value.Start, value.End).ToString());
    }

    /// <summary>Asks for standard properties under the prefixes that targets know them by.</summary>
    public SupportsCondition For(TargetSet targets) => this switch
    {
        Not not => new Not(not.Inner.For(targets)),
        Joined joined => new Joined(joined.IsAnd, joined.Items.ConvertAll(item => item.For(targets))),
        Feature feature when targets.Browsers is not null && (feature.Prefixes & VendorPrefix.None) != 0 => feature with { Prefixes = targets.PrefixesOf(feature.Name) },
        _ => this,
    };

    /// <summary>The targets that read the rules in <paramref name="at"/>.</summary>
    public static TargetSet Within(AtModel at, TargetSet targets)
    {
        if (at.Known != AtRuleName.Supports || targets.Browsers is null) return targets;
        List<CssFeature> known = Parse(new(at.Prelude))?.Known() ?? [];
        return known.Count == 0 ? targets : targets.With(known);
    }

    /// <summary>The features of values that every browser has for which the condition holds.</summary>
    public List<CssFeature> Known()
    {
        if (this is Feature feature) return Known(feature.Value);
        if (this is not Joined { IsAnd: true } joined || !joined.Items.TrueForAll(static item => item is Feature)) return [];
        return [.. joined.Items.SelectMany(static item => item.Known())];
    }

    private static List<CssFeature> Known(string value)
    {
        List<CssFeature> known = [];
        if (Has("oklab(") || Has("oklch(")) known.AddRange([CssFeature.OklabColors, CssFeature.LabColors, CssFeature.P3Colors, CssFeature.ColorFunction]);
        else if (Has("lab(") || Has("lch(")) known.AddRange([CssFeature.LabColors, CssFeature.P3Colors, CssFeature.ColorFunction]);
        if (Has("color(")) known.AddRange([CssFeature.P3Colors, CssFeature.ColorFunction]);
        if (Has("light-dark(")) known.Add(CssFeature.LightDark);
        return known;

        bool Has(string function) => value.Contains(function, StringComparison.OrdinalIgnoreCase);
    }

    public void Write(ValueWriter writer, TextPrinter raw) => Write(writer, raw, isInParens: false);

    private void Write(ValueWriter writer, TextPrinter raw, bool isInParens)
    {
        switch (this)
        {
            case Feature feature:
                WriteFeature(feature, writer);
                break;
            case Raw text:
                raw.Print(text.Text, TextContext.Condition);
                break;
            default:
                if (isInParens) writer.Write('(');
                WriteWords(writer, raw);
                if (isInParens) writer.Write(')');
                break;
        }
    }

    private void WriteWords(ValueWriter writer, TextPrinter raw)
    {
        if (this is Not not)
        {
            writer.Write("not ");
            not.Inner.Write(writer, raw, isInParens: true);
            return;
        }

        Joined joined = (Joined)this;
        for (int i = 0; i < joined.Items.Count; i++)
        {
            if (i > 0) writer.Write(joined.IsAnd ? " and " : " or ");
            joined.Items[i].Write(writer, raw, isInParens: true);
        }
    }

    private static void WriteFeature(Feature feature, ValueWriter writer)
    {
        bool isMany = !System.Numerics.BitOperations.IsPow2((int)feature.Prefixes), any = false;
        if (isMany) writer.Write('(');
        foreach (VendorPrefix prefix in VendorPrefixes.Order)
        {
            if ((feature.Prefixes & prefix) == 0) continue;
            if (any) writer.Write(" or ");
            writer.Write('(');
            WriteDeclaration(prefix, feature, writer);
            writer.Write(')');
            any = true;
        }

        if (isMany) writer.Write(')');
    }

    private static void WriteDeclaration(VendorPrefix prefix, Feature feature, ValueWriter writer)
    {
        writer.Write(PrefixedNames.Of(prefix, feature.Name));
        writer.Write(':');
        writer.OptionalSpace();
        writer.Write(feature.Value);
    }

    /// <summary>Writes the inside of <c>supports(…)</c>.</summary>
    public void WriteArgument(ValueWriter writer, TextPrinter raw)
    {
        if (this is Feature feature && System.Numerics.BitOperations.IsPow2((int)feature.Prefixes)) WriteDeclaration(feature.Prefixes, feature, writer);
        else Write(writer, raw);
    }
}
