using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    private void PrintClassExpression(ClassExpression node)
    {
        int start = _output.Length;
        bool wrap = start == _statementStart || start == _exportDefaultStart;
        if (wrap) Write('(');
        Map(node.Start);
        PrintClass(node);
        if (wrap) Write(')');
    }

    private void PrintClass(IClass node)
    {
        PrintDecorators(node.Decorators, onOwnLines: node is ClassDeclaration);
        if (node.IsDeclare) Keyword("declare ");
        if (node.IsAbstract) Keyword("abstract ");
        Keyword("class");
        if (node.Id is not null)
        {
            Write(' ');
            PrintBinding(node.Id);
        }
        PrintTypeParameters(node.TypeParameters);
        PrintHeritage(node);
        Space();
        PrintClassBody(node.Body);
    }

    private void PrintHeritage(IClass node)
    {
        if (node.SuperClass is not null)
        {
            Space();
            Keyword("extends");
            Space();
            PrintExpression(node.SuperClass, Precedence.New - 1, Forbid.Nothing);
            PrintTypeArguments(node.SuperTypeArguments);
        }
        if (node.Implements.Length > 0) PrintHeritageList("implements", node.Implements);
    }

    private void PrintHeritageList(string keyword, TSHeritage[] heritage)
    {
        Space();
        Keyword(keyword);
        Space();
        for (int i = 0; i < heritage.Length; i++)
        {
            if (i > 0) Comma();
            PrintExpression(heritage[i].Expression, Precedence.New - 1, Forbid.Nothing);
            PrintTypeArguments(heritage[i].TypeArguments);
        }
    }

    private void PrintDecorators(Decorator[] decorators, bool onOwnLines)
    {
        foreach (Decorator decorator in decorators)
        {
            PrintDecorator(decorator);
            if (onOwnLines && !_minify) BreakLine();
            else Write(' ');
        }
    }

    // `@a.b.c` and `@a.b(c)` stand bare, everything else in parentheses.
    private void PrintDecorator(Decorator decorator)
    {
        Map(decorator.Start);
        Write('@');
        Expression expression = decorator.Expression;
        Expression path = expression is CallExpression { IsOptional: false, IsPure: false } call ? call.Callee : expression;
        while (path is MemberExpression { IsComputed: false, IsOptional: false } member) path = member.Object;
        bool wrap = path is not IdentifierReference reference || IsMember(reference);
        if (wrap) Write('(');
        PrintExpression(expression, Precedence.Lowest, Forbid.Nothing);
        if (wrap) Write(')');
    }

    private void PrintClassBody(ClassBody body)
    {
        if (body.Body.Length == 0 && !HasDanglingComments(body.End))
        {
            Write("{}");
            return;
        }
        OpenBrace();
        foreach (ClassElement element in body.Body)
        {
            PrintLeadingComments(element.Start);
            FlushSemicolon();
            Indent();
            Map(element.Start);
            PrintClassElement(element);
            PrintTrailingComments(element.End);
            NewLine();
        }
        PrintDanglingComments(body.End);
        Map(body.End - 1);
        CloseBrace();
    }

    private void PrintClassElement(ClassElement element)
    {
        switch (element.Kind)
        {
            case NodeKind.MethodDefinition: PrintMethodDefinition((MethodDefinition)element); break;
            case NodeKind.PropertyDefinition: PrintField((PropertyDefinition)element); break;
            case NodeKind.StaticBlock: PrintStaticBlock((StaticBlock)element); break;
            case NodeKind.TSIndexSignatureElement:
                PrintIndexSignature(((TSIndexSignatureElement)element).Signature);
                Semicolon();
                break;
            default: throw new InvalidOperationException($"{element.Kind} is no class element");
        }
    }

    private void PrintStaticBlock(StaticBlock block)
    {
        Write("static");
        Space();
        if (block.Body.Length == 0 && !HasDanglingComments(block.End))
        {
            Write("{}");
            return;
        }
        OpenBrace();
        PrintStatementList(block.Body);
        PrintDanglingComments(block.End);
        CloseBrace();
    }

    private void PrintMethodDefinition(MethodDefinition method)
    {
        PrintDecorators(method.Decorators, onOwnLines: false);
        PrintModifiers(method.Accessibility, method.IsStatic, method.IsAbstract, method.IsOverride);
        if (method.MethodKind is MethodKind.Get or MethodKind.Set)
        {
            WriteModifier(method.MethodKind.ToText());
        }
        PrintMethod(method.Key, method.IsComputed, method.IsOptional, method.Value);
    }

    private void PrintField(PropertyDefinition field)
    {
        PrintDecorators(field.Decorators, onOwnLines: false);
        if (field.IsDeclare) Keyword("declare ");
        PrintModifiers(field.Accessibility, field.IsStatic, field.IsAbstract, field.IsOverride);
        if (field.IsReadonly) Keyword("readonly ");
        if (field.IsAccessor) WriteModifier("accessor");
        Map(field.Key.Start);
        PrintKey(field.Key, field.IsComputed);
        if (field.IsOptional) Write('?');
        if (field.IsDefinite) Write('!');
        PrintTypeAnnotation(field.TypeAnnotation);
        PrintInitializer(field.Value, Forbid.Nothing);
        Semicolon();
    }

    private void PrintModifiers(Accessibility accessibility, bool isStatic, bool isAbstract, bool isOverride)
    {
        if (accessibility != Accessibility.None)
        {
            Write(accessibility.ToText());
            Write(' ');
        }
        if (isStatic) WriteModifier("static");
        if (isAbstract) Keyword("abstract ");
        if (isOverride) Keyword("override ");
    }

    // `static#x`, `static[x]`: a name that follows brings its own space
    private void WriteModifier(string word)
    {
        Keyword(word);
        Space();
    }
}
