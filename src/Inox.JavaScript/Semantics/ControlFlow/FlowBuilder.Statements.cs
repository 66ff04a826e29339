using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

internal sealed partial class FlowBuilder   // statements
{
    private void Dispatch(Node node)
    {
        if (IsType(node.Kind)) return;
        if (node is not Statement)
        {
            VisitExpression(node);
            return;
        }
        // the function is there before any statement runs
        _nodes.Add(node);
        switch (node)
        {
            case BlockStatement block: VisitStatements(block.Body); break;
            case ExpressionStatement statement: Visit(statement.Expression); break;
            case VariableDeclaration declaration: foreach (VariableDeclarator item in declaration.Declarations) VisitDeclarator(item); break;
            case ClassDeclaration definition: VisitClass(definition); break;
            case IfStatement statement: VisitIf(statement); break;
            case LabeledStatement statement: VisitLabeled(statement); break;
            case SwitchStatement statement: VisitSwitch(statement); break;
            case TryStatement statement: VisitTry(statement); break;
            case WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement: VisitLoop(node, []); break;
            case WithStatement statement:
                Visit(statement.Object);
                Visit(statement.Body);
                break;
            case ReturnStatement statement:
                VisitOptional(statement.Argument);
                Jump(FindReturn());
                break;
            case ThrowStatement statement:
                Visit(statement.Argument);
                JumpToHandler();
                break;
            case BreakStatement statement: Jump(FindBreak(statement.Label?.Name)); break;
            case ContinueStatement statement: Jump(FindContinue(statement.Label?.Name)); break;
            case ExportNamedDeclaration { Declaration: { } declaration }: Visit(declaration); break;
            case ExportDefaultDeclaration export: Visit(export.Declaration); break;
            case TSExportAssignment export: Visit(export.Expression); break;
            case TSEnumDeclaration declaration: foreach (TSEnumMember member in declaration.Members) VisitOptional(member.Initializer); break;
            case TSModuleDeclaration { Body: { } body }: VisitStatements(body.Body); break;
        }
    }

    private void VisitDeclarator(VariableDeclarator declarator)
    {
        VisitOptional(declarator.Init);
        Visit(declarator.Id);
        _nodes.Add(declarator);
    }

    private void VisitIf(IfStatement statement)
    {
        int consequent = NewBlock(), alternate = NewBlock(), after = NewBlock();
        VisitCondition(statement.Test, consequent, alternate);
        Begin(consequent);
        Visit(statement.Consequent);
        Connect(after);
        Begin(alternate);
        VisitOptional(statement.Alternate);
        GoTo(after);
    }

    // a: b: for (;;) continue a: every label of a loop names it
    private void VisitLabeled(LabeledStatement statement)
    {
        List<string> labels = [statement.Label.Name];
        Statement body = statement.Body;
        while (body is LabeledStatement inner)
        {
            labels.Add(inner.Label.Name);
            body = inner.Body;
        }
        if (body is WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement)
        {
            _nodes.Add(body);
            VisitLoop(body, labels);
            return;
        }
        int after = NewBlock();
        _targets.Add(new(JumpKind.Label, after, Labels: labels));
        Visit(body);
        _targets.RemoveAt(_targets.Count - 1);
        GoTo(after);
    }

    private void VisitLoop(Node loop, List<string> labels)
    {
        int test = NewBlock(), body = NewBlock(), next = NewBlock(), after = NewBlock();
        BeginLoop(loop, test, body, after);
        _targets.Add(new(JumpKind.Loop, after, next, labels));
        switch (loop)
        {
            case WhileStatement statement: Visit(statement.Body); break;
            case DoWhileStatement statement: Visit(statement.Body); break;
            case ForStatement statement: Visit(statement.Body); break;
            case ForInStatement statement: VisitEach(statement.Left, statement.Body); break;
            case ForOfStatement statement: VisitEach(statement.Left, statement.Body); break;
        }
        _targets.RemoveAt(_targets.Count - 1);
        GoTo(next);
        if (loop is ForStatement { Update: { } update }) Visit(update);
        if (loop is DoWhileStatement { Test: { } condition }) VisitCondition(condition, body, after);
        else Connect(test, FlowEdgeKind.Back);
        Begin(after);
    }

