using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>Units of CSS Values and Units Level 4, a number without one and the percent sign being two of them.</summary>
internal enum CssUnit : byte
{
    Number, Percent,
    Px, In, Cm, Mm, Q, Pt, Pc,
    Em, Rem, Ex, Rex, Ch, Rch, Cap, Rcap, Ic, Ric, Lh, Rlh,
    Vw, Lvw, Svw, Dvw, Cqw, Vh, Lvh, Svh, Dvh, Cqh, Vi, Svi, Lvi, Dvi, Cqi, Vb, Svb, Lvb, Dvb, Cqb,
    Vmin, Svmin, Lvmin, Dvmin, Cqmin, Vmax, Svmax, Lvmax, Dvmax, Cqmax,
    Deg, Grad, Rad, Turn,
    S, Ms,
    Dpi, Dpcm, Dppx, X,
    Fr, Hz, Khz, Db, St,
}

/// <summary>What a number with a unit measures; a grammar names the set that it takes.</summary>
[Flags]
internal enum Dimensions : byte
{
    None = 0,
    Number = 1,
    Percentage = 2,
    Length = 4,
    Angle = 8,
    Time = 16,
    Resolution = 32,
    Flex = 64,
    Other = 128,
    LengthPercentage = Length | Percentage,
    NumberPercentage = Number | Percentage,
}

internal static class CssUnits
{
    private static readonly string[] s_names =
    [
        "", "%",
        "px", "in", "cm", "mm", "q", "pt", "pc",
        "em", "rem", "ex", "rex", "ch", "rch", "cap", "rcap", "ic", "ric", "lh", "rlh",
        "vw", "lvw", "svw", "dvw", "cqw", "vh", "lvh", "svh", "dvh", "cqh", "vi", "svi", "lvi", "dvi", "cqi", "vb", "svb", "lvb", "dvb", "cqb",
        "vmin", "svmin", "lvmin", "dvmin", "cqmin", "vmax", "svmax", "lvmax", "dvmax", "cqmax",
        "deg", "grad", "rad", "turn",
        "s", "ms",
        "dpi", "dpcm", "dppx", "x",
        "fr", "hz", "khz", "db", "st",
    ];

    private static readonly FrozenDictionary<string, CssUnit>.AlternateLookup<ReadOnlySpan<char>> s_lookup = CreateLookup();

    private static FrozenDictionary<string, CssUnit>.AlternateLookup<ReadOnlySpan<char>> CreateLookup()
    {
        Dictionary<string, CssUnit> units = [];
        for (int i = (int)CssUnit.Px; i < s_names.Length; i++) units.Add(s_names[i], (CssUnit)i);
        return units.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static bool TryFind(ReadOnlySpan<char> name, out CssUnit unit)
    {
        // px and em are nearly all there is.
        if (name.Length == 2)
        {
            if (name is "px") { unit = CssUnit.Px; return true; }
            if (name is "em") { unit = CssUnit.Em; return true; }
        }

        return s_lookup.TryGetValue(name, out unit);
    }

    public static string Name(CssUnit unit) => s_names[(int)unit];

    public static Dimensions DimensionOf(CssUnit unit) => unit switch
    {
        CssUnit.Number => Dimensions.Number,
        CssUnit.Percent => Dimensions.Percentage,
        <= CssUnit.Cqmax => Dimensions.Length,
        <= CssUnit.Turn => Dimensions.Angle,
        <= CssUnit.Ms => Dimensions.Time,
        <= CssUnit.X => Dimensions.Resolution,
        CssUnit.Fr => Dimensions.Flex,
        _ => Dimensions.Other,
    };

    /// <summary>How many of the canonical unit (px, deg, s, dppx) one of this is; 0 when that depends on the element.</summary>
    public static float Canonical(CssUnit unit) => unit switch
    {
        CssUnit.Px or CssUnit.Deg or CssUnit.S or CssUnit.Dppx or CssUnit.X => 1,
        CssUnit.In => 96,
        CssUnit.Cm => 96 / 2.54f,
        CssUnit.Mm => 9.6f / 2.54f,
        CssUnit.Q => 2.4f / 2.54f,
        CssUnit.Pt => 96 / 72f,
        CssUnit.Pc => 16,
        CssUnit.Grad => 0.9f,
        CssUnit.Rad => 180 / MathF.PI,
        CssUnit.Turn => 360,
        CssUnit.Ms => 0.001f,
        CssUnit.Dpi => 1 / 96f,
        CssUnit.Dpcm => 2.54f / 96,
        _ => 0,
    };

    public static CssUnit CanonicalUnit(CssUnit unit) => DimensionOf(unit) switch
    {
        Dimensions.Length => CssUnit.Px,
        Dimensions.Angle => CssUnit.Deg,
        Dimensions.Time => CssUnit.S,
        Dimensions.Resolution => CssUnit.Dppx,
        _ => unit,
    };

    /// <summary>Units of the first years, which every browser knows.</summary>
    public static bool IsClassic(CssUnit unit) => unit is CssUnit.Px or CssUnit.In or CssUnit.Cm or CssUnit.Mm or CssUnit.Pt or CssUnit.Pc or CssUnit.Em or CssUnit.Percent or CssUnit.Number;
}
