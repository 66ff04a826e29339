using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>Looks for <c>this</c> outside of functions and classes: in CommonJS it is <c>exports</c>.</summary>
internal sealed class TopLevelThis : SyntaxVisitor
{
    private bool _found;

    public static bool IsUsed(Program program)
    {
        TopLevelThis search = new();
        foreach (Statement statement in program.Body)
        {
            search.Visit(statement);
            if (search._found) return true;
        }
        return false;
    }

    protected override void VisitThisExpression(ThisExpression node) => _found = true;

    protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

    protected override void VisitFunctionExpression(FunctionExpression node) { }

    protected override void VisitClassBody(ClassBody node)
    {
        foreach (ClassElement element in node.Body)
        {
            switch (element)
            {
                case MethodDefinition { IsComputed: true } method: Visit(method.Key); break;
                case PropertyDefinition { IsComputed: true } property: Visit(property.Key); break;
            }
        }
    }
}
