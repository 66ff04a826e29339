using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

internal sealed partial class SyntaxScan   // functions, classes and patterns
{
    protected override void VisitFunctionDeclaration(FunctionDeclaration node)
    {
        UseFunction(node, new(node.Start, node.Id?.End ?? node.Body?.Start ?? node.End));
        _functionDepth++;
        base.VisitFunctionDeclaration(node);
        _functionDepth--;
    }

    protected override void VisitFunctionExpression(FunctionExpression node)
    {
        UseFunction(node, new(node.Start, node.Id?.End ?? node.Body?.Start ?? node.End));
        _functionDepth++;
        base.VisitFunctionExpression(node);
        _functionDepth--;
    }

    protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        Use(SyntaxFeature.ArrowFunction, node, "=>", node.Parameters.Length > 0 ? node.Parameters[^1].End : node.Start);
        if (node.IsAsync) Use(SyntaxFeature.AsyncFunction, node, "async");
        _functionDepth++;
        base.VisitArrowFunctionExpression(node);
        _functionDepth--;
    }

    private void UseFunction(IFunction function, TextSpan head)
    {
        if (function.IsAsync && function.IsGenerator) Use(SyntaxFeature.AsyncGenerator, head);
        else if (function.IsAsync) Use(SyntaxFeature.AsyncFunction, head);
        else if (function.IsGenerator) Use(SyntaxFeature.Generator, head);
    }

    protected override void VisitFormalParameter(FormalParameter node)
    {
        if (node.IsRest) Use(SyntaxFeature.RestParameter, node.Span);
        if (node.Initializer is not null) Use(SyntaxFeature.DefaultParameter, node.Span);
        base.VisitFormalParameter(node);
    }

    protected override void VisitClassDeclaration(ClassDeclaration node)
    {
        Use(SyntaxFeature.Class, node, "class");
        base.VisitClassDeclaration(node);
    }

    protected override void VisitClassExpression(ClassExpression node)
    {
        Use(SyntaxFeature.Class, node, "class");
        base.VisitClassExpression(node);
    }

    protected override void VisitMethodDefinition(MethodDefinition node)
    {
        // the function of a method starts behind its name, and `async` and `*` stand before that
        UseFunction(node.Value, new(node.Start, node.Key.End));
        base.VisitMethodDefinition(node);
    }

    protected override void VisitPropertyDefinition(PropertyDefinition node)
    {
        if (node.IsAccessor) Use(SyntaxFeature.Accessor, new(node.Start, node.Key.End));
        else Use(SyntaxFeature.ClassField, node.Key.Span);
        base.VisitPropertyDefinition(node);
    }

    protected override void VisitStaticBlock(StaticBlock node)
    {
        Use(SyntaxFeature.StaticBlock, node, "static");
        base.VisitStaticBlock(node);
    }

    protected override void VisitPrivateIdentifier(PrivateIdentifier node) => Use(SyntaxFeature.PrivateMember, node.Span);

    protected override void VisitObjectPattern(ObjectPattern node)
    {
        Use(SyntaxFeature.Destructuring, node.Span);
        if (node.Properties is [.., RestElement rest]) Use(SyntaxFeature.ObjectRest, rest.Span);
        base.VisitObjectPattern(node);
    }

    protected override void VisitArrayPattern(ArrayPattern node)
    {
        Use(SyntaxFeature.Destructuring, node.Span);
        base.VisitArrayPattern(node);
    }
}
