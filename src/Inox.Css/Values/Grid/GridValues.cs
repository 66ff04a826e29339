using System.Text;

namespace Inox.Css;

/// <summary><c>[a b]</c>: the names of one line.</summary>
internal sealed class LineNames(string[] names) : CssValue
{
    public static LineNames None { get; } = new([]);

    public string[] Names { get; } = names;

    public bool IsEmpty => Names.Length == 0;

    public LineNames With(LineNames? more) => more is null ? this : new([.. Names, .. more.Names]);

    public override void Write(ValueWriter writer)
    {
        writer.Write('[');
        writer.Write(string.Join(' ', Names));
        writer.Write(']');
    }
}

/// <summary>Tracks, and the names of the lines around them: one more than there are tracks.</summary>
internal sealed class TrackList(LineNames[] names, CssValue[] sizes) : CssValue
{
    public LineNames[] Names { get; } = names;

    public CssValue[] Sizes { get; } = sizes;

    public bool HasRepeat => Array.Exists(Sizes, size => size is RepeatedTracks);

    // A bracket parts tracks as well as a blank does.
    public override void Write(ValueWriter writer)
    {
        int start = writer.Output.Length;
        bool afterName = false;
        for (int i = 0; i < Names.Length; i++)
        {
            if (!Names[i].IsEmpty)
            {
                if (writer.Output.Length > start) writer.OptionalSpace();
                Names[i].Write(writer);
                afterName = true;
            }

            if (i == Sizes.Length) break;
            if (afterName) writer.OptionalSpace();
            else if (i > 0) writer.Write(' ');
            Sizes[i].Write(writer);
            afterName = false;
        }
    }

    public override bool IsCompatible(TargetSet targets) => Array.TrueForAll(Sizes, size => size.IsCompatible(targets));
}

/// <summary><c>repeat(2, [a] 1fr)</c> among tracks.</summary>
internal sealed class RepeatedTracks(CssValue count, TrackList tracks) : CssValue
{
    public override void Write(ValueWriter writer) => new FunctionValue("repeat", count, tracks).Write(writer);

    public override bool IsCompatible(TargetSet targets) => tracks.IsCompatible(targets);
}

/// <summary><c>grid-template-areas</c>: the cells of each row.</summary>
internal sealed class GridAreas(string[][] rows) : CssValue
{
    private static readonly char[] s_blanks = [' ', '\t', '\n', '\r', '\f'];

    public int Count => rows.Length;

    /// <summary>The names in a row; dots are one empty cell however many. <c>a...b</c> is three cells.</summary>
    public static string[] Cells(string row)
    {
        List<string> cells = [];
        foreach (string word in row.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries))
        {
            for (int i = 0; i < word.Length;)
            {
                int end = i;
                bool isDot = word[i] == '.';
                while (end < word.Length && (word[end] == '.') == isDot) end++;
                cells.Add(isDot ? "." : word[i..end]);
                i = end;
            }
        }

        return [.. cells];
    }

    /// <summary>The same areas in <paramref name="count"/> rows, those without one empty.</summary>
    public GridAreas Fill(int count)
    {
        if (count <= Count) return this;
        string[] empty = new string[rows[0].Length];
        Array.Fill(empty, ".");
        string[][] filled = new string[count][];
        for (int i = 0; i < count; i++) filled[i] = i < Count ? rows[i] : empty;
        return new(filled);
    }

    public override void Write(ValueWriter writer)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (i > 0) writer.NewLine("grid-template-areas: ".Length);
            WriteRow(i, writer);
        }
    }

    // A dot needs no blank beside a name.
    public void WriteRow(int row, ValueWriter writer)
    {
        StringBuilder text = new();
        string[] cells = rows[row];
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0 && (!writer.Minify || cells[i] == "." == (cells[i - 1] == "."))) text.Append(' ');
            text.Append(cells[i]);
        }

        writer.WriteString(text.ToString());
    }
}

/// <summary><c>grid-auto-flow</c>.</summary>
internal sealed class GridFlow(bool isColumn, bool isDense) : CssValue
{
    public bool IsColumn { get; } = isColumn;

    public bool IsDense { get; } = isDense;

    public bool IsInitial => !IsColumn && !IsDense;

    public override void Write(ValueWriter writer)
    {
        if (IsColumn || !IsDense) writer.Write(IsColumn ? "column" : "row");
        if (IsColumn && IsDense) writer.Write(' ');
        if (IsDense) writer.Write("dense");
    }
}

/// <summary>A line that an item starts or ends at: by number, by name, or a span of tracks.</summary>
internal sealed class GridLine(bool isSpan, Numeric? index, string? name) : CssValue
{
    private bool IsArea => !isSpan && index is null;

    /// <summary>What the end is where it is left out: an area's own, else <c>auto</c>.</summary>
    public static CssValue ImpliedEnd(CssValue start) => start is GridLine { IsArea: true } ? start : GridParser.Auto;

    public override void Write(ValueWriter writer)
    {
        bool any = false;
        if (isSpan) Word("span");
        if (index is not null && !(isSpan && index.Value == 1 && name is not null)) Word(index.Text);
        if (name is not null) Word(CssEscapes.Identifier(name));

        void Word(string text)
        {
            if (any) writer.Write(' ');
            writer.Write(text);
            any = true;
        }
    }
}
