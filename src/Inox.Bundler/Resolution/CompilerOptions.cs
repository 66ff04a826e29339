using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>
/// The <c>compilerOptions</c> that change what a file compiles to, <c>extends</c> applied; null where no configuration says anything. Enumerations
/// are in lower case as TypeScript compares them.
/// </summary>
public sealed record CompilerOptions
{
    public static CompilerOptions Empty { get; } = new();

    /// <summary><c>es5</c> … <c>esnext</c>.</summary>
    public string? Target { get; init; }

    public string? Module { get; init; }

    public string? ModuleResolution { get; init; }

    /// <summary><c>preserve</c>, <c>react</c>, <c>react-jsx</c>, <c>react-jsxdev</c>, <c>react-native</c>.</summary>
    public string? Jsx { get; init; }

    public string? JsxImportSource { get; init; }

    public string? JsxFactory { get; init; }

    public string? JsxFragmentFactory { get; init; }

    public bool? UseDefineForClassFields { get; init; }

    public bool? ExperimentalDecorators { get; init; }

    public bool? EmitDecoratorMetadata { get; init; }

    public bool? VerbatimModuleSyntax { get; init; }

    public bool? EsModuleInterop { get; init; }

    public bool? IsolatedModules { get; init; }

    public bool? PreserveValueImports { get; init; }

    /// <summary><c>remove</c>, <c>preserve</c>, <c>error</c>.</summary>
    public string? ImportsNotUsedAsValues { get; init; }

    public bool? Strict { get; init; }

    public bool? StrictNullChecks { get; init; }

    public bool? AlwaysStrict { get; init; }

    public bool? AllowJs { get; init; }

    public bool? CheckJs { get; init; }

    public ImmutableArray<string> CustomConditions { get; init; } = [];
}
