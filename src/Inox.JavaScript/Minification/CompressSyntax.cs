using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Says the same in fewer characters. One walk from the leaves up applies the rules of <see cref="DropUseless"/>,
/// <see cref="ShortenConditions"/>, <see cref="ShortenExpressions"/> and <see cref="JoinStatements"/> to each node. Statements of the
/// outermost level stay apart, as the linker drops them one by one. It renames nothing and moves no value to where it is used.
/// </summary>
internal sealed class CompressSyntax : TransformPass
{
    public override bool Applies(TransformContext context) => context.Options.MinifySyntax;

    public override void Run(TransformContext context)
    {
        new Compressor(context).Visit(context.Program);
        context.IsModelStale = true;
    }
}

/// <summary>The walk of <see cref="CompressSyntax"/>.</summary>
internal sealed class Compressor : SyntaxRewriter
{
    private readonly HashSet<IdentifierReference> _constants = [];

    // with (o) x = x + 1 and eval("var x"): a name is not what the scopes say
    private readonly bool _namesAreKnown;
    private int _depth;

    public Compressor(TransformContext context)
    {
        _namesAreKnown = (context.Features & (ProgramFeatures.DirectEval | ProgramFeatures.With)) == 0;
        if (!_namesAreKnown) return;
        foreach (ref readonly Reference reference in context.Model.References)
        {
            // undefined = 1, { undefined } = x: no values
            bool isRead = (reference.Flags & ~ReferenceFlags.Call) == ReferenceFlags.Read;
            if (isRead && reference.Symbol < 0 && reference.Node.Name is "undefined" or "Infinity") _constants.Add(reference.Node);
        }
    }

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if (node.SymbolId >= 0 || _constants.Count == 0 || !_constants.Contains(node)) return node;
        return node.Name == "undefined" ? Make.Undefined(node.Span) : new NumericLiteral(node.Span, double.PositiveInfinity);
    }

    protected override Statement[] VisitStatements(Statement[] statements)
    {
        JoinStatements joined = new(statements.Length, joins: _depth > 0);
        _depth++;
        foreach (Statement statement in statements)
            if (Visit(statement) is Statement rewritten) joined.Add(rewritten);
        _depth--;
        return joined.ToArray();
    }

    protected override Node? VisitIfStatement(IfStatement node)
    {
        base.VisitIfStatement(node);
        return ShortenConditions.If(node, _namesAreKnown);
    }

    protected override Node? VisitForStatement(ForStatement node)
    {
        base.VisitForStatement(node);
        if (node.Test is not null) node.Test = ShortenConditions.Condition(node.Test);
        node.Body = DropUseless.Braces(node.Body);
        return node;
    }

    protected override Node? VisitForInStatement(ForInStatement node)
    {
        base.VisitForInStatement(node);
        node.Body = DropUseless.Braces(node.Body);
        return node;
    }

    protected override Node? VisitForOfStatement(ForOfStatement node)
    {
        base.VisitForOfStatement(node);
        node.Body = DropUseless.Braces(node.Body);
        return node;
    }

    protected override Node? VisitWhileStatement(WhileStatement node)
    {
        base.VisitWhileStatement(node);
        node.Test = ShortenConditions.Condition(node.Test);
        node.Body = DropUseless.Braces(node.Body);
        return node;
    }

    protected override Node? VisitDoWhileStatement(DoWhileStatement node)
    {
        base.VisitDoWhileStatement(node);
        node.Test = ShortenConditions.Condition(node.Test);
        node.Body = DropUseless.Braces(node.Body);
        return node;
    }

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node)
    {
        base.VisitFunctionDeclaration(node);
        if (node.Body is not null) DropUseless.LastReturn(node.Body, node.IsAsync && node.IsGenerator);
        return node;
    }

    protected override Node? VisitFunctionExpression(FunctionExpression node)
    {
        base.VisitFunctionExpression(node);
        if (node.Body is not null) DropUseless.LastReturn(node.Body, node.IsAsync && node.IsGenerator);
        return node;
    }

    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        base.VisitArrowFunctionExpression(node);
        if (node.Body is not BlockStatement block) return node;
        DropUseless.LastReturn(block, isAsyncGenerator: false);
        if (block.Body is [ReturnStatement { Argument: { } value }]) node.Body = value;
        return node;
    }

    protected override Node? VisitConditionalExpression(ConditionalExpression node)
    {
        base.VisitConditionalExpression(node);
        return ShortenConditions.Conditional(node.Span, node.Test, node.Consequent, node.Alternate);
    }

    protected override Node? VisitUnaryExpression(UnaryExpression node)
    {
        // delete undefined is false, delete void 0 is true
        if (node is { Operator: UnaryOperator.Delete, Argument: IdentifierReference }) return node;
        base.VisitUnaryExpression(node);
        return node.Operator == UnaryOperator.Not ? ShortenConditions.Not(node) : node;
    }

    protected override Node? VisitBinaryExpression(BinaryExpression node)
    {
        base.VisitBinaryExpression(node);
        ShortenExpressions.Comparison(node);
        return node;
    }

    protected override Node? VisitAssignmentExpression(AssignmentExpression node)
    {
        base.VisitAssignmentExpression(node);
        if (_namesAreKnown) ShortenExpressions.Assignment(node);
        return node;
    }

    protected override Node? VisitMemberExpression(MemberExpression node)
    {
        base.VisitMemberExpression(node);
        ShortenExpressions.Member(node);
        return node;
    }

    protected override Node? VisitProperty(Property node)
    {
        base.VisitProperty(node);
        ShortenExpressions.Key(node);
        return node;
    }

    protected override Node? VisitVariableDeclaration(VariableDeclaration node)
    {
        base.VisitVariableDeclaration(node);
        if (node.DeclarationKind == VariableKind.Let) DropUseless.UndefinedValues(node);
        return node;
    }
}
