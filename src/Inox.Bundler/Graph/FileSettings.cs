using Inox.Bundler.Resolution;
using Inox.JavaScript;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.Bundler.Graph;

/// <summary>How one file is parsed and transformed: the build's options over those of its tsconfig.json.</summary>
internal static class FileSettings
{
    public static TransformOptions Transform(BuildOptions options, CompilerOptions? compiler, Module module, Program program) => new()
    {
        CheckDeclarations = module.Loader is FileLoader.JavaScript or FileLoader.Jsx,
        Jsx = Jsx(options, compiler),
        TypeScript = new()
        {
            VerbatimModuleSyntax = compiler?.VerbatimModuleSyntax == true || compiler?.PreserveValueImports == true,
            UseDefineForClassFields = compiler?.UseDefineForClassFields ?? IsModernTarget(compiler?.Target),
            ExperimentalDecorators = compiler?.ExperimentalDecorators == true,
            EmitDecoratorMetadata = compiler?.EmitDecoratorMetadata == true,
            StrictNullChecks = compiler?.StrictNullChecks ?? compiler?.Strict == true,
        },
        Defines = options.Bundle && ModuleScanner.HasTopLevelReturn(program) ? WithoutWrapperNames(options.Defines) : options.Defines,
        Drop = options.Drop,
        RemoveDeadBranches = options.Bundle,
        MinifySyntax = options.MinifySyntax,
        MinifyRules = options.MinifyRules,
        KeepNames = options.KeepNames,
        JoinOutermost = !options.Bundle,
        Modules = options.FileFormat,
        HintsExports = options.MinifyWhitespace || options.MinifySyntax,
        DefaultImport = module.UsesNodeInterop ? DefaultImport.Node : compiler?.EsModuleInterop == false ? DefaultImport.Member : DefaultImport.Compatible,
        RequireEsModule = !options.Bundle && (options.Format == ModuleFormat.Esm || options.FileFormat == FileFormat.System),
        Target = TargetOf(options, compiler),
        SharesHelpers = options.Bundle,
        LoweredByLinker = LoweredByLinker(options),
    };

    // a file alone is for whoever takes it further: "target": "esnext" keeps its decorators, as with TypeScript
    private static LanguageTarget TargetOf(BuildOptions options, CompilerOptions? compiler) =>
        !options.Bundle && options.Target == LanguageTarget.Runnable && compiler?.Target == "esnext" ? EcmaVersion.EsNext : options.Target;

    // `return` at the outermost level: the file is CommonJS, and `module` and `exports` are its own
    private static IReadOnlyDictionary<string, string> WithoutWrapperNames(IReadOnlyDictionary<string, string> defines)
    {
        Dictionary<string, string> kept = [];
        foreach ((string name, string value) in defines)
            if (name.Split('.')[0] is not ("module" or "exports")) kept.Add(name, value);
        return kept;
    }

    private static LinkedSyntax LoweredByLinker(BuildOptions options)
    {
        LinkedSyntax lowered = LinkedSyntax.None;
        bool keepsModules = options.Format is ModuleFormat.Esm or ModuleFormat.Preserve && options.FileFormat == FileFormat.Keep;
        if (options.Bundle || !keepsModules) lowered |= LinkedSyntax.Modules | LinkedSyntax.ImportAttributes;
        if (options.Bundle ? !options.Splitting : options.FileFormat != FileFormat.Keep) lowered |= LinkedSyntax.DynamicImport;
        if (!keepsModules) lowered |= LinkedSyntax.ImportMeta;
        return lowered;
    }

    private static JsxOptions Jsx(BuildOptions options, CompilerOptions? compiler)
    {
        string mode = options.Jsx.Mode ?? compiler?.Jsx switch { "preserve" or "react-native" => options.Bundle ? "automatic" : "preserve", "react" => "transform", _ => "automatic" };
        bool development = options.Jsx.Development ?? (compiler?.Jsx == "react-jsxdev"
            || options.Defines.GetValueOrDefault("process.env.NODE_ENV") is "\"development\"");
        return new()
        {
            Mode = mode switch { "transform" or "classic" => JsxMode.Classic, "preserve" => JsxMode.Preserve, _ => JsxMode.Automatic },
            ImportSource = options.Jsx.ImportSource ?? compiler?.JsxImportSource ?? "react",
            Factory = options.Jsx.Factory ?? compiler?.JsxFactory ?? "React.createElement",
            FragmentFactory = options.Jsx.Fragment ?? compiler?.JsxFragmentFactory ?? "React.Fragment",
            Development = development,
        };
    }

    // TypeScript's default of useDefineForClassFields: true from ES2022 on
    private static bool IsModernTarget(string? target) =>
        target is null || EcmaVersions.Find(target) is >= EcmaVersion.Es2022;

    public static Language LanguageOf(FileLoader loader) => loader switch
    {
        FileLoader.Jsx => Language.Jsx,
        FileLoader.TypeScript => Language.TypeScript,
        FileLoader.Tsx => Language.Tsx,
        _ => Language.JavaScript,
    };
}
