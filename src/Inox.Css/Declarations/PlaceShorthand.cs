namespace Inox.Css;

/// <summary>What CSS Box Alignment 3 lets the <c>place-*</c> shorthands and their longhands take.</summary>
internal static class PlaceGrammars
{
    private const string Baseline = "<baseline>", Distribution = "space-between | space-around | space-evenly | stretch";
    private const string ContentPosition = "center | start | end | flex-start | flex-end", SelfPosition = "center | start | end | self-start | self-end | flex-start | flex-end";

    public const string AlignContent = $"normal | {Baseline} | {Distribution} | [ safe | unsafe ]? [ {ContentPosition} ]";
    public const string JustifyContent = $"normal | {Distribution} | [ safe | unsafe ]? [ {ContentPosition} | left | right ]";
    public const string AlignSelf = $"auto | normal | stretch | {Baseline} | [ safe | unsafe ]? [ {SelfPosition} ]";
    public const string JustifySelf = $"auto | normal | stretch | {Baseline} | [ safe | unsafe ]? [ {SelfPosition} | left | right ]";
    public const string AlignItems = $"normal | stretch | {Baseline} | [ safe | unsafe ]? [ {SelfPosition} ]";
    public const string JustifyItems = $"normal | stretch | {Baseline} | legacy [ left | right | center ] | [ left | right | center ] legacy | legacy | [ safe | unsafe ]? [ {SelfPosition} | left | right ]";
}

/// <summary>A block-axis and an inline-axis value, the second left out where it is what the first implies.</summary>
internal sealed class PlaceShorthand(string name, string align, string justify, CssFeature feature, string alignGrammar, string justifyGrammar) : Shorthand(name, align, justify)
{
    private readonly ValueGrammar _align = ValueGrammar.Compile(alignGrammar), _justify = ValueGrammar.Compile(justifyGrammar);

    public override VendorPrefix Prefixes => VendorPrefix.None;

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        if (_align.Match(ref reader) is not { } first) return null;
        if (!reader.AtEnd) return _justify.Match(ref reader) is { } second ? [first, second] : null;

        // place-content: baseline has start for the other axis.
        return Name == "place-content" && first.Text.EndsWith("baseline", StringComparison.Ordinal) ? [first, new Keyword("start")] : [first, first];
    }

    public override bool CanWrite(CssValue[] values, TargetSet targets) => targets.Supports(feature);

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        values[0].Write(writer);
        if (values[0].Same(values[1])) return;
        writer.Write(' ');
        values[1].Write(writer);
    }
}
