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

/// <summary><c>animation</c>: the name comes last, so that it is read as one.</summary>
internal sealed class AnimationShorthand() : LayeredShorthand("animation",
[
    new("animation-duration", TransitionShorthand.Time, new Keyword("auto")),
    new("animation-timing-function", EasingParser.TryParse, new Keyword("ease")),
    new("animation-delay", TransitionShorthand.Time, new Numeric(0, CssUnit.S)),
    new("animation-iteration-count", Count, Numeric.Number(1)),
    new("animation-direction", static (ref reader) => reader.TryKeyword(Directions), new Keyword("normal")),
    new("animation-fill-mode", static (ref reader) => reader.TryKeyword(FillModes), new Keyword("none")),
    new("animation-play-state", static (ref reader) => reader.TryKeyword(PlayStates), new Keyword("running")),
    new("animation-name", KeyframesName, new Keyword("none")),
    new("animation-timeline", Timeline, new Keyword("auto")),
])
{
    private static readonly ValueGrammar s_timeline = ValueGrammar.Compile("auto | none | <dashed-ident>");

    public static KeywordSet Directions { get; } = new("normal", "reverse", "alternate", "alternate-reverse");

    public static KeywordSet FillModes { get; } = new("none", "forwards", "backwards", "both");

    public static KeywordSet PlayStates { get; } = new("running", "paused");

    private static readonly KeywordSet s_scrollers = new("nearest", "root", "self"), s_axes = new("block", "inline", "x", "y");

    public static CssValue? Count(ref ValueReader reader) => reader.TryIdent("infinite") ? new Keyword("infinite") : CalcParser.TryNumeric(ref reader, Dimensions.Number);

    public static CssValue? KeyframesName(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return new Keyword("none");
        if (reader.TryString() is { } text) return new AnimationName(text, quoted: true);
        return reader.TryCustomIdent() is { } ident ? new AnimationName(ident.Name, quoted: false) : null;
    }

    public static CssValue? Timeline(ref ValueReader reader)
    {
        if (s_timeline.Match(ref reader) is { } word) return word;
        if (reader.TryFunction("scroll")) return ParseScroll(ref reader);
        return reader.TryFunction("view") ? ParseView(ref reader) : null;
    }

    private static CssValue? ParseScroll(ref ValueReader reader)
    {
        Keyword? scroller = null, axis = null;
        while (!reader.AtEnd)
        {
            if (scroller is null && reader.TryKeyword(s_scrollers) is { } own) scroller = own;
            else if (axis is null && reader.TryKeyword(s_axes) is { } word) axis = word;
            else return null;
        }

        List<CssValue> parts = [];
        if (scroller is not null and not { Name: "nearest" }) parts.Add(scroller);
        if (axis is not null and not { Name: "block" }) parts.Add(axis);
        return reader.Leave() ? Function("scroll", parts) : null;
    }

    private static CssValue? ParseView(ref ValueReader reader)
    {
        Keyword? axis = null;
        CssValue? inset = null;
        while (!reader.AtEnd)
        {
            if (axis is null && reader.TryKeyword(s_axes) is { } word) axis = word;
            else if (inset is null && ValueGrammar.Compile("[ auto | <length-percentage> ]{1,2}").Match(ref reader) is { } own) inset = own;
            else return null;
        }

        if (inset is ListValue { Items: [var a, var b] } && a.Same(b)) inset = a;
        List<CssValue> parts = [];
        if (axis is not null and not { Name: "block" }) parts.Add(axis);
        if (inset is not null && inset.Text != "auto") parts.Add(inset);
        return reader.Leave() ? Function("view", parts) : null;
    }

    private static FunctionValue Function(string name, List<CssValue> parts) => parts.Count == 0 ? new(name) : new(name, new ListValue(' ', [.. parts]));

    public override bool CanWrite(CssValue[] values, TargetSet targets)
    {
        int count = BackgroundParser.Items(values[0]).Length;
        return Array.TrueForAll(values, value => BackgroundParser.Items(value).Length == count);
    }

    // A name that could be another part needs the part before it.
    protected override void WriteLayer(CssValue[] layer, ValueWriter writer)
    {
        string name = layer[7] is AnimationName own ? own.Name.ToLowerInvariant() : "";
        bool hasDelay = layer[2].Text != "0s";
        bool isEasing = name is "linear" or "ease" or "ease-in" or "ease-out" or "ease-in-out" or "step-start" or "step-end";
        int start = writer.Output.Length;
        WriteWords(
            writer,
            layer[0].Text is "auto" && !hasDelay ? null : layer[0].Text == "0s" && !hasDelay ? null : layer[0].Text == "auto" ? new Numeric(0, CssUnit.S) : layer[0],
            layer[1].Text != "ease" || isEasing ? layer[1] : null,
            hasDelay ? layer[2] : null,
            layer[3].Text != "1" || name == "infinite" ? layer[3] : null,
            layer[4].Text != "normal" || Directions.Find(name) is not null ? layer[4] : null,
            layer[5].Text != "none" || (name != "none" && FillModes.Find(name) is not null) ? layer[5] : null,
            layer[6].Text != "running" || PlayStates.Find(name) is not null ? layer[6] : null,
            layer[7].IsKeyword("none") && AnyElse(layer) ? null : layer[7],
            layer[8].Text != "auto" ? layer[8] : null);
        if (writer.Output.Length == start) writer.Write("none");
    }

    private static bool AnyElse(CssValue[] layer) =>
        layer[0].Text is not ("auto" or "0s") || layer[1].Text != "ease" || layer[2].Text != "0s" || layer[3].Text != "1" || layer[4].Text != "normal"
        || layer[5].Text != "none" || layer[6].Text != "running" || layer[8].Text != "auto";
}

/// <summary>The name of an animation; a string is written as an identifier unless that would be a keyword.</summary>
internal sealed class AnimationName(string name, bool quoted) : CssValue
{
    public string Name { get; } = name;

    public override void Write(ValueWriter writer)
    {
        bool reserved = Name.Length == 0 || WideKeywords.Is(Name) || Name.ToLowerInvariant() is "none" or "default";
        if (quoted && reserved) writer.WriteString(Name);
        else writer.Write(CssEscapes.Identifier(Name));
    }
}

/// <summary>The ends of <c>animation-range</c>: a named range starts at 0% and ends at 100%, which go without saying.</summary>
internal static class AnimationRange
{
    private static readonly KeywordSet s_names = new("cover", "contain", "entry", "exit", "entry-crossing", "exit-crossing");

    public static CssValue? ParseStart(ref ValueReader reader) => Parse(ref reader, "0%");

    public static CssValue? ParseEnd(ref ValueReader reader) => Parse(ref reader, "100%");

    private static CssValue? Parse(ref ValueReader reader, string implied)
    {
        if (reader.TryIdent("normal")) return new Keyword("normal");
        Keyword? name = reader.TryKeyword(s_names);
        CalcNode? offset = CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);
        if (name is null) return offset;
        return offset is null || offset.Text == implied ? name : new ListValue(' ', name, offset);
    }

    /// <summary>A range's start and end as one: <c>entry 0% entry 100%</c> is <c>entry</c>.</summary>
    public static CssValue? ParseRange(ref ValueReader reader)
    {
        if (ParseStart(ref reader) is not { } start) return null;
        CssValue? end = reader.AtEnd || reader.Kind == CssTokenKind.Comma ? null : ParseEnd(ref reader);
        if (end is null || end.IsKeyword("normal") && start is not Keyword) return start;
        return start is Keyword && start.Same(end) ? start : new ListValue(' ', start, end);
    }
}
