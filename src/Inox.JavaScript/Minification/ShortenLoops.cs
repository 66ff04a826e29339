using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>Moves what ends a loop into its head and drops jumps to where the flow goes anyway.</summary>
internal static class ShortenLoops
{
    /// <summary>`for (;;) { if (a) break; b() }` is `for (; !a;) b()`.</summary>
    public static void For(ForStatement loop)
    {
        if (Condition(loop.Body) is not { } condition) return;
        if (condition.Consequent is BreakStatement { Label: null })
        {
            AddTest(loop, ShortenConditions.Negate(condition.Test));
            Replace(loop, condition, condition.Alternate);
        }
        else if (condition.Alternate is BreakStatement { Label: null })
        {
            AddTest(loop, condition.Test);
            Replace(loop, condition, condition.Consequent);
        }
    }

    private static IfStatement? Condition(Statement body) => body switch
    {
        IfStatement condition => condition,
        BlockStatement { Body: [IfStatement condition, ..] block } when DropUseless.DeclaresNothing(block) => condition,
        _ => null,
    };

    private static void AddTest(ForStatement loop, Expression test) =>
        loop.Test = loop.Test is null ? test : new LogicalExpression(loop.Test.Span, loop.Test, LogicalOperator.And, test);

    private static void Replace(ForStatement loop, IfStatement condition, Statement? by)
    {
        if (loop.Body is not BlockStatement block)
        {
            loop.Body = by ?? new EmptyStatement(condition.Span);
            return;
        }
        block.Body = by is null ? block.Body[1..] : [by, .. block.Body[1..]];
        loop.Body = DropUseless.Braces(block);
    }

    /// <summary>`continue` at the end of the body, and `if (a) continue; b(); c()`.</summary>
    public static Statement Body(Statement body)
    {
        if (body is ContinueStatement { Label: null }) return new EmptyStatement(body.Span);
        if (body is BlockStatement block) DropUseless.LastJump(block, statement => statement is ContinueStatement { Label: null });
        return DropUseless.Braces(body);
    }

    /// <summary>`break` at the end of the last case.</summary>
    public static void Switch(SwitchStatement node)
    {
        if (node.Cases is [.., { Consequent: [.., BreakStatement { Label: null }] } last]) last.Consequent = last.Consequent[..^1];
        // default: with nothing in it, at the end
        if (node.Cases is [.. var others, { Test: null, Consequent: [] }]) node.Cases = others;
    }
}
