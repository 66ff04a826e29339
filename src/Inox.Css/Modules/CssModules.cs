using Inox.Core;

namespace Inox.Css;

/// <summary>
/// CSS modules: names of a file are made unique to it, and a table tells which name became which. <c>:local</c> and <c>:global</c> are understood bare
/// and as functions.
/// </summary>
public static class CssModules
{
    public static CssModuleResult Transform(StyleSheet sheet, CssModuleOptions options)
    {
        List<Diagnostic> diagnostics = [];
        ScopedNames names = new(NamePattern.Parse(options, sheet.Source.Text, diagnostics));
        ModuleTransform transform = new(sheet.Source, options, names, diagnostics);
        StyleSheet transformed = transform.Run(sheet);
        return new(transformed, names.ToExports(), names.ToReferences(), diagnostics);
    }
}
