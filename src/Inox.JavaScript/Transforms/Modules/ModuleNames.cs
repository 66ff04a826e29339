using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>
/// Rewrites what means something else outside of an ES module: uses of imports become members, so that they stay live, the outermost <c>this</c> is
/// undefined, <c>import()</c> and <c>import.meta</c> are what the format has for them, and names that the format takes are given others.
/// </summary>
internal sealed class ModuleNames(TransformContext context, ModuleShape shape, ModuleForm form) : SyntaxRewriter
{
    private readonly Dictionary<int, string> _renamed = [];
    private int _functions;

    public Statement[] Rewrite(List<Statement> statements)
    {
        foreach (ref readonly Semantics.Symbol symbol in context.Model.Symbols)
            if (symbol is { Scope: 0, Declaration: { } declaration } && form.Reserves(symbol.Name)) _renamed[declaration.SymbolId] = context.NewName("_" + symbol.Name);
        foreach (ModuleExport export in shape.Exports) if (export.Local is { } local) Visit(local);
        return VisitStatements([.. statements]);
    }

    protected override Node? VisitBindingIdentifier(BindingIdentifier node)
    {
        if (node.SymbolId >= 0 && _renamed.TryGetValue(node.SymbolId, out string? name)) node.Name = name;
        return node;
    }

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if (node.SymbolId < 0) return node;
        if (shape.Imports.TryGetValue(node.SymbolId, out (ModuleRequest Request, string? Member) import)) return MemberOf(node.Span, import.Request, import.Member);
        if (_renamed.TryGetValue(node.SymbolId, out string? name)) node.Name = name;
        return node;
    }

    /// <summary>`m.a`, or `m["a-b"]`, or the whole.</summary>
    public static Expression MemberOf(TextSpan span, ModuleRequest request, string? member)
    {
        IdentifierReference variable = Make.Reference(span, request.Variable!);
        return member is null ? variable : Identifiers.IsIdentifier(member) ? Make.Member(span, variable, member) : Make.Index(span, variable, Make.String(span, member));
    }

    /// <summary>The name as a key of an object: `a`, or `"a-b"`.</summary>
    public static Node KeyOf(TextSpan span, string name) => Identifiers.IsIdentifier(name) ? new IdentifierName(span, name) : Make.String(span, name);

    // f() gets no `this`: (0, m.f)()
    protected override Node? VisitCallExpression(CallExpression node)
    {
        bool isName = node.Callee is IdentifierReference;
        base.VisitCallExpression(node);
        if (isName && node.Callee is MemberExpression) node.Callee = WithoutThis(node.Callee);
        return node;
    }

    protected override Node? VisitTaggedTemplateExpression(TaggedTemplateExpression node)
    {
        bool isName = node.Tag is IdentifierReference;
        base.VisitTaggedTemplateExpression(node);
        if (isName && node.Tag is MemberExpression) node.Tag = WithoutThis(node.Tag);
        return node;
    }

    private static SequenceExpression WithoutThis(Expression callee) => Make.Sequence(callee.Span, Make.Number(callee.Span, 0), callee);

    protected override Node? VisitProperty(Property node)
    {
        base.VisitProperty(node);
        if (node.IsShorthand && (node.Value as IdentifierReference)?.Name != (node.Key as IdentifierName)?.Name) node.IsShorthand = false;
        return node;
    }

    protected override Node? VisitPatternProperty(PatternProperty node)
    {
        base.VisitPatternProperty(node);
        Node target = node.Value is AssignmentPattern assignment ? assignment.Left : node.Value;
        string? name = target switch { BindingIdentifier binding => binding.Name, IdentifierReference reference => reference.Name, _ => null };
        if (node.IsShorthand && name != (node.Key as IdentifierName)?.Name) node.IsShorthand = false;
        return node;
    }

    // kept JSX: <A/> of an import is <m.A/>
    protected override Node? VisitJSXOpeningElement(JSXOpeningElement node)
    {
        base.VisitJSXOpeningElement(node);
        node.Name = ToJsxName(node.Name);
        return node;
    }

    protected override Node? VisitJSXClosingElement(JSXClosingElement node)
    {
        base.VisitJSXClosingElement(node);
        node.Name = ToJsxName(node.Name);
        return node;
    }

    protected override Node? VisitJSXMemberExpression(JSXMemberExpression node)
    {
        base.VisitJSXMemberExpression(node);
        node.Object = ToJsxName(node.Object);
        return node;
    }

    private static Node ToJsxName(Node name) =>
        name is MemberExpression { Property: IdentifierName property } member ? new JSXMemberExpression(name.Span, member.Object, new JSXIdentifier(property.Span, property.Name)) : name;

    protected override Node? VisitThisExpression(ThisExpression node) => _functions == 0 ? Make.Undefined(node.Span) : node;

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node)
    {
        _functions++;
        base.VisitFunctionDeclaration(node);
        _functions--;
        return node;
    }

    protected override Node? VisitFunctionExpression(FunctionExpression node)
    {
        _functions++;
        base.VisitFunctionExpression(node);
        _functions--;
        return node;
    }

    // keys and `extends` have the `this` around the class
    protected override Node? VisitMethodDefinition(MethodDefinition node)
    {
        if (node.IsComputed) node.Key = VisitRequired(node.Key);
        node.Value = VisitRequired(node.Value);
        node.Decorators = VisitList(node.Decorators);
        return node;
    }

    protected override Node? VisitPropertyDefinition(PropertyDefinition node)
    {
        if (node.IsComputed) node.Key = VisitRequired(node.Key);
        node.Decorators = VisitList(node.Decorators);
        _functions++;
        node.Value = VisitOptional(node.Value);
        _functions--;
        return node;
    }

    protected override Node? VisitStaticBlock(StaticBlock node)
    {
        _functions++;
        base.VisitStaticBlock(node);
        _functions--;
        return node;
    }

    protected override Node? VisitImportExpression(ImportExpression node)
    {
        base.VisitImportExpression(node);
        return node.Phase == ImportPhase.Evaluation ? form.Import(node) : node;
    }

    protected override Node? VisitMetaProperty(MetaProperty node) => node.Meta.Name == "import" ? form.ImportMeta(node.Span) : node;
}
