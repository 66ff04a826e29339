namespace Inox.Css;

/// <summary>One axis of a position: from the near side, or from the far one by <see cref="Offset"/>; centre where the offset is null.</summary>
internal readonly record struct AxisPosition(bool FromFar, CalcNode? Offset, bool IsCenter)
{
    public static AxisPosition Center { get; } = new(false, null, true);

    /// <summary>The distance from the near side; null when it would take a calculation.</summary>
    public CalcNode? FromNear()
    {
        if (IsCenter) return Numeric.Percent(50);
        if (!FromFar) return Offset ?? Numeric.Percent(0);
        return Offset is null || Offset.IsZero ? Numeric.Percent(100) : null;
    }
}

/// <summary><c>&lt;position&gt;</c> (CSS Values 4, section 8.4), written with as few words as it takes.</summary>
internal sealed class PositionValue(AxisPosition x, AxisPosition y) : CssValue
{
    public AxisPosition X { get; } = x;

    public AxisPosition Y { get; } = y;

    public static PositionValue Centered { get; } = new(AxisPosition.Center, AxisPosition.Center);

    public static PositionValue Origin { get; } = new(default, default);

    public bool IsCentered => X.FromNear()?.Text == "50%" && Y.FromNear()?.Text == "50%";

    public bool IsOrigin => X.FromNear() is { IsZero: true } && Y.FromNear() is { IsZero: true };

    private enum Word : byte { None, Center, Left, Right, Top, Bottom }

    public static PositionValue? TryParse(ref ValueReader reader)
    {
        ValueReader saved = reader;
        Word first = ReadWord(ref reader);
        CalcNode? firstOffset = CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);
        if (first == Word.None && firstOffset is null)
        {
            reader = saved;
            return null;
        }

        ValueReader afterFirst = reader;
        Word second = ReadWord(ref reader);
        CalcNode? secondOffset = CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);

        // left 10px may be two values, or one before a third.
        PositionValue? result = second == Word.None && secondOffset is null
            ? One(first, firstOffset)
            : Two(first, firstOffset, second, secondOffset);
        if (result is null && firstOffset is not null && first != Word.None) reader = afterFirst;
        result ??= firstOffset is not null && first != Word.None ? Two(first, null, Word.None, firstOffset) : null;
        if (result is null) reader = saved;
        return result;
    }

    private static Word ReadWord(ref ValueReader reader)
    {
        if (reader.TryIdent("center")) return Word.Center;
        if (reader.TryIdent("left")) return Word.Left;
        if (reader.TryIdent("right")) return Word.Right;
        if (reader.TryIdent("top")) return Word.Top;
        return reader.TryIdent("bottom") ? Word.Bottom : Word.None;
    }

    private static PositionValue? One(Word word, CalcNode? offset) => (word, offset) switch
    {
        (Word.None, not null) => new(new(false, offset, false), AxisPosition.Center),
        (Word.Left or Word.Right, null) => new(Side(word, null), AxisPosition.Center),
        (Word.Top or Word.Bottom, null) => new(AxisPosition.Center, Side(word, null)),
        (Word.Center, null) => Centered,
        (not Word.None, not null) => Two(word, null, Word.None, offset),
        _ => null,
    };

    private static PositionValue? Two(Word a, CalcNode? aOffset, Word b, CalcNode? bOffset)
    {
        if (a is Word.Center && aOffset is not null && b != Word.None) return null;
        if (a is Word.Top or Word.Bottom || b is Word.Left or Word.Right) (a, aOffset, b, bOffset) = (b, bOffset, a, aOffset);
        if (a is Word.Top or Word.Bottom || b is Word.Left or Word.Right) return null;
        if ((a is Word.Center or Word.None && a == Word.Center && aOffset is not null) || (b == Word.Center && bOffset is not null)) return null;
        return new(Side(a, aOffset), Side(b, bOffset));
    }

    private static AxisPosition Side(Word word, CalcNode? offset) => word switch
    {
        Word.Center => AxisPosition.Center,
        Word.Right or Word.Bottom => new(true, offset, false),
        _ => new(false, offset, false),
    };

    public override void Write(ValueWriter writer)
    {
        if (X.FromNear() is { } x && Y.FromNear() is { } y)
        {
            WriteReduced(x, y, writer);
            return;
        }

        WriteSide(X, "left", "right", writer);
        writer.Write(' ');
        WriteSide(Y, "top", "bottom", writer);
    }

    private void WriteReduced(CalcNode x, CalcNode y, ValueWriter writer)
    {
        (string xText, string yText) = (x.Text, y.Text);
        if (yText == "50%") WriteOffset(x, writer);
        else if (xText == "50%" && Y.Offset is null && !Y.IsCenter && yText is "0%" or "100%") writer.Write(yText == "0%" ? "top" : "bottom");
        else
        {
            WriteOffset(x, writer);
            writer.Write(' ');
            WriteOffset(y, writer);
        }
    }

    // 0% of a position is 0 of anything.
    private static void WriteOffset(CalcNode offset, ValueWriter writer)
    {
        if (offset.IsZero) writer.Write('0');
        else offset.Write(writer);
    }

    private static void WriteSide(AxisPosition axis, string near, string far, ValueWriter writer)
    {
        if (axis.IsCenter)
        {
            writer.Write("center");
            return;
        }

        writer.Write(axis.FromFar ? far : near);
        if (axis.Offset is null || axis.Offset.IsZero) return;
        writer.Write(' ');
        axis.Offset.Write(writer);
    }

    public override bool IsCompatible(TargetSet targets) => (X.Offset?.IsCompatible(targets) ?? true) && (Y.Offset?.IsCompatible(targets) ?? true);
}
