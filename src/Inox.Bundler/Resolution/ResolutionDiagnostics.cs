using System.Text;
using System.Text.Json;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>What can be wrong with a request (IX3101 to IX3119) and with a tsconfig.json (IX3121 to IX3129). The last argument is the help.</summary>
internal static class ResolutionDiagnostics
{
    public static readonly DiagnosticDescriptor FileNotFound = new("IX3101", Severity.Error, "cannot find `{0}`");
    public static readonly DiagnosticDescriptor PackageNotFound = new("IX3102", Severity.Error, "cannot find package `{0}`");
    public static readonly DiagnosticDescriptor PackageFileNotFound = new("IX3103", Severity.Error, "package `{1}` has no `{0}`");
    public static readonly DiagnosticDescriptor PackageHasNoEntry = new("IX3104", Severity.Error, "package `{0}` has no entry point");
    public static readonly DiagnosticDescriptor TypesOnly = new("IX3105", Severity.Error, "package `{0}` has types but no code");
    public static readonly DiagnosticDescriptor NotExported = new("IX3106", Severity.Error, "package `{1}` does not export `{0}`");
    public static readonly DiagnosticDescriptor ConditionsNotMet = new("IX3107", Severity.Error, "package `{1}` exports `{0}` under other conditions only");
    public static readonly DiagnosticDescriptor InvalidTarget = new("IX3108", Severity.Error, "`{0}` in {1} leads to no file inside its package");
    public static readonly DiagnosticDescriptor InvalidExports = new("IX3109", Severity.Error, "`exports` in {1} mixes paths and conditions");
    public static readonly DiagnosticDescriptor TargetNotFound = new("IX3110", Severity.Error, "`{0}`, which {1} names, is missing");
    public static readonly DiagnosticDescriptor NotImported = new("IX3111", Severity.Error, "`{0}` is not among the `imports` of {1}");
    public static readonly DiagnosticDescriptor DirectoryRequest = new("IX3112", Severity.Error, "`{0}` is a folder, and {1} maps files only");
    public static readonly DiagnosticDescriptor NodeBuiltin = new("IX3113", Severity.Error, "`{0}` is part of Node and not there in browsers");
    public static readonly DiagnosticDescriptor UnknownBuiltin = new("IX3114", Severity.Error, "Node has no module `{0}`");
    public static readonly DiagnosticDescriptor BrokenPackageJson = new("IX3115", Severity.Error, "cannot read {1}: {0}");
    public static readonly DiagnosticDescriptor Circular = new("IX3116", Severity.Error, "aliases of `{0}` lead to each other");
    public static readonly DiagnosticDescriptor EmptyRequest = new("IX3117", Severity.Error, "a module needs a name");
    public static readonly DiagnosticDescriptor TsConfigNotFound = new("IX3121", Severity.Error, "cannot find {0}");
    public static readonly DiagnosticDescriptor BrokenTsConfig = new("IX3122", Severity.Error, "cannot read {0}");

    private static readonly DiagnosticDescriptor s_brokenJson =
        new("IX3122", Severity.Error, "this is no JSON with comments", "{0}");

    private static readonly DiagnosticDescriptor s_extendsNotFound =
        new("IX3123", Severity.Warning, "cannot find `{0}`, which {1} extends", "write a path that starts with `./`, or install the package");

    private static readonly DiagnosticDescriptor s_extendsCircular =
        new("IX3124", Severity.Warning, "{1} extends itself through `{0}`", "remove `extends` from one of the files");

    private static readonly DiagnosticDescriptor s_metadataAlone =
        new("IX3125", Severity.Warning, "`emitDecoratorMetadata` in {0} does nothing without `experimentalDecorators`", "add `\"experimentalDecorators\": true`, or remove `emitDecoratorMetadata`");

    public static Diagnostic MetadataAlone(string path) => new() { Descriptor = s_metadataAlone, Arguments = [path] };

    public static Diagnostic ExtendsNotFound(string path, string name) => new() { Descriptor = s_extendsNotFound, Arguments = [name, path] };

    public static Diagnostic ExtendsCircular(string path, string name) => new() { Descriptor = s_extendsCircular, Arguments = [name, path] };

    public static Diagnostic BrokenJson(string path, ReadOnlySpan<byte> bytes, JsonException? error)
    {
        SourceText source = SourceText.Decode(path, bytes);
        int line = Math.Clamp((int)(error?.LineNumber ?? 0), 0, source.LineCount - 1);
        int column = ToColumn(source.GetLine(line), (int)(error?.BytePositionInLine ?? 0));
        return new()
        {
            Descriptor = s_brokenJson,
            Source = source,
            Span = TextSpan.At(source.GetOffset(new(line, column))),
            Arguments = [error is null ? "wrap the settings in `{ }`" : "check the commas, quotes and brackets before this place"],
        };
    }

    // System.Text.Json counts bytes, an editor counts UTF-16 code units.
    private static int ToColumn(ReadOnlySpan<char> line, int bytes)
    {
        int column = 0;
        while (column < line.Length && bytes > 0) bytes -= Encoding.UTF8.GetByteCount(line.Slice(column++, 1));
        return column;
    }
}
