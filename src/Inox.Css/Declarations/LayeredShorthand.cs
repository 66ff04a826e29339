namespace Inox.Css;

/// <summary>One part of a layered shorthand: its longhand, how it is read, and what it is when left out.</summary>
internal sealed record LayerPart(string Longhand, ValueParser Parser, CssValue Initial);

/// <summary>
/// A comma-separated list of layers whose parts come in any order, as <c>transition</c> and <c>animation</c>. Its longhands are lists themselves; the values
/// here are one list of items for each.
/// </summary>
internal abstract class LayeredShorthand(string name, LayerPart[] parts) : Shorthand(name, [.. parts.Select(part => part.Longhand)])
{
    protected LayerPart[] Parts { get; } = parts;

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        List<CssValue>[] columns = [.. Parts.Select(_ => new List<CssValue>())];
        do
        {
            if (ParseLayer(ref reader) is not { } layer) return null;
            for (int i = 0; i < layer.Length; i++) columns[i].Add(layer[i]);
        }
        while (reader.TryComma());
        return Array.ConvertAll(columns, column => column.Count == 1 ? column[0] : (CssValue)new ListValue(',', [.. column]));
    }

    public override CssValue Initial(int longhand) => Parts[longhand].Initial;

    protected virtual CssValue[]? ParseLayer(ref ValueReader reader)
    {
        CssValue?[] found = new CssValue?[Parts.Length];
        bool any = false;
        while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma)
        {
            if (!TryPart(ref reader, found)) return null;
            any = true;
        }

        if (!any) return null;
        for (int i = 0; i < found.Length; i++) found[i] ??= Parts[i].Initial;
        return found!;
    }

    private bool TryPart(ref ValueReader reader, CssValue?[] found)
    {
        for (int i = 0; i < Parts.Length; i++)
        {
            if (found[i] is not null) continue;
            ValueReader saved = reader;
            if ((found[i] = Parts[i].Parser(ref reader)) is not null) return true;
            reader = saved;
        }

        return false;
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        CssValue[][] columns = Array.ConvertAll(values, BackgroundParser.Items);
        int count = columns[0].Length;
        for (int i = 0; i < count; i++)
        {
            if (i > 0) writer.Comma();
            WriteLayer(Array.ConvertAll(columns, column => column[i % column.Length]), writer);
        }
    }

    protected abstract void WriteLayer(CssValue[] layer, ValueWriter writer);

    protected static void WriteWords(ValueWriter writer, params ReadOnlySpan<CssValue?> words)
    {
        bool any = false;
        foreach (CssValue? word in words)
        {
            if (word is null) continue;
            if (any) writer.Write(' ');
            word.Write(writer);
            any = true;
        }
    }
}

/// <summary><c>transition: property duration easing delay</c>.</summary>
internal sealed class TransitionShorthand() : LayeredShorthand("transition",
[
    new("transition-property", Property, new CustomIdent("all")),
    new("transition-duration", Time, new Numeric(0, CssUnit.S)),
    new("transition-timing-function", EasingParser.TryParse, new Keyword("ease")),
    new("transition-delay", Time, new Numeric(0, CssUnit.S)),
])
{
    public static CssValue? Time(ref ValueReader reader) => CalcParser.TryNumeric(ref reader, Dimensions.Time);

    public static CssValue? Property(ref ValueReader reader) => reader.TryCustomIdent() is { } ident ? new CustomIdent(ident.Name.StartsWith("--", StringComparison.Ordinal) ? ident.Name : ident.Name.ToLowerInvariant()) : null;

    public override bool CanWrite(CssValue[] values, TargetSet targets)
    {
        int count = BackgroundParser.Items(values[0]).Length;
        return Array.TrueForAll(values, value => BackgroundParser.Items(value).Length is var own && (own == count || own == 1));
    }

    protected override CssValue[]? ParseLayer(ref ValueReader reader)
    {
        CssValue? property = null, duration = null, easing = null, delay = null;
        while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma)
        {
            if (duration is null && Time(ref reader) is { } first) duration = first;
            else if (easing is null && EasingParser.TryParse(ref reader) is { } own) easing = own;
            else if (delay is null && Time(ref reader) is { } second) delay = second;
            else if (property is null && Property(ref reader) is { } name) property = name;
            else return null;
        }

        if (property is null && duration is null && easing is null) return null;
        return [property ?? Parts[0].Initial, duration ?? Parts[1].Initial, easing ?? Parts[2].Initial, delay ?? Parts[3].Initial];
    }

    protected override void WriteLayer(CssValue[] layer, ValueWriter writer)
    {
        bool hasDelay = layer[3].Text != "0s", hasDuration = layer[1].Text != "0s" || hasDelay;
        WriteWords(writer, layer[0], hasDuration ? layer[1] : null, layer[2].Text == "ease" ? null : layer[2], hasDelay ? layer[3] : null);
    }
}
