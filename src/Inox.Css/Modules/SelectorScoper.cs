using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>Scopes classes and IDs of one selector list and takes <c>:local</c> and <c>:global</c> out of it.</summary>
internal sealed class SelectorScoper(CssModuleOptions options, ScopedNames names, Action<DiagnosticDescriptor, string[]> report)
{
    private readonly TextEdits _edits = new();
    private string _buffer = "";

    /// <summary>Whether the list is nothing but <c>:global</c> (true) or <c>:local</c> (false), whose rules then stand for themselves.</summary>
    public static bool? IsBlockSwitch(SelectorList list, string buffer)
    {
        if (list.Selectors is not [{ Parts: [PseudoSelector { ArgumentSpan: null } pseudo] }]) return null;
        return SwitchOf(pseudo, buffer);
    }

    public CssText Scope(CssText text, SelectorList list, bool global)
    {
        _buffer = text.Buffer;
        ScopeList(list, global);
        return _edits.Apply(text);
    }

    /// <summary>The local names when every selector of the list is one local class, else null.</summary>
    public string[]? SingleClasses(CssText text, SelectorList list, bool global)
    {
        string[] locals = new string[list.Selectors.Length];
        for (int i = 0; i < locals.Length; i++)
        {
            if (SingleClass(list.Selectors[i], text.Buffer, global) is not { } name) return null;
            locals[i] = name;
        }

        return locals.Length == 0 ? null : locals;
    }

    private static string? SingleClass(ComplexSelector selector, string buffer, bool global)
    {
        switch (selector.Parts)
        {
            case [NameSelector { Kind: SelectorKind.Class } name] when !global:
                return CssEscapes.Decode(buffer.AsSpan(name.NameSpan.Start, name.NameSpan.Length));
            case [PseudoSelector { Selectors.Selectors: [{ } inner] } pseudo] when SwitchOf(pseudo, buffer) == false:
                return SingleClass(inner, buffer, global: false);
            case [PseudoSelector { ArgumentSpan: null } pseudo, Combinator { Which: CombinatorKind.Descendant }, NameSelector { Kind: SelectorKind.Class } name]
                when SwitchOf(pseudo, buffer) == false:
                return CssEscapes.Decode(buffer.AsSpan(name.NameSpan.Start, name.NameSpan.Length));
            default:
                return null;
        }
    }

    /// <summary>Whether a selector has a local class or ID in it, also within pseudo-classes; <c>&amp;</c> stands for a parent that has.</summary>
    public static bool IsPure(ComplexSelector selector, string buffer, bool global)
    {
        foreach (SelectorPart part in selector.Parts)
        {
            switch (part)
            {
                case NameSelector { Kind: SelectorKind.Class or SelectorKind.Id } when !global:
                    return true;
                case PseudoSelector pseudo when SwitchOf(pseudo, buffer) is { } toGlobal:
                    if (pseudo.Selectors is { } own && HasPure(own, buffer, toGlobal)) return true;
                    if (pseudo.ArgumentSpan is null) global = toGlobal;
                    break;
                case PseudoSelector { Selectors: { } inner } when HasPure(inner, buffer, global):
                    return true;
            }
        }

        return false;
    }

    private static bool HasPure(SelectorList list, string buffer, bool global)
    {
        foreach (ComplexSelector selector in list.Selectors)
        {
            if (IsPure(selector, buffer, global)) return true;
        }

        return false;
    }

    // True for `global`, false for `local`, null for any other pseudo-class.
    private static bool? SwitchOf(PseudoSelector pseudo, string buffer)
    {
        if (pseudo.Kind != SelectorKind.PseudoClass) return null;
        ReadOnlySpan<char> name = buffer.AsSpan(pseudo.NameSpan.Start, pseudo.NameSpan.Length);
        if (name is "global") return true;
        return name is "local" ? false : null;
    }

    private void ScopeList(SelectorList list, bool global)
    {
        foreach (ComplexSelector selector in list.Selectors) ScopeComplex(selector, global);
    }

