namespace Inox.Css;

/// <summary>Parses the longhands of <c>font</c> (CSS Fonts 4).</summary>
internal static class FontParsers
{
    public const string Size = "xx-small | x-small | small | medium | large | x-large | xx-large | xxx-large | smaller | larger | <length-percentage>";
    public const string LineHeight = "normal | <length-percentage-number>";
    public const string Caps = "normal | small-caps | all-small-caps | petite-caps | all-petite-caps | unicase | titling-caps";

    private static readonly KeywordSet s_generic = new(
        "serif", "sans-serif", "cursive", "fantasy", "monospace", "system-ui", "emoji", "math", "fangsong", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded",
        "initial", "inherit", "unset", "default", "revert", "revert-layer");

    private static readonly (string Word, float Percentage)[] s_stretches =
    [
        ("ultra-condensed", 50), ("extra-condensed", 62.5f), ("condensed", 75), ("semi-condensed", 87.5f), ("normal", 100), ("semi-expanded", 112.5f), ("expanded", 125),
        ("extra-expanded", 150), ("ultra-expanded", 200),
    ];

    public static CssValue? ParseWeight(ref ValueReader reader)
    {
        if (reader.TryIdent("normal")) return new FontWord("400", "normal");
        if (reader.TryIdent("bold")) return new FontWord("700", "bold");
        if (reader.TryIdent("bolder")) return new Keyword("bolder");
        if (reader.TryIdent("lighter")) return new Keyword("lighter");
        CalcNode? weight = CalcParser.TryNumeric(ref reader, Dimensions.Number);
        return weight is Numeric { Value: var value } && value % 100 != 0 ? new NewerValue(weight, CssFeature.FontWeightNumber) : weight;
    }

    public static CssValue? ParseStretch(ref ValueReader reader)
    {
        foreach ((string word, float percentage) in s_stretches)
        {
            if (reader.TryIdent(word)) return new FontWord(Numeric.Percent(percentage).Text, word);
        }

        return CalcParser.TryNumeric(ref reader, Dimensions.Percentage);
    }

    // oblique 14deg is oblique
    public static CssValue? ParseStyle(ref ValueReader reader)
    {
        if (reader.TryIdent("normal")) return new Keyword("normal");
        if (reader.TryIdent("italic")) return new Keyword("italic");
        if (!reader.TryIdent("oblique")) return null;
        CalcNode? angle = CalcParser.TryWithZero(ref reader, Dimensions.Angle);
        return angle is null || angle.Text == "14deg" ? new Keyword("oblique") : new NewerValue(new ListValue(' ', new Keyword("oblique"), angle), CssFeature.FontStyleObliqueAngle);
    }

    public static CssValue? ParseFamilies(ref ValueReader reader)
    {
        List<CssValue> families = [];
        HashSet<string> seen = [];
        do
        {
            if (ParseFamily(ref reader) is not { } family) return null;

            // monospace, monospace is not what monospace is: browsers take the font's size for that of text then.
            if (seen.Add(family.Text) || family.IsKeyword("monospace")) families.Add(family);
        }
        while (reader.TryComma());
        return families.Count == 1 ? families[0] : new ListValue(',', [.. families]);
    }

    public static CssValue? ParseFamily(ref ValueReader reader)
    {
        if (reader.TryString() is { } text) return new FontFamily(text);
        List<string> words = [];
        while (reader.Kind == CssTokenKind.Ident)
        {
            words.Add(reader.Decoded());
            reader.Next();
        }

        if (words.Count == 0) return null;
        if (words.Count == 1 && s_generic.Find(words[0]) is { } generic) return generic.Name == "system-ui" ? new NewerValue(generic, CssFeature.FontFamilySystemUi) : generic;
        return new RawValue(string.Join(' ', words.Select(CssEscapes.Identifier)));
    }

    // A string of identifiers needs no quotes, unless it would be a keyword, or is longer with its escapes.
    private sealed class FontFamily(string name) : CssValue
    {
        public override void Write(ValueWriter writer)
        {
            string[] words = name.Split(' ');
            bool plain = name.Length > 0 && s_generic.Find(name) is null && !Array.Exists(words, word => word.Length == 0);
            string bare = plain ? string.Join(' ', words.Select(CssEscapes.Identifier)) : "";
            if (plain && bare.Length < name.Length + 2) writer.Write(bare);
            else writer.WriteString(name);
        }
    }

    /// <summary>A word that is written as a number when that is shorter.</summary>
    internal sealed class FontWord(string number, string word) : CssValue
    {
        public string Word => word;

        public override void Write(ValueWriter writer) => writer.Write(writer.Minify ? number : word);
    }
}

