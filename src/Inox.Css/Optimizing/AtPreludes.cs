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
            default:
                new TextPrinter(output, minify).Print(rule.Prelude, TextContext.Condition);
                break;
        }

        return output.ToString();
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
            else writer.Write(tokens.Text);
        }
    }
}
