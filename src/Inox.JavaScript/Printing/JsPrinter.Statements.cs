using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    private void PrintStatementList(ReadOnlySpan<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            if (_minify && statement.Kind == NodeKind.EmptyStatement) continue;
            PrintLeadingComments(statement.Start);
            FlushSemicolon();
            Indent();
            PrintStatement(statement);
            if (_comments.Length > 0) PrintTrailingComments(statement.End);
            NewLine();
        }
    }

    // Writes from where the output is, without indentation before and line end behind.
    private void PrintStatement(Statement statement)
    {
        if (NeedsFreshStack()) PrintStatementOnFreshStack(statement);
        else DispatchStatement(statement);
        _depth--;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PrintStatementOnFreshStack(Statement statement) => DeepStack.Run(() => DispatchStatement(statement));

    private void DispatchStatement(Statement statement)
    {
        // `else return`
        if (_minify && statement.Kind is not (NodeKind.ExpressionStatement or NodeKind.BlockStatement)) SeparateWord();
        Map(statement.Start);
        switch (statement.Kind)
        {
            case NodeKind.ExpressionStatement: PrintExpressionStatement((ExpressionStatement)statement); break;
            case NodeKind.VariableDeclaration:
                PrintVariableDeclaration((VariableDeclaration)statement, Forbid.Nothing);
                Semicolon();
                break;
            case NodeKind.FunctionDeclaration: PrintFunctionDeclaration((FunctionDeclaration)statement); break;
            case NodeKind.ReturnStatement: PrintReturn((ReturnStatement)statement); break;
            case NodeKind.IfStatement: PrintIf((IfStatement)statement); break;
            case NodeKind.BlockStatement: PrintBlock((BlockStatement)statement); break;
            case NodeKind.ForStatement: PrintFor((ForStatement)statement); break;
            case NodeKind.ForInStatement: PrintForIn((ForInStatement)statement); break;
            case NodeKind.ForOfStatement: PrintForOf((ForOfStatement)statement); break;
            case NodeKind.WhileStatement: PrintWhile((WhileStatement)statement); break;
            case NodeKind.DoWhileStatement: PrintDoWhile((DoWhileStatement)statement); break;
            case NodeKind.SwitchStatement: PrintSwitch((SwitchStatement)statement); break;
            case NodeKind.BreakStatement: PrintJump("break", ((BreakStatement)statement).Label); break;
            case NodeKind.ContinueStatement: PrintJump("continue", ((ContinueStatement)statement).Label); break;
            case NodeKind.ThrowStatement: PrintThrow((ThrowStatement)statement); break;
            case NodeKind.TryStatement: PrintTry((TryStatement)statement); break;
            case NodeKind.LabeledStatement: PrintLabeled((LabeledStatement)statement); break;
            case NodeKind.ClassDeclaration: PrintClass((ClassDeclaration)statement); break;
            case NodeKind.EmptyStatement: Write(';'); break;
            case NodeKind.DebuggerStatement:
                Write("debugger");
                Semicolon();
                break;
            case NodeKind.WithStatement: PrintWith((WithStatement)statement); break;
            case NodeKind.Directive: PrintDirective((Directive)statement); break;
            default:
                if (!PrintModuleStatement(statement) && !PrintTypeScriptStatement(statement))
                    throw new InvalidOperationException($"{statement.Kind} is no statement");
                break;
        }
    }

    // A body of `if`, `for` and the like
    private void PrintBody(Statement body)
    {
        if (body.Kind == NodeKind.BlockStatement)
        {
            Space();
            PrintStatement(body);
            return;
        }
        if (body.Kind == NodeKind.EmptyStatement)
        {
            Write(';');
            return;
        }
        NewLine();
        _indentation++;
        Indent();
        PrintStatement(body);
        _indentation--;
    }

    private void PrintBlock(BlockStatement block)
    {
        if (block.Body.Length == 0 && !HasDanglingComments(block.End))
        {
            Write("{}");
            return;
        }
        OpenBrace();
        PrintStatementList(block.Body);
        PrintDanglingComments(block.End);
        Map(block.End - 1);
        CloseBrace();
    }

    private void PrintDirective(Directive directive)
    {
        char quote = directive.Raw.Contains('"') ? '\'' : '"';
        Write(quote);
        Write(directive.Raw);
        Write(quote);
        Semicolon();
    }

    private void PrintExpressionStatement(ExpressionStatement statement)
    {
        // ("use strict"): bare, it would be a directive
        if (statement.Expression.Kind == NodeKind.StringLiteral)
        {
            Write('(');
            PrintString(((StringLiteral)statement.Expression).Value, allowTemplate: false);
            Write(')');
        }
        else
        {
            _statementStart = _output.Length;
            PrintExpression(statement.Expression, Precedence.Lowest, Forbid.Nothing);
        }
        Semicolon();
    }

    private void PrintReturn(ReturnStatement statement)
    {
        Write("return");
        if (statement.Argument is not null)
        {
            Space();
            PrintExpression(statement.Argument, Precedence.Lowest, Forbid.Nothing);
        }
        Semicolon();
    }

    private void PrintThrow(ThrowStatement statement)
    {
        Write("throw");
        Space();
        PrintExpression(statement.Argument, Precedence.Lowest, Forbid.Nothing);
        Semicolon();
    }

    private void PrintJump(string keyword, IdentifierName? label)
    {
        Write(keyword);
        if (label is not null)
        {
            Write(' ');
            PrintName(label.Name);
        }
        Semicolon();
    }

    private void PrintLabeled(LabeledStatement statement)
    {
        PrintName(statement.Label.Name);
        Write(':');
        PrintBody(statement.Body);
    }

    private void PrintIf(IfStatement statement)
    {
        while (true)
        {
            PrintHead("if", statement.Test);
            if (statement.Alternate is null)
            {
                PrintBody(statement.Consequent);
                return;
            }
            PrintConsequent(statement.Consequent);
            FlushSemicolon();
            Write("else");
            if (statement.Alternate is not IfStatement next)
            {
                PrintBody(statement.Alternate);
                return;
            }
            Write(' ');
            Map(next.Start);
            statement = next;
        }
    }

    private void PrintConsequent(Statement consequent)
    {
        if (consequent.Kind == NodeKind.BlockStatement)
        {
            PrintBody(consequent);
            Space();
            return;
        }
        // `if (a) { if (b) c } else d` where a pass took the braces away
        if (EndsInOpenIf(consequent))
        {
            Space();
            OpenBrace();
            Indent();
            PrintStatement(consequent);
            NewLine();
            CloseBrace();
            Space();
            return;
        }
        PrintBody(consequent);
        NewLine();
        Indent();
    }

    private static bool EndsInOpenIf(Statement statement)
    {
        while (true)
        {
            switch (statement.Kind)
            {
                case NodeKind.IfStatement:
                    if (((IfStatement)statement).Alternate is not { } alternate) return true;
                    statement = alternate;
                    break;
                case NodeKind.ForStatement: statement = ((ForStatement)statement).Body; break;
                case NodeKind.ForInStatement: statement = ((ForInStatement)statement).Body; break;
                case NodeKind.ForOfStatement: statement = ((ForOfStatement)statement).Body; break;
                case NodeKind.WhileStatement: statement = ((WhileStatement)statement).Body; break;
                case NodeKind.WithStatement: statement = ((WithStatement)statement).Body; break;
                case NodeKind.LabeledStatement: statement = ((LabeledStatement)statement).Body; break;
                default: return false;
            }
        }
    }

    // `if (test)`
    private void PrintHead(string keyword, Expression test)
    {
        Write(keyword);
        Space();
        Write('(');
        PrintExpression(test, Precedence.Lowest, Forbid.Nothing);
        Write(')');
    }

    private void PrintWith(WithStatement statement)
    {
        PrintHead("with", statement.Object);
        PrintBody(statement.Body);
    }

    private void PrintWhile(WhileStatement statement)
    {
        PrintHead("while", statement.Test);
        PrintBody(statement.Body);
    }

    private void PrintDoWhile(DoWhileStatement statement)
    {
        Write("do");
        PrintBody(statement.Body);
        if (statement.Body.Kind == NodeKind.BlockStatement)
        {
            Space();
        }
        else
        {
            FlushSemicolon();
            NewLine();
            Indent();
        }
        PrintHead("while", statement.Test);
        Semicolon();
    }

    private void PrintFor(ForStatement statement)
    {
        Write("for");
        Space();
        Write('(');
        if (statement.Init is VariableDeclaration declaration)
        {
            PrintVariableDeclaration(declaration, Forbid.In);
        }
        else if (statement.Init is Expression init)
        {
            _forInitStart = _output.Length;
            PrintExpression(init, Precedence.Lowest, Forbid.In);
        }
        PrintForPart(statement.Test);
        PrintForPart(statement.Update);
        Write(')');
        PrintBody(statement.Body);
    }

    private void PrintForPart(Expression? part)
    {
        Write(';');
        if (part is null) return;
        Space();
        PrintExpression(part, Precedence.Lowest, Forbid.Nothing);
    }

    private void PrintForIn(ForInStatement statement)
    {
        Write("for");
        Space();
        Write('(');
        PrintForLeft(statement.Left);
        Space();
        Keyword("in");
        Space();
        PrintExpression(statement.Right, Precedence.Lowest, Forbid.Nothing);
        Write(')');
        PrintBody(statement.Body);
    }

    private void PrintForOf(ForOfStatement statement)
    {
        Write(statement.IsAwait ? "for await" : "for");
        Space();
        Write('(');
        // for ((async) of x): `async of` would start an arrow function
        if (!statement.IsAwait && statement.Left is IdentifierReference { Name: "async" })
        {
            Write('(');
            PrintForLeft(statement.Left);
            Write(')');
        }
        else
        {
            PrintForLeft(statement.Left);
        }
        Space();
        Keyword("of");
        Space();
        PrintExpression(statement.Right, Precedence.Comma, Forbid.Nothing);
        Write(')');
        PrintBody(statement.Body);
    }

    private void PrintForLeft(Node left)
    {
        if (left is VariableDeclaration declaration)
        {
            PrintVariableDeclaration(declaration, Forbid.In);
            return;
        }
        _forInitStart = _output.Length;
        PrintTarget(left, Forbid.In);
    }

    private void PrintSwitch(SwitchStatement statement)
    {
        PrintHead("switch", statement.Discriminant);
        Space();
        OpenBrace();
        foreach (SwitchCase @case in statement.Cases)
        {
            PrintLeadingComments(@case.Start);
            FlushSemicolon();
            Indent();
            PrintCase(@case);
        }
        PrintDanglingComments(statement.End);
        CloseBrace();
    }

    private void PrintCase(SwitchCase @case)
    {
        Map(@case.Start);
        if (@case.Test is null)
        {
            Write("default");
        }
        else
        {
            Write("case");
            Space();
            PrintExpression(@case.Test, Precedence.Lowest, Forbid.Nothing);
        }
        Write(':');
        if (@case.Consequent is [BlockStatement block])
        {
            Space();
            PrintBlock(block);
            PrintTrailingComments(block.End);
            NewLine();
            return;
        }
        NewLine();
        _indentation++;
        PrintStatementList(@case.Consequent);
        _indentation--;
    }

    private void PrintTry(TryStatement statement)
    {
        Write("try");
        Space();
        PrintBlock(statement.Block);
        if (statement.Handler is { } handler)
        {
            Space();
            Map(handler.Start);
            Write("catch");
            if (handler.Param is not null)
            {
                Space();
                Write('(');
                PrintPattern(handler.Param);
                PrintTypeAnnotation(handler.TypeAnnotation);
                Write(')');
            }
            Space();
            PrintBlock(handler.Body);
        }
        if (statement.Finalizer is null) return;
        Space();
        Write("finally");
        Space();
        PrintBlock(statement.Finalizer);
    }
}
