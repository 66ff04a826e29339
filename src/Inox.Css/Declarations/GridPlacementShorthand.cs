namespace Inox.Css;

/// <summary><c>grid-row</c>, <c>grid-column</c> and <c>grid-area</c>: lines with slashes between them, at the end left out what goes without saying.</summary>
internal sealed class GridPlacementShorthand(string name, params string[] longhands) : Shorthand(name, longhands)
{
    // Which line tells what the one at an index is when it is left out: row-start, column-start, row-end, column-end.
    private readonly int[] _impliedBy = longhands.Length == 2 ? [-1, 0] : [-1, 0, 0, 1];

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        CssValue[] values = new CssValue[Longhands.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0 && !reader.TryDelim('/')) values[i] = GridLine.ImpliedEnd(values[_impliedBy[i]]);
            else if (GridParser.ParseLine(ref reader) is { } line) values[i] = line;
            else return null;
        }

        return values;
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        int count = values.Length;
        while (count > 1 && values[count - 1].Same(GridLine.ImpliedEnd(values[_impliedBy[count - 1]]))) count--;
        for (int i = 0; i < count; i++)
        {
            if (i > 0) writer.Separate('/');
            values[i].Write(writer);
        }
    }
}
