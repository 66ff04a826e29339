using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Decorators where the kind in use, ECMAScript's or TypeScript's experimental ones, has none.</summary>
internal sealed class CheckDecorators(RuleContext context) : TypeScriptRule(context)
{
    private bool IsLegacy => Rules.ExperimentalDecorators;

    protected override void VisitClassDeclaration(ClassDeclaration node)
    {
        CheckMembers(node, isExpression: false);
        base.VisitClassDeclaration(node);
    }

    protected override void VisitClassExpression(ClassExpression node)
    {
        if (IsLegacy) ReportFirst(node.Decorators);
        CheckMembers(node, isExpression: true);
        base.VisitClassExpression(node);
    }

    private void CheckMembers(IClass definition, bool isExpression)
    {
        foreach (ClassElement element in definition.Body.Body)
        {
            if (element is MethodDefinition method)
            {
                if (IsLegacy && (isExpression || method.Key is PrivateIdentifier)) ReportFirst(method.Decorators);
                foreach (FormalParameter parameter in method.Value.Parameters) if (!IsLegacy || isExpression) ReportFirst(parameter.Decorators);
                if (IsLegacy) CheckAccessorPair(definition.Body, method);
            }
            else if (element is PropertyDefinition field)
            {
                bool isGood = IsLegacy ? !isExpression && field.Key is not PrivateIdentifier : !field.IsAbstract && !field.IsDeclare;
                if (!isGood) ReportFirst(field.Decorators);
            }
        }
    }

    private void ReportFirst(Decorator[] decorators)
    {
        if (decorators.Length > 0) Report(TypeScriptErrors.DecoratorPlace, decorators[0].Span);
    }

    // @a get x() {} @b set x(v) {}: the experimental ones get both as one
    private void CheckAccessorPair(ClassBody body, MethodDefinition second)
    {
        if (second.Decorators.Length == 0 || second.MethodKind is not (MethodKind.Get or MethodKind.Set) || second.Key is not IdentifierName name) return;
        foreach (ClassElement element in body.Body)
        {
            if (ReferenceEquals(element, second)) return;
            if (element is MethodDefinition { Decorators.Length: > 0, MethodKind: MethodKind.Get or MethodKind.Set, Key: IdentifierName first } other && other.IsStatic == second.IsStatic && first.Name == name.Name)
                Report(TypeScriptErrors.DecoratedTwice, second.Decorators[0].Span);
        }
    }
}
