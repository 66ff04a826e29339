using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

internal enum ImportRecordKind : byte
{
    /// <summary><c>import … from</c> and <c>export … from</c>.</summary>
    Statement,

    /// <summary><c>require(…)</c>.</summary>
    Require,

    /// <summary><c>import(…)</c>.</summary>
    Dynamic,

    /// <summary><c>require.resolve(…)</c>.</summary>
    RequireResolve,

    /// <summary><c>new URL(…, import.meta.url)</c>.</summary>
    NewUrl,
    CssImport,
    CssUrl,

    /// <summary>A module script of a page.</summary>
    HtmlScript,

    /// <summary>A style sheet of a page.</summary>
    HtmlStyle,

    /// <summary>Any other file that a page loads.</summary>
    HtmlUrl,
}

/// <summary>One place where a module asks for another.</summary>
internal sealed class ImportRecord(ImportRecordKind kind, string specifier, TextSpan span)
{
    public ImportRecordKind Kind { get; } = kind;

    /// <summary>Its place among the records of its module.</summary>
    public int Index { get; set; }

    public string Specifier { get; } = specifier;

    /// <summary>The specifier in the source, quotes included.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The call or statement, whose parts the linker replaces.</summary>
    public Node? Node { get; init; }

    /// <summary>Index of the top-level statement it stands in.</summary>
    public int Statement { get; init; }

    /// <summary>In a <c>try</c> or with a <c>catch</c> handler: not finding the module is a warning, and an error when it runs.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>The <c>type</c> of the import attributes, such as <c>json</c>.</summary>
    public string? AttributeType { get; init; }

    /// <summary>The request it is one answer to, when that is known in parts only.</summary>
    public GlobRequest? Glob { get; init; }

    /// <summary>What it led to; null for an external module and for one that was not found.</summary>
    public Module? Target { get; set; }

    /// <summary>What to write in the output when it stays outside.</summary>
    public string ExternalPath { get; set; } = specifier;

    /// <summary>Whether it stays outside of the bundle.</summary>
    public bool IsExternal { get; set; }

    /// <summary>The symbol of the importing module that holds the namespace: <c>ns</c> of <c>import * as ns</c>, or one made for it. -1 for none.</summary>
    public int NamespaceSymbol { get; set; } = -1;

    /// <summary>It stays as it is because it names a file of the public folder from the root.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Query and fragment of a URL: they are written behind the URL of the output.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>Relative to the file it stands in, even without <c>./</c>.</summary>
    public bool IsUrl => Kind is ImportRecordKind.CssUrl or ImportRecordKind.HtmlScript or ImportRecordKind.HtmlStyle or ImportRecordKind.HtmlUrl;

    public bool IsCode => Kind is ImportRecordKind.Statement or ImportRecordKind.Require or ImportRecordKind.Dynamic;
}
