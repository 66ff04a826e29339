using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>Where an <c>@import</c> leads: to a sheet of the bundle, to an address that stays, or nowhere.</summary>
public readonly record struct CssImportTarget
{
    private CssImportTarget(int sheet, string? url)
    {
        Sheet = sheet;
        Url = url;
    }

    /// <summary>The import is left out.</summary>
    public static CssImportTarget None { get; } = new(-1, null);

    /// <summary>The index of the sheet, -1 for none.</summary>
    public int Sheet { get; }

    public string? Url { get; }

    public static CssImportTarget ToSheet(int index) => new(index, null);

    public static CssImportTarget ToUrl(string url) => new(-1, url);
}

/// <summary>One sheet of a bundle.</summary>
public sealed record CssBundleSheet
{
    /// <summary>The tree, after CSS modules where the file is one.</summary>
    public required StyleSheet StyleSheet { get; init; }

    /// <summary>Targets of <see cref="CssDependencies.Imports"/> in the same order.</summary>
    public ImmutableArray<CssImportTarget> Imports { get; init; } = [];

    /// <summary>Sheets that <c>composes</c> names: they come before this one without conditions of their own.</summary>
    public ImmutableArray<int> Composes { get; init; } = [];

    /// <summary>As <see cref="CssPrintOptions.ResolveUrl"/>, for this sheet.</summary>
    public Func<string, string?>? ResolveUrl { get; init; }
}

/// <summary>The bundle's text; <paramref name="Sources"/> are the sources of <paramref name="Mappings"/> in order of their index there.</summary>
public sealed record CssBundleResult(string Text, MappingChunk Mappings, ImmutableArray<SourceText> Sources);
