using Inox.Core;

namespace Inox.Css;

/// <summary>Rewrites the preludes of <c>@media</c> and <c>@container</c>.</summary>
internal static class MediaQueries
{
    public static string? WriteMedia(CssText prelude, bool minify, TargetSet targets, CustomMedia? custom)
    {
        if (MediaParser.ParseList(prelude) is not { } queries) return null;
        if (custom is not null) queries = custom.Replace(queries);
        if (!targets.IsNone) queries = WithPixelRatios(queries, targets);
        using CharWriter output = new(64);
        new MediaWriter(new(output, minify, targets), targets).WriteList(queries);
        return output.ToString();
    }

    // [ <name> ]? <condition>
    public static string? WriteContainer(CssText prelude, bool minify)
    {
        ValueReader reader = new(prelude);
        using CharWriter output = new(64);
        ValueWriter writer = new(output, minify, TargetSet.None);
        if (reader.Kind == CssTokenKind.Ident && !reader.IsIdent("not"))
        {
            if (reader.IsIdent("none") || reader.IsIdent("and") || reader.IsIdent("or") || reader.TryCustomIdent() is not { } name) return null;
            name.Write(writer);
            if (reader.AtEnd) return output.ToString();
            writer.Write(' ');
        }

        if (MediaParser.ParseCondition(ref reader, allowsOr: true, inverts: false) is not { } condition || reader.Kind != CssTokenKind.EndOfFile) return null;
        new MediaWriter(writer, TargetSet.None).WriteCondition(condition);
        return output.ToString();
    }

    // Before resolution there was device-pixel-ratio, by vendor.
    private static List<MediaQuery> WithPixelRatios(List<MediaQuery> queries, TargetSet targets)
    {
        VendorPrefix prefixes = targets.PrefixesOf("@resolution");
        if (prefixes == VendorPrefix.None) return queries;
        List<MediaQuery> result = [];
        foreach (MediaQuery query in queries)
        {
            AddRatio(VendorPrefix.Webkit, "-webkit-device-pixel-ratio", query);
            AddRatio(VendorPrefix.Moz, "-moz-device-pixel-ratio", query);
            if (!result.Contains(query)) result.Add(query);
        }

        return result;

        void AddRatio(VendorPrefix prefix, string name, MediaQuery query)
        {
            if ((prefixes & prefix) == 0 || query.Condition is null || Rename(query.Condition, name) is not { } condition || condition.Equals(query.Condition)) return;
            MediaQuery own = query with { Condition = condition };
            if (!result.Exists(other => Text(other) == Text(own))) result.Add(own);
        }

        string Text(MediaQuery query)
        {
            using CharWriter output = new(64);
            new MediaWriter(new(output, true, targets), targets).WriteList([query]);
            return output.ToString();
        }
    }

    private static MediaCondition Rename(MediaCondition condition, string name) => condition switch
    {
        RangeFeature { Name: "resolution", Value: Numeric value } range => range with { Name = name, Value = Numeric.Number(value.Canonical) },
        NotCondition not => new NotCondition(Rename(not.Inner, name)),
        JoinedCondition joined when joined.Items.Any(item => !ReferenceEquals(Rename(item, name), item)) => new JoinedCondition(joined.IsAnd, [.. joined.Items.Select(item => Rename(item, name))]),
        _ => condition,
    };
}

/// <summary>The sheet's <c>@custom-media</c> rules, and how queries read with them in place.</summary>
internal sealed class CustomMedia
{
    private readonly Dictionary<string, List<MediaQuery>> _definitions = [];
    private readonly HashSet<string> _open = [];

    public void Define(CssText prelude)
    {
        ValueReader reader = new(prelude);
        if (reader.TryDashedIdent() is not { } name) return;
        CssText rest = prelude with { Start = reader.Start };
        if (MediaParser.ParseList(rest) is { } queries) _definitions[name.Name] = queries;
    }

    /// <summary>Whether a query named what is not defined, or asked for what cannot be said.</summary>
    public bool HasFailed { get; private set; }

    public List<MediaQuery> Replace(List<MediaQuery> queries)
    {
        List<MediaQuery> result = [];
        foreach (MediaQuery query in queries)
        {
            if (query is { Type: null, Condition: PlainFeature { Value: null } only } && Find(only.Name) is { } alone) result.AddRange(Expand(only.Name, alone));
            else result.Add(ReplaceIn(query));
        }

        return result;
    }

    private List<MediaQuery>? Find(string name)
    {
        if (!name.StartsWith("--", StringComparison.Ordinal)) return null;
        if (_definitions.TryGetValue(name, out List<MediaQuery>? queries)) return queries;
        HasFailed = true;
        return null;
    }

    // Media defined by themselves are not defined.
    private List<MediaQuery> Expand(string name, List<MediaQuery> queries)
    {
        if (!_open.Add(name))
        {
            HasFailed = true;
            return [];
        }

        List<MediaQuery> result = Replace(queries);
        _open.Remove(name);
        return result;
    }

    private MediaQuery ReplaceIn(MediaQuery query)
    {
        if (query.Condition is null) return query;
        (string? qualifier, string? type) = (query.Qualifier, query.Type);
        MediaCondition? condition = Replace(query.Condition, ref qualifier, ref type, negated: false);
        return new(qualifier, type, condition);
    }

    // A type inside and moves to the front; what has another type, or is negated around a type and more, cannot be said.
    private MediaCondition? Replace(MediaCondition condition, ref string? qualifier, ref string? type, bool negated)
    {
        switch (condition)
        {
            case PlainFeature { Value: null } feature when Find(feature.Name) is { } queries:
                return Merge(Expand(feature.Name, queries), ref qualifier, ref type, negated);
            case NotCondition not:
                MediaCondition? inner = Replace(not.Inner, ref qualifier, ref type, negated: !negated);
                return inner is null ? null : MediaParser.Not(inner);
            case JoinedCondition joined:
                List<MediaCondition> items = [];
                foreach (MediaCondition item in joined.Items)
                {
                    if (Replace(item, ref qualifier, ref type, negated) is { } own) items.Add(own);
                }

                return items.Count == 0 ? null : items.Count == 1 ? items[0] : new JoinedCondition(joined.IsAnd, items);
            default:
                return condition;
        }
    }

    private MediaCondition? Merge(List<MediaQuery> queries, ref string? qualifier, ref string? type, bool negated)
    {
        if (queries.Count == 1)
        {
            MediaQuery only = queries[0];
            if (only.Type is null) return only.Condition;
            string? own = negated ? only.Qualifier == "not" ? null : "not" : only.Qualifier;
            bool fits = type is null || (type == only.Type && qualifier == own);
            if (!fits || (negated && only.Condition is not null) || (only.Qualifier == "not" && only.Condition is not null)) HasFailed = true;
            (qualifier, type) = (own, only.Type);
            return only.Condition;
        }

        if (queries.Exists(query => query.Type is not null)) HasFailed = true;
        return new JoinedCondition(false, [.. queries.Select(query => query.Condition).OfType<MediaCondition>()]);
    }
}
