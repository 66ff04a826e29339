using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary><c>f.x = 1</c> beside <c>function f() {}</c> gives the type of <c>f</c> a property. Functions below have scopes of their own.</summary>
internal sealed class FindExpandos : SyntaxVisitor
{
    private readonly HashSet<int> _symbols = [];

    public static HashSet<int> In(Statement[] body)
    {
        FindExpandos search = new();
        foreach (Statement statement in body) search.Visit(statement);
        return search._symbols;
    }

    protected override void VisitAssignmentExpression(AssignmentExpression node)
    {
        if (node is { Operator: AssignmentOperator.Assign, Left: MemberExpression { Object: IdentifierReference { SymbolId: >= 0 } function } member } && IsNamed(member)) _symbols.Add(function.SymbolId);
        base.VisitAssignmentExpression(node);
    }

    private static bool IsNamed(MemberExpression member) =>
        member.IsComputed ? DeclarationContext.IsLiteralKey(member.Property) || DeclarationContext.IsEntityName(member.Property) : member.Property is IdentifierName { Name: not "prototype" };

    protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

    protected override void VisitFunctionExpression(FunctionExpression node) { }

    protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) { }

    protected override void VisitClassDeclaration(ClassDeclaration node) { }

    protected override void VisitClassExpression(ClassExpression node) { }

    protected override void VisitTSModuleDeclaration(TSModuleDeclaration node) { }
}
