namespace Inox.Bundler.Resolution;

/// <summary>What asks for a module. It decides which conditions hold and whether a bare name may be a file beside the importer.</summary>
public enum ImportKind : byte
{
    /// <summary><c>import x from "y"</c>, <c>export … from "y"</c>.</summary>
    Import,

    /// <summary><c>import("y")</c>.</summary>
    DynamicImport,

    /// <summary><c>require("y")</c>.</summary>
    Require,

    /// <summary><c>require.resolve("y")</c>.</summary>
    RequireResolve,

    /// <summary>A name on the command line.</summary>
    EntryPoint,

    /// <summary><c>new URL("y", import.meta.url)</c> and attributes of HTML.</summary>
    NewUrl,

    /// <summary><c>@import "y"</c> and <c>composes: … from "y"</c>.</summary>
    CssImport,

    /// <summary><c>url(y)</c>.</summary>
    CssUrl,
}
