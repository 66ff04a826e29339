using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Folds comparisons, logical operators and conditionals over constants and drops the statements that never run, which is what makes
/// <c>if (process.env.NODE_ENV !== "production")</c> disappear. What a dropped branch hoists, its <c>var</c> names, stays declared.
/// </summary>
internal sealed class FoldConstants : TransformPass
{
    public override bool NeedsModel => false;

    // what minifies folds while it does (Compressor)
    public override bool Applies(TransformContext context) => context.HasReplacedDefines || context.Options.RemoveDeadBranches;

    public override void Run(TransformContext context)
    {
        Folder folder = new(context);
        folder.Visit(context.Program);
        if (folder.Changes > 0) context.IsModelStale = true;
    }
}

/// <summary>The walk of <see cref="FoldConstants"/>; minifying goes on from it.</summary>
internal class Folder(TransformContext context, bool folds = true) : SyntaxRewriter
{
    private readonly bool _isSloppy = context.Program.SourceType != SourceType.Module;

    /// <summary>How often the tree was changed in a way that another rule or walk may go on from.</summary>
    public int Changes { get; protected set; }

    private bool? Truth(Expression test) => folds ? ConstantExpression.Truth(test) : null;

    protected override Node? VisitUnaryExpression(UnaryExpression node)
    {
        bool wasValue = node.Argument is LogicalExpression or ConditionalExpression;
        base.VisitUnaryExpression(node);
        // delete (true && a.b) is true and deletes nothing
        if (wasValue && node is { Operator: UnaryOperator.Delete, Argument: MemberExpression or ChainExpression or IdentifierReference })
            node.Argument = AsValue(node.Argument);
        if (node.Operator == UnaryOperator.Not && Truth(node.Argument) is { } truth) return Boolean(node, !truth);
        if (folds && node.Operator == UnaryOperator.Typeof && ConstantExpression.TypeOf(node.Argument) is { } type) return Changed(Make.String(node.Span, type));
        // typeof (true && a) throws where nothing declares a, typeof a does not
        if (wasValue && node is { Operator: UnaryOperator.Typeof, Argument: IdentifierReference { SymbolId: < 0 } unknown }) node.Argument = AsValue(unknown);
        return node;
    }

    protected override Node? VisitBinaryExpression(BinaryExpression node)
    {
        base.VisitBinaryExpression(node);
        if (!folds || node.Left is not Expression left) return node;
        bool? value = node.Operator switch
        {
            BinaryOperator.StrictEqual => ConstantExpression.StrictlyEqual(left, node.Right),
            BinaryOperator.StrictNotEqual => !ConstantExpression.StrictlyEqual(left, node.Right),
            BinaryOperator.Equal => ConstantExpression.LooselyEqual(left, node.Right),
            BinaryOperator.NotEqual => !ConstantExpression.LooselyEqual(left, node.Right),
            _ => null,
        };
        if (value is { } known) return Boolean(node, known);
        if (node is not { Operator: BinaryOperator.Add, Right: StringLiteral b }) return node;
        if (left is StringLiteral a) return Changed(Make.String(node.Span, a.Value + b.Value));
        // (x + "a") + "b"
        if (left is not BinaryExpression { Operator: BinaryOperator.Add, Right: StringLiteral before } start) return node;
        start.Right = Make.String(before.Span, before.Value + b.Value);
        return Changed(start);
    }

    // The left side first: what it rules out is not looked at.
    protected override Node? VisitLogicalExpression(LogicalExpression node)
    {
        node.Left = VisitRequired(node.Left);
        bool? takesRight = node.Operator switch
        {
            LogicalOperator.And => Truth(node.Left),
            LogicalOperator.Or => !Truth(node.Left),
            _ => folds ? ConstantExpression.IsNullish(node.Left) : null,
        };
        if (takesRight == false) return Changed(node.Left);
        Expression right = VisitRequired(node.Right);
        if (takesRight == true) return Changed(right);
        node.Right = right;
        return node;
    }

    protected override Node? VisitConditionalExpression(ConditionalExpression node)
    {
        node.Test = VisitRequired(node.Test);
        if (Truth(node.Test) is { } truth) return Changed(VisitRequired(truth ? node.Consequent : node.Alternate));
        node.Consequent = VisitRequired(node.Consequent);
        node.Alternate = VisitRequired(node.Alternate);
        return node;
    }

    // (true && a.b)() calls without a `this`, and (0, eval)() is no direct eval
    protected override Node? VisitCallExpression(CallExpression node)
    {
        bool wasValue = node.Callee is LogicalExpression or ConditionalExpression;
        base.VisitCallExpression(node);
        if (wasValue && node.Callee is MemberExpression or ChainExpression or IdentifierReference { Name: "eval" })
            node.Callee = AsValue(node.Callee);
        return node;
    }

