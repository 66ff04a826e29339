using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>Collects what each namespace exports, over all blocks of the same name, before any of it is rewritten.</summary>
internal sealed class NamespaceExports(SemanticModel model) : SyntaxVisitor
{
    // By the identity of the namespace: the symbol at the top, and `parent/name` inside of one.
    private readonly Dictionary<string, HashSet<string>> _names = [];
    private readonly Stack<string> _path = [];

    /// <summary>Symbols of variables that exist only as members.</summary>
    public HashSet<int> Variables { get; } = [];

    public static string KeyOf(string? parent, BindingIdentifier id) => parent is null ? $"#{id.SymbolId}" : $"{parent}/{id.Name}";

    public bool Exports(string key, string name) => _names.TryGetValue(key, out HashSet<string>? names) && names.Contains(name);

    protected override void VisitTSModuleDeclaration(TSModuleDeclaration node)
    {
        if (node.Body is null || node.IsDeclare) return;
        int depth = 0;
        foreach (BindingIdentifier id in NamespaceNames.Of(node))
        {
            string key = KeyOf(_path.TryPeek(out string? parent) ? parent : null, id);
            if (depth++ > 0) Add(_path.Peek(), id.Name);
            _path.Push(key);
        }
        if (depth > 0)
            foreach (Statement statement in node.Body.Body) AddExported(statement);
        VisitStatements(node.Body.Body);
        while (depth-- > 0) _path.Pop();
    }

    private void AddExported(Statement statement)
    {
        if (statement is TSImportEqualsDeclaration { IsExport: true } alias) AddVariable(_path.Peek(), alias.Id);
        if (statement is ExportNamedDeclaration { Declaration: { } declaration }) AddDeclaration(declaration);
    }

    private void AddDeclaration(Statement declaration)
    {
        string key = _path.Peek();
        switch (declaration)
        {
            case VariableDeclaration variables:
                foreach (VariableDeclarator declarator in variables.Declarations)
                    foreach (BindingIdentifier id in BoundNames.Of(declarator.Id)) AddVariable(key, id);
                break;
            case FunctionDeclaration { Id: { } id }: Add(key, id.Name); break;
            case ClassDeclaration { Id: { } id }: Add(key, id.Name); break;
            case TSModuleDeclaration { Id: BindingIdentifier id } inner when NamespaceContent.IsInstantiated(inner): Add(key, id.Name); break;
        }
    }

    private void AddVariable(string key, BindingIdentifier id)
    {
        Add(key, id.Name);
        // function f() {} and var f share a symbol; the function keeps its name
        if (id.SymbolId >= 0 && (model.GetSymbol(id.SymbolId).Flags & (SymbolFlags.Function | SymbolFlags.Class)) == 0) Variables.Add(id.SymbolId);
    }

    private void Add(string key, string name)
    {
        if (!_names.TryGetValue(key, out HashSet<string>? names)) _names[key] = names = [];
        names.Add(name);
    }
}

/// <summary>The names of `namespace a.b.c`, outermost first; none for `module "x"` and `global`.</summary>
internal static class NamespaceNames
{
    public static BindingIdentifier[] Of(TSModuleDeclaration node)
    {
        if (node.Id is BindingIdentifier only) return [only];
        if (node.Id is not TSQualifiedName) return [];
        List<BindingIdentifier> names = [];
        Node name = node.Id;
        for (; name is TSQualifiedName qualified; name = qualified.Left) names.Add(new(qualified.Right.Span, ((IdentifierName)qualified.Right).Name));
        names.Add((BindingIdentifier)name);
        names.Reverse();
        return [.. names];
    }
}
