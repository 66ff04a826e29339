using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>Reads the <c>@import</c> rules at the head of a sheet.</summary>
internal static class ImportList
{
    public static ImmutableArray<CssImport> Read(StyleSheet sheet)
    {
        ImmutableArray<CssImport>.Builder imports = ImmutableArray.CreateBuilder<CssImport>();
        foreach (CssNode node in sheet.Children)
        {
            if (!IsBeforeImports(node)) break;
            if (node is AtRule { Known: AtRuleName.Import, HasBlock: false } rule && Read(rule) is { } import) imports.Add(import);
        }

        return imports.DrainToImmutable();
    }

    /// <summary>Whether an <c>@import</c> may follow <paramref name="node"/>.</summary>
    public static bool IsBeforeImports(CssNode node) => node switch
    {
        LegalComment => true,
        AtRule { Known: AtRuleName.Import or AtRuleName.Charset } => true,
        AtRule { Known: AtRuleName.Layer, HasBlock: false } => true,
        _ => false,
    };

    /// <summary>The parts of an <c>@import</c>; null when it names no URL.</summary>
    public static CssImport? Read(AtRule rule)
    {
        CssTokenizer tokens = rule.Prelude.Tokenize();
        tokens.NextSignificant();
        TextSpan span = new(tokens.Start, tokens.Position);
        string url;
        if (tokens.Kind is CssTokenKind.String or CssTokenKind.Url)
        {
            url = CssEscapes.Decode(tokens.Value);
        }
        else
        {
            if (tokens.Kind != CssTokenKind.Function || !CssEscapes.EqualsIgnoreCase(tokens.Value, "url")) return null;
            if (tokens.NextSignificant() != CssTokenKind.String) return null;
            url = CssEscapes.Decode(tokens.Value);
            if (tokens.NextSignificant() != CssTokenKind.CloseParen) return null;
            span = span with { End = tokens.Position };
        }

        return new() { Rule = rule, Url = url, UrlSpan = span, Conditions = ReadConditions(rule.Prelude, tokens) };
    }

    // [ layer | layer(<layer-name>) ]? [ supports(…) ]? <media-query-list>?
    private static CssImportConditions? ReadConditions(CssText prelude, CssTokenizer tokens)
    {
        CssText? layer = null, supports = null;
        tokens.NextSignificant();
        if (IsNamed(tokens, "layer"))
        {
            layer = tokens.Kind == CssTokenKind.Ident ? CssText.Empty : ReadArgument(prelude.Buffer, ref tokens);
            tokens.NextSignificant();
        }

        if (tokens.Kind == CssTokenKind.Function && IsNamed(tokens, "supports"))
        {
            supports = ReadArgument(prelude.Buffer, ref tokens);
            tokens.NextSignificant();
        }

        CssText? media = tokens.Kind == CssTokenKind.EndOfFile ? null : new(prelude.Buffer, tokens.Start, prelude.End);
        return layer is null && supports is null && media is null ? null : new(layer, supports, media);
    }

    private static bool IsNamed(in CssTokenizer tokens, string name) =>
        tokens.Kind is CssTokenKind.Ident or CssTokenKind.Function && CssEscapes.EqualsIgnoreCase(tokens.Value, name);

    // The inside of a function whose name is the current token, trimmed; afterwards its closing parenthesis is the current token.
    private static CssText ReadArgument(string buffer, ref CssTokenizer tokens)
    {
        int depth = 1, start = -1, end = -1;
        while (true)
        {
            CssTokenKind kind = tokens.NextSignificant();
            if (kind is CssTokenKind.Function or CssTokenKind.OpenParen) depth++;
            if (kind == CssTokenKind.CloseParen) depth--;
            if (depth == 0 || kind == CssTokenKind.EndOfFile) return start < 0 ? CssText.Empty : new(buffer, start, end);
            if (start < 0) start = tokens.Start;
            end = tokens.Position;
        }
    }
}
