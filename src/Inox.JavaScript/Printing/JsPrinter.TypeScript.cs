using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

// What TypeScript adds to expressions, and its declarations.
public sealed partial class JsPrinter
{
    private bool PrintTypeScriptExpression(Expression expression, int level, int forbid)
    {
        switch (expression)
        {
            case TSAsExpression node: PrintAs(node.Expression, "as", node.TypeAnnotation, level, forbid); return true;
            case TSSatisfiesExpression node: PrintAs(node.Expression, "satisfies", node.TypeAnnotation, level, forbid); return true;
            case TSTypeAssertion node: PrintAssertion(node, level); return true;
            case TSNonNullExpression node:
                PrintExpression(node.Expression, Precedence.Postfix, forbid & Forbid.Call);
                Write('!');
                return true;
            case TSInstantiationExpression node: PrintInstantiation(node, level, forbid); return true;
            default: return false;
        }
    }

    // In every place where the type could run on into what follows (`(x as A) | b`, `(x as A) < b`) it is in parentheses.
    private void PrintAs(Expression expression, string keyword, TSType type, int level, int forbid)
    {
        bool wrap = level >= Precedence.Conditional;
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        // `a as B as C`
        int left = expression is TSAsExpression or TSSatisfiesExpression ? Precedence.Lowest : Precedence.Of(BinaryOperator.Less) - 1;
        // (type) as A: bare, it would declare a type `as`
        bool isDeclared = expression is IdentifierReference { Name: "type" or "interface" or "namespace" or "module" or "using" or "let" } && _output.Length == _statementStart;
        if (isDeclared) Write('(');
        PrintExpression(expression, left, forbid & Forbid.In);
        if (isDeclared) Write(')');
        Space();
        Keyword(keyword);
        Write(' ');
        PrintType(type, TypeLevel.Lowest);
        if (wrap) Write(')');
    }

    private void PrintAssertion(TSTypeAssertion node, int level)
    {
        bool wrap = level >= Precedence.Prefix;
        if (wrap) Write('(');
        WriteAngle();
        PrintType(node.TypeAnnotation, TypeLevel.Lowest);
        Write('>');
        PrintExpression(node.Expression, Precedence.Prefix - 1, Forbid.Nothing);
        if (wrap) Write(')');
    }

    private void PrintInstantiation(TSInstantiationExpression node, int level, int forbid)
    {
        bool wrap = level >= Precedence.Conditional;
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        PrintExpression(node.Expression, Precedence.Postfix, forbid & Forbid.Call);
        PrintTypeArguments(node.TypeArguments);
        if (wrap) Write(')');
    }

    private bool PrintTypeScriptStatement(Statement statement)
    {
        switch (statement)
        {
            case TSEnumDeclaration node: PrintEnum(node); return true;
            case TSModuleDeclaration node: PrintModule(node); return true;
            case TSInterfaceDeclaration node: PrintInterface(node); return true;
            case TSTypeAliasDeclaration node: PrintTypeAlias(node); return true;
            case TSImportEqualsDeclaration node: PrintImportEquals(node); return true;
            case TSExportAssignment node:
                Write("export");
                Space();
                Write('=');
                Space();
                PrintExpression(node.Expression, Precedence.Lowest, Forbid.Nothing);
                Semicolon();
                return true;
            case TSNamespaceExportDeclaration node:
                Write("export as namespace ");
                PrintName(node.Id.Name);
                Semicolon();
                return true;
            default: return false;
        }
    }

    private void PrintEnum(TSEnumDeclaration node)
    {
        if (node.IsDeclare) Keyword("declare ");
        Write(node.IsConst ? "const enum " : "enum ");
        PrintBinding(node.Id);
        Space();
        if (node.Members.Length == 0)
        {
            Write("{}");
            return;
        }
        OpenBrace();
        for (int i = 0; i < node.Members.Length; i++)
        {
            TSEnumMember member = node.Members[i];
            PrintLeadingComments(member.Start);
            Indent();
            PrintKey(member.Id, member.IsComputed);
            PrintInitializer(member.Initializer, Forbid.Nothing);
            if (i < node.Members.Length - 1) Write(',');
            PrintTrailingComments(member.End);
            NewLine();
        }
        CloseBrace();
    }

    private void PrintModule(TSModuleDeclaration node)
    {
        if (node.IsDeclare) Keyword("declare ");
        Write(node.ModuleKind.ToText());
        if (node.ModuleKind != TSModuleKind.Global)
        {
            Write(' ');
            if (node.Id is StringLiteral name) PrintString(name.Value, allowTemplate: false);
            else PrintEntityName(node.Id);
        }
        if (node.Body is null)
        {
            Semicolon();
            return;
        }
        Space();
        OpenBrace();
        PrintStatementList(node.Body.Body);
        PrintDanglingComments(node.Body.End);
        CloseBrace();
    }

    private void PrintInterface(TSInterfaceDeclaration node)
    {
        if (node.IsDeclare) Keyword("declare ");
        Write("interface ");
        PrintBinding(node.Id);
        PrintTypeParameters(node.TypeParameters);
        if (node.Extends.Length > 0) PrintHeritageList("extends", node.Extends);
        Space();
        if (node.Body.Body.Length == 0)
        {
            Write("{}");
            return;
        }
        OpenBrace();
        foreach (TSTypeElement element in node.Body.Body)
        {
            PrintLeadingComments(element.Start);
            FlushSemicolon();
            Indent();
            PrintTypeElement(element);
            Semicolon();
            PrintTrailingComments(element.End);
            NewLine();
        }
        PrintDanglingComments(node.Body.End);
        CloseBrace();
    }

    private void PrintTypeAlias(TSTypeAliasDeclaration node)
    {
        if (node.IsDeclare) Keyword("declare ");
        Write("type ");
        PrintBinding(node.Id);
        PrintTypeParameters(node.TypeParameters);
        Space();
        if (_output.Last == '>') Write(' ');
        Write('=');
        Space();
        // type T = (intrinsic): bare, it would be the keyword
        bool wrap = node.TypeAnnotation is TSTypeReference { TypeName: IdentifierReference { Name: "intrinsic" }, TypeArguments: null };
        if (wrap) Write('(');
        PrintType(node.TypeAnnotation, TypeLevel.Lowest);
        if (wrap) Write(')');
        Semicolon();
    }

    private void PrintImportEquals(TSImportEqualsDeclaration node)
    {
        if (node.IsExport) Write("export ");
        Write("import ");
        if (node.ImportKind == ImportKind.Type) Write("type ");
        PrintBinding(node.Id);
        Space();
        Write('=');
        Space();
        if (node.ModuleReference is TSExternalModuleReference external)
        {
            Write("require(");
            PrintExpression((Expression)external.Expression, Precedence.Comma, Forbid.Nothing);
            Write(')');
        }
        else
        {
            PrintEntityName(node.ModuleReference);
        }
        Semicolon();
    }

    private void PrintEntityName(Node name)
    {
        switch (name)
        {
            case IdentifierReference reference: PrintReference(reference); break;
            case BindingIdentifier binding: PrintBinding(binding); break;
            case IdentifierName plain:
                SeparateWord();
                PrintName(plain.Name);
                break;
            case ThisExpression: PrintWord(name, "this"); break;
            case TSQualifiedName qualified:
                PrintEntityName(qualified.Left);
                Write('.');
                PrintPropertyName(qualified.Right);
                break;
            // `implements a.b` of broken code may hold any expression
            default: PrintExpression((Expression)name, Precedence.Postfix, Forbid.Nothing); break;
        }
    }
}
