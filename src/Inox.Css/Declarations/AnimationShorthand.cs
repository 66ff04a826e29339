namespace Inox.Css;

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
    private const int Timelines = 8;

    private static readonly ValueGrammar s_timeline = ValueGrammar.Compile("auto | none | <dashed-ident>"), s_inset = ValueGrammar.Compile("[ auto | <length-percentage> ]{1,2}");

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
            else if (inset is null && s_inset.Match(ref reader) is { } own) inset = own;
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
        for (int i = 0; i < Timelines; i++)
        {
            if (BackgroundParser.Items(values[i]).Length != count) return false;
        }

        CssValue[] timelines = BackgroundParser.Items(values[Timelines]);
        return timelines.Length == count || timelines is [Keyword { Name: "auto" }];
    }

    // The prefixed shorthand is from before timelines.
    public override CssValue? Missing(int longhand, VendorPrefix prefixes) => longhand == Timelines && (prefixes & VendorPrefix.None) == 0 ? Parts[Timelines].Initial : null;

    public override int Apart(CssValue[] values, TargetSet targets) =>
        Array.Exists(BackgroundParser.Items(values[Timelines]), static timeline => !timeline.IsKeyword("auto")) && !targets.Supports(CssFeature.AnimationTimelineShorthand) ? Timelines : -1;

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
