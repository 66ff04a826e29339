namespace Inox.Css;

/// <summary><c>grid-template: rows / columns</c>, or rows of areas, each with the size of its track behind it (CSS Grid 2, section 7.4).</summary>
internal class GridTemplateShorthand(string name, params string[] more) : Shorthand(name, ["grid-template-rows", "grid-template-columns", "grid-template-areas", .. more])
{
    public override CssValue[]? Parse(ref ValueReader reader)
    {
        ValueReader saved = reader;
        if (reader.TryIdent("none") && reader.AtEnd) return [GridParser.None, GridParser.None, GridParser.None];
        reader = saved;
        if (ParseRowsOfAreas(ref reader) is { } values) return values;
        reader = saved;
        if (GridParser.ParseTemplate(ref reader) is not { } rows || !reader.TryDelim('/')) return null;
        return GridParser.ParseTemplate(ref reader) is { } columns ? [rows, columns, GridParser.None] : null;
    }

    // [ <line-names>? <string> <track-size>? <line-names>? ]+ [ / <explicit-track-list> ]?
    private static CssValue[]? ParseRowsOfAreas(ref ValueReader reader)
    {
        List<LineNames> names = [GridParser.ParseNames(ref reader) ?? LineNames.None];
        List<CssValue> sizes = [];
        List<string[]> rows = [];
        while (reader.TryString() is { } row)
        {
            if (GridAreas.Cells(row) is not { Length: > 0 } cells || (rows.Count > 0 && rows[0].Length != cells.Length)) return null;
            rows.Add(cells);
            sizes.Add(GridParser.ParseSize(ref reader) ?? GridParser.Auto);
            LineNames behind = GridParser.ParseNames(ref reader) ?? LineNames.None;
            names.Add(behind.With(GridParser.ParseNames(ref reader)));
        }

        if (rows.Count == 0) return null;
        CssValue? columns = reader.TryDelim('/') ? GridParser.ParseTracks(ref reader) : GridParser.None;
        return columns is null or TrackList { HasRepeat: true } ? null : [new TrackList([.. names], [.. sizes]), columns, new GridAreas([.. rows])];
    }

    // Beside areas no track repeats, and each has a row.
    public override bool CanWrite(CssValue[] values, TargetSet targets) => values[2] switch
    {
        GridAreas areas => values[0] is TrackList { HasRepeat: false } rows && values[1] is not TrackList { HasRepeat: true } && areas.Count <= rows.Sizes.Length,
        _ => true,
    };

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        if (values[2] is GridAreas areas) WriteAreas((TrackList)values[0], values[1], areas, writer);
        else if (values[0].IsKeyword("none") && values[1].IsKeyword("none")) writer.Write("none");
        else WriteAxes(values[0], values[1], writer);
    }

    protected static void WriteAxes(CssValue rows, CssValue columns, ValueWriter writer)
    {
        rows.Write(writer);
        writer.Separate('/');
        columns.Write(writer);
    }

    private void WriteAreas(TrackList rows, CssValue columns, GridAreas areas, ValueWriter writer)
    {
        int indent = Name.Length + 2;
        areas = areas.Fill(rows.Sizes.Length);
        for (int i = 0; i < areas.Count; i++)
        {
            WriteNames(rows.Names[i], isFirst: i == 0, indent, writer);
            areas.WriteRow(i, writer);
            if (rows.Sizes[i].IsKeyword("auto")) continue;
            writer.OptionalSpace();
            rows.Sizes[i].Write(writer);
        }

        if (!rows.Names[^1].IsEmpty)
        {
            writer.OptionalSpace();
            rows.Names[^1].Write(writer);
        }

        if (columns.IsKeyword("none")) return;
        writer.NewLine(indent);
        writer.Write('/');
        writer.OptionalSpace();
        columns.Write(writer);
    }

    // Of two names of a line the first ends the row above, the second starts the one below.
    private static void WriteNames(LineNames names, bool isFirst, int indent, ValueWriter writer)
    {
        if (!isFirst && !writer.Minify && names.Names is [var end, var start])
        {
            writer.Write(' ');
            new LineNames([end]).Write(writer);
            writer.NewLine(indent);
            names = new([start]);
        }
        else if (!isFirst) writer.NewLine(indent);

        if (names.IsEmpty) return;
        names.Write(writer);
        writer.OptionalSpace();
    }
}

/// <summary><c>grid</c>: all of <c>grid-template</c>, or the tracks of one axis and how those of the other come into being (CSS Grid 2, section 7.8).</summary>
internal sealed class GridShorthand() : GridTemplateShorthand("grid", "grid-auto-rows", "grid-auto-columns", "grid-auto-flow")
{
    private static readonly GridFlow s_row = new(isColumn: false, isDense: false);

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        ValueReader saved = reader;
        if (base.Parse(ref reader) is { } template && reader.AtEnd) return [.. template, GridParser.Auto, GridParser.Auto, s_row];
        reader = saved;
        if (ParseFlow(ref reader, isColumn: false) is { } rowFlow)
        {
            CssValue autoRows = GridParser.ParseAuto(ref reader) ?? GridParser.Auto;
            if (!reader.TryDelim('/') || GridParser.ParseTemplate(ref reader) is not { } columns) return null;
            return [GridParser.None, columns, GridParser.None, autoRows, GridParser.Auto, rowFlow];
        }

        reader = saved;
        if (GridParser.ParseTemplate(ref reader) is not { } rows || !reader.TryDelim('/') || ParseFlow(ref reader, isColumn: true) is not { } flow) return null;
        return [rows, GridParser.None, GridParser.None, GridParser.Auto, GridParser.ParseAuto(ref reader) ?? GridParser.Auto, flow];
    }

    // auto-flow && dense?
    private static GridFlow? ParseFlow(ref ValueReader reader, bool isColumn)
    {
        bool isDense = reader.TryIdent("dense");
        if (!reader.TryIdent("auto-flow")) return null;
        return new(isColumn, isDense || reader.TryIdent("dense"));
    }

    // Areas go with tracks that are all given.
    private bool IsExplicit(CssValue[] values) =>
        values[3].IsKeyword("auto") && values[4].IsKeyword("auto") && ((GridFlow)values[5]).IsInitial && base.CanWrite(values, TargetSet.None);

    /// <summary>Whether the shorthand can be written, but the areas must follow by themselves.</summary>
    public bool LeavesAreas(CssValue[] values) => values[2] is GridAreas && !IsExplicit(values);

    public override bool CanWrite(CssValue[] values, TargetSet targets)
    {
        if (IsExplicit(values)) return true;
        bool isColumn = ((GridFlow)values[5]).IsColumn;
        return isColumn ? values[1].IsKeyword("none") && values[3].IsKeyword("auto") : values[0].IsKeyword("none") && values[4].IsKeyword("auto");
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        GridFlow flow = (GridFlow)values[5];
        if (IsExplicit(values)) base.Write(values, writer);
        else if (flow.IsColumn) WriteAxes(values[0], new AutoTracks(flow.IsDense, values[4]), writer);
        else WriteAxes(new AutoTracks(flow.IsDense, values[3]), values[1], writer);
    }

    private sealed class AutoTracks(bool isDense, CssValue sizes) : CssValue
    {
        public override void Write(ValueWriter writer)
        {
            writer.Write(isDense ? "auto-flow dense" : "auto-flow");
            if (sizes.IsKeyword("auto")) return;
            writer.Write(' ');
            sizes.Write(writer);
        }
    }
}
