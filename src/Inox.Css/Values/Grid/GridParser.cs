namespace Inox.Css;

/// <summary>Parses grid tracks, areas and lines (CSS Grid 2, sections 7 and 8).</summary>
internal static class GridParser
{
    private static readonly ValueGrammar s_breadth = ValueGrammar.Compile("auto | min-content | max-content | <length-percentage> | <flex>");
    private static readonly KeywordSet s_repeatCounts = new("auto-fill", "auto-fit"), s_flows = new("row", "column");

    public static readonly Keyword None = new("none"), Auto = new("auto");

    // none | <track-list>; a subgrid stays text
    public static CssValue? ParseTemplate(ref ValueReader reader) => reader.TryIdent("none") ? None : ParseTracks(ref reader);

    public static CssValue? ParseAuto(ref ValueReader reader)
    {
        List<CssValue> tracks = [];
        while (!reader.AtEnd && ParseSize(ref reader) is { } size) tracks.Add(size);
        return tracks.Count == 0 ? null : tracks.Count == 1 ? tracks[0] : new ListValue(' ', [.. tracks]);
    }

    /// <summary><c>[ &lt;line-names&gt;? [ &lt;track-size&gt; | &lt;track-repeat&gt; ] ]+ &lt;line-names&gt;?</c> up to a slash or the end.</summary>
    public static TrackList? ParseTracks(ref ValueReader reader) => ParseTracks(ref reader, allowsRepeat: true);

    private static TrackList? ParseTracks(ref ValueReader reader, bool allowsRepeat)
    {
        List<LineNames> names = [];
        List<CssValue> sizes = [];
        while (true)
        {
            names.Add(ParseNames(ref reader) ?? LineNames.None);
            if (reader.AtEnd || reader.IsDelim('/')) break;
            if ((ParseSize(ref reader) ?? (allowsRepeat ? ParseRepeat(ref reader) : null)) is not { } size) return null;
            sizes.Add(size);
        }

        return sizes.Count == 0 ? null : new([.. names], [.. sizes]);
    }

    public static LineNames? ParseNames(ref ValueReader reader)
    {
        if (reader.Kind != CssTokenKind.OpenBracket || !reader.Enter()) return null;
        List<string> names = [];
        while (reader.TryCustomIdent() is { } name) names.Add(CssEscapes.Identifier(name.Name));
        return reader.Leave() ? new([.. names]) : null;
    }

    public static CssValue? ParseSize(ref ValueReader reader)
    {
        if (s_breadth.Match(ref reader) is { } breadth) return breadth;
        ValueReader saved = reader;
        CssValue? size = null;
        if (reader.TryFunction("minmax"))
        {
            if (s_breadth.Match(ref reader) is { } min && reader.TryComma() && s_breadth.Match(ref reader) is { } max && reader.Leave()) size = new FunctionValue("minmax", min, max);
        }
        else if (reader.TryFunction("fit-content"))
        {
            if (CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is { } limit && reader.Leave()) size = new FunctionValue("fit-content", limit);
        }

        if (size is null) reader = saved;
        return size;
    }

    private static RepeatedTracks? ParseRepeat(ref ValueReader reader)
    {
        if (!reader.TryFunction("repeat")) return null;
        CssValue? count = reader.TryKeyword(s_repeatCounts) ?? (CssValue?)CalcParser.TryInteger(ref reader);
        if (count is null || !reader.TryComma() || ParseTracks(ref reader, allowsRepeat: false) is not { } tracks) return null;
        return reader.Leave() ? new(count, tracks) : null;
    }

    // none | <string>+
    public static CssValue? ParseAreas(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return None;
        List<string[]> rows = [];
        while (reader.TryString() is { } row)
        {
            if (GridAreas.Cells(row) is not { Length: > 0 } cells || (rows.Count > 0 && rows[0].Length != cells.Length)) return null;
            rows.Add(cells);
        }

        return rows.Count == 0 ? null : new GridAreas([.. rows]);
    }

    // [ row | column ] || dense
    public static CssValue? ParseAutoFlow(ref ValueReader reader)
    {
        bool isDense = reader.TryIdent("dense");
        Keyword? direction = reader.TryKeyword(s_flows);
        if (direction is null && !isDense) return null;
        isDense = isDense || reader.TryIdent("dense");
        return new GridFlow(direction is { Name: "column" }, isDense);
    }

    // auto | <custom-ident> | [ <integer> && <custom-ident>? ] | [ span && [ <integer> || <custom-ident> ] ]
    public static CssValue? ParseLine(ref ValueReader reader)
    {
        if (reader.TryIdent("auto")) return Auto;
        bool isSpan = false;
        Numeric? index = null;
        string? name = null;
        while (!reader.AtEnd && !reader.IsDelim('/'))
        {
            if (!isSpan && reader.TryIdent("span")) isSpan = true;
            else if (index is null && CalcParser.TryInteger(ref reader) is { } number) index = number;
            else if (name is null && reader.TryCustomIdent() is { } ident) name = ident.Name;
            else return null;
        }

        if ((index is null && name is null) || index is { Value: 0 } || (isSpan && index is { Value: < 0 })) return null;
        return new GridLine(isSpan, index, name);
    }
}
