namespace Inox.Css;

/// <summary>How much a selector weighs (Selectors 4, section 17): IDs, then classes, attributes and pseudo-classes, then types and pseudo-elements.</summary>
internal readonly record struct SelectorSpecificity(int Ids, int Classes, int Types) : IComparable<SelectorSpecificity>
{
    public static SelectorSpecificity Of(string selector) => Max(SelectorParser.Parse(new(selector)), selector);

    private static SelectorSpecificity Max(SelectorList list, string text)
    {
        SelectorSpecificity max = default;
        foreach (ComplexSelector selector in list.Selectors)
        {
            SelectorSpecificity own = default;
            foreach (SelectorPart part in selector.Parts) own = own.Plus(Of(part, text));
            if (own.CompareTo(max) > 0) max = own;
        }

        return max;
    }

    private static SelectorSpecificity Of(SelectorPart part, string text) => part switch
    {
        { Kind: SelectorKind.Id } => new(1, 0, 0),
        { Kind: SelectorKind.Class or SelectorKind.Attribute } => new(0, 1, 0),
        { Kind: SelectorKind.Type } => new(0, 0, 1),
        PseudoSelector pseudo => OfPseudo(pseudo, text),
        _ => default,
    };

    private static SelectorSpecificity OfPseudo(PseudoSelector pseudo, string text)
    {
        ReadOnlySpan<char> name = text.AsSpan(pseudo.NameSpan.Start, pseudo.NameSpan.Length);
        if (pseudo.Kind == SelectorKind.PseudoElement || name is "before" or "after" or "first-line" or "first-letter") return new(0, 0, 1);
        SelectorSpecificity inner = pseudo.Selectors is { } list ? Max(list, text) : default;
        if (name is "where") return default;
        if (name is "is" or "not" or "has" or "-webkit-any" or "-moz-any" or "matches") return inner;
        return inner.Plus(new(0, 1, 0));
    }

    private SelectorSpecificity Plus(SelectorSpecificity other) => new(Ids + other.Ids, Classes + other.Classes, Types + other.Types);

    public int CompareTo(SelectorSpecificity other) => (Ids, Classes, Types).CompareTo((other.Ids, other.Classes, other.Types));
}