    protected override Node? VisitTaggedTemplateExpression(TaggedTemplateExpression node)
    {
        bool wasValue = node.Tag is LogicalExpression or ConditionalExpression;
        base.VisitTaggedTemplateExpression(node);
        if (wasValue && node.Tag is MemberExpression)
            node.Tag = AsValue(node.Tag);
        return node;
    }

    protected override Node? VisitIfStatement(IfStatement node)
    {
        node.Test = VisitRequired(node.Test);
        if (Truth(node.Test) is not { } truth)
        {
            node.Consequent = VisitStatement(node.Consequent);
            node.Alternate = VisitOptional(node.Alternate);
            return node;
        }
        Changes++;
        Statement? taken = truth ? node.Consequent : node.Alternate;
        Statement? dropped = truth ? node.Alternate : node.Consequent;
        Statement? kept = taken is null ? null : (Statement?)Visit(taken);
        if (dropped is null || HoistedNames.Declare(dropped, _isSloppy) is not { } names) return kept;
        if (kept is null) return names;
        return new BlockStatement(node.Span, kept is BlockStatement block && !DeclaresLexically(block.Body) ? [names, .. block.Body] : [names, kept]);
    }

    // __DEV__ && f(): nothing is left to do
    protected override Node? VisitExpressionStatement(ExpressionStatement node)
    {
        Expression before = node.Expression;
        node.Expression = VisitRequired(before);
        bool isNothing = node.Expression is BooleanLiteral or NullLiteral or NumericLiteral || ConstantExpression.IsUndefined(node.Expression);
        return isNothing && !ReferenceEquals(before, node.Expression) ? null : node;
    }

    protected override Node? VisitWhileStatement(WhileStatement node)
    {
        node.Test = VisitRequired(node.Test);
        if (Truth(node.Test) == false) return NamesOf(node.Body);
        node.Body = VisitStatement(node.Body);
        return node;
    }

    protected override void VisitListedStatement(Statement statement, List<Statement> output)
    {
        if (Visit(statement) is not Statement rewritten) return;
        // if (true) { f() }: the block goes with the condition
        if (!ReferenceEquals(rewritten, statement) && rewritten is BlockStatement block && !DeclaresLexically(block.Body)) output.AddRange(block.Body);
        else output.Add(rewritten);
    }

    protected override Statement[] VisitStatements(Statement[] statements) => WithoutDead(base.VisitStatements(statements));

    /// <summary>A list of statements without those that nothing gets to.</summary>
    protected Statement[] WithoutDead(Statement[] statements)
    {
        int end = 0;
        while (end < statements.Length && !EndsFlow(statements[end])) end++;
        if (!folds || end >= statements.Length - 1) return statements;
        List<Statement> output = [.. statements[..(end + 1)]];
        foreach (Statement dead in statements.AsSpan(end + 1)) KeepOfDead(dead, output);
        if (output.Count == statements.Length) return statements;
        Changes++;
        return [.. output];
    }

    /// <summary>What is left of a statement that never runs.</summary>
    protected VariableDeclaration? NamesOf(Statement dropped)
    {
        Changes++;
        return HoistedNames.Declare(dropped, _isSloppy);
    }

    // return f(); function f() {}
    private void KeepOfDead(Statement dead, List<Statement> output)
    {
        if (dead is FunctionDeclaration or ClassDeclaration or ImportDeclaration or ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration
            || dead is VariableDeclaration { DeclarationKind: not VariableKind.Var } || dead.Kind >= NodeKind.TSAsExpression)
            output.Add(dead);
        else if (HoistedNames.Declare(dead, _isSloppy) is { } names) output.Add(names);
    }

    private static bool EndsFlow(Statement statement) => statement is ReturnStatement or ThrowStatement or BreakStatement or ContinueStatement;

    private static bool DeclaresLexically(Statement[] body)
    {
        foreach (Statement statement in body)
            if (statement is FunctionDeclaration or ClassDeclaration or VariableDeclaration { DeclarationKind: not VariableKind.Var } || statement.Kind >= NodeKind.TSAsExpression) return true;
        return false;
    }

    /// <summary>`(0, a.b)`: the property's value and not its place.</summary>
    protected static SequenceExpression AsValue(Expression place) => new(place.Span, [new NumericLiteral(place.Span, 0), place]);

    private BooleanLiteral Boolean(Expression from, bool value)
    {
        Changes++;
        return new(from.Span, value);
    }

    private Expression Changed(Expression expression)
    {
        Changes++;
        return expression;
    }
}
