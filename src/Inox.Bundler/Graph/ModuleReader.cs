using Inox.Bundler.Resolution;
using Inox.Core;
using Inox.Css;
using Inox.JavaScript;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.Bundler.Graph;

/// <summary>Reads one file into its module: decodes, parses, transforms and scans it. Safe to use for several modules at once.</summary>
internal sealed class ModuleReader(BuildOptions options, IFileSystem files, Resolver resolver, string root)
{
    public void Read(Module module, PackageInfo? package)
    {
        if (module.InlineIn is not null)
        {
            ReadInline(module);
            return;
        }
        byte[]? bytes = ReadBytes(module);
        if (bytes is null) return;
        switch (module.Loader)
        {
            case FileLoader.JavaScript or FileLoader.Jsx or FileLoader.TypeScript or FileLoader.Tsx:
                module.Source = SourceText.Decode(module.Source.Path, bytes);
                ReadScript(module, package);
                break;
            case FileLoader.Json:
                module.Source = SourceText.Decode(module.Source.Path, bytes);
                module.LazyExport = JsonExpression.Parse(module.Source, module.Diagnostics);
                module.HasNoSideEffects = true;
                break;
            case FileLoader.Css or FileLoader.CssModule:
                module.Source = SourceText.Decode(module.Source.Path, bytes);
                ReadStyle(module);
                break;
            case FileLoader.Html:
                module.Source = SourceText.Decode(module.Source.Path, bytes);
                break;
            default:
                ReadAsset(module, bytes);
                break;
        }
    }

    /// <summary>The path that people are shown: relative to the folder of the build, with forward slashes.</summary>
    public string DisplayPath(ModuleId id) =>
        id.Space is ModuleSpaces.Runtime or ModuleSpaces.Data ? $"({id.Space})" : files.Paths.GetRelative(root, id.Path) + id.Suffix;

    private byte[]? ReadBytes(Module module)
    {
        switch (module.Id.Space)
        {
            case ModuleSpaces.Disabled:
                return [];
            case ModuleSpaces.Data:
                if (DataUrl.Read(module.Id.Path) is { } data) return data.Bytes;
                module.Diagnostics.Add(new() { Descriptor = GraphErrors.InvalidDataUrl });
                return null;
        }
        string reason = "it does not exist";
        try
        {
            if (files.ReadFile(module.Id.Path) is { } bytes) return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = e.Message;
        }
        module.Diagnostics.Add(new() { Descriptor = GraphErrors.Unreadable, Arguments = [module.Source.Path, reason] });
        return null;
    }

    private void ReadInline(Module module)
    {
        SourceText text = module.Source;
        if (module.Loader == FileLoader.Css) ReadStyle(module);
        else ReadScript(module, null);
        // people are shown the page, not the text with blanks around it
        module.Source = module.InlineIn!;
        for (int i = 0; i < module.Diagnostics.Count; i++)
            if (module.Diagnostics[i].Source == text) module.Diagnostics[i] = module.Diagnostics[i] with { Source = module.Source };
    }

    private void ReadScript(Module module, PackageInfo? package)
    {
        module.IsTypeScript = module.Loader is FileLoader.TypeScript or FileLoader.Tsx;
        string extension = System.IO.Path.GetExtension(module.Id.Path);
        module.UsesNodeInterop = extension is ".mjs" or ".mts" || package?.Type == PackageType.Module && extension is not ("" or ".cjs" or ".cts");
        ParseOptions parse = ParseOptions.ForPath(module.Id.IsFile ? module.Id.Path : "x.js") with
        {
            Language = FileSettings.LanguageOf(module.Loader), AllowReturnOutsideFunction = true, TrustAnnotations = !options.IgnoreAnnotations,
            KeepComments = !options.MinifyWhitespace || options.LegalComments != LegalComments.None,
        };
        if (module.InlineIn is not null || parse.SourceType is null && module.UsesNodeInterop && module.Id.IsFile) parse = parse with { SourceType = SourceType.Module };
        module.TsConfig = module.Id.IsFile ? resolver.FindTsConfig(module.Id.Path) : null;
        Complete(module, JsParser.Parse(module.Source, parse), module.TsConfig?.CompilerOptions);
    }