    private void ScopeComplex(ComplexSelector selector, bool global)
    {
        ImmutableArray<SelectorPart> parts = selector.Parts;
        for (int i = 0; i < parts.Length; i++)
        {
            switch (parts[i])
            {
                case NameSelector { Kind: SelectorKind.Class or SelectorKind.Id } name when !global:
                    ScopeName(name.NameSpan);
                    break;
                case PseudoSelector pseudo when SwitchOf(pseudo, _buffer) is { } toGlobal:
                    if (pseudo.ArgumentSpan is not null)
                    {
                        Unwrap(pseudo, toGlobal, isFirst: i == 0 || parts[i - 1].Kind == SelectorKind.Combinator);
                        break;
                    }

                    global = toGlobal;
                    i = RemoveSwitch(parts, i);
                    break;
                case PseudoSelector { Selectors: { } inner } pseudo:
                    ScopeArgument(pseudo, inner, global);
                    break;
            }
        }
    }

    private void ScopeName(TextSpan span)
    {
        string local = CssEscapes.Decode(_buffer.AsSpan(span.Start, span.Length));
        _edits.Replace(span, CssEscapes.Identifier(names.Scope(local)));
    }

    // `:global .a` is `.a`, `.a :global` is `.a`; answers the index of the last part that is done with.
    private int RemoveSwitch(ImmutableArray<SelectorPart> parts, int index)
    {
        SelectorPart part = parts[index];
        bool isAlone = index == 0 || parts[index - 1].Kind == SelectorKind.Combinator;
        if (isAlone && index + 1 < parts.Length && parts[index + 1] is Combinator { Which: CombinatorKind.Descendant } next)
        {
            _edits.Remove(part.Span.Start, next.Span.End);
            return index + 1;
        }

        bool isLast = index + 1 == parts.Length;
        if (isLast && index == 0) report(CssDiagnostics.InvalidSelector, ["a selector behind `:local` or `:global`"]);
        bool takesGap = isLast && isAlone && index > 0 && parts[index - 1] is Combinator { Which: CombinatorKind.Descendant };
        _edits.Remove(takesGap ? parts[index - 1].Span.Start : part.Span.Start, part.Span.End);
        return index;
    }

    // `:global(.a)` is `.a`. `b:global(a)` and `:global(a, b) c` need an `:is()` around what was inside.
    private void Unwrap(PseudoSelector pseudo, bool global, bool isFirst)
    {
        TextSpan inside = pseudo.ArgumentSpan!.Value;
        if (pseudo.Selectors is not { Selectors: [{ Parts.Length: > 0 } first, ..] } list)
        {
            report(CssDiagnostics.InvalidSelector, ["a selector in `:local()` or `:global()`"]);
            return;
        }

        bool joinsName = !isFirst && first.Parts[0].Kind is SelectorKind.Type or SelectorKind.Universal;
        bool needsIs = list.Selectors.Length > 1 || joinsName;
        int start = needsIs ? inside.Start : first.Span.Start, end = needsIs ? inside.End : first.Span.End;
        _edits.Replace(new(pseudo.Span.Start, start), needsIs ? ":is(" : "");
        ScopeList(list, global);
        if (!needsIs) _edits.Remove(end, pseudo.Span.End);
    }

    private void ScopeArgument(PseudoSelector pseudo, SelectorList inner, bool global)
    {
        ReadOnlySpan<char> name = _buffer.AsSpan(pseudo.NameSpan.Start, pseudo.NameSpan.Length);
        bool isTransition = pseudo.Kind == SelectorKind.PseudoElement && name.StartsWith("view-transition-", StringComparison.OrdinalIgnoreCase);
        if (isTransition && options.CustomIdents && !global && inner.Selectors is [{ Parts: [NameSelector { Kind: SelectorKind.Type } type, ..] }]) ScopeName(type.NameSpan);
        ScopeList(inner, global);
    }
}
