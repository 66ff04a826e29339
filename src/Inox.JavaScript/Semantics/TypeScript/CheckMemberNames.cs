using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Names of class members that TypeScript cannot give a type, or takes for something else.</summary>
internal sealed class CheckMemberNames(RuleContext context) : TypeScriptRule(context)
{
    protected override void VisitPropertyDefinition(PropertyDefinition node)
    {
        if (node.IsComputed && !IsNameable(node.Key)) Report(TypeScriptErrors.ComputedFieldName, node.Key.Span);
        base.VisitPropertyDefinition(node);
    }

    private static bool IsNameable(Node key)
    {
        if (key is StringLiteral or NumericLiteral or TemplateLiteral { Expressions: [] }) return true;
        if (key is UnaryExpression { Operator: UnaryOperator.Minus or UnaryOperator.Plus, Argument: NumericLiteral }) return true;
        while (key is MemberExpression { IsComputed: false, IsOptional: false } member) key = member.Object;
        return key is IdentifierReference;
    }

    protected override void VisitMethodDefinition(MethodDefinition node)
    {
        bool isConstructor = node is { IsStatic: true, IsComputed: false, MethodKind: MethodKind.Method, Key: IdentifierName { Name: "constructor" }, Value: { IsAsync: false, IsGenerator: false } };
        if (isConstructor) Report(TypeScriptErrors.StaticConstructor, node.Key.Span);
        base.VisitMethodDefinition(node);
    }
}
