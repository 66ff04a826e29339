using System.Collections.Frozen;

namespace Inox.Css;

internal enum MathFunction : byte
{
    None, Calc, Min, Max, Clamp, Round, Mod, Rem, Abs, Sign, Hypot, Sin, Cos, Tan, Asin, Acos, Atan, Atan2, Pow, Sqrt, Log, Exp,
}

/// <summary>The functions of CSS Values 4, section 10, calculated where their arguments are known.</summary>
internal static class MathFunctions
{
    private static readonly FrozenDictionary<string, MathFunction>.AlternateLookup<ReadOnlySpan<char>> s_names = new Dictionary<string, MathFunction>
    {
        ["calc"] = MathFunction.Calc,
        ["min"] = MathFunction.Min,
        ["max"] = MathFunction.Max,
        ["clamp"] = MathFunction.Clamp,
        ["round"] = MathFunction.Round,
        ["mod"] = MathFunction.Mod,
        ["rem"] = MathFunction.Rem,
        ["abs"] = MathFunction.Abs,
        ["sign"] = MathFunction.Sign,
        ["hypot"] = MathFunction.Hypot,
        ["sin"] = MathFunction.Sin,
        ["cos"] = MathFunction.Cos,
        ["tan"] = MathFunction.Tan,
        ["asin"] = MathFunction.Asin,
        ["acos"] = MathFunction.Acos,
        ["atan"] = MathFunction.Atan,
        ["atan2"] = MathFunction.Atan2,
        ["pow"] = MathFunction.Pow,
        ["sqrt"] = MathFunction.Sqrt,
        ["log"] = MathFunction.Log,
        ["exp"] = MathFunction.Exp,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly KeywordSet s_strategies = new("nearest", "up", "down", "to-zero");

    public static MathFunction Find(ReadOnlySpan<char> name) => s_names.TryGetValue(name, out MathFunction function) ? function : MathFunction.None;

    /// <summary>The result of the function whose arguments stand at the reader; null when they are not what it takes.</summary>
    public static CalcNode? Parse(MathFunction function, ref ValueReader reader, Dimensions allowed, CalcNames? names) => function switch
    {
        MathFunction.Min or MathFunction.Max => ParseExtreme(function, ref reader, allowed, names),
        MathFunction.Clamp => ParseClamp(ref reader, allowed, names),
        MathFunction.Round => ParseRound(ref reader, allowed, names),
        MathFunction.Mod or MathFunction.Rem => ParseRemainder(function, ref reader, allowed, names),
        MathFunction.Abs => ParseAbs(ref reader, allowed, names),
        MathFunction.Sign => ParseSign(ref reader, allowed, names),
        MathFunction.Hypot => ParseHypot(ref reader, allowed, names),
        MathFunction.Sin or MathFunction.Cos or MathFunction.Tan => ParseTrigonometric(function, ref reader, allowed, names),
        MathFunction.Asin or MathFunction.Acos or MathFunction.Atan => ParseInverse(function, ref reader, allowed, names),
        MathFunction.Atan2 => ParseAtan2(ref reader, allowed, names),
        _ => ParsePower(function, ref reader, allowed, names),
    };

    private static List<CalcNode>? ParseArguments(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        List<CalcNode> arguments = [];
        do
        {
            if (CalcParser.ParseSum(ref reader, allowed, names) is not { } argument) return null;
            arguments.Add(argument);
        }
        while (reader.TryComma());
        return arguments;
    }

    // min(1px, 1em, 2px, 3in) is min(1px, 1em)
    private static CalcNode? ParseExtreme(MathFunction function, ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if (ParseArguments(ref reader, allowed, names) is not { } arguments) return null;
        bool min = function == MathFunction.Min;
        List<CalcNode> kept = [];
        foreach (CalcNode argument in arguments) AddExtreme(kept, argument, min);
        return kept.Count == 1 ? kept[0] : new CalcFunction(min ? "min" : "max", null, [.. kept]);
    }

    private static void AddExtreme(List<CalcNode> kept, CalcNode argument, bool min)
    {
        for (int i = 0; argument is Numeric numeric && i < kept.Count; i++)
        {
            if (kept[i] is not Numeric other || numeric.CompareTo(other) is not { } order) continue;
            if (min ? order < 0 : order > 0) kept[i] = argument;
            return;
        }

        kept.Add(argument);
    }

    // The minimum wins over the maximum when they are in the wrong order.
    private static CalcNode? ParseClamp(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if (ParseArguments(ref reader, allowed, names) is not { Count: 3 } arguments) return null;
        CalcNode center = arguments[1];
        if (Compare(center, arguments[2]) is not { } order) return new CalcFunction("clamp", null, [.. arguments]);
        if (order > 0) center = arguments[2];
        if (Compare(center, arguments[0]) is { } low) return low < 0 ? arguments[0] : center;
        return new CalcFunction("max", null, arguments[0], center);
    }

    private static int? Compare(CalcNode a, CalcNode b) => a is Numeric left && b is Numeric right ? left.CompareTo(right) : null;

    private static CalcNode? ParseRound(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        string strategy = "nearest";
        if (reader.TryKeyword(s_strategies) is { } keyword)
        {
            strategy = keyword.Name;
            if (!reader.TryComma()) return null;
        }

        if (ParseArguments(ref reader, allowed, names) is not { } arguments || arguments.Count > 2) return null;
        if (arguments.Count == 1)
        {
            if (arguments[0] is not Numeric { Unit: CssUnit.Number }) return null;
            arguments.Add(Numeric.Number(1));
        }

        if (!SameUnit(arguments, out Numeric? a, out Numeric? b)) return new CalcFunction("round", strategy, [.. arguments]);
        return new Numeric(Round(strategy, a.Value, b.Value), a.Unit);
    }

    private static float Round(string strategy, float value, float step) => strategy switch
    {
        "up" => MathF.Ceiling(value / step) * step,
        "down" => MathF.Floor(value / step) * step,
        "to-zero" => MathF.Truncate(value / step) * step,
        _ => MathF.Floor(value / step + 0.5f) * step,
    };

    // Both in one unit: the second is converted where units differ and can be.
    private static bool SameUnit(List<CalcNode> arguments, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Numeric? a, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Numeric? b)
    {
        a = arguments[0] as Numeric;
        b = arguments[1] as Numeric;
        if (a is null || b is null) return false;
        if (a.Unit == b.Unit) return true;
        if (a.CompareTo(b) is null) return false;
        a = new(a.Canonical, CssUnits.CanonicalUnit(a.Unit));
        b = new(b.Canonical, CssUnits.CanonicalUnit(b.Unit));
        return true;
    }

    private static CalcNode? ParseRemainder(MathFunction function, ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if (ParseArguments(ref reader, allowed, names) is not { Count: 2 } arguments) return null;
        bool rem = function == MathFunction.Rem;
        if (!SameUnit(arguments, out Numeric? a, out Numeric? b)) return new CalcFunction(rem ? "rem" : "mod", null, [.. arguments]);
        float value = rem ? a.Value % b.Value : a.Value - b.Value * MathF.Floor(a.Value / b.Value);
        return new Numeric(value, a.Unit);
    }

    private static CalcNode? ParseAbs(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if (CalcParser.ParseSum(ref reader, allowed, names) is not { } node) return null;
        return node is Numeric numeric && (numeric.Unit != CssUnit.Percent) ? new Numeric(MathF.Abs(numeric.Value), numeric.Unit) : new CalcFunction("abs", null, node);
    }

    // What a percentage is of may be negative, so its sign is not known.
    private static CalcNode? ParseSign(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        Dimensions any = allowed | Dimensions.Number | Dimensions.Length | Dimensions.Angle | Dimensions.Time;
        return CalcParser.ParseSum(ref reader, any, names) is Numeric { Unit: not CssUnit.Percent } numeric ? Numeric.Number(MathF.Sign(numeric.Value)) : null;
    }

    private static CalcNode? ParseHypot(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if (ParseArguments(ref reader, allowed, names) is not { } arguments) return null;
        if (arguments[0] is not Numeric first) return new CalcFunction("hypot", null, [.. arguments]);
        float sum = 0;
        foreach (CalcNode argument in arguments)
        {
            if (argument is not Numeric numeric || numeric.Unit != first.Unit) return new CalcFunction("hypot", null, [.. arguments]);
            sum += numeric.Value * numeric.Value;
        }

        return new Numeric(arguments.Count == 1 ? MathF.Abs(first.Value) : MathF.Sqrt(sum), first.Unit);
    }

    private static CalcNode? ParseTrigonometric(MathFunction function, ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if ((allowed & Dimensions.Number) == 0 || CalcParser.ParseSum(ref reader, Dimensions.Number | Dimensions.Angle, names) is not Numeric angle) return null;
        float radians = angle.Unit == CssUnit.Number ? angle.Value : angle.Canonical * MathF.PI / 180;
        return Numeric.Number(function switch
        {
            MathFunction.Sin => MathF.Sin(radians),
            MathFunction.Cos => MathF.Cos(radians),
            _ => MathF.Tan(radians),
        });
    }

    private static CalcNode? ParseInverse(MathFunction function, ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if ((allowed & Dimensions.Angle) == 0 || CalcParser.ParseSum(ref reader, Dimensions.Number, names) is not Numeric { Unit: CssUnit.Number } number) return null;
        if (function != MathFunction.Atan && MathF.Abs(number.Value) > 1) return null;
        return Angle(function switch
        {
            MathFunction.Asin => MathF.Asin(number.Value),
            MathFunction.Acos => MathF.Acos(number.Value),
            _ => MathF.Atan(number.Value),
        });
    }

    private static Numeric Angle(float radians) => new(radians * (180 / MathF.PI), CssUnit.Deg);

    private static CalcNode? ParseAtan2(ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        const Dimensions any = Dimensions.NumberPercentage | Dimensions.Length | Dimensions.Angle | Dimensions.Time;
        if ((allowed & Dimensions.Angle) == 0 || ParseArguments(ref reader, any, names) is not { Count: 2 } arguments) return null;
        return SameUnit(arguments, out Numeric? y, out Numeric? x) ? Angle(MathF.Atan2(y.Value, x.Value)) : null;
    }

    private static CalcNode? ParsePower(MathFunction function, ref ValueReader reader, Dimensions allowed, CalcNames? names)
    {
        if ((allowed & Dimensions.Number) == 0 || ParseArguments(ref reader, Dimensions.Number, names) is not { } arguments) return null;
        if (arguments[0] is not Numeric { Unit: CssUnit.Number } first) return null;
        Numeric? second = arguments.Count > 1 ? arguments[1] as Numeric : null;
        float? value = (function, arguments.Count) switch
        {
            (MathFunction.Sqrt, 1) => MathF.Sqrt(first.Value),
            (MathFunction.Exp, 1) => MathF.Exp(first.Value),
            (MathFunction.Log, 1) => MathF.Log(first.Value),
            (MathFunction.Log, 2) when second is not null => MathF.Log(first.Value, second.Value),
            (MathFunction.Pow, 2) when second is not null => MathF.Pow(first.Value, second.Value),
            _ => null,
        };
        return value is { } known ? Numeric.Number(known) : null;
    }
}
