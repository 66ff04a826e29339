using Inox.JavaScript.Syntax;

namespace Inox.JavaScript;

/// <summary>Which grammar a file is read with.</summary>
public enum Language : byte { JavaScript, Jsx, TypeScript, Tsx, Declarations }

/// <summary>How to parse one file.</summary>
public sealed record ParseOptions
{
    public static ParseOptions Default { get; } = new();

    public Language Language { get; init; } = Language.JavaScript;

    /// <summary>The goal; null lets the file decide: a module when it has an import, an export, <c>import.meta</c> or a top-level <c>await</c>.</summary>
    public SourceType? SourceType { get; init; }

    /// <summary>Whether comments are listed in the result; annotations such as <c>@__PURE__</c> are read either way.</summary>
    public bool KeepComments { get; init; } = true;

    /// <summary>Whether <c>@__PURE__</c> marks a call.</summary>
    public bool TrustAnnotations { get; init; } = true;

    /// <summary>Whether the tokens are listed in the result.</summary>
    public bool KeepTokens { get; init; }

    /// <summary>
    /// Whether what the grammar allows and a static rule forbids is reported: the early errors of ECMA-262, patterns of regular expressions among
    /// them, and TypeScript's counterparts. Without them only what cannot be parsed is an error.
    /// </summary>
    public bool ReportEarlyErrors { get; init; } = true;

    /// <summary>Whether <c>return</c> may stand outside functions, as in CommonJS files.</summary>
    public bool AllowReturnOutsideFunction { get; init; }

    /// <summary>Language and goal by file name: <c>.mts</c> is a TypeScript module, <c>.cjs</c> CommonJS, <c>.d.ts</c> declarations.</summary>
    public static ParseOptions ForPath(string path) => FileLanguage.Choose(path);
}