    /// <summary>Everything in front of the body; it ends where the body begins.</summary>
    private void BeginLoop(Node loop, int test, int body, int after)
    {
        switch (loop)
        {
            case DoWhileStatement:
                GoTo(body);
                return;
            case WhileStatement statement:
                GoTo(test);
                VisitCondition(statement.Test, body, after);
                break;
            case ForStatement statement:
                VisitOptional(statement.Init);
                GoTo(test);
                if (statement.Test is null) Connect(body);
                else VisitCondition(statement.Test, body, after);
                break;
            case ForInStatement statement:
                BeginEach(statement.Right, test, body, after);
                break;
            case ForOfStatement statement:
                BeginEach(statement.Right, test, body, after);
                break;
        }
        Begin(body);
    }

    private void BeginEach(Expression right, int test, int body, int after)
    {
        Visit(right);
        GoTo(test);
        Connect(body, FlowEdgeKind.True);
        Connect(after, FlowEdgeKind.False);
    }

    private void VisitEach(Node left, Statement body)
    {
        Visit(left);
        Visit(body);
    }

    private void VisitSwitch(SwitchStatement statement)
    {
        Visit(statement.Discriminant);
        int after = NewBlock();
        int[] bodies = new int[statement.Cases.Length];
        int otherwise = after;
        for (int i = 0; i < bodies.Length; i++)
        {
            bodies[i] = NewBlock();
            if (statement.Cases[i].Test is not { } test)
            {
                otherwise = bodies[i];
                continue;
            }
            Visit(test);
            Connect(bodies[i], FlowEdgeKind.True);
            GoTo(NewBlock(), FlowEdgeKind.False);
        }
        Connect(otherwise);
        _targets.Add(new(JumpKind.Switch, after));
        for (int i = 0; i < bodies.Length; i++)
        {
            Begin(bodies[i]);
            VisitStatements(statement.Cases[i].Consequent);
            Connect(i + 1 < bodies.Length ? bodies[i + 1] : after);
        }
        _targets.RemoveAt(_targets.Count - 1);
        Begin(after);
    }

    // The finalizer is there twice, so that what is known behind it does not mix with what jumps through it. One within another is there once
    // for each copy of the outer: else depth n would make 2^n.
    private void VisitTry(TryStatement statement)
    {
        int after = NewBlock();
        if (statement.Finalizer is not { } finalizer)
        {
            VisitGuarded(statement, after);
            Begin(after);
            return;
        }
        int normal = NewBlock();
        JumpTarget target = new(JumpKind.Finally, NewBlock(), Pending: []);
        _targets.Add(target);
        VisitGuarded(statement, normal);
        _targets.RemoveAt(_targets.Count - 1);
        Begin(normal);
        bool isCopied = _finalizerDepth++ == 0;
        if (isCopied)
        {
            Visit(finalizer);
            Connect(after);
            Begin(target.Block);
        }
        else GoTo(target.Block);
        Visit(finalizer);
        _finalizerDepth--;
        LeaveFinally(target);
        if (!isCopied) Connect(after);
        Begin(after);
    }

    /// <summary>The block and the catch clause; both go on at <paramref name="joined"/>.</summary>
    private void VisitGuarded(TryStatement statement, int joined)
    {
        int handler = statement.Handler is null ? -1 : NewBlock();
        if (handler >= 0) _targets.Add(new(JumpKind.Catch, handler));
        BranchToHandler();
        Visit(statement.Block);
        Connect(joined);
        if (handler < 0) return;
        _targets.RemoveAt(_targets.Count - 1);
        Begin(handler);
        _nodes.Add(statement.Handler!);
        VisitOptional(statement.Handler!.Param);
        // catch { f() } finally {}: what throws here goes to the finalizer
        BranchToHandler();
        Visit(statement.Handler.Body);
        Connect(joined);
    }
}
