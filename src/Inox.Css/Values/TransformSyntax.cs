using System.Collections.Frozen;

namespace Inox.Css;

internal enum TransformArgument : byte { LengthPercentage, Length, Number, Angle }

/// <summary>A transform function: its arguments, of which some may be left out, and how it is written shorter.</summary>
internal sealed record TransformSyntax(string Name, TransformArgument[] Arguments, int Required, Func<CssValue[], FunctionValue> Shorten)
{
    private const TransformArgument LengthPercentage = TransformArgument.LengthPercentage, Length = TransformArgument.Length, Number = TransformArgument.Number, Angle = TransformArgument.Angle;

    private static readonly Numeric s_zero = Numeric.Px(0), s_one = Numeric.Number(1);

    private static readonly FrozenDictionary<string, TransformSyntax>.AlternateLookup<ReadOnlySpan<char>> s_lookup = Create();

    public static TransformSyntax? Find(ReadOnlySpan<char> name) => s_lookup.TryGetValue(name, out TransformSyntax? syntax) ? syntax : null;

    private static FrozenDictionary<string, TransformSyntax>.AlternateLookup<ReadOnlySpan<char>> Create()
    {
        TransformSyntax[] all =
        [
            new("translate", [LengthPercentage, LengthPercentage], 1, static a => Translate(a[0], a.Length > 1 ? a[1] : s_zero, s_zero)),
            new("translateX", [LengthPercentage], 1, static a => Translate(a[0], s_zero, s_zero)),
            new("translateY", [LengthPercentage], 1, static a => Translate(s_zero, a[0], s_zero)),
            new("translateZ", [Length], 1, static a => Translate(s_zero, s_zero, a[0])),
            new("translate3d", [LengthPercentage, LengthPercentage, Length], 3, static a => Translate(a[0], a[1], a[2])),
            new("scale", [Number, Number], 1, static a => Scale(a[0], a[^1], s_one)),
            new("scaleX", [Number], 1, static a => Scale(a[0], s_one, s_one)),
            new("scaleY", [Number], 1, static a => Scale(s_one, a[0], s_one)),
            new("scaleZ", [Number], 1, static a => Scale(s_one, s_one, a[0])),
            new("scale3d", [Number, Number, Number], 3, static a => Scale(a[0], a[1], a[2])),
            new("rotate", [Angle], 1, static a => new("rotate", a)),
            new("rotateX", [Angle], 1, static a => new("rotateX", a)),
            new("rotateY", [Angle], 1, static a => new("rotateY", a)),
            new("rotateZ", [Angle], 1, static a => new("rotate", a)),
            new("rotate3d", [Number, Number, Number, Angle], 4, Rotate),
            new("skew", [Angle, Angle], 1, Skew),
            new("skewX", [Angle], 1, Skew),
            new("skewY", [Angle], 1, static a => new("skewY", a)),
            new("matrix", [Number, Number, Number, Number, Number, Number], 6, static a => new("matrix", a)),
            new("matrix3d", [.. Enumerable.Repeat(Number, 16)], 16, Matrix),
            new("perspective", [Length], 1, static a => new("perspective", a)),
        ];
        return all.ToFrozenDictionary(static syntax => syntax.Name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static bool IsZero(CssValue value) => value is Numeric { Value: 0 } or AngleArgument { IsZero: true };

    private static bool IsOne(CssValue value) => value is Numeric { Value: 1 };

    private static FunctionValue Translate(CssValue x, CssValue y, CssValue z)
    {
        if (!IsZero(z)) return IsZero(x) && IsZero(y) ? new("translateZ", z) : new("translate3d", x, y, z);
        if (IsZero(y)) return new("translate", x);
        return IsZero(x) ? new("translateY", y) : new("translate", x, y);
    }

    private static FunctionValue Scale(CssValue x, CssValue y, CssValue z)
    {
        if (!IsOne(z)) return IsOne(x) && IsOne(y) ? new("scaleZ", z) : new("scale3d", x, y, z);
        if (x.Same(y)) return new("scale", x);
        if (IsOne(y)) return new("scaleX", x);
        return IsOne(x) ? new("scaleY", y) : new("scale", x, y);
    }

    // An axis of the length 1 has a function of its own.
    private static FunctionValue Rotate(CssValue[] a)
    {
        if (IsOne(a[0]) && IsZero(a[1]) && IsZero(a[2])) return new("rotateX", a[3]);
        if (IsZero(a[0]) && IsOne(a[1]) && IsZero(a[2])) return new("rotateY", a[3]);
        return IsZero(a[0]) && IsZero(a[1]) && IsOne(a[2]) ? new("rotate", a[3]) : new("rotate3d", a);
    }

    private static FunctionValue Skew(CssValue[] a)
    {
        if (a.Length == 1 || IsZero(a[1])) return new("skew", a[0]);
        return IsZero(a[0]) ? new("skewY", a[1]) : new("skew", a);
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
}
