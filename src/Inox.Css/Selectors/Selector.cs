using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

public enum SelectorKind : byte { Type, Universal, Nesting, Id, Class, Attribute, PseudoClass, PseudoElement, Combinator, Invalid }

/// <summary>A comma-separated list of selectors (Selectors Level 4, section 4.1). Spans are offsets in the buffer of the parsed text.</summary>
public sealed record SelectorList(TextSpan Span, ImmutableArray<ComplexSelector> Selectors);

/// <summary>Simple selectors and, between compounds, combinators, in source order. A relative selector starts with a combinator.</summary>
public sealed record ComplexSelector(TextSpan Span, ImmutableArray<SelectorPart> Parts)
{
    /// <summary>Whether anything in it is not a selector.</summary>
    public bool IsInvalid => Parts.IsEmpty || Parts[^1].Kind == SelectorKind.Combinator || HasInvalid();

    private bool HasInvalid()
    {
        foreach (SelectorPart part in Parts)
        {
            if (part.Kind == SelectorKind.Invalid) return true;
        }

        return false;
    }
}

/// <summary>A simple selector or a combinator.</summary>
public abstract class SelectorPart(TextSpan span)
{
    public TextSpan Span { get; } = span;

    public abstract SelectorKind Kind { get; }
}

/// <summary>A type, class, ID, universal or nesting selector; <see cref="NameSpan"/> leaves out <c>.</c>, <c>#</c> and a namespace.</summary>
public sealed class NameSelector(TextSpan span, SelectorKind kind, TextSpan nameSpan) : SelectorPart(span)
{
    public override SelectorKind Kind { get; } = kind;

    public TextSpan NameSpan { get; } = nameSpan;
}

/// <summary><c>[…]</c>, its inside left as text.</summary>
public sealed class AttributeSelector(TextSpan span) : SelectorPart(span)
{
    public override SelectorKind Kind => SelectorKind.Attribute;
}

/// <summary>A pseudo-class or pseudo-element.</summary>
public sealed class PseudoSelector(TextSpan span, SelectorKind kind, TextSpan nameSpan, TextSpan? argumentSpan, SelectorList? selectors) : SelectorPart(span)
{
    public override SelectorKind Kind { get; } = kind;

    /// <summary>The name without colons and parenthesis.</summary>
    public TextSpan NameSpan { get; } = nameSpan;

    /// <summary>What stands between the parentheses; null when there are none.</summary>
    public TextSpan? ArgumentSpan { get; } = argumentSpan;

    /// <summary>The argument as selectors where it has some: all of <c>:is(a)</c>, the last part of <c>:nth-child(2 of a)</c>.</summary>
    public SelectorList? Selectors { get; } = selectors;
}

public enum CombinatorKind : byte { Descendant, Child, NextSibling, SubsequentSibling, Column, Deep }

/// <summary>A combinator with the white space around it.</summary>
public sealed class Combinator(TextSpan span, CombinatorKind kind) : SelectorPart(span)
{
    public override SelectorKind Kind => SelectorKind.Combinator;

    public CombinatorKind Which { get; } = kind;
}

/// <summary>Tokens that are no selector.</summary>
public sealed class InvalidSelector(TextSpan span) : SelectorPart(span)
{
    public override SelectorKind Kind => SelectorKind.Invalid;
}
