using System.Buffers;
using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>Finds what makes browsers drop a rule for its selectors (Selectors 4, sections 3.6 and 4.1).</summary>
internal static class SelectorValidity
{
    // Without any of these there is nothing to find.
    private static readonly SearchValues<char> s_marks = SearchValues.Create(":>/!@$%(;=?`");

    private static readonly FrozenSet<string> s_scrollbarParts = FrozenSet.ToFrozenSet(
    [
        "-webkit-scrollbar", "-webkit-scrollbar-button", "-webkit-scrollbar-track", "-webkit-scrollbar-track-piece", "-webkit-scrollbar-thumb", "-webkit-scrollbar-corner", "-webkit-resizer",
    ]);

    private static readonly FrozenSet<string> s_scrollbarStates = FrozenSet.ToFrozenSet(
    [
        "horizontal", "vertical", "decrement", "increment", "start", "end", "double-button", "single-button", "no-button", "corner-present", "window-inactive",
    ]);

    private static readonly FrozenSet<string> s_states = FrozenSet.ToFrozenSet(["hover", "active", "focus", "focus-visible", "focus-within", "enabled", "disabled", "visited", "link", "target", "checked"]);

    private static readonly FrozenSet<string> s_textParts = FrozenSet.ToFrozenSet(["before", "after", "first-letter", "first-line"]);

    /// <summary>A sentence about the first problem; null where there is none.</summary>
    public static string? FindProblem(SelectorList list, CssText prelude)
    {
        if (!prelude.Span.ContainsAny(s_marks)) return null;
        foreach (ComplexSelector selector in list.Selectors)
        {
            if (FindProblem(selector, prelude) is { } problem) return problem;
        }

        return null;
    }

    private static string? FindProblem(ComplexSelector selector, CssText prelude)
    {
        string? element = null;
        foreach (SelectorPart part in selector.Parts)
        {
            if (part is Combinator { Which: CombinatorKind.Deep } or InvalidSelector) return $"`{prelude.Buffer.AsSpan(part.Span.Start, part.Span.Length).Trim()}` is no part of a selector";
            string name = part is PseudoSelector pseudo ? prelude.Buffer[pseudo.NameSpan.Start..pseudo.NameSpan.End].ToLowerInvariant() : "";
            bool isElement = part.Kind == SelectorKind.PseudoElement || (part.Kind == SelectorKind.PseudoClass && s_textParts.Contains(name));
            if (isElement)
            {
                if (element is not null && element.StartsWith("view-transition-", StringComparison.Ordinal)) return $"`::{name}` cannot follow `::{element}`";
                if (name.StartsWith("view-transition-", StringComparison.Ordinal) && part is PseudoSelector { ArgumentSpan: { } argument } && !IsTransitionName(new(prelude.Buffer, argument.Start, argument.End))) return $"`::{name}()` takes a name and classes";
                element = name;
            }
            else if (part.Kind == SelectorKind.PseudoClass)
            {
                if (s_scrollbarStates.Contains(name) && (element is null || !s_scrollbarParts.Contains(element))) return $"`:{name}` only follows a part of a scrollbar";
                if (element is null) continue;
                if (s_scrollbarParts.Contains(element) && !s_scrollbarStates.Contains(name) && name is not ("hover" or "active" or "enabled" or "disabled")) return $"`:{name}` cannot follow `::{element}`";
                if (s_textParts.Contains(element) && !s_states.Contains(name) && name != "not") return $"`:{name}` cannot follow `::{element}`";
                if (element.StartsWith("view-transition-", StringComparison.Ordinal) && name != "only-child") return $"`:{name}` cannot follow `::{element}`";
            }
            else if (element is not null && s_textParts.Contains(element) && part is not Combinator { Which: CombinatorKind.Descendant }) return $"nothing can follow `::{element}`";
        }

        return null;
    }

    // [ * | <name> ]? [ .class ]*
    private static bool IsTransitionName(CssText text)
    {
        CssTokenizer tokens = text.Tokenize();
        CssTokenKind kind = tokens.NextSignificant();
        if (kind == CssTokenKind.Ident || tokens.IsDelim('*')) kind = tokens.Next();
        while (tokens.IsDelim('.'))
        {
            if (tokens.Next() != CssTokenKind.Ident) return false;
            kind = tokens.Next();
        }

        while (kind is CssTokenKind.Whitespace or CssTokenKind.Comment) kind = tokens.Next();
        return kind == CssTokenKind.EndOfFile;
    }
}
