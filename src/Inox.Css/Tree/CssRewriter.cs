using System.Collections.Immutable;

namespace Inox.Css;

/// <summary>
/// Rewrites sheets: derive a class and override what shall change. Children come before what holds them, and what is not overridden stays the node that it was.
/// A hook that answers null leaves what it was asked about, but for nodes, where null takes it out.
/// </summary>
public abstract class CssRewriter
{
    public StyleSheet Rewrite(StyleSheet sheet)
    {
        ImmutableArray<CssNode> children = RewriteAll(sheet.Children);
        return children == sheet.Children ? sheet : sheet.With(children);
    }

    /// <summary>A style rule, or a frame of <c>@keyframes</c>.</summary>
    protected virtual CssNode? VisitStyleRule(StyleRule rule) => rule;

    protected virtual CssNode? VisitAtRule(AtRule rule) => rule;

    protected virtual CssNode? VisitDeclaration(Declaration declaration) => declaration;

    /// <summary>One selector of a list, as written.</summary>
    protected virtual string? VisitSelector(string selector) => null;

    /// <summary>An address in <c>url()</c>, <c>src()</c> or <c>image-set()</c>, unescaped.</summary>
    protected virtual string? VisitUrl(string url) => null;

    /// <summary>A function in a value; what is answered stands in its place. Functions inside of it have been visited.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="arguments">The text between the parentheses.</param>
    protected virtual string? VisitFunction(string name, string arguments) => null;

    /// <summary>Any other token of a value, as written.</summary>
    protected virtual string? VisitToken(CssTokenKind kind, string text) => null;

    private ImmutableArray<CssNode> RewriteAll(ImmutableArray<CssNode> nodes)
    {
        if (nodes.IsDefaultOrEmpty) return nodes;
        ImmutableArray<CssNode>.Builder? changed = null;
        for (int i = 0; i < nodes.Length; i++)
        {
            CssNode? node = Rewrite(nodes[i]);
            if (node == nodes[i] && changed is null) continue;
            if (changed is null)
            {
                changed = ImmutableArray.CreateBuilder<CssNode>(nodes.Length);
                changed.AddRange(nodes, i);
            }

            if (node is not null) changed.Add(node);
        }

        return changed?.DrainToImmutable() ?? nodes;
    }

    private CssNode? Rewrite(CssNode node)
    {
        switch (node)
        {
            case StyleRule rule:
                ImmutableArray<CssNode> children = RewriteAll(rule.Children);
                CssText prelude = RewriteSelectors(rule.Prelude);
                return VisitStyleRule(children == rule.Children && prelude == rule.Prelude ? rule : rule.With(prelude, children));
            case AtRule rule:
                ImmutableArray<CssNode> inner = RewriteAll(rule.Children);
                return VisitAtRule(inner == rule.Children ? rule : rule.With(rule.Prelude, inner));
            case Declaration declaration:
                CssText value = RewriteValue(declaration.Value);
                return VisitDeclaration(value == declaration.Value ? declaration : declaration.With(declaration.Name, value));
            default:
                return node;
        }
    }

    private CssText RewriteSelectors(CssText prelude)
    {
        TextEdits edits = new();
        foreach (ComplexSelector selector in SelectorParser.Parse(prelude).Selectors)
        {
            if (VisitSelector(prelude.Buffer.Substring(selector.Span.Start, selector.Span.Length)) is { } replacement) edits.Replace(selector.Span, replacement);
        }

        return edits.Apply(prelude);
    }

    private CssText RewriteValue(CssText value)
    {
        UrlTracker urls = default;
        return RewriteValue(value, ref urls);
    }

    private CssText RewriteValue(CssText value, ref UrlTracker urls)
    {
        CssTokenizer tokens = value.Tokenize();
        TextEdits edits = new();
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            int start = tokens.Start;
            string? replacement = null;
            if (urls.Visit(tokens)) replacement = RewriteUrl(tokens);
            else if (tokens.Kind == CssTokenKind.Function && !CssEscapes.EqualsIgnoreCase(tokens.Value, "url")) replacement = RewriteFunction(value, ref tokens, ref urls);
            else if (tokens.Kind is not (CssTokenKind.Whitespace or CssTokenKind.Comment or CssTokenKind.Function or CssTokenKind.CloseParen)) replacement = VisitToken(tokens.Kind, tokens.Text.ToString());
            if (replacement is not null) edits.Replace(new(start, tokens.Position), replacement);
        }

        return edits.Apply(value);
    }

    private string? RewriteUrl(in CssTokenizer tokens)
    {
        if (VisitUrl(CssEscapes.Decode(tokens.Value)) is not { } url) return null;
        return tokens.Kind == CssTokenKind.Url ? UrlText.Write(url, minify: true) : CssEscapes.QuotedString(url);
    }

    // The whole function, when anything of it changes; afterwards its closing parenthesis is the current token.
    private string? RewriteFunction(CssText value, ref CssTokenizer tokens, ref UrlTracker urls)
    {
        string name = tokens.Value.ToString();
        int inside = tokens.Position;
        tokens.SkipBlock();
        int end = Math.Min(tokens.Position, value.End), close = end > inside && value.Buffer[end - 1] == ')' ? end - 1 : end;
        CssText arguments = new(value.Buffer, inside, close);
        CssText rewritten = RewriteValue(arguments, ref urls);
        urls.Visit(tokens);
        return VisitFunction(name, rewritten.ToString()) ?? (rewritten == arguments ? null : $"{name}({rewritten})");
    }
}
