using Inox.Core;

namespace Inox.Bundler.Linking;

internal static class LinkErrors
{
    public static readonly DiagnosticDescriptor NoMatchingExport =
        new("IX3201", Severity.Error, "`{1}` exports no `{0}`");

    public static readonly DiagnosticDescriptor NoSuchMember =
        new("IX3211", Severity.Warning, "`{0}` will be undefined: `{1}` exports no such name");

    public static readonly DiagnosticDescriptor AmbiguousExport =
        new("IX3202", Severity.Error, "`{0}` comes from more than one `export *` of `{1}`", "export it by name from one of them");

    public static readonly DiagnosticDescriptor ImportCycle =
        new("IX3203", Severity.Error, "`{0}` is imported in a circle and never declared");

    public static readonly DiagnosticDescriptor NoExports =
        new("IX3204", Severity.Warning, "`{0}` will be undefined: `{1}` has no exports");

    public static readonly DiagnosticDescriptor AssignsImport =
        new("IX3205", Severity.Error, "`{0}` is an import and cannot be assigned", "export a function that sets it from the module that declares it");

    public static readonly DiagnosticDescriptor RequiresAsync =
        new("IX3206", Severity.Error, "`require` cannot load `{0}`: it has a top-level `await`", "load it with `import()`");

    public static readonly DiagnosticDescriptor TopLevelAwait =
        new("IX3207", Severity.Error, "a top-level `await` needs the output format `esm`", "build with `--format=esm`");

    public static readonly DiagnosticDescriptor FormatOfFiles =
        new("IX3212", Severity.Error, "`amd`, `umd` and `system` are formats of single files", "add `--bundle=false`, or bundle with `--format=iife` or `--format=cjs`");

    public static readonly DiagnosticDescriptor ExportsOnlyDefault =
        new("IX3208", Severity.Error, "exports mode `default` allows only a default export, and `{0}` exports more", "use the mode `named` or `auto`");

    public static readonly DiagnosticDescriptor ExportsNone =
        new("IX3209", Severity.Error, "exports mode `none` allows no export, and `{0}` exports something");

    public static readonly DiagnosticDescriptor ReadsBeforeInitialisation =
        new("IX3210", Severity.Warning, "`{0}` is read before it is initialised: the import cycle evaluates this module first", "move the read into a function, or break the cycle");
}
