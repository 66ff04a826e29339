using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

public enum CssNodeKind : byte { StyleRule, AtRule, Declaration, Comment, Unparsed }

/// <summary>A piece of a style sheet. Nodes are immutable, and parts of one tree may be shared by others.</summary>
public abstract class CssNode(TextSpan span)
{
    public abstract CssNodeKind Kind { get; }

    /// <summary>Where the node stands in its sheet's source, for diagnostics and source maps; it keeps pointing there when a transform rewrites the node.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Whether the node's texts are already as they shall be printed.</summary>
    internal bool IsFormatted { get; init; }
}

/// <summary>A node with a prelude and, mostly, a block.</summary>
public abstract class CssRule(TextSpan span, CssText prelude, ImmutableArray<CssNode> children) : CssNode(span)
{
    /// <summary>What stands before the block, white space at both ends left out.</summary>
    public CssText Prelude { get; } = prelude;

    /// <summary>Declarations and rules in source order.</summary>
    public ImmutableArray<CssNode> Children { get; } = children;
}

/// <summary>A qualified rule: selectors and a block, or, in <c>@keyframes</c>, keyframe offsets and a block.</summary>
public sealed class StyleRule(TextSpan span, CssText prelude, ImmutableArray<CssNode> children) : CssRule(span, prelude, children)
{
    public override CssNodeKind Kind => CssNodeKind.StyleRule;

    public StyleRule With(CssText prelude, ImmutableArray<CssNode> children) => new(Span, prelude, children);
}

public sealed class AtRule(TextSpan span, AtRuleName known, CssText name, CssText prelude, ImmutableArray<CssNode> children)
    : CssRule(span, prelude, children)
{
    public override CssNodeKind Kind => CssNodeKind.AtRule;

    /// <summary>Which at-rule this is, vendor prefixes set aside.</summary>
    public AtRuleName Known { get; } = known;

    /// <summary>The name as written, without <c>@</c>.</summary>
    public CssText Name { get; } = name;

    /// <summary>False for a statement that ends with a semicolon.</summary>
    public bool HasBlock => !Children.IsDefault;

    public AtRule With(CssText prelude, ImmutableArray<CssNode> children) => new(Span, Known, Name, prelude, children);
}

public sealed class Declaration(TextSpan span, CssText name, CssText value, bool isImportant) : CssNode(span)
{
    public override CssNodeKind Kind => CssNodeKind.Declaration;

    public CssText Name { get; } = name;

    /// <summary>The value without white space at its ends and without <c>!important</c>.</summary>
    public CssText Value { get; } = value;

    public bool IsImportant { get; } = isImportant;

    public bool IsCustomProperty => Name.Span.StartsWith("--");

    public Declaration With(CssText name, CssText value) => new(Span, name, value, IsImportant);
}

/// <summary>A comment that must be kept: <c>/*! … */</c> or one with <c>@license</c> or <c>@preserve</c>.</summary>
public sealed class LegalComment(TextSpan span, CssText text) : CssNode(span)
{
    public override CssNodeKind Kind => CssNodeKind.Comment;

    public CssText Text { get; } = text;

    internal static bool IsLegal(ReadOnlySpan<char> comment) =>
        comment.StartsWith("/*!") || (comment.Contains('@') && (comment.Contains("@license", StringComparison.Ordinal) || comment.Contains("@preserve", StringComparison.Ordinal)));
}

/// <summary>
/// Text in a block that is neither a declaration nor a rule, such as the hack <c>*zoom: 1</c>, or a block nested too deep. Browsers ignore the former, and
/// old ones that do not are why it is printed as it is.
/// </summary>
public sealed class Unparsed(TextSpan span, CssText text) : CssNode(span)
{
    public override CssNodeKind Kind => CssNodeKind.Unparsed;

    public CssText Text { get; } = text;
}
