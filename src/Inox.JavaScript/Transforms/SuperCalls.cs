using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>Finds the calls of `super` in a constructor, those in its arrows too.</summary>
internal sealed class SuperCalls : SyntaxVisitor
{
    private readonly List<CallExpression> _calls = [];

    public static List<CallExpression> Of(FunctionExpression constructor)
    {
        SuperCalls search = new();
        foreach (FormalParameter parameter in constructor.Parameters) search.Visit(parameter);
        search.Visit(constructor.Body!);
        return search._calls;
    }

    protected override void VisitSuper(Super node) { }

    protected override void VisitCallExpression(CallExpression node)
    {
        if (node.Callee is Super) _calls.Add(node);
        base.VisitCallExpression(node);
    }

    protected override void VisitFunctionExpression(FunctionExpression node) { }

    protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

    protected override void VisitClassBody(ClassBody node)
    {
        foreach (ClassElement element in node.Body)
        {
            if (element is MethodDefinition { IsComputed: true } method) Visit(method.Key);
            else if (element is PropertyDefinition { IsComputed: true } field) Visit(field.Key);
        }
    }
}
