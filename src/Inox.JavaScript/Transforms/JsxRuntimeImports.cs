using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>The imports that the automatic mode adds to a file, each when it is first needed.</summary>
internal sealed class JsxRuntimeImports(TransformContext context)
{
    private readonly List<(string Module, List<(string Imported, string Local)> Names)> _modules = [];

    public string? FileNameVariable { get; private set; }

    public IdentifierReference Use(TextSpan span, string module, string imported) => Make.Reference(span, LocalOf(module, imported));

    public IdentifierReference UseFileName(TextSpan span) => Make.Reference(span, FileNameVariable ??= context.NewName("_jsxFileName"));

    private string LocalOf(string module, string imported)
    {
        int index = _modules.FindIndex(entry => entry.Module == module);
        if (index < 0)
        {
            index = _modules.Count;
            _modules.Add((module, []));
        }
        List<(string Imported, string Local)> names = _modules[index].Names;
        foreach ((string known, string local) in names) if (known == imported) return local;
        string name = context.NewName("_" + imported);
        names.Add((imported, name));
        return name;
    }

    public void AddTo(Program program)
    {
        TextSpan span = TextSpan.At(0);
        List<Statement> added = [];
        bool isCommonJs = IsCommonJs(program);
        // the last module first, as TypeScript has them
        for (int i = _modules.Count - 1; i >= 0; i--) added.Add(MakeImport(span, _modules[i].Module, _modules[i].Names, isCommonJs));
        if (added.Count > 0 && !isCommonJs) MakeModule(program);
        if (FileNameVariable is { } variable) added.Add(Make.Variable(span, VariableKind.Const, Make.Binding(span, variable), Make.String(span, context.Source.Path)));
        if (added.Count == 0) return;
        int place = 0;
        while (place < program.Body.Length && program.Body[place] is Directive) place++;
        program.Body = [.. program.Body[..place], .. added, .. program.Body[place..]];
    }

    // A file without a sign of either kind becomes a module.
    private bool IsCommonJs(Program program)
    {
        if (program.SourceType != SourceType.Script) return program.SourceType == SourceType.CommonJs;
        foreach (ref readonly Reference reference in context.Model.References)
            if (reference.Symbol < 0 && reference.Node.Name is "require" or "module" or "exports") return true;
        return false;
    }

    // The `export {}` that kept the file a module is no longer needed.
    private static void MakeModule(Program program)
    {
        program.SourceType = SourceType.Module;
        if (program.Body is [.. var body, ExportNamedDeclaration { Declaration: null, Source: null, Specifiers.Length: 0 }]) program.Body = body;
    }

    private static Statement MakeImport(TextSpan span, string module, List<(string Imported, string Local)> names, bool isCommonJs)
    {
        if (!isCommonJs)
        {
            List<ModuleSpecifier> specifiers = names.ConvertAll<ModuleSpecifier>(name =>
                new ImportSpecifier(span, new IdentifierName(span, name.Imported), Make.Binding(span, name.Local)));
            return new ImportDeclaration(span, [.. specifiers], Make.String(span, module), []);
        }
        List<Node> properties = names.ConvertAll<Node>(name =>
            new PatternProperty(span, new IdentifierName(span, name.Imported), Make.Binding(span, name.Local)));
        return Make.Variable(span, VariableKind.Const, new ObjectPattern(span, [.. properties]), Make.Call(span, Make.Reference(span, "require"), Make.String(span, module)));
    }
}
