using Inox.Core;

namespace Inox.Bundler.Graph;

internal static class GraphErrors
{
    public static readonly DiagnosticDescriptor Unreadable =
        new("IX3002", Severity.Error, "`{0}` cannot be read: {1}");

    public static readonly DiagnosticDescriptor NoLoader =
        new("IX3003", Severity.Error, "no loader for `{0}`", "choose one, such as `--loader:{1}=file`");

    public static readonly DiagnosticDescriptor InvalidJson =
        new("IX3004", Severity.Error, "this is not valid JSON: {0}");

    public static readonly DiagnosticDescriptor InvalidDataUrl =
        new("IX3005", Severity.Error, "this data URL cannot be read");

    public static readonly DiagnosticDescriptor ClassicScript =
        new("IX3007", Severity.Warning, "`{0}` is not bundled: it is a classic script", "add `type=\"module\"`, or put the file into the folder `public`");

    public static readonly DiagnosticDescriptor NoSuchEntry =
        new("IX3006", Severity.Error, "the entry `{0}` does not exist");
}
