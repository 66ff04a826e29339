namespace Inox.Css;

/// <summary>A number with or without a unit, or an expression that gives one (CSS Values 4, section 10).</summary>
internal abstract class CalcNode : CssValue
{
    /// <summary>Writes the node inside a math function.</summary>
    public abstract void WriteInner(ValueWriter writer);

    public virtual CalcNode Times(float factor) => new CalcProduct(factor, this);

    /// <summary>The sum where the two are known to be one number, else null.</summary>
    public virtual CalcNode? TryAdd(CalcNode other) => null;

    public virtual bool IsZero => false;

    public virtual bool IsNegative => false;

    public virtual bool IsPositive => !IsNegative;

    /// <summary>Adds as the reference order has it: a positive summand first, then the order of the source.</summary>
    public static CalcNode Add(CalcNode a, CalcNode b)
    {
        if (a.IsZero && a is Numeric { Unit: not CssUnit.Number }) return b;
        if (b.IsZero && b is Numeric { Unit: not CssUnit.Number }) return a;
        if (a.IsNegative && b.IsPositive) (a, b) = (b, a);
        return a.TryAdd(b) ?? (b is CalcSum ? b.TryAdd(a) : null) ?? new CalcSum(a, b);
    }
}

/// <summary>A number, percentage or dimension.</summary>
internal sealed class Numeric(float value, CssUnit unit) : CalcNode
{
    public float Value { get; } = value;

    public CssUnit Unit { get; } = unit;

    /// <summary>The number as an author wrote it, where it has more digits than a computed one is written with.</summary>
    public double? Written { get; init; }

    public static Numeric Number(float value) => new(value, CssUnit.Number);

    public static Numeric Percent(float value) => new(value, CssUnit.Percent);

    public static Numeric Px(float value) => new(value, CssUnit.Px);

    public Dimensions Dimension => CssUnits.DimensionOf(Unit);

    public override bool IsZero => Value == 0;

    public override bool IsNegative => Value < 0 || (Value == 0 && float.IsNegative(Value));

    public override void Write(ValueWriter writer)
    {
        if (Value == 0 && Dimension == Dimensions.Length && !writer.InMath) writer.Write('0');
        else WriteInner(writer);
    }

    public override void WriteInner(ValueWriter writer)
    {
        if (Dimension is Dimensions.Time) WriteTime(writer);
        else if (Unit == CssUnit.Rad) WriteRadians(writer);
        else Write(writer, Value, Unit, Written);
    }

    private static void Write(ValueWriter writer, float value, CssUnit unit, double? written = null)
    {
        if (written is { } exact) writer.WriteAsWritten(exact);
        else writer.WriteNumber(value == 0 ? 0 : value);

        // 1x is 1dppx for those who know it.
        if (unit is CssUnit.X or CssUnit.Dppx) unit = writer.Targets.Supports(CssFeature.XResolutionUnit) ? CssUnit.X : CssUnit.Dppx;
        writer.Write(CssUnits.Name(unit));
    }

    // 100ms is longer than .1s, and 20ms shorter than .02s.
    private void WriteTime(ValueWriter writer)
    {
        float seconds = Unit == CssUnit.S ? Value : Value / 1000;
        if (seconds != 0 && MathF.Abs(seconds) < 0.1f) Write(writer, seconds * 1000, CssUnit.Ms);
        else Write(writer, seconds, CssUnit.S);
    }

    // 3.14159rad stays; what is a short number of degrees is written so.
    private void WriteRadians(ValueWriter writer)
    {
        float degrees = Value * CssUnits.Canonical(CssUnit.Rad);
        float rounded = MathF.Round(degrees * 100000) / 100000;
        if (rounded == MathF.Truncate(rounded)) Write(writer, rounded, CssUnit.Deg);
        else Write(writer, Value, Unit, Written);
    }

    public override CalcNode Times(float factor) => new Numeric(Value * factor, Unit) { Written = Written * factor };

    public override CalcNode? TryAdd(CalcNode other)
    {
        if (other is CalcSum sum) return AddTo(sum);
        if (other is not Numeric numeric) return null;
        if (numeric.Unit == Unit) return new Numeric(Value + numeric.Value, Unit);
        if (numeric.Dimension != Dimension || CssUnits.Canonical(Unit) == 0 || CssUnits.Canonical(numeric.Unit) == 0) return null;
        return new Numeric(Canonical + numeric.Canonical, CssUnits.CanonicalUnit(Unit));
    }

    private CalcNode? AddTo(CalcSum sum)
    {
        if (TryAdd(sum.Left) is { } left) return Add(left, sum.Right);
        return TryAdd(sum.Right) is { } right ? Add(sum.Left, right) : null;
    }

