using System.Globalization;

namespace Inox.Css;

/// <summary>
/// Writes tokens whose meaning is not known: white space shrinks to one blank and goes at the ends of blocks, numbers, strings, URLs and colours in functions
/// and hex digits become shorter. Names stay: <c>red</c> may be anything.
/// </summary>
internal static class TokenText
{
    // A longer whole number may have more digits than would be written.
    private const int MaxDigits = 9;

    public static void Write(CssText text, ValueWriter writer, FallbackKinds kind = FallbackKinds.None)
    {
        CssTokenizer tokens = text.Tokenize();
        bool atStart = true, pending = false;
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind == CssTokenKind.Whitespace)
            {
                pending = !atStart;
                continue;
            }

            if (tokens.Kind == CssTokenKind.Comment) continue;
            bool closes = tokens.Kind is CssTokenKind.CloseParen or CssTokenKind.CloseBracket or CssTokenKind.CloseBrace;
            if (pending && !closes) writer.Write(' ');
            pending = false;
            atStart = false;
            switch (tokens.Kind)
            {
                case CssTokenKind.Function:
                    if (TryColor(text, ref tokens, writer, kind) || TryUrl(text, ref tokens, writer)) break;
                    atStart = WriteVariable(ref tokens, writer);
                    break;
                case CssTokenKind.OpenParen or CssTokenKind.OpenBracket or CssTokenKind.OpenBrace:
                    writer.Write(tokens.Text);
                    atStart = true;
                    break;
                default:
                    WriteToken(text, tokens, writer);
                    break;
            }
        }
    }

    // What var() and env() put a fallback behind: blanks around the comma mean nothing. Whether blanks mean nothing after what was written.
    private static bool WriteVariable(ref CssTokenizer tokens, ValueWriter writer)
    {
        bool isVariable = CssEscapes.EqualsIgnoreCase(tokens.Value, "var") || CssEscapes.EqualsIgnoreCase(tokens.Value, "env");
        writer.Write(tokens.Text);
        if (!isVariable) return true;
        CssTokenizer ahead = tokens;
        if (ahead.NextSignificant() != CssTokenKind.Ident) return true;
        writer.Write(ahead.Text);
        tokens = ahead;
        while (ahead.NextSignificant() == CssTokenKind.Number)
        {
            writer.Write(' ');
            writer.Write(ahead.Text);
            tokens = ahead;
        }

        // var(--a b): of two names, which is an error of the author's, not one
        if (ahead.Kind != CssTokenKind.Comma) return false;
        writer.Comma();
        tokens = ahead;
        return true;
    }

    private static bool TryColor(CssText text, ref CssTokenizer tokens, ValueWriter writer, FallbackKinds kind)
    {
        if (!IsColorFunction(tokens.Value)) return false;
        ValueReader reader = new(text with { Start = tokens.Start });
        if (ColorParser.TryColor(ref reader) is not { } color) return TryUnresolved(text, ref tokens, writer, kind);
        (kind == FallbackKinds.None ? color : ColorFallbacks.Convert(color, kind)).Write(writer);
        Resume(text, ref tokens, EndOf(text, tokens));
        return true;
    }

    private static bool TryUnresolved(CssText text, ref CssTokenizer tokens, ValueWriter writer, FallbackKinds kind)
    {
        ValueReader reader = new(text with { Start = tokens.Start });
        int end = EndOf(text, tokens);
        if (UnresolvedColor.TryParse(ref reader) is { } color) color.Write(writer);
        else if (!TryLightDark(text, new(text with { Start = tokens.Start }), writer, kind)) return false;
        Resume(text, ref tokens, end);
        return true;
    }

    // light-dark(var(--a), var(--b))
    private static bool TryLightDark(CssText text, ValueReader reader, ValueWriter writer, FallbackKinds kind)
    {
        if (writer.Targets.Supports(CssFeature.LightDark) || !reader.TryFunction("light-dark")) return false;
        int start = reader.Start, end = start;
        while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma) end = reader.TakeComponent().End;
        CssText light = new(text.Buffer, start, end);
        if (!reader.TryComma()) return false;
        CssText dark = reader.TakeRest(out bool isEmpty);
        if (isEmpty || light.IsEmpty) return false;
        new LightDarkValue(new UnparsedValue(light, kind), new UnparsedValue(dark, kind)).Write(writer);
        return true;
    }

    /// <summary>The notations that targets want the colours in the text in, the newest of them taking in those that are newer still; none where all are read.</summary>
    public static FallbackKinds Notations(CssText text, TargetSet targets)
    {
        FallbackKinds kinds = FallbackKinds.None;
        if (!text.Span.Contains('(')) return kinds;
        CssTokenizer tokens = text.Tokenize();
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind != CssTokenKind.Function || !IsColorFunction(tokens.Value)) continue;
            ValueReader reader = new(text with { Start = tokens.Start });
            if (ColorParser.TryColor(ref reader) is { } color && ColorFallbacks.Needed(color, targets) != FallbackKinds.None) kinds |= ColorFallbacks.Notations(color, targets);
        }

        return (kinds & FallbackKinds.Oklab) != 0 ? (kinds & ~FallbackKinds.Oklab) | FallbackKinds.Lab : kinds;
    }

    private static bool IsColorFunction(ReadOnlySpan<char> name) => name.Length <= 10 && (name.StartsWith("rgb", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("hsl", StringComparison.OrdinalIgnoreCase) || name.EndsWith("lab", StringComparison.OrdinalIgnoreCase) || name.EndsWith("lch", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("color", StringComparison.OrdinalIgnoreCase) || name.Equals("hwb", StringComparison.OrdinalIgnoreCase) || name.Equals("light-dark", StringComparison.OrdinalIgnoreCase));

    private static bool TryUrl(CssText text, ref CssTokenizer tokens, ValueWriter writer)
    {
        if (!CssEscapes.EqualsIgnoreCase(tokens.Value, "url")) return false;
        ValueReader reader = new(text with { Start = tokens.Start });
        if (reader.TryUrl() is not { } url) return false;
        url.Write(writer);
        Resume(text, ref tokens, EndOf(text, tokens));
        return true;
    }

    // The offset behind the function that the current token opens.
    private static int EndOf(CssText text, CssTokenizer tokens)
    {
        tokens.SkipBlock();
        return Math.Min(tokens.Position, text.End);
    }

    private static void Resume(CssText text, ref CssTokenizer tokens, int position)
    {
        tokens = text.Tokenize();
        tokens.Position = position;
    }

    private static void WriteToken(CssText text, in CssTokenizer tokens, ValueWriter writer)
    {
        switch (tokens.Kind)
        {
            case CssTokenKind.Number:
                WriteNumber(tokens.NumberText, writer);
                break;
            case CssTokenKind.Percentage:
                WriteNumber(tokens.NumberText, writer);
                writer.Write('%');
                break;
            case CssTokenKind.Dimension:
                WriteDimension(tokens, writer);
                break;
            case CssTokenKind.String:
                writer.WriteString(CssEscapes.Decode(tokens.Value));
                break;
            case CssTokenKind.Url:
                writer.WriteUrl(CssEscapes.Decode(tokens.Value));
                break;
            case CssTokenKind.Hash:
                ValueReader reader = new(text with { Start = tokens.Start, End = tokens.Position });
                if (ColorParser.TryColor(ref reader) is { } color) color.Write(writer);
                else writer.Write(tokens.Text);
                break;
            case CssTokenKind.Comma:
                writer.Write(',');
                break;
            default:
                writer.Write(tokens.Text);
                break;
        }
    }

    private static void WriteNumber(ReadOnlySpan<char> text, ValueWriter writer)
    {
        // U+26 is an identifier, a sign and a number here: the sign belongs to it.
        if (text[0] == '+' && writer.Output.Last is 'U' or 'u')
        {
            writer.Write(text);
            return;
        }

        // --a: 1234567890123: a script may read it
        if (text.Length > MaxDigits && !text.ContainsAny('.', 'e', 'E')) writer.Write(text);
        else writer.WriteAsWritten(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    // 100ms is .1s here too.
    private static void WriteDimension(in CssTokenizer tokens, ValueWriter writer)
    {
        if (tokens.Value is "ms" or "s")
        {
            new Numeric((float)double.Parse(tokens.NumberText, NumberStyles.Float, CultureInfo.InvariantCulture), tokens.Value.Length == 2 ? CssUnit.Ms : CssUnit.S).Write(writer);
            return;
        }

        WriteNumber(tokens.NumberText, writer);
        WriteUnit(tokens.Value, writer);
    }

    private static void WriteUnit(ReadOnlySpan<char> unit, ValueWriter writer)
    {
        if (CssUnits.TryFind(unit, out CssUnit known)) writer.Write(known == CssUnit.Q ? "q" : CssUnits.Name(known));
        else writer.Write(unit);
    }
}
