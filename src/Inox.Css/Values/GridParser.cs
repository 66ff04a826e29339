namespace Inox.Css;

/// <summary>Parses grid tracks and areas (CSS Grid 2, section 7).</summary>
internal static class GridParser
{
    private static readonly ValueGrammar s_breadth = ValueGrammar.Compile("auto | min-content | max-content | <length-percentage> | <flex>");
    private static readonly Keyword s_none = new("none");

    // none | <track-list> | subgrid <line-name-list>
    public static CssValue? ParseTemplate(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return s_none;
        return ParseTracks(ref reader, allowsRepeat: true) is { Count: > 0 } tracks ? new TrackList([.. tracks]) : null;
    }

    public static CssValue? ParseAuto(ref ValueReader reader)
    {
        List<CssValue> tracks = [];
        while (!reader.AtEnd && ParseSize(ref reader) is { } size) tracks.Add(size);
        return tracks.Count == 0 ? null : new ListValue(' ', [.. tracks]);
    }

    private static List<CssValue>? ParseTracks(ref ValueReader reader, bool allowsRepeat)
    {
        List<CssValue> tracks = [];
        while (!reader.AtEnd)
        {
            CssValue? track = ParseNames(ref reader) ?? ParseSize(ref reader) ?? (allowsRepeat ? ParseRepeat(ref reader) : null);
            if (track is null) return null;
            tracks.Add(track);
        }

        return tracks;
    }

    private static LineNames? ParseNames(ref ValueReader reader)
    {
        if (reader.Kind != CssTokenKind.OpenBracket || !reader.Enter()) return null;
        List<string> names = [];
        while (reader.TryCustomIdent() is { } name) names.Add(CssEscapes.Identifier(name.Name));
        return reader.Leave() ? new([.. names]) : null;
    }

    private static CssValue? ParseSize(ref ValueReader reader)
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

    private static FunctionValue? ParseRepeat(ref ValueReader reader)
    {
        if (!reader.TryFunction("repeat")) return null;
        CssValue? count = reader.TryIdent("auto-fill") ? new Keyword("auto-fill") : reader.TryIdent("auto-fit") ? new Keyword("auto-fit") : reader.TryInteger() is { } number ? Numeric.Number(number) : null;
        if (count is null || !reader.TryComma() || ParseTracks(ref reader, allowsRepeat: false) is not { Count: > 0 } tracks) return null;
        return reader.Leave() ? new("repeat", count, new TrackList([.. tracks])) : null;
    }

    // none | <string>+
    public static CssValue? ParseAreas(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return s_none;
        List<string> rows = [];
        while (reader.TryString() is { } row) rows.Add(row);
        return rows.Count == 0 ? null : new GridAreas([.. rows]);
    }

    private sealed class LineNames(string[] names) : CssValue
    {
        public override void Write(ValueWriter writer)
        {
            writer.Write('[');
            writer.Write(string.Join(' ', names));
            writer.Write(']');
        }
    }

    // A bracket parts tracks as well as a blank does.
    private sealed class TrackList(CssValue[] tracks) : CssValue
    {
        public override void Write(ValueWriter writer)
        {
            for (int i = 0; i < tracks.Length; i++)
            {
                if (i > 0 && (!writer.Minify || (tracks[i] is not LineNames && tracks[i - 1] is not LineNames))) writer.Write(' ');
                tracks[i].Write(writer);
            }
        }

        public override bool IsCompatible(TargetSet targets) => Array.TrueForAll(tracks, track => track.IsCompatible(targets));
    }

    private sealed class GridAreas(string[] rows) : CssValue
    {
        public override void Write(ValueWriter writer)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                if (i > 0) writer.OptionalSpace();
                writer.WriteString(Shorten(rows[i], writer.Minify));
            }
        }

        // Dots are one empty cell however many, and need no blank beside a name.
        private static string Shorten(string row, bool minify)
        {
            string[] cells = row.Split((char[])[' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries);
            System.Text.StringBuilder text = new();
            bool wasDot = false;
            for (int i = 0; i < cells.Length; i++)
            {
                bool isDot = cells[i][0] == '.';
                if (i > 0 && (!minify || wasDot == isDot)) text.Append(' ');
                text.Append(isDot ? "." : cells[i]);
                wasDot = isDot;
            }

            return text.ToString();
        }
    }
}
