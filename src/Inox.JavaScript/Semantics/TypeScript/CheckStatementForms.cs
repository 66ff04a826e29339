using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Statements and JSX that mean something in JavaScript and are slips to TypeScript.</summary>
internal sealed class CheckStatementForms(RuleContext context) : TypeScriptRule(context)
{
    private bool _isAsync;

    protected override void VisitIfStatement(IfStatement node)
    {
        if (node.Consequent is EmptyStatement) Report(TypeScriptErrors.EmptyBranch, node.Consequent.Span);
        base.VisitIfStatement(node);
    }

    protected override void VisitWithStatement(WithStatement node)
    {
        if (_isAsync) Report(TypeScriptErrors.WithInAsync, node.Span);
        base.VisitWithStatement(node);
    }

    protected override void VisitJSXExpressionContainer(JSXExpressionContainer node)
    {
        if (node.Expression is SequenceExpression) Report(TypeScriptErrors.CommaInJsx, node.Expression.Span);
        base.VisitJSXExpressionContainer(node);
    }

    protected override void VisitFunctionDeclaration(FunctionDeclaration node)
    {
        bool outer = _isAsync;
        _isAsync = node.IsAsync;
        base.VisitFunctionDeclaration(node);
        _isAsync = outer;
    }

    protected override void VisitFunctionExpression(FunctionExpression node)
    {
        bool outer = _isAsync;
        _isAsync = node.IsAsync;
        base.VisitFunctionExpression(node);
        _isAsync = outer;
    }

    protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        bool outer = _isAsync;
        _isAsync = node.IsAsync;
        base.VisitArrowFunctionExpression(node);
        _isAsync = outer;
    }
}
