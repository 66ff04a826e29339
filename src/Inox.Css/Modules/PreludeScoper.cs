using Inox.Core;

namespace Inox.Css;

/// <summary>Scopes the names in preludes of at-rules.</summary>
internal sealed class PreludeScoper(CssModuleOptions options, ScopedNames names, SelectorScoper selectors)
{
    private readonly TextEdits _edits = new();

    public CssText Scope(AtRule rule)
    {
        CssText prelude = rule.Prelude;
        switch (rule.Known)
        {
            case AtRuleName.Keyframes when options.Animation:
            case AtRuleName.CounterStyle when options.CustomIdents:
                return ScopeName(prelude);
            case AtRuleName.Container when options.Container:
                return ScopeContainer(prelude);
            case AtRuleName.Scope:
                foreach (CssText text in ScopeSelectors(prelude)) _edits.Replace(new(text.Start, text.End), selectors.Scope(text, SelectorParser.Parse(text), global: false).ToString());
                return _edits.Apply(prelude);
            case AtRuleName.CustomSelector:
                return selectors.Scope(prelude, SelectorParser.Parse(prelude), global: false);
            case AtRuleName.Property or AtRuleName.FontPaletteValues or AtRuleName.PositionTry or AtRuleName.CustomMedia
                or AtRuleName.Media or AtRuleName.Supports when options.DashedIdents:
                return DashedIdents.Scope(prelude, names);
            default:
                return prelude;
        }
    }

    // @keyframes a, @keyframes "a", @keyframes :global(a)
    private CssText ScopeName(CssText prelude)
    {
        CssTokenizer tokens = prelude.Tokenize();
        tokens.NextSignificant();
        bool global = false;
        TextSpan whole = new(prelude.Start, prelude.End);
        if (tokens.Kind == CssTokenKind.Colon && tokens.NextSignificant() == CssTokenKind.Function)
        {
            global = tokens.Value is "global";
            tokens.NextSignificant();
        }

        if (tokens.Kind is not (CssTokenKind.Ident or CssTokenKind.String)) return prelude;
        string local = CssEscapes.Decode(tokens.Value);
        _edits.Replace(whole, CssEscapes.Identifier(global ? local : names.Scope(local)));
        return _edits.Apply(prelude);
    }

    // @container [ <container-name>? <container-condition>? ]#
    private CssText ScopeContainer(CssText prelude)
    {
        CssTokenizer tokens = prelude.Tokenize();
        int depth = 0;
        bool atStart = true;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind is CssTokenKind.Function or CssTokenKind.OpenParen) depth++;
            else if (tokens.Kind == CssTokenKind.CloseParen) depth--;
            else if (atStart && tokens.Kind == CssTokenKind.Ident && !CssEscapes.EqualsIgnoreCase(tokens.Value, "not")) Rename(tokens);
            atStart = depth == 0 && tokens.Kind == CssTokenKind.Comma;
        }

        return _edits.Apply(prelude);
    }

    /// <summary>The selector lists of <c>@scope (.a) to (.b)</c>.</summary>
    public static List<CssText> ScopeSelectors(CssText prelude)
    {
        List<CssText> lists = [];
        CssTokenizer tokens = prelude.Tokenize();
        int depth = 0, inside = -1;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind is CssTokenKind.Function or CssTokenKind.OpenParen)
            {
                // is(.a) is no list of @scope, nor is what a stray bracket closes
                if (depth++ == 0) inside = tokens.Kind == CssTokenKind.OpenParen ? tokens.Position : -1;
            }
            else if (tokens.Kind == CssTokenKind.CloseParen && depth > 0 && --depth == 0 && inside >= 0) lists.Add(new(prelude.Buffer, inside, tokens.Start));
        }

        return lists;
    }

    private void Rename(in CssTokenizer tokens) =>
        _edits.Replace(new(tokens.Start, tokens.Position), CssEscapes.Identifier(names.Scope(CssEscapes.Decode(tokens.Value))));
}