/// <summary><c>font</c>: style, variant, weight and stretch in any order, then size, line height and families.</summary>
internal sealed class FontShorthand()
    : Shorthand("font", "font-family", "font-size", "font-style", "font-weight", "font-stretch", "line-height", "font-variant-caps")
{
    private static readonly RawValue s_normalStretch = new("100%", "normal");

    private static readonly ValueGrammar s_size = ValueGrammar.Compile(FontParsers.Size), s_lineHeight = ValueGrammar.Compile(FontParsers.LineHeight);

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        CssValue? style = null, weight = null, stretch = null, caps = null, size = null, lineHeight = null;
        while (size is null)
        {
            if (reader.AtEnd) return null;
            if (reader.TryIdent("normal")) continue;
            if (style is null && FontParsers.ParseStyle(ref reader) is { } ownStyle) style = ownStyle;
            else if (caps is null && reader.TryIdent("small-caps")) caps = new Keyword("small-caps");
            else if (stretch is null && reader.Kind == CssTokenKind.Ident && FontParsers.ParseStretch(ref reader) is { } ownStretch) stretch = ownStretch;
            else if (weight is null && FontParsers.ParseWeight(ref reader) is { } ownWeight) weight = ownWeight;
            else if (s_size.Match(ref reader) is { } ownSize) size = ownSize;
            else return null;
        }

        if (reader.TryDelim('/') && (lineHeight = s_lineHeight.Match(ref reader)) is null) return null;
        if (FontParsers.ParseFamilies(ref reader) is not { } families) return null;
        Keyword normal = new("normal");
        return [families, size, style ?? normal, weight ?? new RawValue("400", "normal"), stretch ?? s_normalStretch, lineHeight ?? normal, caps ?? normal];
    }

    private const int Stretch = 4, Caps = 6;

    // The shorthand has room for one of the variants only, and for the words for a width (CSS Fonts 4, section 2.7).
    private static bool HasCapsApart(CssValue[] values) => values[Caps].Text is not ("normal" or "small-caps");

    private static bool HasStretchApart(CssValue[] values) => values[Stretch] is not (FontParsers.FontWord or RawValue);

    public override bool CanWrite(CssValue[] values, TargetSet targets) => !HasCapsApart(values) || !HasStretchApart(values);

    public override int Apart(CssValue[] values, TargetSet targets) => HasCapsApart(values) ? Caps : HasStretchApart(values) ? Stretch : -1;

    public override CssValue Initial(int longhand) => longhand == Stretch ? s_normalStretch : new Keyword("normal");

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        if (values[2].Text != "normal") Word(values[2]);
        if (values[6].Text != "normal") Word(values[6]);
        if (values[3].Text != "400") Word(values[3]);
        // font: 125% 12px a: the width of a face is a word here
        if (values[Stretch] is FontParsers.FontWord { Text: not "100%", Word: var width }) writer.Write(width + " ");
        values[1].Write(writer);
        if (values[5].Text != "normal")
        {
            writer.Separate('/');
            values[5].Write(writer);
        }

        writer.Write(' ');
        values[0].Write(writer);

        void Word(CssValue value)
        {
            value.Write(writer);
            writer.Write(' ');
        }
    }
}

/// <summary>Descriptors of <c>@font-face</c> whose grammar is not that of the property.</summary>
internal static class FontFaceDescriptors
{
    public static CssValue? Parse(string name, CssText text)
    {
        if (name == "unicode-range") return UnicodeRange.ParseList(text);
        ValueReader reader = new(text);
        CssValue? value = name switch
        {
            "font-style" => ParseStyles(ref reader),
            "src" => BackgroundParser.List(ParseSource)(ref reader),
            "font-family" => FontParsers.ParseFamily(ref reader),
            "font-weight" => Pair(ref reader, FontParsers.ParseWeight),
            "font-stretch" => Pair(ref reader, FontParsers.ParseStretch),
            _ => null,
        };
        return value is not null && reader.Kind == CssTokenKind.EndOfFile ? value : null;
    }

    // oblique 14deg 14deg is oblique
    private static CssValue? ParseStyles(ref ValueReader reader)
    {
        if (reader.TryIdent("normal")) return new Keyword("normal");
        if (reader.TryIdent("italic")) return new Keyword("italic");
        if (!reader.TryIdent("oblique")) return null;
        CalcNode? from = CalcParser.TryWithZero(ref reader, Dimensions.Angle), to = from is null ? null : CalcParser.TryWithZero(ref reader, Dimensions.Angle);
        to ??= from;
        if (from is null || (from.Text == "14deg" && from.Same(to))) return new Keyword("oblique");
        return from.Same(to) ? new ListValue(' ', new Keyword("oblique"), from) : new ListValue(' ', new Keyword("oblique"), from, to!);
    }

    private static CssValue? Pair(ref ValueReader reader, ValueParser parser)
    {
        if (parser(ref reader) is not { } first) return null;
        return parser(ref reader) is { } second && !second.Same(first) ? new ListValue(' ', first, second) : first;
    }

    // local(<family>) | <url> [ format( … ) ]? [ tech( … ) ]?
    private static CssValue? ParseSource(ref ValueReader reader)
    {
        if (reader.TryFunction("local")) return FontParsers.ParseFamily(ref reader) is { } family && reader.Leave() ? new FunctionValue("local", family) : null;
        if (reader.TryUrl() is not { } url) return null;
        List<CssValue> parts = [url];
        if (reader.TryFunction("format"))
        {
            string? format = reader.TryString();
            if (format is null && reader.Kind == CssTokenKind.Ident)
            {
                format = reader.Decoded();
                reader.Next();
            }

            if (format is null || !reader.Leave()) return null;
            parts.Add(new FunctionValue("format", new StringValue(format)));
        }

        if (reader.TryFunction("tech"))
        {
            List<CssValue> features = [];
            do
            {
                if (reader.Kind != CssTokenKind.Ident) return null;
                features.Add(new Keyword(reader.Decoded().ToLowerInvariant()));
                reader.Next();
            }
            while (reader.TryComma());
            if (!reader.Leave()) return null;
            parts.Add(new FunctionValue("tech", [.. features]));
        }

        return new TightList([.. parts]);
    }

    private sealed class TightList(CssValue[] parts) : CssValue
    {
        public override void Write(ValueWriter writer)
        {
            for (int i = 0; i < parts.Length; i++)
            {
                if (i > 0) writer.OptionalSpace();
                parts[i].Write(writer);
            }
        }
    }
}
