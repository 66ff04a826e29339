using Inox.Core;

namespace Inox.Css;

public sealed record CssPrintOptions
{
    public static CssPrintOptions Default { get; } = new();

    /// <summary>Leaves out white space and comments that do not matter; otherwise rules are indented by two spaces.</summary>
    public bool Minify { get; init; }

    /// <summary>Whether <see cref="CssPrintResult.Mappings"/> is wanted.</summary>
    public bool Mappings { get; init; }

    /// <summary>
    /// Answers what to write in place of the URL of a <c>url()</c>, <c>src()</c> or <c>image-set()</c>, given unescaped; null leaves it. Not asked
    /// for <c>data:</c> URLs and fragments such as <c>#id</c>.
    /// </summary>
    public Func<string, string?>? ResolveUrl { get; init; }
}

/// <summary>The text, and where its rules and declarations come from, in order, when that was asked for.</summary>
public sealed record CssPrintResult(string Text, IReadOnlyList<CssMapping> Mappings);

/// <summary>The text at <paramref name="Offset"/> of the output comes from <paramref name="SourceOffset"/> of <paramref name="Source"/>; both in UTF-16 units.</summary>
public readonly record struct CssMapping(int Offset, SourceText Source, int SourceOffset);
