namespace Inox.Css;

/// <summary>Answers what a name in a calculation stands for, as the channels of a relative colour.</summary>
internal delegate Numeric? CalcNames(ReadOnlySpan<char> name);

/// <summary>
/// Parses numbers and math functions, and calculates what is known. A function that takes what its place does not allow is no value: the caller then
/// keeps the declaration as text.
/// </summary>
internal static class CalcParser
{
    /// <summary>A number of one of the <paramref name="allowed"/> dimensions; null leaves the reader where it was.</summary>
    public static CalcNode? TryNumeric(ref ValueReader reader, Dimensions allowed, CalcNames? names = null)
    {
        if (TryLiteral(ref reader, allowed) is { } numeric) return numeric;
        if (reader.Kind != CssTokenKind.Function || MathFunctions.Find(reader.Name) == MathFunction.None) return null;
        ValueReader saved = reader;
        if (ParseFunction(ref reader, allowed, names) is { } node && IsAllowed(node, allowed)) return node;
        reader = saved;
        return null;
    }

    /// <summary>As <see cref="TryNumeric"/>, where 0 stands for a length or an angle.</summary>
    public static CalcNode? TryWithZero(ref ValueReader reader, Dimensions allowed)
    {
        if (reader.Kind == CssTokenKind.Number && (allowed & Dimensions.Number) == 0)
        {
            if (reader.NumberValue != 0) return null;
            reader.Next();
            return new Numeric(0, (allowed & Dimensions.Length) != 0 ? CssUnit.Px : CssUnit.Deg);
        }

        return TryNumeric(ref reader, allowed);
    }

    public static Numeric? TryLiteral(ref ValueReader reader, Dimensions allowed)
    {
        CssUnit unit;
        switch (reader.Kind)
        {
            case CssTokenKind.Number:
                unit = CssUnit.Number;
                break;
            case CssTokenKind.Percentage:
                unit = CssUnit.Percent;
                break;
            case CssTokenKind.Dimension when CssUnits.TryFind(reader.Name, out unit):
                break;
            default:
                return null;
        }

        if ((CssUnits.DimensionOf(unit) & allowed) == 0) return null;
        Numeric numeric = new(reader.NumberValue, unit) { Written = reader.LongNumber };
        reader.Next();
        return numeric;
    }

    public static Numeric? TryInteger(ref ValueReader reader)
    {
        double? written = reader.LongNumber;
        return reader.TryInteger() is { } value ? new Numeric(value, CssUnit.Number) { Written = written } : null;
    }

    // A bare number is no length: calc(2 * 3) cannot be one.
    private static bool IsAllowed(CalcNode node, Dimensions allowed) => node is not Numeric numeric || (numeric.Dimension & allowed) != 0;

    private static CalcNode? ParseFunction(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        MathFunction function = MathFunctions.Find(reader.Name);
        if (!reader.Enter()) return null;
        CalcNode? result = function == MathFunction.Calc ? ParseSum(ref reader, allowed, names) : MathFunctions.Parse(function, ref reader, allowed, names);
        return result is not null && reader.Leave() ? result : null;
    }

    // <calc-sum> = <calc-product> [ [ '+' | '-' ] <calc-product> ]*, the operators in white space
    public static CalcNode? ParseSum(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        CalcNode? sum = ParseProduct(ref reader, allowed, names);
        while (sum is not null && !reader.AtEnd && reader.Kind != CssTokenKind.Comma)
        {
            bool plus = reader.IsDelim('+');
            if ((!plus && !reader.IsDelim('-')) || !reader.AfterSpace) return null;
            reader.Next();
            if (!reader.AfterSpace || ParseProduct(ref reader, allowed, names) is not { } next) return null;
            if (IsNumber(sum) != IsNumber(next) && sum is Numeric or CalcFunction && next is Numeric { Unit: CssUnit.Number }) return null;
            sum = CalcNode.Add(sum, plus ? next : next.Times(-1));
        }

        return sum;
    }

    private static bool IsNumber(CalcNode node) => node is Numeric { Unit: CssUnit.Number };

    // <calc-product> = <calc-value> [ [ '*' | '/' ] <calc-value> ]*
    private static CalcNode? ParseProduct(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        CalcNode? product = ParseValue(ref reader, allowed, names);
        while (product is not null)
        {
            bool times = reader.IsDelim('*');
            if (!times && !reader.IsDelim('/')) return product;
            reader.Next();
            if (ParseValue(ref reader, allowed, names) is not { } next) return null;
            if (times) product = Multiply(product, next);
            else product = next is Numeric { Unit: CssUnit.Number, Value: not 0 } divisor ? product.Times(1 / divisor.Value) is Numeric n && product is Numeric p ? new Numeric(p.Value / divisor.Value, n.Unit) : product.Times(1 / divisor.Value) : null;
        }

        return null;
    }

    private static CalcNode? Multiply(CalcNode a, CalcNode b)
    {
        if (b is Numeric { Unit: CssUnit.Number } factor) return a.Times(factor.Value);
        return a is Numeric { Unit: CssUnit.Number } first ? b.Times(first.Value) : null;
    }

    private static CalcNode? ParseValue(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        switch (reader.Kind)
        {
            case CssTokenKind.OpenParen:
                if (!reader.Enter()) return null;
                CalcNode? inner = ParseSum(ref reader, allowed, names);
                return inner is not null && reader.Leave() ? inner : null;
            case CssTokenKind.Function:
                return MathFunctions.Find(reader.Name) == MathFunction.None ? null : ParseFunction(ref reader, allowed | Dimensions.Number, names);
            case CssTokenKind.Ident:
                return ParseName(ref reader, names);
            default:
                return TryLiteral(ref reader, allowed | Dimensions.Number);
        }
    }

    private static Numeric? ParseName(ref ValueReader reader, CalcNames? names)
    {
        Numeric? value = names?.Invoke(reader.Name);
        if (value is null && reader.IsIdent("pi")) value = Numeric.Number(MathF.PI);
        if (value is null && reader.IsIdent("e")) value = Numeric.Number(MathF.E);
        if (value is null && reader.IsIdent("infinity")) value = Numeric.Number(float.PositiveInfinity);
        if (value is null && reader.IsIdent("-infinity")) value = Numeric.Number(float.NegativeInfinity);
        if (value is null && reader.IsIdent("nan")) value = Numeric.Number(float.NaN);
        if (value is not null) reader.Next();
        return value;
    }
}
