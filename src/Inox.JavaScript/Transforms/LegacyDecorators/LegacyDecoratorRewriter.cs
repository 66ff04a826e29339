using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.LegacyDecorators;

/// <summary>The walk of <see cref="LowerLegacyDecorators"/>: finds decorated classes, inner ones first, and puts the statements they become in their place.</summary>
internal sealed class LegacyDecoratorRewriter(TransformContext context) : HoistingRewriter
{
    private int _loops;

    protected override void VisitListedStatement(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case ClassDeclaration node when IsDecorated(node): Lower(node, statement, output); break;
            case ExportNamedDeclaration { Declaration: ClassDeclaration node } when IsDecorated(node): Lower(node, statement, output); break;
            case ExportDefaultDeclaration { Declaration: ClassDeclaration node } when IsDecorated(node): Lower(node, statement, output); break;
            default: base.VisitListedStatement(statement, output); break;
        }
    }

    private static bool IsDecorated(ClassDeclaration node) => !node.IsDeclare && LegacyMembers.AnyDecorated(node);

    private void Lower(ClassDeclaration node, Statement holder, List<Statement> output)
    {
        base.VisitClassDeclaration(node);
        // decorators are called by name, and TypeScript calls a default class so
        node.Id ??= Make.Binding(TextSpan.At(node.Start), context.NewName("default_1"));
        LegacyDecoratedClass lowered = new(context, node, HoistKey);
        if (!lowered.IsReplaced)
        {
            output.Add(holder);
            lowered.AddApplications(output);
            return;
        }
        if (lowered.Alias is { } alias) DeclareAlias(alias, node, output);
        lowered.AddReplaced(output);
        if (holder is ExportDefaultDeclaration) output.Add(new ExportDefaultDeclaration(holder.Span, Make.Reference(node.Id)));
        else if (holder is ExportNamedDeclaration) output.Add(new ExportNamedDeclaration(holder.Span, null, [new ExportSpecifier(node.Id.Span, Make.Reference(node.Id), new IdentifierName(node.Id.Span, node.Id.Name))], null, []));
    }

    private string HoistKey()
    {
        string name = context.NewTemporary();
        Hoist(name);
        return name;
    }

    // for (...) { @d class A { static make() { return new A() } } }: each round has its own
    private void DeclareAlias(string alias, ClassDeclaration node, List<Statement> output)
    {
        if (_loops == 0) Hoist(alias);
        else output.Add(Make.Variable(TextSpan.At(node.Start), VariableKind.Let, Make.Binding(TextSpan.At(node.Start), alias), null));
    }

    private Node? InLoop(Func<Node?> visit)
    {
        _loops++;
        Node? result = visit();
        _loops--;
        return result;
    }

    private Node? InFunction(Func<Node?> visit)
    {
        (int outer, _loops) = (_loops, 0);
        Node? result = visit();
        _loops = outer;
        return result;
    }

    protected override Node? VisitForStatement(ForStatement node) => InLoop(() => base.VisitForStatement(node));

    protected override Node? VisitForInStatement(ForInStatement node) => InLoop(() => base.VisitForInStatement(node));

    protected override Node? VisitForOfStatement(ForOfStatement node) => InLoop(() => base.VisitForOfStatement(node));

    protected override Node? VisitWhileStatement(WhileStatement node) => InLoop(() => base.VisitWhileStatement(node));

    protected override Node? VisitDoWhileStatement(DoWhileStatement node) => InLoop(() => base.VisitDoWhileStatement(node));

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node) => InFunction(() => base.VisitFunctionDeclaration(node));

    protected override Node? VisitFunctionExpression(FunctionExpression node) => InFunction(() => base.VisitFunctionExpression(node));

    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node) => InFunction(() => base.VisitArrowFunctionExpression(node));
}
