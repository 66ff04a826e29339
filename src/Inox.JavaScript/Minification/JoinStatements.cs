using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Makes a list of statements shorter as it is filled: expressions become one with commas and move into the `return`, `throw`, `if`, `switch`
/// or `for` behind them, declarations of one kind become one, and `if (a) return b; return c` one `return`.
/// </summary>
internal sealed class JoinStatements(InlineOnce? inline)
{
    // if (a) return 1; if (b) return 2; ...: engines parse nested conditionals by recursion
    private const int MaxDepth = 100;

    private readonly List<Statement> _output = [];
    private bool _joins;

    /// <summary>Makes the list empty; without joining, statements are only dropped or taken out of their block.</summary>
    public void Begin(bool joins)
    {
        _joins = joins;
        _output.Clear();
        HasChanged = false;
    }

    /// <summary>The statements, in the array they came in when they are the same.</summary>
    public Statement[] Take(Statement[] original) => _output.Count == original.Length && _output.SequenceEqual(original) ? original : [.. _output];

    private Statement? Last => _output.Count == 0 ? null : _output[^1];

    public void Add(Statement statement)
    {
        if (DropUseless.IsNothing(statement)) return;
        if (statement is BlockStatement block && DropUseless.DeclaresNothing(block.Body))
        {
            foreach (Statement inner in block.Body) Add(inner);
            return;
        }
        if (!_joins)
        {
            _output.Add(statement);
            return;
        }
        InlineInto(statement);
        switch (statement)
        {
            case ExpressionStatement expression: AddExpression(expression); break;
            case VariableDeclaration declaration: AddVariables(declaration); break;
            case ReturnStatement { Argument: { } value } result:
                result.Argument = TakeExpression(value);
                AddReturn(result);
                break;
            case ThrowStatement thrown:
                thrown.Argument = TakeExpression(thrown.Argument);
                _output.Add(thrown);
                break;
            case SwitchStatement choice:
                choice.Discriminant = TakeExpression(choice.Discriminant);
                _output.Add(choice);
                break;
            case IfStatement condition: AddIf(condition); break;
            case ForStatement loop: AddFor(loop); break;
            default: _output.Add(statement); break;
        }
    }

    private void AddExpression(ExpressionStatement statement)
    {
        if (Last is ExpressionStatement previous)
        {
            HasChanged = true;
            previous.Expression = Sequence(previous.Expression, statement.Expression);
            previous.End = statement.End;
        }
        else
        {
            SetVariables(statement);
            if (!DropUseless.IsNothing(statement)) _output.Add(statement);
        }
    }

    // var a, b; a = 1, b = 2, c()
    private void SetVariables(ExpressionStatement statement)
    {
        if (Last is not VariableDeclaration { DeclarationKind: VariableKind.Var, IsDeclare: false } variables) return;
        Expression[] parts = statement.Expression is SequenceExpression sequence ? sequence.Expressions : [statement.Expression];
        int taken = 0;
        while (taken < parts.Length && SetVariable(variables, parts[taken])) taken++;
        if (taken == 0) return;
        HasChanged = true;
        statement.Expression = taken == parts.Length ? Make.Undefined(statement.Span) : Sequence(parts[taken..^1], parts[^1]);
    }

    // The variable goes behind the others: until it is set it has no value in any order.
    private static bool SetVariable(VariableDeclaration variables, Expression part)
    {
        if (part is not AssignmentExpression { Operator: AssignmentOperator.Assign, Left: IdentifierReference target } assignment) return false;
        int index = Array.FindIndex(variables.Declarations, declarator => declarator is { Init: null, Id: BindingIdentifier id } && id.Name == target.Name);
        if (index < 0) return false;
        VariableDeclarator variable = variables.Declarations[index];
        variable.Init = assignment.Right;
        variable.End = assignment.End;
        variables.Declarations = [.. variables.Declarations[..index], .. variables.Declarations[(index + 1)..], variable];
        return true;
    }

    // var a = b(); return a
    private void InlineInto(Statement statement)
    {
        while (inline is not null && Last is VariableDeclaration { IsDeclare: false, DeclarationKind: not (VariableKind.Using or VariableKind.AwaitUsing), Declarations: [.. var before, var last] } previous
            && inline.Into(last, statement))
        {
            if (before.Length == 0) _output.RemoveAt(_output.Count - 1);
            else previous.Declarations = before;
            HasChanged = true;
        }
    }

