using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

// useDefineForClassFields off: `x = 1` becomes `this.x = 1` in the constructor, `static x = 1` becomes `static { this.x = 1 }`, a field
// without a value goes. A computed key is evaluated once, where the class is: into a variable of the function around.
internal sealed partial class TypeEraser
{
    private void AssignFields(IClass node, List<Statement> assignments)
    {
        List<ClassElement> elements = [];
        List<Expression> keys = [];
        // the values of fields come in their order: a private field in between cannot stay behind
        bool movesPrivate = Array.Exists(node.Body.Body, static element => element is PropertyDefinition { IsAccessor: false, IsStatic: false, Value: not null, Key: not PrivateIdentifier });
        foreach (ClassElement element in node.Body.Body)
        {
            if (element is PropertyDefinition { Key: PrivateIdentifier, IsStatic: false, IsAccessor: false, Value: not null } own && movesPrivate) MovePrivateValue(own, elements, assignments);
            else if (element is PropertyDefinition { IsAccessor: false, Key: not PrivateIdentifier } field) AssignField(field, elements, keys, assignments);
            else AddElement(element, elements, keys);
        }
        if (keys.Count > 0) elements.Insert(0, StaticBlock(keys));
        node.Body.Body = [.. elements];
    }

    private static void MovePrivateValue(PropertyDefinition field, List<ClassElement> elements, List<Statement> assignments)
    {
        MemberExpression target = new(field.Key.Span, new ThisExpression(field.Key.Span), field.Key);
        assignments.Add(Make.AssignStatement(field.Span, target, field.Value!));
        field.Value = null;
        elements.Add(field);
    }

    private void AssignField(PropertyDefinition field, List<ClassElement> elements, List<Expression> keys, List<Statement> assignments)
    {
        if (field.Value is null)
        {
            // [f()]: T has nothing to assign, but f is called
            if (field.IsComputed && HasEffect((Expression)field.Key)) keys.Add((Expression)field.Key);
            return;
        }
        ExpressionStatement assignment = Make.AssignStatement(field.Span, FieldTarget(field, keys), field.Value);
        if (field.IsStatic) elements.Add(new StaticBlock(field.Span, [assignment]));
        else assignments.Add(assignment);
    }

    private Expression FieldTarget(PropertyDefinition field, List<Expression> keys)
    {
        ThisExpression self = new(field.Key.Span);
        switch (field.Key)
        {
            case IdentifierName name: return Make.Member(field.Key.Span, self, name.Name);
            case StringLiteral or NumericLiteral or BigIntLiteral: return Make.Index(field.Key.Span, self, (Expression)field.Key);
        }
        string variable = _context.NewTemporary();
        Hoist(variable);
        keys.Add(Make.Assign(field.Key.Span, Make.Reference(field.Key.Span, variable), (Expression)field.Key));
        return Make.Index(field.Key.Span, self, Make.Reference(field.Key.Span, variable));
    }

    private static bool HasEffect(Expression key) =>
        key is not (IdentifierReference or StringLiteral or NumericLiteral or BigIntLiteral);

    // Keys are evaluated in order: those before a computed method key are evaluated in it.
    private static void AddElement(ClassElement element, List<ClassElement> elements, List<Expression> keys)
    {
        if (keys.Count > 0 && element is MethodDefinition { IsComputed: true } method)
        {
            method.Key = new SequenceExpression(method.Key.Span, [.. keys, (Expression)method.Key]);
            keys.Clear();
        }
        elements.Add(element);
    }

    private static StaticBlock StaticBlock(List<Expression> keys)
    {
        TextSpan span = keys[0].Span;
        Expression all = keys.Count == 1 ? keys[0] : new SequenceExpression(span, [.. keys]);
        return new(span, [new ExpressionStatement(span, all)]);
    }
}
