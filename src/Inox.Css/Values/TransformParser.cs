namespace Inox.Css;

/// <summary>Parses transform functions (CSS Transforms 2). Compressed they are as short as they get: <c>translate3d(0, 2px, 0)</c> is <c>translateY(2px)</c>.</summary>
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

    private static TransformFunction? ParseFunction(ref ValueReader reader)
    {
        if (reader.Kind != CssTokenKind.Function || TransformSyntax.Find(reader.Name) is not { } syntax || !reader.Enter()) return null;
        return ParseArguments(ref reader, syntax) is { } arguments && reader.Leave() ? new(syntax.Name, arguments, syntax.Shorten(arguments)) : null;
    }

    private static CssValue[]? ParseArguments(ref ValueReader reader, TransformSyntax syntax)
    {
        List<CssValue> values = [];
        do
        {
            if (values.Count == syntax.Arguments.Length || ParseArgument(ref reader, syntax.Arguments[values.Count]) is not { } value) return null;
            values.Add(value);
        }
        while (reader.TryComma());
        return values.Count < syntax.Required ? null : [.. values];
    }

    private static CssValue? ParseArgument(ref ValueReader reader, TransformArgument kind) => kind switch
    {
        TransformArgument.LengthPercentage => Length(ref reader),
        TransformArgument.Length => CalcParser.TryWithZero(ref reader, Dimensions.Length),
        TransformArgument.Angle => CalcParser.TryWithZero(ref reader, Dimensions.Angle) is { } angle ? new AngleArgument(angle) : null,
        _ => Number(ref reader),
    };

    private static CssValue? Length(ref ValueReader reader) => CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);

    private static CssValue? Number(ref ValueReader reader)
    {
        CalcNode? value = CalcParser.TryNumeric(ref reader, Dimensions.NumberPercentage);
        return value is Numeric { Unit: CssUnit.Percent } percent ? Numeric.Number(percent.Value / 100) : value;
    }

    private static bool IsZero(CssValue value) => value is Numeric { Value: 0 };

    private static bool IsOne(CssValue value) => value is Numeric { Value: 1 };

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

/// <summary>A function with the arguments it was written with, and the shortest that does the same.</summary>
internal sealed class TransformFunction(string name, CssValue[] arguments, FunctionValue shortest) : CssValue
{
    private readonly FunctionValue _written = new(name, arguments);

    public override void Write(ValueWriter writer) => (writer.Minify ? shortest : _written).Write(writer);

    public override bool IsCompatible(TargetSet targets) => _written.IsCompatible(targets);
}

/// <summary>An angle in a function, where 0 needs no unit.</summary>
internal sealed class AngleArgument(CssValue angle) : CssValue
{
    public bool IsZero => angle is Numeric { Value: 0 };

    public override void Write(ValueWriter writer)
    {
        if (IsZero) writer.Write('0');
        else angle.Write(writer);
    }

    public override bool IsCompatible(TargetSet targets) => angle.IsCompatible(targets);
}