    private void Complete(Module module, ParseResult parsed, CompilerOptions? compiler)
    {
        module.Diagnostics.AddRange(parsed.Diagnostics);
        module.Comments = parsed.Comments;
        if (parsed.HasErrors) return;
        if (options is { Bundle: true, TreeShaking: true }) SplitDeclarations.Run(parsed.Program);
        TransformResult transformed = JsTransformer.Transform(parsed, FileSettings.Transform(options, compiler, module, parsed.Program));
        module.Diagnostics.AddRange(transformed.Diagnostics);
        module.Program = transformed.Program;
        module.Model = transformed.Model;
        module.Helpers = transformed.SharedHelpers;
        foreach (BindingIdentifier import in transformed.PossibleTypes) module.PossibleTypes.Add(import.SymbolId);
        if (KeepForm.Applies(options, module)) KeepForm.Run(module);
        else ModuleScanner.Scan(module, parsed.Features);
    }

    /// <summary>The runtime, or what a lazily exported value was turned into.</summary>
    public static void ReadText(Module module, string text)
    {
        module.Source = new(module.Source.Path, text);
        ParseResult parsed = JsParser.Parse(module.Source, new ParseOptions { SourceType = SourceType.Module });
        module.Comments = [];
        module.Program = parsed.Program;
        module.Model = JavaScript.Semantics.SemanticAnalyzer.Analyze(parsed.Program);
        ModuleScanner.Scan(module, parsed.Features);
    }

    private void ReadStyle(Module module)
    {
        CssParseResult parsed = CssParser.Parse(module.Source);
        module.Diagnostics.AddRange(parsed.Diagnostics);
        CssDependencies dependencies = CssDependencies.Scan(parsed.StyleSheet);
        foreach (CssImport import in dependencies.Imports) module.AddRecord(new(ImportRecordKind.CssImport, import.Url, import.UrlSpan));
        foreach (CssComposesSource composes in dependencies.Composes) module.AddRecord(new(ImportRecordKind.CssImport, composes.Url, composes.Span) { AttributeType = "composes" });
        foreach (CssUrl url in dependencies.Urls) module.AddRecord(new(ImportRecordKind.CssUrl, url.Url, url.Span));
        module.LazyExport = new ObjectExpression(TextSpan.At(0), []);
        if (module.Loader == FileLoader.Css)
        {
            module.Style = new() { Sheet = parsed.StyleSheet, Dependencies = dependencies };
            return;
        }
        string path = DisplayPath(module.Id);
        string name = files.Paths.GetName(module.Id.Path);
        CssModuleResult scoped = CssModules.Transform(parsed.StyleSheet, new() { Name = name.Split('.')[0], HashInput = path });
        module.Diagnostics.AddRange(scoped.Diagnostics);
        module.Style = new() { Sheet = scoped.StyleSheet, Dependencies = dependencies, Exports = scoped.Exports };
    }

    private void ReadAsset(Module module, byte[] bytes)
    {
        module.HasNoSideEffects = true;
        TextSpan span = TextSpan.At(0);
        switch (module.Loader)
        {
            case FileLoader.Text:
                module.Source = SourceText.Decode(module.Source.Path, bytes);
                module.LazyExport = new StringLiteral(span, module.Source.Text);
                break;
            case FileLoader.Base64:
                module.LazyExport = new StringLiteral(span, Convert.ToBase64String(bytes));
                break;
            case FileLoader.DataUrl:
            case FileLoader.File when bytes.Length < options.InlineLimit && module.Id.Space.Length == 0 && module.Id.Suffix.Length == 0:
                module.InlineUrl = DataUrl.Write(MediaTypes.Of(module.Id.Path), bytes);
                module.LazyExport = new StringLiteral(span, module.InlineUrl);
                break;
            case FileLoader.Binary:
                module.AssetBytes = bytes;
                break;
            case FileLoader.Empty:
                module.LazyExport = new ObjectExpression(span, []);
                break;
            default:
                module.AssetBytes = bytes;
                break;
        }
    }
}