    /// <summary>Whether a variable went where it is used, or expressions met that may have something to do with each other.</summary>
    public bool HasChanged { get; private set; }

    private void AddVariables(VariableDeclaration declaration)
    {
        if (declaration.Declarations.Length > 1) InlineWithin(declaration);
        if (Last is VariableDeclaration previous && IsMergeable(previous, declaration)) Merge(previous, declaration);
        else _output.Add(declaration);
    }

    // var a = b(), c = a + 1
    private void InlineWithin(VariableDeclaration declaration)
    {
        if (inline is null || declaration.IsDeclare || declaration.DeclarationKind is VariableKind.Using or VariableKind.AwaitUsing) return;
        List<VariableDeclarator>? kept = null;
        for (int i = 0; i < declaration.Declarations.Length; i++)
        {
            VariableDeclarator next = declaration.Declarations[i];
            kept ??= [];
            while (kept.Count > 0 && inline.Into(kept[^1], next)) kept.RemoveAt(kept.Count - 1);
            kept.Add(next);
        }
        if (kept is null || kept.Count == declaration.Declarations.Length) return;
        declaration.Declarations = [.. kept];
        HasChanged = true;
    }

    private static bool IsMergeable(VariableDeclaration a, VariableDeclaration b) =>
        a.DeclarationKind == b.DeclarationKind && a is { IsDeclare: false, DeclarationKind: VariableKind.Var or VariableKind.Let or VariableKind.Const } && !b.IsDeclare;

    private static void Merge(VariableDeclaration into, VariableDeclaration from)
    {
        into.Declarations = [.. into.Declarations, .. from.Declarations];
        into.End = from.End;
    }

    private void AddReturn(ReturnStatement result)
    {
        for (int i = 0; i < MaxDepth && Last is IfStatement { Alternate: null, Consequent: ReturnStatement { Argument: { } value } } condition; i++)
        {
            _output.RemoveAt(_output.Count - 1);
            Expression both = ShortenConditions.Conditional(condition.Span, condition.Test, value, result.Argument!);
            result = new ReturnStatement(condition.Span, TakeExpression(both));
        }
        _output.Add(result);
    }

    private void AddIf(IfStatement condition)
    {
        condition.Test = TakeExpression(condition.Test);
        // if (a) return b; else c
        if (condition.Alternate is { } rest && condition.Consequent is ReturnStatement or ThrowStatement or BreakStatement or ContinueStatement
            && DropUseless.DeclaresNothing([rest]))
        {
            condition.Alternate = null;
            _output.Add(condition);
            Add(rest);
            return;
        }
        _output.Add(condition);
    }

    private void AddFor(ForStatement loop)
    {
        if (loop.Init is null && Last is ExpressionStatement) loop.Init = TakeExpression(null);
        else if (loop.Init is Expression init) loop.Init = TakeExpression(init);
        else if (Last is VariableDeclaration { DeclarationKind: VariableKind.Var, IsDeclare: false } variables)
        {
            VariableDeclaration? own = loop.Init as VariableDeclaration;
            if (own is null || IsMergeable(variables, own))
            {
                if (own is not null) Merge(variables, own);
                loop.Init = variables;
                _output.RemoveAt(_output.Count - 1);
            }
        }
        _output.Add(loop);
    }

    /// <summary>An expression behind those of the last statement, which goes.</summary>
    private Expression TakeExpression(Expression? expression)
    {
        if (Last is not ExpressionStatement previous) return expression!;
        _output.RemoveAt(_output.Count - 1);
        HasChanged = true;
        return expression is null ? previous.Expression : Sequence(previous.Expression, expression);
    }

    /// <summary>`a, b` in one list.</summary>
    public static Expression Sequence(Expression a, Expression b) => Sequence(a is SequenceExpression first ? first.Expressions : [a], b);

    public static Expression Sequence(Expression[] a, Expression b) =>
        a.Length == 0 ? b : new SequenceExpression(a[0].Span, b is SequenceExpression second ? [.. a, .. second.Expressions] : [.. a, b]);
}
