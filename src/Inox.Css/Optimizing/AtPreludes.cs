using Inox.Core;

namespace Inox.Css;

/// <summary>Writes the preludes of at-rules in their normal form.</summary>
internal static class AtPreludes
{
    public static string Write(AtRule rule, bool minify, TargetSet targets, CustomMedia? custom, out bool isValid)
    {
        string? query = rule.Known switch
        {
            AtRuleName.Media => MediaQueries.WriteMedia(rule.Prelude, minify, targets, custom),
            AtRuleName.Container => MediaQueries.WriteContainer(rule.Prelude, minify),
            _ => null,
        };
        isValid = query is not null || rule.Known is not (AtRuleName.Media or AtRuleName.Container);
        if (query is not null) return query;
        using CharWriter output = new(64);
        ValueWriter writer = new(output, minify, TargetSet.None);
        switch (rule.Known)
        {
            case AtRuleName.Keyframes:
                WriteKeyframesName(rule.Prelude, writer);
                break;
            case AtRuleName.Namespace:
                WriteNamespace(rule.Prelude, writer);
                break;
            case AtRuleName.Layer:
                WriteLayers(rule.Prelude, writer);
                break;
            case AtRuleName.FontFeatureValues when BackgroundParser.List(FontParsers.ParseFamily) is var parser && TryAll(parser, rule.Prelude) is { } families:
                families.Write(writer);
                break;
            case AtRuleName.Import when ImportList.Read(rule) is { } import:
                WriteImport(import, writer, targets, custom);
                break;
            case AtRuleName.Supports when SupportsCondition.Parse(rule.Prelude) is { } condition:
                condition.For(targets).Write(writer, new(output, minify));
                break;
            case AtRuleName.Document when IsEmptyPrefix(rule.Prelude):
                writer.Write("url-prefix()");
                break;
            default:
                new TextPrinter(output, minify).Print(rule.Prelude, TextContext.Condition);
                break;
        }

        return output.ToString();
    }

    private static CssValue? TryAll(ValueParser parser, CssText text)
    {
        ValueReader reader = new(text);
        return parser(ref reader) is { } value && reader.Kind == CssTokenKind.EndOfFile ? value : null;
    }

    // @import "a" layer(b) supports(c: d) print: a string is shorter than a URL
    private static void WriteImport(CssImport import, ValueWriter writer, TargetSet targets, CustomMedia? custom)
    {
        writer.WriteString(import.Url);
        if (import.Conditions is not { } conditions) return;
        TextPrinter raw = new(writer.Output, writer.Minify);
        if (conditions.Layer is { } layer)
        {
            writer.Write(" layer");
            if (!layer.IsEmpty)
            {
                writer.Write('(');
                WriteLayers(layer, writer);
                writer.Write(')');
            }
        }

        if (conditions.Supports is { } supports)
        {
            writer.Write(" supports(");
            if (SupportsCondition.ParseArgument(supports) is { } condition) condition.For(targets).WriteArgument(writer, raw);
            else raw.Print(supports, TextContext.Condition);
            writer.Write(')');
        }

        if (conditions.Media is not { } media) return;
        writer.Write(' ');
        if (MediaQueries.WriteMedia(media, writer.Minify, targets, custom) is { } query) writer.Write(query);
        else raw.Print(media, TextContext.Condition);
    }

    // @-moz-document url-prefix(""): the one that Firefox still reads
    public static bool IsEmptyPrefix(CssText prelude)
    {
        ValueReader reader = new(prelude);
        return reader.TryFunction("url-prefix") && reader.TryString() is null or "" && reader.Leave() && reader.AtEnd;
    }

    // A string that could be an identifier, but none, the keywords that every property takes, is one.
    private static void WriteKeyframesName(CssText prelude, ValueWriter writer)
    {
        ValueReader reader = new(prelude);
        string name = reader.Kind is CssTokenKind.String or CssTokenKind.Ident ? reader.Decoded() : prelude.ToString();
        bool reserved = WideKeywords.Is(name) || name.Equals("none", StringComparison.OrdinalIgnoreCase) || name.Equals("default", StringComparison.OrdinalIgnoreCase);
        if (reader.Kind == CssTokenKind.String && reserved) writer.WriteString(name);
        else writer.Write(CssEscapes.Identifier(name));
    }

    // @namespace a url(b): a string is shorter.
    private static void WriteNamespace(CssText prelude, ValueWriter writer)
    {
        ValueReader reader = new(prelude);
        if (reader.Kind == CssTokenKind.Ident)
        {
            writer.Write(reader.TokenText);
            writer.Write(' ');
            reader.Next();
        }

        string url = reader.TryString() ?? reader.TryUrl()?.Url ?? "";
        writer.WriteString(url);
    }

    private static void WriteLayers(CssText prelude, ValueWriter writer)
    {
        CssTokenizer tokens = prelude.Tokenize();
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind == CssTokenKind.Comma) writer.Comma();
            else if (tokens.Kind == CssTokenKind.Ident) writer.Write(CssEscapes.Identifier(CssEscapes.Decode(tokens.Value)));
            else writer.Write(tokens.Text);
        }
    }
}
