using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>Takes away what has no effect: braces around one statement, empty statements, the last `return` of a function.</summary>
internal static class DropUseless
{
    /// <summary>Whether a statement does nothing: `;`, `{}`, `0;`. Names may throw and getters may run, so they stay.</summary>
    public static bool IsNothing(Statement statement) => statement switch
    {
        EmptyStatement => true,
        BlockStatement block => block.Body.Length == 0,
        ExpressionStatement { Expression: var value } => value is StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral || ConstantExpression.IsUndefined(value),
        _ => false,
    };

    /// <summary>The body of a loop or a branch without braces where it may stand without.</summary>
    public static Statement Braces(Statement body)
    {
        if (body is not BlockStatement block) return body;
        return block.Body switch
        {
            [] => new EmptyStatement(block.Span),
            [var single] when !IsDeclaration(single) => single,
            _ => body,
        };
    }

    public static bool DeclaresNothing(Statement[] body)
    {
        foreach (Statement statement in body) if (IsDeclaration(statement)) return false;
        return true;
    }

    // { l: function f() {} }: a label does not make it a statement that a branch may hold
    private static bool IsDeclaration(Statement statement)
    {
        while (statement is LabeledStatement labeled) statement = labeled.Body;
        return statement is FunctionDeclaration or ClassDeclaration or VariableDeclaration { DeclarationKind: not VariableKind.Var } || statement.Kind >= NodeKind.TSAsExpression;
    }

    /// <summary>`return` where the function ends anyway. An async generator waits for the value of `return void 0`.</summary>
    public static void LastReturn(BlockStatement block, bool isAsyncGenerator)
    {
        List<Statement>? body = null;
        while (true)
        {
            Statement[] before = block.Body;
            switch (before)
            {
                case [.., ReturnStatement { Argument: null }]:
                    block.Body = before[..^1];
                    continue;
                case [.., ReturnStatement { Argument: { } value }] when !isAsyncGenerator && ConstantExpression.IsUndefined(value):
                    block.Body = before[..^1];
                    continue;
                // a(); return void 0
                case [.., ReturnStatement { Argument: SequenceExpression { Expressions: [.. var effects, var value] } } result] when !isAsyncGenerator && ConstantExpression.IsUndefined(value):
                    Replace(block, 1, new ExpressionStatement(result.Span, JoinStatements.Sequence(effects[..^1], effects[^1])), ref body);
                    continue;
                // if (a) return; b()
                case [.., IfStatement { Consequent: ReturnStatement { Argument: null }, Alternate: null } condition, ExpressionStatement rest]:
                    Replace(block, 2, new ExpressionStatement(condition.Span, ShortenConditions.Unless(condition.Span, condition.Test, rest.Expression)), ref body);
                    continue;
                case [.., IfStatement { Consequent: ReturnStatement { Argument: null }, Alternate: null } condition]:
                    Replace(block, 1, new ExpressionStatement(condition.Span, condition.Test), ref body);
                    continue;
                default:
                    return;
            }
        }
    }

    /// <summary>Jumps to where the flow goes anyway: the last one, and those that pass over the rest of the block.</summary>
    public static void LastJump(BlockStatement block, Func<Statement, bool> isJump)
    {
        if (block.Body is [.., var last] && isJump(last)) block.Body = block.Body[..^1];
        for (int i = block.Body.Length - 2; i >= 0; i--)
        {
            if (block.Body[i] is not IfStatement { Alternate: null } condition || !isJump(condition.Consequent)) continue;
            Statement[] rest = block.Body[(i + 1)..];
            // the names of a block are not those of the function
            if (!DeclaresNothing(rest)) return;
            Statement branch = rest.Length == 1 ? rest[0] : new BlockStatement(rest[0].Span, rest);
            IfStatement turned = new(condition.Span, ShortenConditions.Negate(condition.Test), branch, null);
            block.Body = [.. block.Body[..i], ShortenConditions.If(turned, namesAreKnown: false)];
        }
    }

    private static void Replace(BlockStatement block, int count, ExpressionStatement by, ref List<Statement>? scratch)
    {
        scratch ??= [];
        scratch.Clear();
        scratch.AddRange(block.Body.AsSpan(0, block.Body.Length - count));
        if (scratch is [.., ExpressionStatement previous])
        {
            previous.Expression = JoinStatements.Sequence(previous.Expression, by.Expression);
            previous.End = by.End;
        }
        else if (!IsNothing(by))
        {
            scratch.Add(by);
        }
        block.Body = [.. scratch];
    }

    /// <summary>`let a = void 0`; a `var` may have had a value before.</summary>
    public static void UndefinedValues(VariableDeclaration declaration)
    {
        foreach (VariableDeclarator declarator in declaration.Declarations)
            if (declarator is { Id: BindingIdentifier, Init: { } value } && ConstantExpression.IsUndefined(value)) declarator.Init = null;
    }
}
