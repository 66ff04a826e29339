namespace Inox.Css;

/// <summary><c>animation-range</c>: a named range starts at 0% and ends at 100%, which go without saying (Scroll-driven Animations 1, section 5).</summary>
internal sealed class AnimationRangeShorthand() : Shorthand("animation-range", "animation-range-start", "animation-range-end")
{
    private static readonly KeywordSet s_names = new("cover", "contain", "entry", "exit", "entry-crossing", "exit-crossing");
    private static readonly Keyword s_normal = new("normal");

    // [ <start> <end>? ]#
    public override CssValue[]? Parse(ref ValueReader reader)
    {
        List<CssValue> starts = [], ends = [];
        do
        {
            if (ParseStart(ref reader) is not { } start) return null;
            starts.Add(start);
            if (reader.AtEnd || reader.Kind == CssTokenKind.Comma) ends.Add(ImpliedEnd(start));
            else if (ParseEnd(ref reader) is { } end) ends.Add(end);
            else return null;
        }
        while (reader.TryComma());
        return starts.Count == 1 ? [starts[0], ends[0]] : [new ListValue(',', [.. starts]), new ListValue(',', [.. ends])];
    }

    public static CssValue? ParseStart(ref ValueReader reader) => Parse(ref reader, "0%");

    public static CssValue? ParseEnd(ref ValueReader reader) => Parse(ref reader, "100%");

    private static CssValue? Parse(ref ValueReader reader, string implied)
    {
        if (reader.TryIdent("normal")) return s_normal;
        Keyword? name = reader.TryKeyword(s_names);
        CalcNode? offset = CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);
        if (name is null) return offset;
        return offset is null || offset.Text == implied ? name : new ListValue(' ', name, offset);
    }

    // entry 10% ends where the entry does.
    private static CssValue ImpliedEnd(CssValue start) => start switch
    {
        Keyword name => name,
        ListValue { Items: [Keyword name, ..] } => name,
        _ => s_normal,
    };

    public override bool CanWrite(CssValue[] values, TargetSet targets) => BackgroundParser.Items(values[0]).Length == BackgroundParser.Items(values[1]).Length;

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        CssValue[] starts = BackgroundParser.Items(values[0]), ends = BackgroundParser.Items(values[1]);
        for (int i = 0; i < starts.Length; i++)
        {
            if (i > 0) writer.Comma();
            starts[i].Write(writer);
            if (ends[i].Same(ImpliedEnd(starts[i]))) continue;
            writer.Write(' ');
            ends[i].Write(writer);
        }
    }
}