    public float Canonical => Value * CssUnits.Canonical(Unit);

    /// <summary>Below 0, 0 or above 0 where the two can be compared.</summary>
    public int? CompareTo(Numeric other)
    {
        if (Unit == other.Unit) return Value.CompareTo(other.Value);
        if (Dimension != other.Dimension || CssUnits.Canonical(Unit) == 0 || CssUnits.Canonical(other.Unit) == 0) return null;
        return Canonical.CompareTo(other.Canonical);
    }

    public override bool IsCompatible(TargetSet targets) => ValueFeatures.IsUnitCompatible(Unit, targets);
}

/// <summary>A sum of two that do not add up.</summary>
internal sealed class CalcSum(CalcNode left, CalcNode right) : CalcNode
{
    public CalcNode Left { get; } = left;

    public CalcNode Right { get; } = right;

    public override void Write(ValueWriter writer)
    {
        if (writer.InMath)
        {
            WriteInner(writer);
            return;
        }

        writer.Write("calc(");
        writer.InMath = true;
        WriteInner(writer);
        writer.InMath = false;
        writer.Write(')');
    }

    public override void WriteInner(ValueWriter writer)
    {
        Left.WriteInner(writer);
        bool negative = Right is Numeric { IsNegative: true } or CalcProduct { Factor: < 0 };
        writer.Write(negative ? " - " : " + ");
        (negative ? Right.Times(-1) : Right).WriteInner(writer);
    }

    public override CalcNode Times(float factor) => new CalcSum(Left.Times(factor), Right.Times(factor));

    public override CalcNode? TryAdd(CalcNode other)
    {
        if (Left.TryAdd(other) is { } left) return Add(left, Right);
        return Right.TryAdd(other) is { } right ? Add(Left, right) : null;
    }

    public override bool IsPositive => true;

    public override bool IsCompatible(TargetSet targets) => targets.Supports(CssFeature.Calc) && Left.IsCompatible(targets) && Right.IsCompatible(targets);
}

/// <summary>A function times a number.</summary>
internal sealed class CalcProduct(float factor, CalcNode node) : CalcNode
{
    public float Factor { get; } = factor;

    public CalcNode Node { get; } = node;

    public override void Write(ValueWriter writer)
    {
        if (writer.InMath)
        {
            WriteInner(writer);
            return;
        }

        writer.Write("calc(");
        writer.InMath = true;
        WriteInner(writer);
        writer.InMath = false;
        writer.Write(')');
    }

    public override void WriteInner(ValueWriter writer)
    {
        if (Factor == 1)
        {
            Node.WriteInner(writer);
        }
        else if (MathF.Abs(Factor) < 1)
        {
            Node.WriteInner(writer);
            writer.Separate('/');
            writer.WriteNumber(1 / Factor);
        }
        else
        {
            writer.WriteNumber(Factor);
            writer.Separate('*');
            Node.WriteInner(writer);
        }
    }

    public override CalcNode Times(float factor) => new CalcProduct(Factor * factor, Node);

    public override bool IsPositive => true;

    public override bool IsCompatible(TargetSet targets) => targets.Supports(CssFeature.Calc) && Node.IsCompatible(targets);
}

/// <summary>A math function whose arguments are not known.</summary>
internal sealed class CalcFunction(string name, string? strategy, params CalcNode[] arguments) : CalcNode
{
    public string Name { get; } = name;

    public CalcNode[] Arguments { get; } = arguments;

    public override void Write(ValueWriter writer)
    {
        bool nested = writer.InMath;
        writer.InMath = true;
        WriteInner(writer);
        writer.InMath = nested;
    }

    public override void WriteInner(ValueWriter writer)
    {
        if (Name == "clamp" && !writer.Targets.Supports(CssFeature.Clamp))
        {
            new CalcFunction("max", null, Arguments[0], new CalcFunction("min", null, Arguments[1], Arguments[2])).WriteInner(writer);
            return;
        }

        writer.Write(Name);
        writer.Write('(');
        if (strategy is not null and not "nearest")
        {
            writer.Write(strategy);
            writer.Comma();
        }

        for (int i = 0; i < Arguments.Length; i++)
        {
            if (i > 0) writer.Comma();
            Arguments[i].WriteInner(writer);
        }

        writer.Write(')');
    }

    public override bool IsPositive => true;

    public override bool IsCompatible(TargetSet targets)
    {
        if (!targets.Supports(ValueFeatures.OfMathFunction(Name))) return false;
        foreach (CalcNode argument in Arguments)
        {
            if (!argument.IsCompatible(targets)) return false;
        }

        return true;
    }
}
