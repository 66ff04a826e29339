using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

internal sealed class DependencyScan
{
    public ImmutableArray<CssUrl>.Builder Urls { get; } = ImmutableArray.CreateBuilder<CssUrl>();

    public ImmutableArray<CssComposesSource>.Builder Composes { get; } = ImmutableArray.CreateBuilder<CssComposesSource>();

    public ImmutableArray<CssUrl>.Builder Ambiguous { get; } = ImmutableArray.CreateBuilder<CssUrl>();

    public void Visit(ImmutableArray<CssNode> nodes)
    {
        foreach (CssNode node in nodes)
        {
            if (node is Declaration declaration) Visit(declaration);
            else if (node is CssRule { Children.IsDefault: false } rule) Visit(rule.Children);
        }
    }

    private void Visit(Declaration declaration)
    {
        CssText value = declaration.Value;
        if (declaration.Name.Is("composes")) AddComposes(value);
        else if (value.Span.Contains('(')) AddUrls(value, declaration.IsCustomProperty);
    }

    private void AddUrls(CssText value, bool isCustom)
    {
        CssTokenizer tokens = value.Tokenize();
        UrlTracker tracker = default;
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            if (!tracker.Visit(tokens)) continue;
            string url = CssEscapes.Decode(tokens.Value);
            if (!UrlTracker.IsReference(url)) continue;
            Urls.Add(new(url, new(tokens.Start, tokens.Position)));
            if (isCustom && IsRelative(url)) Ambiguous.Add(Urls[^1]);
        }
    }

    private static bool IsRelative(string url) => url.Length > 0 && url[0] != '/' && !url.Contains("://", StringComparison.Ordinal);

    private void AddComposes(CssText value)
    {
        CssTokenizer tokens = value.Tokenize();
        bool from = false;
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            if (from && tokens.Kind == CssTokenKind.String) Composes.Add(new(CssEscapes.Decode(tokens.Value), new(tokens.Start, tokens.Position)));
            from = tokens.Kind == CssTokenKind.Ident && CssEscapes.EqualsIgnoreCase(tokens.Value, "from");
        }
    }
}
