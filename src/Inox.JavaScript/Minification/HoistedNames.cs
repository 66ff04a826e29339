using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>What a statement declares for the function around it though it never runs: <c>if (false) { var x }</c> still makes <c>x</c>.</summary>
internal sealed class HoistedNames : SyntaxVisitor
{
    private readonly List<VariableDeclarator> _declarators = [];
    private readonly bool _isSloppy;

    private HoistedNames(bool isSloppy) => _isSloppy = isSloppy;

    /// <summary>`var` of all names, without values; null when there are none.</summary>
    public static VariableDeclaration? Declare(Statement dropped, bool isSloppy)
    {
        HoistedNames search = new(isSloppy);
        search.Visit(dropped);
        return search._declarators.Count == 0 ? null : new(dropped.Span, VariableKind.Var, [.. search._declarators]);
    }

    protected override void VisitVariableDeclaration(VariableDeclaration node)
    {
        if (node.DeclarationKind != VariableKind.Var || node.IsDeclare) return;
        foreach (VariableDeclarator declarator in node.Declarations)
            foreach (BindingIdentifier id in BoundNames.Of(declarator.Id)) _declarators.Add(new(id.Span, id, null, null));
    }

    // Annex B: a function in a block is a var of sloppy code too
    protected override void VisitFunctionDeclaration(FunctionDeclaration node)
    {
        if (_isSloppy && node is { Id: { } id, Body: not null, IsAsync: false, IsGenerator: false }) _declarators.Add(new(id.Span, id, null, null));
    }

    protected override void VisitClassDeclaration(ClassDeclaration node) { }

    protected override void VisitExpressionStatement(ExpressionStatement node) { }

    protected override void VisitReturnStatement(ReturnStatement node) { }

    protected override void VisitTSModuleDeclaration(TSModuleDeclaration node) { }
}
