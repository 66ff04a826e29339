using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>An <c>@import</c> that takes effect (css-cascade-5, section 2).</summary>
public sealed record CssImport
{
    public required AtRule Rule { get; init; }

    /// <summary>The address, unescaped.</summary>
    public required string Url { get; init; }

    /// <summary>The string or URL token in the source.</summary>
    public required TextSpan UrlSpan { get; init; }

    /// <summary>Under which conditions, and in which layer; null for none.</summary>
    public CssImportConditions? Conditions { get; init; }
}

/// <summary>What follows the address of an <c>@import</c>.</summary>
/// <param name="Layer">The layer's name; empty for an anonymous one, null for none.</param>
/// <param name="Supports">The inside of <c>supports(…)</c>.</param>
/// <param name="Media">A media query list.</param>
public sealed record CssImportConditions(CssText? Layer, CssText? Supports, CssText? Media);

/// <summary>A reference of a value to a file.</summary>
/// <param name="Url">The address, unescaped.</param>
/// <param name="Span">The URL or string token in the source.</param>
public readonly record struct CssUrl(string Url, TextSpan Span);

/// <summary>The file named by <c>composes: … from "file"</c>.</summary>
public readonly record struct CssComposesSource(string Url, TextSpan Span);

/// <summary>The files that a style sheet names, in source order.</summary>
public sealed class CssDependencies
{
    private CssDependencies(ImmutableArray<CssImport> imports, ImmutableArray<CssUrl> urls, ImmutableArray<CssComposesSource> composes)
    {
        Imports = imports;
        Urls = urls;
        Composes = composes;
    }

    public ImmutableArray<CssImport> Imports { get; }

    /// <summary>References in values, without <c>data:</c> URLs and fragments such as <c>#id</c>.</summary>
    public ImmutableArray<CssUrl> Urls { get; }

    public ImmutableArray<CssComposesSource> Composes { get; }

    /// <summary>Relative URLs in custom properties: browsers resolve them where the property is used, and so against another sheet than a reader thinks.</summary>
    public required ImmutableArray<CssUrl> Ambiguous { get; init; }

    public static CssDependencies Scan(StyleSheet sheet)
    {
        DependencyScan scan = new();
        scan.Visit(sheet.Children);
        return new(ImportList.Read(sheet), scan.Urls.DrainToImmutable(), scan.Composes.DrainToImmutable()) { Ambiguous = scan.Ambiguous.DrainToImmutable() };
    }
}
