namespace Inox.Css;

/// <summary>Parses transform functions (CSS Transforms 2) into their shortest form: <c>translate3d(0, 2px, 0)</c> is <c>translateY(2px)</c>.</summary>
internal static class TransformParser
{
    private static readonly Keyword s_none = new("none");

    // none | <transform-function>+
    public static CssValue? ParseList(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return s_none;
        List<CssValue> functions = [];
        while (!reader.AtEnd)
        {
            if (ParseFunction(ref reader) is not { } function) return null;
            functions.Add(function);
        }

        return functions.Count == 0 ? null : new TransformList([.. functions]);
    }

    private static CssValue? ParseFunction(ref ValueReader reader)
    {
        if (reader.Kind != CssTokenKind.Function) return null;
        string name = reader.Decoded().ToLowerInvariant();
        if (!reader.Enter()) return null;
        CssValue? function = name switch
        {
            "translate" => Translate(ref reader),
            "translatex" => Length(ref reader) is { } x ? Translate(x, Zero, Zero) : null,
            "translatey" => Length(ref reader) is { } y ? Translate(Zero, y, Zero) : null,
            "translatez" => CalcParser.TryWithZero(ref reader, Dimensions.Length) is { } z ? Translate(Zero, Zero, z) : null,
            "translate3d" => Arguments(ref reader, 3, Length) is [var x, var y, var z] ? Translate(x, y, z) : null,
            "scale" => Scale(ref reader),
            "scalex" => Number(ref reader) is { } x ? Scale(x, One, One) : null,
            "scaley" => Number(ref reader) is { } y ? Scale(One, y, One) : null,
            "scalez" => Number(ref reader) is { } z ? Scale(One, One, z) : null,
            "scale3d" => Arguments(ref reader, 3, Number) is [var x, var y, var z] ? Scale(x, y, z) : null,
            "rotate" or "rotatez" => Angle(ref reader) is { } angle ? new AngleFunction("rotate", angle) : null,
            "rotatex" => Angle(ref reader) is { } angle ? new AngleFunction("rotateX", angle) : null,
            "rotatey" => Angle(ref reader) is { } angle ? new AngleFunction("rotateY", angle) : null,
            "rotate3d" => Rotate3d(ref reader),
            "skew" => Skew(ref reader),
            "skewx" => Angle(ref reader) is { } angle ? new AngleFunction("skew", angle) : null,
            "skewy" => Angle(ref reader) is { } angle ? new AngleFunction("skewY", angle) : null,
            "matrix" => Arguments(ref reader, 6, Number) is { } values ? new FunctionValue("matrix", values) : null,
            "matrix3d" => Arguments(ref reader, 16, Number) is { } values ? Matrix(values) : null,
            "perspective" => CalcParser.TryWithZero(ref reader, Dimensions.Length) is { } depth ? new FunctionValue("perspective", depth) : null,
            _ => null,
        };
        return function is not null && reader.Leave() ? function : null;
    }

    private static Numeric Zero { get; } = Numeric.Px(0);

    private static Numeric One { get; } = Numeric.Number(1);

