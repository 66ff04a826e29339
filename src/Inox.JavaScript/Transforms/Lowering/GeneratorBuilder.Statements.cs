using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

internal sealed partial class GeneratorBuilder   // statements
{
    private void Explode(Statement statement)
    {
        switch (statement)
        {
            case FunctionDeclaration function:
                _functions.Add(function);
                return;
            case Directive or EmptyStatement:
                return;
            case VariableDeclaration declaration:
                ExplodeVariables(declaration);
                return;
        }
        if (!Suspending.IsIn(statement))
        {
            Emit(Flat(statement));
            return;
        }
        switch (statement)
        {
            case ExpressionStatement node: ExplodeUnused(node.Expression); break;
            case BlockStatement node: foreach (Statement inner in node.Body) Explode(inner); break;
            case ReturnStatement node: Emit(Instruction(node.Span, ReturnCode, node.Argument is null ? null : Explode(node.Argument))); break;
            case ThrowStatement node: Emit(new ThrowStatement(node.Span, Explode(node.Argument))); break;
            case IfStatement node: ExplodeIf(node); break;
            case LabeledStatement node: ExplodeLabeled(node, []); break;
            case SwitchStatement node: ExplodeSwitch(node, []); break;
            case TryStatement node: ExplodeTry(node); break;
            case WithStatement node: Refuse(node); break;
            default: ExplodeLoop(statement, []); break;
        }
    }

