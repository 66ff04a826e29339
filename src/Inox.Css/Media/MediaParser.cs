namespace Inox.Css;

/// <summary>Parses media queries and the conditions of container queries. What it does not know gives null, and stays as it was written.</summary>
internal static class MediaParser
{
    public static List<MediaQuery>? ParseList(CssText prelude)
    {
        List<MediaQuery> queries = [];
        ValueReader reader = new(prelude);
        if (reader.Kind == CssTokenKind.EndOfFile) return queries;
        do
        {
            if (ParseQuery(ref reader) is not { } query) return null;
            queries.Add(query);
        }
        while (reader.TryComma());
        return reader.Kind == CssTokenKind.EndOfFile ? queries : null;
    }

    private static MediaQuery? ParseQuery(ref ValueReader reader)
    {
        ValueReader saved = reader;
        string? qualifier = reader.TryIdent("only") ? "only" : reader.TryIdent("not") ? "not" : null;
        if (reader.Kind != CssTokenKind.Ident || IsOperator(reader))
        {
            reader = saved;
            return ParseCondition(ref reader, allowsOr: true) is { } only ? new(null, null, only) : null;
        }

        string type = reader.Decoded().ToLowerInvariant();
        reader.Next();
        if (!reader.TryIdent("and")) return new(qualifier, type, null);
        return ParseCondition(ref reader, allowsOr: false) is { } condition ? new(qualifier, type, condition) : null;
    }

    private static bool IsOperator(in ValueReader reader) => reader.IsIdent("not") || reader.IsIdent("and") || reader.IsIdent("or") || reader.IsIdent("only") || reader.IsIdent("layer");

    /// <summary>What a feature measures; None for one that takes keywords or is not known.</summary>
    private static Dimensions DimensionsOf(string name) => name switch
    {
        "width" or "height" or "device-width" or "device-height" or "inline-size" or "block-size" => Dimensions.Length,
        "resolution" => Dimensions.Resolution,
        _ => Dimensions.None,
    };

    // (width >= hi), (scan >= 1)
    private static bool Fits(string name, CssValue value)
    {
        if (name is "scan" or "hover" or "any-hover" or "pointer" or "any-pointer" or "update" or "overflow-block" or "overflow-inline" or "prefers-color-scheme" or "prefers-reduced-motion" or "orientation" or "display-mode" or "scripting") return false;
        if (name.StartsWith("min-", StringComparison.Ordinal) || name.StartsWith("max-", StringComparison.Ordinal)) return false;
        Dimensions dimensions = DimensionsOf(name);
        if (dimensions == Dimensions.Length && value is Numeric { Unit: CssUnit.Number, Value: not 0 }) return false;
        return dimensions == Dimensions.None || value is not (Keyword or ListValue);
    }

    // <media-condition>
    public static MediaCondition? ParseCondition(ref ValueReader reader, bool allowsOr, bool inverts = true)
    {
        if (reader.TryIdent("not")) return ParseInParens(ref reader) is { } inner ? inverts ? Not(inner) : new NotCondition(inner) : null;
        if (ParseInParens(ref reader) is not { } first) return null;
        bool isAnd = reader.IsIdent("and");
        if (!isAnd && !(allowsOr && reader.IsIdent("or"))) return first;
        List<MediaCondition> items = [];
        AddFlat(items, first, isAnd);
        while (reader.TryIdent(isAnd ? "and" : "or"))
        {
            if (ParseInParens(ref reader) is not { } next) return null;
            AddFlat(items, next, isAnd);
        }

        return new JoinedCondition(isAnd, items);
    }

    private static void AddFlat(List<MediaCondition> items, MediaCondition item, bool isAnd)
    {
        if (item is JoinedCondition joined && joined.IsAnd == isAnd) items.AddRange(joined.Items);
        else items.Add(item);
    }

    // not (width < 240px) is (width >= 240px)
    public static MediaCondition Not(MediaCondition inner) => inner switch
    {
        RangeFeature { Comparison: not MediaComparison.Equal } range => range with { Comparison = Opposite(range.Comparison) },
        NotCondition not => not.Inner,
        _ => new NotCondition(inner),
    };

    private static MediaComparison Opposite(MediaComparison comparison) => comparison switch
    {
        MediaComparison.Less => MediaComparison.GreaterEqual,
        MediaComparison.LessEqual => MediaComparison.Greater,
        MediaComparison.Greater => MediaComparison.LessEqual,
        _ => MediaComparison.Less,
    };

    private static MediaCondition? ParseInParens(ref ValueReader reader)
    {
        if (reader.Kind == CssTokenKind.Function) return ParseFunction(ref reader);
        if (reader.Kind != CssTokenKind.OpenParen || !reader.Enter()) return null;
        ValueReader saved = reader;
        MediaCondition? condition = ParseFeature(ref reader);
        if (condition is null || !reader.AtEnd)
        {
            reader = saved;
            condition = ParseCondition(ref reader, allowsOr: true);
        }

        return condition is not null && reader.Leave() ? condition : null;
    }

    // style(…) and scroll-state(…) of container queries
    private static MediaCondition? ParseFunction(ref ValueReader reader)
    {
        string name = reader.Decoded().ToLowerInvariant();
        if (name is not ("style" or "scroll-state") || !reader.Enter()) return null;
        MediaCondition? inner = ParseStyle(ref reader, name);
        return inner is not null && reader.Leave() ? new FunctionCondition(name, inner) : null;
    }

    private static MediaCondition? ParseStyle(ref ValueReader reader, string name)
    {
        ValueReader saved = reader;
        if (reader.Kind == CssTokenKind.Ident && !reader.IsIdent("not") && ParseDeclaration(ref reader) is { } declaration) return declaration;
        reader = saved;
        return ParseStyleCondition(ref reader, name);
    }

