namespace Inox.Core;

internal static class SourceMapDiagnostics
{
    public static readonly DiagnosticDescriptor NotJson = new("IX3900", Severity.Warning, "this source map is not valid JSON");

    public static readonly DiagnosticDescriptor WrongType = new("IX3901", Severity.Warning, "`{0}` of a source map must be {1}");

    public static readonly DiagnosticDescriptor Version = new("IX3902", Severity.Warning, "source map version `{0}` is not supported", "write the map with `\"version\": 3`");

    public static readonly DiagnosticDescriptor Missing = new("IX3903", Severity.Warning, "this source map has no `{0}`");

    public static readonly DiagnosticDescriptor BadMappings = new("IX3904", Severity.Warning, "the `mappings` of this source map are malformed here");

    public static readonly DiagnosticDescriptor OutOfRange = new("IX3905", Severity.Warning, "a mapping points to {0} {1}, but the source map has {2}");

    public static readonly DiagnosticDescriptor SectionOrder = new("IX3906", Severity.Warning, "the sections of this source map are not in order");

    public static readonly DiagnosticDescriptor SectionUrl = new(
        "IX3907", Severity.Warning, "a section of this source map stands in another file", "put the section's map in place of its `url`");
}