    // The variables belong to the function around the machine.
    private void ExplodeVariables(VariableDeclaration declaration)
    {
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            string name = ((BindingIdentifier)declarator.Id).Name;
            _variables.Add(name);
            if (declarator.Init is not { } init) continue;
            Expression value = Explode(init);
            Emit(Make.AssignStatement(declarator.Span, Make.Reference(declarator.Id.Span, name), value));
        }
    }

    private Statement Flat(Statement statement) => new FlatJumps(this).Rewrite(statement);

    private void ExplodeIf(IfStatement node)
    {
        Label after = NewLabel();
        Label otherwise = node.Alternate is null ? after : NewLabel();
        GoToUnless(Explode(node.Test), otherwise);
        Explode(node.Consequent);
        if (node.Alternate is { } alternate)
        {
            Emit(GoTo(after, node.Span));
            Open(otherwise);
            Explode(alternate);
        }
        Open(after);
    }

    private void ExplodeLabeled(LabeledStatement node, List<string> names)
    {
        names.Add(node.Label.Name);
        switch (node.Body)
        {
            case LabeledStatement inner:
                ExplodeLabeled(inner, names);
                break;
            case ForStatement or ForInStatement or WhileStatement or DoWhileStatement:
                ExplodeLoop(node.Body, names);
                break;
            case SwitchStatement inner:
                ExplodeSwitch(inner, names);
                break;
            default:
                Label after = NewLabel();
                _jumps.Add(new(names, after, null, IsPlain: false));
                Explode(node.Body);
                _jumps.RemoveAt(_jumps.Count - 1);
                Open(after);
                break;
        }
    }

    private void ExplodeLoop(Statement statement, List<string> names)
    {
        Label after = NewLabel(), next = NewLabel();
        _jumps.Add(new(names, after, next, IsPlain: true));
        switch (statement)
        {
            case WhileStatement node: ExplodeFor(null, node.Test, null, node.Body, after, next); break;
            case DoWhileStatement node: ExplodeDoWhile(node, after, next); break;
            case ForStatement node: ExplodeFor(node.Init, node.Test, node.Update, node.Body, after, next); break;
            case ForInStatement node: ExplodeForIn(node, after, next); break;
            default: Refuse(statement); break;
        }
        _jumps.RemoveAt(_jumps.Count - 1);
        Open(after);
    }

    private void ExplodeFor(Node? init, Expression? test, Expression? update, Statement body, Label after, Label next)
    {
        if (init is VariableDeclaration declaration) ExplodeVariables(declaration);
        else if (init is Expression expression) ExplodeUnused(expression);
        Label head = update is null ? next : NewLabel();
        Open(head);
        if (test is not null) GoToUnless(Explode(test), after);
        Explode(body);
        if (update is not null)
        {
            Open(next);
            ExplodeUnused(update);
        }
        Emit(GoTo(head, body.Span));
    }

    private void ExplodeDoWhile(DoWhileStatement node, Label after, Label next)
    {
        Label head = NewLabel();
        Open(head);
        Explode(node.Body);
        Open(next);
        GoToIf(Explode(node.Test), head);
        _ = after;
    }

    // for (x in o) body -> the keys are collected first, and those that are gone when their turn comes are passed over
    private void ExplodeForIn(ForInStatement node, Label after, Label next)
    {
        TextSpan span = node.Right.Span;
        string obj = NewVariable(), keys = NewVariable(), index = NewVariable();
        Expression source = Explode(node.Right);
        Emit(Make.AssignStatement(span, Make.Reference(span, obj), source));
        Emit(Make.AssignStatement(span, Make.Reference(span, keys), _context.Runtime.Call(span, "__keysIn", Make.Reference(span, obj))));
        Emit(Make.AssignStatement(span, Make.Reference(span, index), Make.Number(span, 0)));
        Label head = NewLabel();
        Open(head);
        GoToUnless(Make.Binary(span, Make.Reference(span, index), BinaryOperator.Less, Make.Member(span, Make.Reference(span, keys), "length")), after);
        Expression Key() => Make.Index(span, Make.Reference(span, keys), Make.Reference(span, index));
        GoToUnless(Make.Binary(span, Key(), BinaryOperator.In, Make.Call(span, Make.Reference(span, "Object"), Make.Reference(span, obj))), next);
        Node left = node.Left;
        if (left is VariableDeclaration declaration)
        {
            BindingIdentifier id = (BindingIdentifier)declaration.Declarations[0].Id;
            _variables.Add(id.Name);
            left = Make.Reference(id.Span, id.Name);
        }
        ExplodeUnused(Make.Assign(span, left, Key()));
        Explode(node.Body);
        Open(next);
        Emit(Make.Statement(new UpdateExpression(span, UpdateOperator.Increment, Make.Reference(span, index), false)));
        Emit(GoTo(head, span));
    }

    private void ExplodeSwitch(SwitchStatement node, List<string> names)
    {
        Label after = NewLabel();
        Expression value = Save(Explode(node.Discriminant));
        Label[] labels = Array.ConvertAll(node.Cases, _ => NewLabel());
        int byDefault = -1;
        for (int i = 0; i < node.Cases.Length; i++)
        {
            if (node.Cases[i].Test is { } test) GoToIf(Make.Binary(test.Span, Copy(value), BinaryOperator.StrictEqual, Explode(test)), labels[i]);
            else byDefault = i;
        }
        Emit(GoTo(byDefault < 0 ? after : labels[byDefault], node.Span));
        _jumps.Add(new(names, after, null, IsPlain: true));
        for (int i = 0; i < node.Cases.Length; i++)
        {
            Open(labels[i]);
            foreach (Statement statement in node.Cases[i].Consequent) Explode(statement);
        }
        _jumps.RemoveAt(_jumps.Count - 1);
        Open(after);
    }

    private void ExplodeTry(TryStatement node)
    {
        TextSpan span = node.Span;
        Label after = NewLabel();
        bool hasFinally = node.Finalizer is not null;
        _depth++;
        Label? handler = node.Handler is null ? null : new Label(hasFinally ? _depth : _depth - 1);
        Label? last = hasFinally ? NewLabel() : null;
        Expression Entry(Label? label) => label is null ? Make.Number(span, 0) : Use(label, span);
        ObjectExpression entry = new(span, [Make.Property(span, new IdentifierName(span, "c"), Entry(handler)), Make.Property(span, new IdentifierName(span, "f"), Entry(last))]);
        Emit(Make.Statement(Make.Call(span, Make.Member(span, Member("t", span), "push"), entry)));
        Explode(node.Block);
        Emit(GoTo(after, span));
        if (node.Handler is { } clause)
        {
            _depth = handler!.Depth;
            Open(handler);
            ExplodeCatch(clause);
            Emit(GoTo(after, span));
        }
        _depth = after.Depth + 1;
        if (node.Finalizer is { } finalizer)
        {
            Open(last!);
            Explode(finalizer);
            Emit(Instruction(span, EndFinallyCode, null));
        }
        _depth = after.Depth;
        Open(after);
    }

    private void ExplodeCatch(CatchClause clause)
    {
        TextSpan span = clause.Span;
        if (clause.Param is BindingIdentifier parameter)
        {
            // its scope is gone: the function around has it, under a name of its own
            string name = _context.NewName("_" + parameter.Name);
            _variables.Add(name);
            Emit(Make.AssignStatement(parameter.Span, Make.Reference(parameter.Span, name), Member("v", span)));
            RenameIn(clause.Body, parameter.Name, name);
        }
        Explode(clause.Body);
    }

    private static void RenameIn(Node node, string from, string to)
    {
        if (node is IdentifierReference reference && reference.Name == from) reference.Name = to;
        if (node is IFunction function && Shadows(function, from)) return;
        if (node is CatchClause { Param: BindingIdentifier inner } && inner.Name == from) return;
        if (node is Property { IsShorthand: true } property && property.Value is IdentifierReference value && value.Name == from) property.IsShorthand = false;
        foreach (Node child in node.GetChildren()) RenameIn(child, from, to);
    }

    private static bool Shadows(IFunction function, string name) =>
        Parsing.BoundNames.Of(function.Parameters).Items.Exists(parameter => parameter.Name == name)
        || function is FunctionExpression { Id: { } id } && id.Name == name || function.FunctionBody is { } body && DeclaresVar(body, name);

    private static bool DeclaresVar(Node node, string name)
    {
        foreach (Node child in node.GetChildren())
        {
            if (child is VariableDeclarator { Id: BindingIdentifier id } && id.Name == name) return true;
            if (child is FunctionDeclaration { Id: { } function })
            {
                if (function.Name == name) return true;
                continue;
            }
            if (child is not (FunctionExpression or ArrowFunctionExpression) && DeclaresVar(child, name)) return true;
        }
        return false;
    }

    private Jump? Find(string? label, bool isContinue)
    {
        for (int i = _jumps.Count - 1; i >= 0; i--)
        {
            Jump jump = _jumps[i];
            if (isContinue && jump.Continue is null) continue;
            if (label is null ? jump.IsPlain : jump.Names.Contains(label)) return jump;
        }
        return null;
    }

    /// <summary>Statements without a `yield`: what leaves them for another part of the machine becomes an instruction, variables move out.</summary>
    private sealed class FlatJumps(GeneratorBuilder builder) : SyntaxRewriter
    {
        private readonly List<string> _labels = [];
        private int _breakable;
        private int _loops;

        public Statement Rewrite(Statement statement) => VisitStatement(statement);

        protected override Node? VisitReturnStatement(ReturnStatement node) => builder.Instruction(node.Span, ReturnCode, node.Argument);

        protected override Node? VisitBreakStatement(BreakStatement node)
        {
            if (node.Label is null ? _breakable > 0 : _labels.Contains(node.Label.Name)) return node;
            return builder.Find(node.Label?.Name, isContinue: false) is { } jump ? GoTo(jump.Break, node.Span) : node;
        }

        protected override Node? VisitContinueStatement(ContinueStatement node)
        {
            if (node.Label is null ? _loops > 0 : _labels.Contains(node.Label.Name)) return node;
            return builder.Find(node.Label?.Name, isContinue: true) is { Continue: { } next } ? GoTo(next, node.Span) : node;
        }

        protected override Node? VisitLabeledStatement(LabeledStatement node)
        {
            _labels.Add(node.Label.Name);
            base.VisitLabeledStatement(node);
            _labels.RemoveAt(_labels.Count - 1);
            return node;
        }

        protected override Node? VisitSwitchStatement(SwitchStatement node)
        {
            _breakable++;
            base.VisitSwitchStatement(node);
            _breakable--;
            return node;
        }

        private Node? Loop(Func<Node?> visit)
        {
            _breakable++;
            _loops++;
            Node? result = visit();
            _breakable--;
            _loops--;
            return result;
        }

        protected override Node? VisitWhileStatement(WhileStatement node) => Loop(() => base.VisitWhileStatement(node));

        protected override Node? VisitDoWhileStatement(DoWhileStatement node) => Loop(() => base.VisitDoWhileStatement(node));

        protected override Node? VisitForStatement(ForStatement node)
        {
            if (node.Init is VariableDeclaration declaration) node.Init = MoveOut(declaration);
            return Loop(() => base.VisitForStatement(node));
        }

        protected override Node? VisitForInStatement(ForInStatement node)
        {
            if (node.Left is VariableDeclaration { Declarations: [{ Id: BindingIdentifier id }] })
            {
                builder._variables.Add(id.Name);
                node.Left = Make.Reference(id.Span, id.Name);
            }
            return Loop(() => base.VisitForInStatement(node));
        }

        protected override Node? VisitVariableDeclaration(VariableDeclaration node) => MoveOut(node) is { } value ? new ExpressionStatement(node.Span, value) : new EmptyStatement(node.Span);

        private Expression? MoveOut(VariableDeclaration declaration)
        {
            List<Expression> assignments = [];
            foreach (VariableDeclarator declarator in declaration.Declarations)
            {
                BindingIdentifier id = (BindingIdentifier)declarator.Id;
                builder._variables.Add(id.Name);
                if (declarator.Init is { } init) assignments.Add(Make.Assign(declarator.Span, Make.Reference(id.Span, id.Name), init));
            }
            return assignments.Count == 0 ? null : assignments.Count == 1 ? assignments[0] : new SequenceExpression(declaration.Span, [.. assignments]);
        }

        protected override Node? VisitFunctionDeclaration(FunctionDeclaration node) => node;

        protected override Node? VisitFunctionExpression(FunctionExpression node) => node;

        protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node) => node;
    }
}
