using System.Collections.Immutable;

namespace Inox.Css;

/// <summary>
/// Puts classes in place of pseudo-classes such as <c>:hover</c> and <c>:focus-visible</c>, for pages whose scripts set them: polyfills, and demonstrations of states.
/// Run before <see cref="CssModules"/>, so that the classes are scoped with the others.
/// </summary>
public static class CssPseudoClasses
{
    /// <summary>The sheet with a class for each pseudo-class that is a key of <paramref name="classes"/>, without its colon.</summary>
    public static StyleSheet Replace(StyleSheet sheet, IReadOnlyDictionary<string, string> classes) => sheet.With(Visit(sheet.Children, classes));

    private static ImmutableArray<CssNode> Visit(ImmutableArray<CssNode> nodes, IReadOnlyDictionary<string, string> classes)
    {
        if (nodes.IsDefaultOrEmpty) return nodes;
        ImmutableArray<CssNode>.Builder result = ImmutableArray.CreateBuilder<CssNode>(nodes.Length);
        foreach (CssNode node in nodes)
        {
            result.Add(node switch
            {
                StyleRule rule => rule.With(Replace(rule.Prelude, classes), Visit(rule.Children, classes)),
                AtRule { HasBlock: true } rule => rule.With(rule.Prelude, Visit(rule.Children, classes)),
                _ => node,
            });
        }

        return result.DrainToImmutable();
    }

    private static CssText Replace(CssText prelude, IReadOnlyDictionary<string, string> classes)
    {
        if (!prelude.Span.Contains(':')) return prelude;
        TextEdits edits = new();
        Replace(SelectorParser.Parse(prelude), prelude.Buffer, classes, edits);
        return edits.Apply(prelude);
    }

    private static void Replace(SelectorList list, string buffer, IReadOnlyDictionary<string, string> classes, TextEdits edits)
    {
        foreach (ComplexSelector selector in list.Selectors)
        {
            foreach (SelectorPart part in selector.Parts)
            {
                if (part is not PseudoSelector { Kind: SelectorKind.PseudoClass } pseudo) continue;
                if (pseudo.Selectors is { } inner) Replace(inner, buffer, classes, edits);
                else if (classes.TryGetValue(buffer.Substring(pseudo.NameSpan.Start, pseudo.NameSpan.Length).ToLowerInvariant(), out string? name)) edits.Replace(pseudo.Span, "." + CssEscapes.Identifier(name));
            }
        }
    }
}
