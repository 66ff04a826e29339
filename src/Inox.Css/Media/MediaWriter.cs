namespace Inox.Css;

/// <summary>Writes queries for targets: ranges become <c>min-</c> and <c>max-</c> where they are not known.</summary>
internal sealed class MediaWriter(ValueWriter writer, TargetSet targets)
{
    private readonly bool _ranges = targets.Supports(CssFeature.MediaRangeSyntax), _intervals = targets.Supports(CssFeature.MediaIntervalSyntax);

    public void WriteList(IReadOnlyList<MediaQuery> queries)
    {
        for (int i = 0; i < queries.Count; i++)
        {
            if (i > 0) writer.Comma();
            WriteQuery(queries[i]);
        }
    }

    private void WriteQuery(MediaQuery query)
    {
        if (query.Qualifier is not null)
        {
            writer.Write(query.Qualifier);
            writer.Write(' ');
        }

        bool hasType = query.Type is not null && !(query.Type == "all" && query.Qualifier is null && query.Condition is not null);
        if (hasType) writer.Write(query.Type!);
        if (query.Condition is null) return;
        if (hasType) writer.Write(" and ");
        Write(query.Condition, hasType ? Place.InAnd : Place.Top);
    }

    private enum Place : byte { Top, InAnd, InOr, InNot }

    public void WriteCondition(MediaCondition condition) => Write(condition, Place.Top);

    private void Write(MediaCondition condition, Place place)
    {
        switch (condition)
        {
            case PlainFeature feature:
                WritePlain(feature);
                break;
            case RangeFeature range:
                WriteRange(range, place);
                break;
            case IntervalFeature interval:
                WriteInterval(interval, place);
                break;
            case NotCondition not:
                bool wraps = place != Place.Top;
                if (wraps) writer.Write('(');
                writer.Write("not ");
                Write(not.Inner, Place.InNot);
                if (wraps) writer.Write(')');
                break;
            case JoinedCondition joined:
                WriteJoined(joined, place);
                break;
            case FunctionCondition function:
                writer.Write(function.Name);
                writer.Write('(');
                if (function.Inner is PlainFeature only) WriteInner(only);
                else Write(function.Inner, Place.Top);
                writer.Write(')');
                break;
            default:
                writer.Write(((TextCondition)condition).Text);
                break;
        }
    }

    private void WriteJoined(JoinedCondition joined, Place place)
    {
        bool wraps = place == Place.InNot || (joined.IsAnd ? place == Place.InOr : place == Place.InAnd);
        if (wraps) writer.Write('(');
        for (int i = 0; i < joined.Items.Count; i++)
        {
            if (i > 0) writer.Write(joined.IsAnd ? " and " : " or ");
            Write(joined.Items[i], joined.IsAnd ? Place.InAnd : Place.InOr);
        }

        if (wraps) writer.Write(')');
    }

    private void WritePlain(PlainFeature feature)
    {
        writer.Write('(');
        WriteInner(feature);
        writer.Write(')');
    }

    private void WriteInner(PlainFeature feature)
    {
        writer.Write(feature.Name);
        if (feature.Value is null) return;
        writer.Write(':');
        if (feature.Value.Text.Length > 0) writer.OptionalSpace();
        feature.Value.Write(writer);
    }

    private static string Symbol(MediaComparison comparison) => comparison switch
    {
        MediaComparison.Less => "<",
        MediaComparison.LessEqual => "<=",
        MediaComparison.Greater => ">",
        MediaComparison.GreaterEqual => ">=",
        _ => "=",
    };

    private void WriteRange(RangeFeature range, Place place, bool isBound = false)
    {
        bool isRatio = range.Name is "-webkit-device-pixel-ratio" or "-moz-device-pixel-ratio";
        if (_ranges && !isRatio && !isBound)
        {
            writer.Write('(');
            writer.Write(range.Name);
            WriteComparison(range.Comparison);
            range.Value.Write(writer);
            writer.Write(')');
            return;
        }

        bool strict = range.Comparison is MediaComparison.Less or MediaComparison.Greater;
        bool wraps = strict && place != Place.Top;
        if (wraps) writer.Write('(');
        if (strict) writer.Write("not ");
        WritePlain(new(PrefixedName(range), range.Value));
        if (wraps) writer.Write(')');
    }

    private static string PrefixedName(RangeFeature range)
    {
        string bound = range.Comparison switch
        {
            MediaComparison.GreaterEqual or MediaComparison.Less => "min-",
            MediaComparison.LessEqual or MediaComparison.Greater => "max-",
            _ => "",
        };
        if (range.Name == "-webkit-device-pixel-ratio") return $"-webkit-{bound}device-pixel-ratio";
        return range.Name == "-moz-device-pixel-ratio" ? $"{bound}-moz-device-pixel-ratio" : bound + range.Name;
    }

    private void WriteComparison(MediaComparison comparison)
    {
        writer.OptionalSpace();
        writer.Write(Symbol(comparison));
        writer.OptionalSpace();
    }

    private void WriteInterval(IntervalFeature interval, Place place)
    {
        if (_intervals)
        {
            writer.Write('(');
            interval.Start.Write(writer);
            WriteComparison(interval.StartComparison);
            writer.Write(interval.Name);
            WriteComparison(interval.EndComparison);
            interval.End.Write(writer);
            writer.Write(')');
            return;
        }

        bool wraps = place is Place.InNot or Place.InOr;
        if (wraps) writer.Write('(');
        MediaComparison first = interval.StartComparison switch
        {
            MediaComparison.Less => MediaComparison.Greater,
            MediaComparison.LessEqual => MediaComparison.GreaterEqual,
            MediaComparison.Greater => MediaComparison.Less,
            _ => MediaComparison.LessEqual,
        };
        WriteRange(new(interval.Name, first, interval.Start), Place.InAnd, isBound: true);
        writer.Write(" and ");
        WriteRange(new(interval.Name, interval.EndComparison, interval.End), Place.InAnd, isBound: true);
        if (wraps) writer.Write(')');
    }
}
