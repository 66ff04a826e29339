using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>A rewriter that may need variables: each is declared at the head of the function, or of the file, that it is made in.</summary>
internal abstract class HoistingRewriter : SyntaxRewriter
{
    private List<string>? _variables;

    protected void Hoist(string name) => (_variables ??= []).Add(name);

    protected override Node? VisitProgram(Program node)
    {
        base.VisitProgram(node);
        if (_variables is { } names) node.Body = Prepend(names, node.Start, node.Body);
        return node;
    }

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node)
    {
        List<string>? outer = Open();
        base.VisitFunctionDeclaration(node);
        Close(node.Body, outer);
        return node;
    }

    protected override Node? VisitFunctionExpression(FunctionExpression node)
    {
        List<string>? outer = Open();
        base.VisitFunctionExpression(node);
        Close(node.Body, outer);
        return node;
    }

    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        List<string>? outer = Open();
        base.VisitArrowFunctionExpression(node);
        if (_variables is not null && node.Body is Expression value) node.Body = new BlockStatement(value.Span, [Make.Return(value.Span, value)]);
        Close(node.Body as BlockStatement, outer);
        return node;
    }

    private List<string>? Open()
    {
        List<string>? outer = _variables;
        _variables = null;
        return outer;
    }

    private void Close(BlockStatement? body, List<string>? outer)
    {
        if (_variables is { } names && body is not null) body.Body = Prepend(names, body.Start, body.Body);
        _variables = outer;
    }

    private static Statement[] Prepend(List<string> names, int offset, Statement[] body)
    {
        int place = 0;
        while (place < body.Length && body[place] is Directive) place++;
        return [.. body[..place], Make.Variables(TextSpan.At(offset), names), .. body[place..]];
    }
}
