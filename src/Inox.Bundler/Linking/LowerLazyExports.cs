using System.Text;
using Inox.Bundler.Graph;
using Inox.Bundler.Runtime;
using Inox.Core;
using Inox.Css;
using Inox.JavaScript;
using Inox.JavaScript.Minification;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>
/// Gives JSON, text, assets and style sheets the form of a module once it is known who asks: CommonJS for <c>require()</c>, otherwise an
/// ES module whose default export is the value; keys of an object that can be names are exports too, so that the rest can be shaken out.
/// </summary>
internal static class LowerLazyExports
{
    public static void Run(LinkContext context)
    {
        (IReadOnlyList<Module> modules, Module runtime) = (context.Modules, context.Runtime);
        // ./a.svg in a script is relative to the page that runs it, which may stand in another folder
        bool isRelative = context.Plan.Pages.Count > 0 && context.Options is { PublicPath: "", Format: ModuleFormat.Esm };
        HashSet<Module> required = [];
        foreach (Module module in modules)
            foreach (ImportRecord record in module.Records)
                if (record is { Kind: ImportRecordKind.Require, Target: { } target }) required.Add(target);
        foreach (Module module in modules)
        {
            if (module.Program is not null) continue;
            Expression value = ValueOf(module, runtime);
            if (isRelative && module.AssetLiteral is { } url) value = new NodeFactory(module, TextSpan.At(0)).UrlOf(url);
            bool isCommonJs = required.Contains(module) || context.Options.Format == ModuleFormat.Preserve;
            Statement[] body = isCommonJs ? AsCommonJs(value) : module.ExportsDefaultOnly ? [new ExportDefaultDeclaration(TextSpan.At(0), value)] : AsEsm(value);
            module.Program = new(TextSpan.At(0), isCommonJs ? SourceType.CommonJs : SourceType.Module, null, body);
            module.Model = SemanticAnalyzer.Analyze(module.Program);
            int records = module.Records.Count;
            if (KeepForm.Applies(context.Options, module)) KeepForm.Run(module);
            else ModuleScanner.Scan(module, ProgramFeatures.None);
            if (module.AssetBytes is not null && module.Loader == FileLoader.Binary) BindBinary(module, runtime);
            System.Diagnostics.Debug.Assert(module.Records.Count == records, "a value asks for nothing");
        }
    }

    private static Expression ValueOf(Module module, Module runtime)
    {
        TextSpan span = TextSpan.At(0);
        if (module.Loader == FileLoader.Binary && module.AssetBytes is { } bytes)
        {
            IdentifierReference decode = new(span, RuntimeSource.Binary);
            return new CallExpression(span, decode, null, [new StringLiteral(span, Convert.ToBase64String(bytes))], isPure: true);
        }
        if (module.AssetBytes is not null) return module.AssetLiteral = new StringLiteral(span, "");
        if (module.Style?.Exports is { } exports) return ClassNames(module, exports);
        return module.LazyExport ?? new ObjectExpression(span, []);
    }

    // __fromBase64 is the runtime's
    private static void BindBinary(Module module, Module runtime)
    {
        int symbol = module.Model.AddSymbol(0, RuntimeSource.Binary, SymbolFlags.Import);
        module.Bindings[symbol] = new(runtime, runtime.NamedExports[RuntimeSource.Binary].Symbol);
        foreach (ref readonly Reference reference in module.Model.References)
            if (reference.Node.Name == RuntimeSource.Binary) reference.Node.SymbolId = symbol;
    }

    private static ObjectExpression ClassNames(Module module, IReadOnlyList<CssModuleExport> exports)
    {
        List<Node> properties = [];
        foreach (CssModuleExport export in exports)
        {
            StringBuilder names = new(export.ScopedName);
            AddComposed(module, export, names, []);
            properties.Add(new Property(TextSpan.At(0), PropertyKind.Init, new StringLiteral(TextSpan.At(0), export.LocalName), new StringLiteral(TextSpan.At(0), names.ToString())));
        }
        return new(TextSpan.At(0), [.. properties]);
    }

    private static void AddComposed(Module module, CssModuleExport export, StringBuilder names, HashSet<CssModuleExport> seen)
    {
        if (!seen.Add(export)) return;
        foreach (CssComposition composition in export.Composes)
        {
            if (composition.Kind == CssCompositionKind.Global) names.Append(' ').Append(composition.Name);
            else if (FindComposed(module, composition) is { } found)
            {
                names.Append(' ').Append(found.Export.ScopedName);
                AddComposed(found.Module, found.Export, names, seen);
            }
        }
    }

    private static (Module Module, CssModuleExport Export)? FindComposed(Module module, CssComposition composition)
    {
        Module? owner = module;
        if (composition.Kind == CssCompositionKind.Dependency)
            owner = module.Records.FirstOrDefault(record => record.AttributeType == "composes" && record.Specifier == composition.Specifier)?.Target;
        CssModuleExport? export = owner?.Style?.Exports?.FirstOrDefault(export => export.LocalName == composition.Name);
        return export is null ? null : (owner!, export);
    }

    private static Statement[] AsCommonJs(Expression value)
    {
        TextSpan span = TextSpan.At(0);
        MemberExpression target = new(span, new IdentifierReference(span, "module"), new IdentifierName(span, "exports"));
        return [new ExpressionStatement(span, new AssignmentExpression(span, target, AssignmentOperator.Assign, value))];
    }

    private static Statement[] AsEsm(Expression value)
    {
        TextSpan span = TextSpan.At(0);
        List<Statement> body = [];
        if (value is ObjectExpression obj)
        {
            UniqueNames names = new(obj.Properties.OfType<Property>().Select(property => (property.Key as StringLiteral)?.Value ?? ""));
            foreach (Node member in obj.Properties)
            {
                if (member is not Property { IsComputed: false, Key: StringLiteral { Value: var name } } property || !Identifiers.IsIdentifier(name) || name == "default") continue;
                if (ReservedNames.Contains(name)) ExportReserved(property, name, names.Take("_" + name), body);
                else ExportMember(property, name, body);
            }
        }
        body.Add(new ExportDefaultDeclaration(span, value));
        return [.. body];
    }

    private static void ExportMember(Property property, string name, List<Statement> body)
    {
        TextSpan span = TextSpan.At(0);
        VariableDeclaration declaration = new(span, VariableKind.Var, [new(span, new BindingIdentifier(span, name), null, property.Value)]);
        body.Add(new ExportNamedDeclaration(span, declaration, [], null, []));
        property.Key = new IdentifierName(span, name);
        property.Value = new IdentifierReference(span, name);
        property.IsShorthand = true;
    }

    // { "if": 1 }: var _if = 1; export { _if as if }
    private static void ExportReserved(Property property, string name, string variable, List<Statement> body)
    {
        TextSpan span = TextSpan.At(0);
        body.Add(new VariableDeclaration(span, VariableKind.Var, [new(span, new BindingIdentifier(span, variable), null, property.Value)]));
        ExportSpecifier specifier = new(span, new IdentifierReference(span, variable), new IdentifierName(span, name));
        body.Add(new ExportNamedDeclaration(span, null, [specifier], null, []));
        property.Key = new IdentifierName(span, name);
        property.Value = new IdentifierReference(span, variable);
    }
}
