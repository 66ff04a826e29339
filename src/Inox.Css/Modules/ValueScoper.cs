using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>Scopes the names in values of declarations.</summary>
internal sealed class ValueScoper(CssModuleOptions options, ScopedNames names)
{
    private enum Grammar : byte { Animation, AnimationName, GridTemplate, GridLine, Container, Names, ListStyle, Content }

    private static readonly FrozenDictionary<string, Grammar>.AlternateLookup<ReadOnlySpan<char>> s_properties = new Dictionary<string, Grammar>
    {
        ["animation"] = Grammar.Animation,
        ["animation-name"] = Grammar.AnimationName,
        ["container"] = Grammar.Container,
        ["container-name"] = Grammar.Container,
        ["content"] = Grammar.Content,
        ["grid"] = Grammar.GridTemplate,
        ["grid-area"] = Grammar.GridLine,
        ["grid-column"] = Grammar.GridLine,
        ["grid-column-end"] = Grammar.GridLine,
        ["grid-column-start"] = Grammar.GridLine,
        ["grid-row"] = Grammar.GridLine,
        ["grid-row-end"] = Grammar.GridLine,
        ["grid-row-start"] = Grammar.GridLine,
        ["grid-template"] = Grammar.GridTemplate,
        ["grid-template-areas"] = Grammar.GridTemplate,
        ["grid-template-columns"] = Grammar.GridTemplate,
        ["grid-template-rows"] = Grammar.GridTemplate,
        ["list-style"] = Grammar.ListStyle,
        ["list-style-type"] = Grammar.ListStyle,
        ["view-transition-class"] = Grammar.Names,
        ["view-transition-group"] = Grammar.Names,
        ["view-transition-name"] = Grammar.Names,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Words that are no name in any of the properties above.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_reserved = new[]
    {
        "none", "inherit", "initial", "unset", "revert", "revert-layer", "default", "auto", "normal", "span", "nearest", "contain", "match-element",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly TextEdits _edits = new();

    /// <summary>The counter styles that this file defines: only these are scoped where they are used.</summary>
    public HashSet<string> CounterStyles { get; } = [];

    public Declaration Scope(Declaration declaration)
    {
        CssText name = declaration.Name, value = declaration.Value;
        if (s_properties.TryGetValue(Vendor.Strip(name.Span), out Grammar grammar)) value = Scope(value, grammar);
        if (options.DashedIdents)
        {
            name = DashedIdents.Scope(name, names);
            value = DashedIdents.Scope(value, names);
        }

        return name == declaration.Name && value == declaration.Value ? declaration : declaration.With(name, value);
    }

    private CssText Scope(CssText value, Grammar grammar)
    {
        switch (grammar)
        {
            case Grammar.Animation when options.Animation:
                ScopeAnimation(value);
                break;
            case Grammar.AnimationName when options.Animation:
            case Grammar.Container when options.Container:
            case Grammar.Names when options.CustomIdents:
                ScopeNames(value);
                break;
            case Grammar.GridTemplate when options.Grid:
                ScopeGridTemplate(value);
                break;
            case Grammar.GridLine when options.Grid:
                ScopeGridLines(value);
                break;
            case Grammar.ListStyle or Grammar.Content when CounterStyles.Count > 0:
                ScopeCounterStyles(value, inFunctionsOnly: grammar == Grammar.Content);
                break;
        }

        return _edits.Apply(value);
    }

    // animation: <time> || <easing> || <iteration> || <direction> || <fill-mode> || <play-state> || <name>, comma-separated
    private void ScopeAnimation(CssText value)
    {
        CssTokenizer tokens = value.Tokenize();
        AnimationWords words = default;
        int depth = 0;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            depth += Nesting(tokens.Kind);
            if (depth > 0) continue;
            if (tokens.Kind == CssTokenKind.Comma) words = default;
            else if (tokens.Kind is CssTokenKind.Ident or CssTokenKind.String && words.IsName(tokens)) Rename(tokens);
        }
    }

    private void ScopeNames(CssText value)
    {
        CssTokenizer tokens = value.Tokenize();
        int depth = 0;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            depth += Nesting(tokens.Kind);
            if (depth > 0) continue;

            // container: a b / inline-size
            if (tokens.IsDelim('/')) return;
            if (tokens.Kind == CssTokenKind.String || (tokens.Kind == CssTokenKind.Ident && !IsReserved(tokens))) Rename(tokens);
        }
    }

    private void ScopeGridTemplate(CssText value)
    {
        CssTokenizer tokens = value.Tokenize();
        bool inBrackets = false;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            switch (tokens.Kind)
            {
                case CssTokenKind.OpenBracket or CssTokenKind.CloseBracket:
                    inBrackets = tokens.Kind == CssTokenKind.OpenBracket;
                    break;
                case CssTokenKind.Ident when inBrackets:
                    _edits.Replace(new(tokens.Start, tokens.Position), CssEscapes.Identifier(GridName(CssEscapes.Decode(tokens.Value))));
                    break;
                case CssTokenKind.String:
                    _edits.Replace(new(tokens.Start, tokens.Position), ScopeAreas(CssEscapes.Decode(tokens.Value)));
                    break;
            }
        }
    }

    // "head head . main": names and runs of dots
    private string ScopeAreas(string row)
    {
        string[] cells = row.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i][0] != '.') cells[i] = GridName(cells[i]);
        }

        return CssEscapes.QuotedString(string.Join(' ', cells));
    }

    private void ScopeGridLines(CssText value)
    {
        CssTokenizer tokens = value.Tokenize();
        int depth = 0;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            depth += Nesting(tokens.Kind);
            if (depth > 0 || tokens.Kind != CssTokenKind.Ident || IsReserved(tokens)) continue;
            _edits.Replace(new(tokens.Start, tokens.Position), CssEscapes.Identifier(GridName(CssEscapes.Decode(tokens.Value))));
        }
    }

    // An area `a` makes the lines `a-start` and `a-end` and the other way round, so the ending has to stay at the end.
    private string GridName(string local)
    {
        string ending = local.EndsWith("-start", StringComparison.Ordinal) ? "-start" : local.EndsWith("-end", StringComparison.Ordinal) ? "-end" : "";
        return ending.Length == local.Length ? names.Scope(local) : names.Scope(local[..^ending.Length]) + ending;
    }

    // list-style: a; content: counter(n, a) counters(n, ".", a)
    private void ScopeCounterStyles(CssText value, bool inFunctionsOnly)
    {
        CssTokenizer tokens = value.Tokenize();
        int depth = 0, commas = 0;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            depth += Nesting(tokens.Kind);
            commas = tokens.Kind == CssTokenKind.Function ? 0 : tokens.Kind == CssTokenKind.Comma ? commas + 1 : commas;
            bool isPlace = inFunctionsOnly ? depth == 1 && commas > 0 : depth == 0;
            if (isPlace && tokens.Kind == CssTokenKind.Ident && CounterStyles.Contains(CssEscapes.Decode(tokens.Value))) Rename(tokens);
        }
    }

    private static int Nesting(CssTokenKind kind) => kind switch
    {
        CssTokenKind.Function or CssTokenKind.OpenParen or CssTokenKind.OpenBracket => 1,
        CssTokenKind.CloseParen or CssTokenKind.CloseBracket => -1,
        _ => 0,
    };

    private static bool IsReserved(in CssTokenizer tokens) => s_reserved.Contains(tokens.Value);

    private void Rename(in CssTokenizer tokens) =>
        _edits.Replace(new(tokens.Start, tokens.Position), CssEscapes.Identifier(names.Scope(CssEscapes.Decode(tokens.Value))));
}