    private static CssValue? Length(ref ValueReader reader) => CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);

    private static CssValue? Angle(ref ValueReader reader) => CalcParser.TryWithZero(ref reader, Dimensions.Angle);

    private static CssValue? Number(ref ValueReader reader)
    {
        CalcNode? value = CalcParser.TryNumeric(ref reader, Dimensions.NumberPercentage);
        return value is Numeric { Unit: CssUnit.Percent } percent ? Numeric.Number(percent.Value / 100) : value;
    }

    private static CssValue[]? Arguments(ref ValueReader reader, int count, ValueParser parser)
    {
        CssValue[] values = new CssValue[count];
        for (int i = 0; i < count; i++)
        {
            if ((i > 0 && !reader.TryComma()) || parser(ref reader) is not { } value) return null;
            values[i] = value;
        }

        return values;
    }

    private static CssValue? Translate(ref ValueReader reader)
    {
        if (Length(ref reader) is not { } x) return null;
        if (!reader.TryComma()) return Translate(x, Zero, Zero);
        return Length(ref reader) is { } y ? Translate(x, y, Zero) : null;
    }

    private static bool IsZero(CssValue value) => value is Numeric { Value: 0 };

    private static bool IsOne(CssValue value) => value is Numeric { Value: 1 };

    private static FunctionValue Translate(CssValue x, CssValue y, CssValue z)
    {
        if (IsZero(z))
        {
            if (IsZero(y)) return new("translate", x);
            return IsZero(x) ? new("translateY", y) : new("translate", x, y);
        }

        return IsZero(x) && IsZero(y) ? new("translateZ", z) : new("translate3d", x, y, z);
    }

    private static CssValue? Scale(ref ValueReader reader)
    {
        if (Number(ref reader) is not { } x) return null;
        if (!reader.TryComma()) return Scale(x, x, One);
        return Number(ref reader) is { } y ? Scale(x, y, One) : null;
    }

    private static FunctionValue Scale(CssValue x, CssValue y, CssValue z)
    {
        if (IsOne(z))
        {
            if (x.Same(y)) return new("scale", x);
            if (IsOne(y)) return new("scaleX", x);
            return IsOne(x) ? new("scaleY", y) : new("scale", x, y);
        }

        return IsOne(x) && IsOne(y) ? new("scaleZ", z) : new("scale3d", x, y, z);
    }

    private static CssValue? Rotate3d(ref ValueReader reader)
    {
        if (Arguments(ref reader, 3, Number) is not [var x, var y, var z] || !reader.TryComma() || Angle(ref reader) is not { } angle) return null;
        if (IsOne(x) && IsZero(y) && IsZero(z)) return new AngleFunction("rotateX", angle);
        if (IsZero(x) && IsOne(y) && IsZero(z)) return new AngleFunction("rotateY", angle);
        if (IsZero(x) && IsZero(y) && IsOne(z)) return new AngleFunction("rotate", angle);
        return new AngleFunction("rotate3d", angle, x, y, z);
    }

    private static CssValue? Skew(ref ValueReader reader)
    {
        if (Angle(ref reader) is not { } x) return null;
        if (!reader.TryComma()) return new AngleFunction("skew", x);
        if (Angle(ref reader) is not { } y) return null;
        if (IsZero(y)) return new AngleFunction("skew", x);
        return IsZero(x) ? new AngleFunction("skewY", y) : new AngleFunction("skew", y, new AngleArgument(x));
    }

    // A matrix that moves nothing in depth is one of six numbers.
    private static FunctionValue Matrix(CssValue[] m)
    {
        for (int i = 0; i < 16; i++)
        {
            bool free = i is 0 or 1 or 4 or 5 or 12 or 13, fits = i is 10 or 15 ? IsOne(m[i]) : IsZero(m[i]);
            if (!free && !fits) return new("matrix3d", m);
        }

        return new("matrix", m[0], m[1], m[4], m[5], m[12], m[13]);
    }

    // none | <length-percentage>{1,2} <length>?
    public static CssValue? ParseTranslate(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return s_none;
        if (Length(ref reader) is not { } x) return null;
        CssValue? y = Length(ref reader), z = y is null ? null : CalcParser.TryWithZero(ref reader, Dimensions.Length);
        bool hasZ = z is not null && !IsZero(z);
        if (hasZ) return new ListValue(' ', x, y!, z!);
        return y is null || IsZero(y) ? x : new ListValue(' ', x, y);
    }

    public static CssValue? ParseScale(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return s_none;
        if (Number(ref reader) is not { } x) return null;
        CssValue? y = Number(ref reader), z = y is null ? null : Number(ref reader);
        y ??= x;
        if (z is not null && !IsOne(z)) return new ListValue(' ', x, y, z);
        return x.Same(y) ? x : new ListValue(' ', x, y);
    }

    // none | <angle> | [ x | y | z | <number>{3} ] && <angle>
    public static CssValue? ParseRotate(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return s_none;
        CssValue? angle = CalcParser.TryNumeric(ref reader, Dimensions.Angle);
        float x = 0, y = 0, z = 1;
        if (reader.TryIdent("x")) (x, z) = (1, 0);
        else if (reader.TryIdent("y")) (y, z) = (1, 0);
        else if (reader.TryIdent("z")) z = 1;
        else if (reader.Kind == CssTokenKind.Number)
        {
            if (CalcParser.TryLiteral(ref reader, Dimensions.Number) is not { } a || CalcParser.TryLiteral(ref reader, Dimensions.Number) is not { } b || CalcParser.TryLiteral(ref reader, Dimensions.Number) is not { } c) return null;
            (x, y, z) = (a.Value, b.Value, c.Value);
        }

        angle ??= CalcParser.TryNumeric(ref reader, Dimensions.Angle);
        if (angle is null) return null;
        if (angle is Numeric { Value: 0 }) angle = new Numeric(0, CssUnit.Deg);
        if (x == 0 && y == 0 && z > 0) return angle;
        if (x == 0 && y == 0 && z < 0 && angle is Numeric turned) return new Numeric(turned.Value == 0 ? 0 : -turned.Value, turned.Unit);
        if (y == 0 && z == 0 && x > 0) return new ListValue(' ', new Keyword("x"), angle);
        if (x == 0 && z == 0 && y > 0) return new ListValue(' ', new Keyword("y"), angle);
        return new ListValue(' ', Numeric.Number(x), Numeric.Number(y), Numeric.Number(z), angle);
    }

    public static CssValue? ParseOrigin(ref ValueReader reader)
    {
        if (PositionValue.TryParse(ref reader) is not { } position) return null;
        return CalcParser.TryWithZero(ref reader, Dimensions.Length) is { } z && !z.IsZero ? new ListValue(' ', position, z) : position;
    }
}

/// <summary>Transform functions, one after the other; blanks between them mean nothing.</summary>
internal sealed class TransformList(CssValue[] functions) : CssValue
{
    public override void Write(ValueWriter writer)
    {
        for (int i = 0; i < functions.Length; i++)
        {
            if (i > 0) writer.OptionalSpace();
            functions[i].Write(writer);
        }
    }

    public override bool IsCompatible(TargetSet targets) => Array.TrueForAll(functions, function => function.IsCompatible(targets));
}

/// <summary>A function whose last argument is an angle, where 0 needs no unit.</summary>
internal sealed class AngleFunction(string name, CssValue angle, params CssValue[] before) : CssValue
{
    public override void Write(ValueWriter writer)
    {
        writer.Write(name);
        writer.Write('(');
        foreach (CssValue value in before)
        {
            value.Write(writer);
            writer.Comma();
        }

        new AngleArgument(angle).Write(writer);
        writer.Write(')');
    }

    public override bool IsCompatible(TargetSet targets) => angle.IsCompatible(targets);
}

/// <summary>An angle in a function.</summary>
internal sealed class AngleArgument(CssValue angle) : CssValue
{
    public override void Write(ValueWriter writer)
    {
        if (angle is Numeric { Value: 0 }) writer.Write('0');
        else angle.Write(writer);
    }
}
