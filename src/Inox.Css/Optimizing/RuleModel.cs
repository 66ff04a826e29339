using Inox.Core;

namespace Inox.Css;

/// <summary>A rule while it is optimized.</summary>
internal abstract class RuleModel(TextSpan span)
{
    public TextSpan Span { get; } = span;
}

/// <summary>A style rule; its declarations come before its nested rules.</summary>
internal sealed class StyleModel(TextSpan span, List<string> selectors, List<TypedDeclaration> declarations, List<RuleModel> children) : RuleModel(span)
{
    public List<string> Selectors { get; } = selectors;

    public List<TypedDeclaration> Declarations { get; set; } = declarations;

    public List<RuleModel> Children { get; set; } = children;

    /// <summary>Whether the rule was written with <c>@nest</c>.</summary>
    public bool IsNest { get; init; }

    public bool IsEmpty => Declarations.Count == 0 && Children.Count == 0;

    public bool HasSelectorsOf(StyleModel other)
    {
        if (Selectors.Count != other.Selectors.Count) return false;
        for (int i = 0; i < Selectors.Count; i++)
        {
            if (Selectors[i] != other.Selectors[i]) return false;
        }

        return true;
    }

    /// <summary>Whether the other sets all that this does, with values that every target reads.</summary>
    public bool IsOverriddenBy(StyleModel other, TargetSet targets)
    {
        if (Children.Count > 0 || Declarations.Count != other.Declarations.Count) return false;
        foreach (TypedDeclaration own in Declarations)
        {
            if (!other.Declarations.Exists(later => later.Overrides(own, targets))) return false;
        }

        return true;
    }

    public bool HasDeclarationsOf(StyleModel other)
    {
        if (Declarations.Count != other.Declarations.Count || Children.Count > 0 || other.Children.Count > 0) return false;
        for (int i = 0; i < Declarations.Count; i++)
        {
            if (!Declarations[i].SameAs(other.Declarations[i])) return false;
        }

        return true;
    }
}

/// <summary>Declarations that stand directly in a conditional rule nested in a style rule, or in <c>@font-face</c> and its like.</summary>
internal sealed class DeclarationsModel(TextSpan span, List<TypedDeclaration> declarations) : RuleModel(span)
{
    public List<TypedDeclaration> Declarations { get; set; } = declarations;

    /// <summary>Whether they are descriptors, which stay as they are.</summary>
    public bool IsFinal { get; init; }
}

/// <summary>An at-rule. <see cref="Children"/> is null for a statement.</summary>
internal sealed class AtModel(TextSpan span, AtRuleName known, string name, string prelude, List<RuleModel>? children) : RuleModel(span)
{
    public AtRuleName Known { get; } = known;

    public string Name { get; } = name;

    public string Prelude { get; set; } = prelude;

    public List<RuleModel>? Children { get; set; } = children;
}

/// <summary>A node that stays as it is.</summary>
internal sealed class KeptModel(CssNode node) : RuleModel(node.Span)
{
    public CssNode Node { get; } = node;
}