    private static MediaCondition? ParseStyleCondition(ref ValueReader reader, string name)
    {
        if (reader.TryIdent("not")) return ParseStyleParens(ref reader, name) is { } inner ? new NotCondition(inner) : null;
        if (ParseStyleParens(ref reader, name) is not { } first) return null;
        bool isAnd = reader.IsIdent("and");
        if (!isAnd && !reader.IsIdent("or")) return first;
        List<MediaCondition> items = [first];
        while (reader.TryIdent(isAnd ? "and" : "or"))
        {
            if (ParseStyleParens(ref reader, name) is not { } next) return null;
            AddFlat(items, next, isAnd);
        }

        return new JoinedCondition(isAnd, items);
    }

    private static MediaCondition? ParseStyleParens(ref ValueReader reader, string name)
    {
        if (reader.Kind != CssTokenKind.OpenParen || !reader.Enter()) return null;
        MediaCondition? inner = ParseStyle(ref reader, name);
        return inner is not null && reader.Leave() ? inner : null;
    }

    // A property, its value read by the property's grammar.
    private static MediaCondition? ParseDeclaration(ref ValueReader reader)
    {
        string name = reader.Name.StartsWith("--") ? reader.Decoded() : reader.Decoded().ToLowerInvariant();
        reader.Next();
        if (reader.AtEnd) return new PlainFeature(name, null);
        if (reader.Kind != CssTokenKind.Colon) return null;
        reader.Next();
        CssText text = reader.TakeRest(out bool isEmpty);
        if (isEmpty) return new PlainFeature(name, new RawValue(""));
        int important = text.Span.IndexOf('!');
        if (important >= 0) return new PlainFeature(name, new RawValue(text.Span[..important].Trim().ToString()));
        return new PlainFeature(name, PropertyTable.Find(name)?.Parse(text) ?? new UnparsedValue(text));
    }

    private static MediaCondition? ParseFeature(ref ValueReader reader)
    {
        ValueReader saved = reader;
        if (reader.Kind == CssTokenKind.Ident && !reader.IsIdent("not"))
        {
            string name = reader.Name.StartsWith("--") ? reader.Decoded() : reader.Decoded().ToLowerInvariant();
            reader.Next();
            if (reader.AtEnd) return new PlainFeature(name, null);
            if (reader.Kind == CssTokenKind.Colon)
            {
                reader.Next();
                return ParseValue(ref reader) is { } value ? Plain(name, value) : null;
            }

            if (ParseComparison(ref reader) is { } comparison) return ParseValue(ref reader) is { } bound && Fits(name, bound) ? new RangeFeature(name, comparison, bound) : null;
        }

        reader = saved;
        if (ParseValue(ref reader) is not { } start || ParseComparison(ref reader) is not { } first || reader.Kind != CssTokenKind.Ident) return null;
        string feature = reader.Decoded().ToLowerInvariant();
        reader.Next();
        if (reader.AtEnd) return Fits(feature, start) ? new RangeFeature(feature, Mirrored(first), start) : null;
        return ParseComparison(ref reader) is { } second && ParseValue(ref reader) is { } end && Fits(feature, start) && Fits(feature, end) ? new IntervalFeature(start, first, feature, second, end) : null;
    }

    private static MediaCondition? Plain(string name, CssValue value)
    {
        if (name.StartsWith("min-", StringComparison.Ordinal) || name.StartsWith("max-", StringComparison.Ordinal))
        {
            if (!Fits(name[4..], value)) return null;
        }

        if (name.StartsWith("min-", StringComparison.Ordinal)) return new RangeFeature(name[4..], MediaComparison.GreaterEqual, value);
        return name.StartsWith("max-", StringComparison.Ordinal) ? new RangeFeature(name[4..], MediaComparison.LessEqual, value) : new PlainFeature(name, value);
    }

    private static MediaComparison Mirrored(MediaComparison comparison) => comparison switch
    {
        MediaComparison.Less => MediaComparison.Greater,
        MediaComparison.LessEqual => MediaComparison.GreaterEqual,
        MediaComparison.Greater => MediaComparison.Less,
        MediaComparison.GreaterEqual => MediaComparison.LessEqual,
        _ => comparison,
    };

    private static MediaComparison? ParseComparison(ref ValueReader reader)
    {
        if (reader.TryDelim('=')) return MediaComparison.Equal;
        bool less = reader.IsDelim('<');
        if (!less && !reader.IsDelim('>')) return null;
        reader.Next();
        bool equal = !reader.AfterSpace && reader.TryDelim('=');
        if (less) return equal ? MediaComparison.LessEqual : MediaComparison.Less;
        return equal ? MediaComparison.GreaterEqual : MediaComparison.Greater;
    }

    private static CssValue? ParseValue(ref ValueReader reader)
    {
        if (CalcParser.TryNumeric(ref reader, Dimensions.Length | Dimensions.Number | Dimensions.Resolution | Dimensions.Percentage) is { } value)
        {
            if (!reader.TryDelim('/')) return value;
            return CalcParser.TryNumeric(ref reader, Dimensions.Number) is { } second ? second.Text == "1" ? value : new ListValue('/', value, second) : null;
        }

        if (reader.Kind == CssTokenKind.Ident)
        {
            Keyword word = new(reader.Decoded().ToLowerInvariant());
            reader.Next();
            return word;
        }

        return reader.Kind == CssTokenKind.Function ? new UnparsedValue(reader.TakeComponent()) : null;
    }
}

/// <summary>A function of a container query around conditions of its own.</summary>
internal sealed record FunctionCondition(string Name, MediaCondition Inner) : MediaCondition;
