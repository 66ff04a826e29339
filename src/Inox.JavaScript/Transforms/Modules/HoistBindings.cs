using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>
/// Takes the bindings of a module out of the function it is wrapped in, so that others can name them: functions move out whole,
/// <c>var</c>, <c>let</c>, <c>const</c> and classes leave an assignment behind. A <c>var</c> in a nested statement belongs to the module too.
/// </summary>
public sealed class HoistBindings : SyntaxRewriter
{
    private readonly List<VariableDeclarator> _declared = [];
    private readonly HashSet<int> _names = [];

    /// <summary>Adds what was taken out to <paramref name="outside"/> and answers what stays inside.</summary>
    public List<Statement> Run(List<Statement> statements, List<Statement> outside)
    {
        List<Statement> inside = [], functions = [];
        foreach (Statement statement in statements)
        {
            if (statement is FunctionDeclaration) functions.Add(statement);
            else if (Hoist(statement) is { } rest) inside.Add(rest);
        }
        if (_declared.Count > 0) outside.Add(new VariableDeclaration(TextSpan.At(0), VariableKind.Var, [.. _declared]));
        outside.AddRange(functions);
        return inside;
    }

    private Statement? Hoist(Statement statement)
    {
        switch (statement)
        {
            case VariableDeclaration { DeclarationKind: not (VariableKind.Using or VariableKind.AwaitUsing) } declaration:
                return ToAssignments(declaration) is { } expression ? new ExpressionStatement(declaration.Span, expression) : null;
            case ClassDeclaration definition:
                return HoistClass(definition);
            default:
                return VisitStatement(statement);
        }
    }

    private ExpressionStatement HoistClass(ClassDeclaration definition)
    {
        BindingIdentifier id = definition.Id!;
        Declare(id);
        ClassExpression value = new(definition.Span, definition.Decorators, id, null, definition.SuperClass, null, [], definition.Body);
        return Make.AssignStatement(definition.Span, Make.Reference(id), value);
    }

    private Expression? ToAssignments(VariableDeclaration declaration)
    {
        List<Expression> assignments = [];
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            Node target = ToTarget(declarator.Id);
            // let x; inside a loop would reset it, at the outermost level it is undefined already
            if (declarator.Init is not null) assignments.Add(new AssignmentExpression(declarator.Span, target, AssignmentOperator.Assign, declarator.Init));
        }
        return assignments.Count switch { 0 => null, 1 => assignments[0], _ => new SequenceExpression(declaration.Span, [.. assignments]) };
    }

    /// <summary>The assignment target for a binding, whose names are declared outside.</summary>
    private Node ToTarget(Node pattern)
    {
        switch (pattern)
        {
            case BindingIdentifier identifier:
                Declare(identifier);
                return new IdentifierReference(identifier.Span, identifier.Name) { SymbolId = identifier.SymbolId };
            case ObjectPattern obj:
                for (int i = 0; i < obj.Properties.Length; i++) obj.Properties[i] = ToTarget(obj.Properties[i]);
                return obj;
            case PatternProperty property:
                property.Value = ToTarget(property.Value);
                return property;
            case ArrayPattern array:
                for (int i = 0; i < array.Elements.Length; i++) if (array.Elements[i] is { } element) array.Elements[i] = ToTarget(element);
                return array;
            case AssignmentPattern assignment:
                assignment.Left = ToTarget(assignment.Left);
                return assignment;
            case RestElement rest:
                rest.Argument = ToTarget(rest.Argument);
                return rest;
            default:
                return pattern;
        }
    }

    private void Declare(BindingIdentifier identifier)
    {
        if (_names.Add(identifier.SymbolId)) _declared.Add(new(identifier.Span, new BindingIdentifier(identifier.Span, identifier.Name) { SymbolId = identifier.SymbolId }, null, null));
    }

    // Below here: statements nested in the outermost ones, where only `var` belongs to the module.

    protected override Node? VisitVariableDeclaration(VariableDeclaration node)
    {
        if (node.DeclarationKind != VariableKind.Var) return node;
        return ToAssignments(node) is { } expression ? new ExpressionStatement(node.Span, expression) : null;
    }

    protected override Node? VisitForStatement(ForStatement node)
    {
        if (node.Init is VariableDeclaration { DeclarationKind: VariableKind.Var } declaration) node.Init = ToAssignments(declaration);
        node.Body = VisitStatement(node.Body);
        return node;
    }

    protected override Node? VisitForInStatement(ForInStatement node)
    {
        if (node.Left is VariableDeclaration { DeclarationKind: VariableKind.Var } declaration) node.Left = ToTarget(declaration.Declarations[0].Id);
        node.Body = VisitStatement(node.Body);
        return node;
    }

    protected override Node? VisitForOfStatement(ForOfStatement node)
    {
        if (node.Left is VariableDeclaration { DeclarationKind: VariableKind.Var } declaration) node.Left = ToTarget(declaration.Declarations[0].Id);
        node.Body = VisitStatement(node.Body);
        return node;
    }

    protected override Node? VisitExpressionStatement(ExpressionStatement node) => node;

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node) => node;

    protected override Node? VisitClassDeclaration(ClassDeclaration node) => node;

    protected override Node? VisitReturnStatement(ReturnStatement node) => node;

    protected override Node? VisitThrowStatement(ThrowStatement node) => node;
}
