using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>Finds <c>require()</c>, <c>require.resolve()</c>, <c>import()</c> and <c>new URL(…, import.meta.url)</c>, and gives <c>ns.x</c> a symbol.</summary>
internal sealed class ExpressionScanner(Module module) : SyntaxRewriter
{
    private readonly Dictionary<(int Namespace, string Member), int> _members = [];
    private int _statement;
    private int _tryDepth;

    public void Run()
    {
        Statement[] body = module.Program.Body;
        for (_statement = 0; _statement < body.Length; _statement++)
            if (body[_statement].Kind is not NodeKind.ImportDeclaration) body[_statement] = VisitStatement(body[_statement]);
    }

    protected override Node? VisitTryStatement(TryStatement node)
    {
        _tryDepth++;
        node.Block = VisitRequired(node.Block);
        _tryDepth--;
        node.Handler = VisitOptional(node.Handler);
        node.Finalizer = VisitOptional(node.Finalizer);
        return node;
    }

    protected override Node? VisitCallExpression(CallExpression node)
    {
        if (RequireOfModule(node.Callee) is { } require) node.Callee = require;
        if (IsRequire(node.Callee) && node.Arguments is [var argument] && TextOf(argument) is { } specifier)
        {
            Add(ImportRecordKind.Require, specifier, argument.Span, node);
            return node;
        }
        if (IsRequire(node.Callee) && node.Arguments is [var partial] && GlobRequest.Read(partial) is { } literals)
        {
            node.Arguments = VisitList(node.Arguments);
            module.Globs.Add(new(ImportRecordKind.Require, partial, node, literals) { Statement = _statement });
            return node;
        }
        if (node.Callee is MemberExpression { IsComputed: false, Property: IdentifierName { Name: "resolve" } } member && IsRequire(member.Object)
            && node.Arguments is [var resolved] && TextOf(resolved) is { } path)
        {
            Add(ImportRecordKind.RequireResolve, path, resolved.Span, node);
            return node;
        }
        // import("x").catch(…) answers for a missing module itself
        bool catches = node.Callee is MemberExpression { Object: ImportExpression, Property: IdentifierName property }
            && (property.Name == "catch" || property.Name == "then" && node.Arguments.Length > 1);
        if (catches) _tryDepth++;
        node.Callee = VisitRequired(node.Callee);
        if (catches) _tryDepth--;
        node.Arguments = VisitList(node.Arguments);
        return node;
    }

    protected override Node? VisitImportExpression(ImportExpression node)
    {
        if (TextOf(node.Source) is not { } specifier)
        {
            if (GlobRequest.Read(node.Source) is { } literals) module.Globs.Add(new(ImportRecordKind.Dynamic, node.Source, node, literals) { Statement = _statement });
            return base.VisitImportExpression(node);
        }
        Add(ImportRecordKind.Dynamic, specifier, node.Source.Span, node, TypeOf(node.Options));
        return node;
    }

    protected override Node? VisitNewExpression(NewExpression node)
    {
        if (node is { Callee: IdentifierReference { Name: "URL", SymbolId: < 0 }, Arguments: [StringLiteral relative, MemberExpression { IsComputed: false } of] }
            && of is { Object: MetaProperty { Meta.Name: "import" }, Property: IdentifierName { Name: "url" } })
        {
            if (IsRelativeUrl(relative.Value)) Add(ImportRecordKind.NewUrl, relative.Value, relative.Span, node);
            return node;
        }
        return base.VisitNewExpression(node);
    }

    // ns.x = 1 and delete ns.x throw when they run: they stay as they are
    protected override Node? VisitAssignmentExpression(AssignmentExpression node)
    {
        if (NamespaceOf(node.Left) < 0) node.Left = VisitRequired(node.Left);
        node.Right = VisitRequired(node.Right);
        return node;
    }

    protected override Node? VisitUpdateExpression(UpdateExpression node) => NamespaceOf(node.Argument) >= 0 ? node : base.VisitUpdateExpression(node);

    protected override Node? VisitUnaryExpression(UnaryExpression node) =>
        node.Operator == UnaryOperator.Delete && NamespaceOf(node.Argument) >= 0 ? node : base.VisitUnaryExpression(node);

    protected override Node? VisitMemberExpression(MemberExpression node)
    {
        int space = NamespaceOf(node);
        return space >= 0 && MemberName(node) is { } name ? UseMember(node, space, name) : base.VisitMemberExpression(node);
    }

    // The reference to `ns` becomes the reference to the member: it is the node that the semantic model knows.
    private IdentifierReference UseMember(MemberExpression node, int space, string name)
    {
        if (!_members.TryGetValue((space, name), out int symbol))
        {
            symbol = module.Model.AddSymbol(0, FileNames.ToIdentifier(name), SymbolFlags.Import);
            module.NamedImports[symbol] = new(module.NamedImports[space].Record, name, node.Property.Span, ImportForm.Member);
            _members.Add((space, name), symbol);
        }
        IdentifierReference reference = (IdentifierReference)node.Object;
        reference.Name = module.Model.GetSymbol(symbol).Name;
        reference.SymbolId = symbol;
        reference.End = node.End;
        module.Model.GetSymbol(space).ValueReferences--;
        module.Model.GetSymbol(symbol).ValueReferences++;
        return reference;
    }

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if (IsRequire(node)) module.BareRequires.Add(node);
        return node;
    }

    private int NamespaceOf(Node node) =>
        node is MemberExpression { IsOptional: false, Object: IdentifierReference { SymbolId: >= 0 } reference }
            && module.NamedImports.TryGetValue(reference.SymbolId, out NamedImport import) && import.IsNamespace
            ? reference.SymbolId : -1;

    private static string? MemberName(MemberExpression node) => node.Property switch
    {
        IdentifierName name when !node.IsComputed => name.Name,
        StringLiteral text when node.IsComputed => text.Value,
        _ => null,
    };

    private static bool IsRequire(Node node) => node is IdentifierReference { Name: "require", SymbolId: < 0 };

    // module.require("./a") is require("./a"); what is not called stays, as a bundle's `module` has no such member
    private static IdentifierReference? RequireOfModule(Expression node) =>
        node is MemberExpression { Object: IdentifierReference { Name: "module", SymbolId: < 0 } } member && MemberName(member) == "require"
            ? new(node.Span, "require") : null;

    private static bool IsRelativeUrl(string url) => url.StartsWith("./", StringComparison.Ordinal) || url.StartsWith("../", StringComparison.Ordinal);

    private static string? TextOf(Expression node) => node switch
    {
        StringLiteral text => text.Value,
        TemplateLiteral { Expressions: [], Quasis: [{ Cooked: { } cooked }] } => cooked,
        _ => null,
    };

    // { with: { type: "json" } }
    private static string? TypeOf(Expression? options) =>
        MemberOf(MemberOf(options, "with"), "type") is StringLiteral type ? type.Value : null;

    private static Node? MemberOf(Node? value, string name)
    {
        if (value is not ObjectExpression obj) return null;
        foreach (Node member in obj.Properties)
            if (member is Property { IsComputed: false } property && (property.Key as IdentifierName)?.Name == name) return property.Value;
        return null;
    }

    private void Add(ImportRecordKind kind, string specifier, TextSpan span, Node node, string? attributeType = null) =>
        module.AddRecord(new(kind, specifier, span) { Node = node, Statement = _statement, IsGuarded = _tryDepth > 0, AttributeType = attributeType });
}
