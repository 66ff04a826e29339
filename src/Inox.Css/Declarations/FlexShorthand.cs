namespace Inox.Css;

/// <summary><c>flex</c>: a missing grow is 1, a missing basis 0 where a number is given.</summary>
internal sealed class FlexShorthand() : Shorthand("flex", "flex-grow", "flex-shrink", "flex-basis")
{
    private static readonly ValueGrammar s_basis = ValueGrammar.Compile("content | auto | min-content | max-content | fit-content | <length-percentage>");

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return [Numeric.Number(0), Numeric.Number(0), new Keyword("auto")];
        CssValue? grow = null, shrink = null, basis = null;
        while (!reader.AtEnd)
        {
            if (grow is null && CalcParser.TryNumeric(ref reader, Dimensions.Number) is { } first)
            {
                grow = first;
                shrink = CalcParser.TryNumeric(ref reader, Dimensions.Number);
            }
            else if (basis is null && s_basis.Match(ref reader) is { } value) basis = value;
            else return null;
        }

        if (grow is null && basis is null) return null;
        return [grow ?? Numeric.Number(1), shrink ?? Numeric.Number(1), basis ?? Numeric.Percent(0)];
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        (string grow, string shrink, string basis) = (values[0].Text, values[1].Text, values[2].Text);
        if (grow == "0" && shrink == "0" && basis == "auto")
        {
            writer.Write("none");
            return;
        }

        // 0 would be read as one of the numbers if they were not there.
        bool isZero = basis == "0", hasNumbers = grow != "1" || shrink != "1" || isZero || basis == "0%";
        if (hasNumbers)
        {
            values[0].Write(writer);
            if (shrink != "1" || isZero)
            {
                writer.Write(' ');
                values[1].Write(writer);
            }
        }

        if (basis == "0%") return;
        if (hasNumbers) writer.Write(' ');
        values[2].Write(writer);
    }
}
