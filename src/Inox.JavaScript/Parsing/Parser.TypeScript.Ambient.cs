using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // what is declared only
{
    // a block of `declare namespace`: one report is enough for the reader
    private void CheckAmbientStatements(Statement[] body)
    {
        foreach (Statement statement in body)
        {
            if (IsDeclaration(statement)) continue;
            EarlyError(ParseErrors.AmbientStatement, statement.Span);
            return;
        }
    }

    private static bool IsDeclaration(Statement statement) => statement.Kind is NodeKind.VariableDeclaration or NodeKind.FunctionDeclaration or NodeKind.ClassDeclaration
        or NodeKind.TSEnumDeclaration or NodeKind.TSModuleDeclaration or NodeKind.TSInterfaceDeclaration or NodeKind.TSTypeAliasDeclaration
        or NodeKind.TSImportEqualsDeclaration or NodeKind.TSExportAssignment or NodeKind.TSNamespaceExportDeclaration
        or NodeKind.ImportDeclaration or NodeKind.ExportNamedDeclaration or NodeKind.ExportDefaultDeclaration or NodeKind.ExportAllDeclaration;

    // The top of a declaration file: `declare` or `export` before everything that makes a value
    private void CheckDeclarationFile(Statement[] body)
    {
        CheckAmbientStatements(body);
        foreach (Statement statement in body)
        {
            bool isGood = statement switch
            {
                VariableDeclaration node => node.IsDeclare,
                FunctionDeclaration node => node.IsDeclare,
                ClassDeclaration node => node.IsDeclare,
                TSEnumDeclaration node => node.IsDeclare,
                TSModuleDeclaration node => node.IsDeclare,
                _ => true,
            };
            if (isGood) continue;
            EarlyError(ParseErrors.DeclareMissing, statement.Span);
            return;
        }
    }

    // declare const x = 1: a constant may show its value, nothing else may
    private void CheckAmbientInitializers(VariableDeclaration declaration)
    {
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            if (declarator.Init is null) continue;
            bool isGood = declaration.DeclarationKind == VariableKind.Const && declarator.TypeAnnotation is null && IsAmbientConstant(declarator.Init);
            if (!isGood) EarlyError(ParseErrors.AmbientInitializer, declarator.Init.Span);
        }
    }

    // a string, number, boolean, template without holes, or a member of an enum
    private static bool IsAmbientConstant(Expression value) => value switch
    {
        StringLiteral or NumericLiteral or BigIntLiteral or BooleanLiteral or TemplateLiteral { Expressions: [] } => true,
        UnaryExpression { Operator: UnaryOperator.Minus, Argument: NumericLiteral or BigIntLiteral } => true,
        MemberExpression { IsComputed: true, Property: not (StringLiteral or TemplateLiteral { Expressions: [] }) } => false,
        MemberExpression member => IsEntityName(member.Object),
        _ => false,
    };

    // let x!: T
    private void CheckDefinite(VariableDeclaration declaration)
    {
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            bool isGood = declarator is { TypeAnnotation: not null, Init: null } && !Has(Context.Ambient);
            if (declarator.IsDefinite && !isGood) EarlyError(ParseErrors.DefiniteForm, declarator.Id.Span);
        }
    }

    // In a namespace there is nothing to import from another file; in `declare module 'a'` there is.
    private void CheckNamespaceItems(Statement[] body)
    {
        foreach (Statement statement in body)
        {
            bool isGood = statement switch
            {
                ImportDeclaration or ExportAllDeclaration or ExportDefaultDeclaration or TSExportAssignment or TSNamespaceExportDeclaration => false,
                TSImportEqualsDeclaration node => node.ModuleReference.Kind != NodeKind.TSExternalModuleReference,
                ExportNamedDeclaration node => node.Declaration is not null || (node.Source is null && Has(Context.Ambient)),
                _ => true,
            };
            if (!isGood) EarlyError(ParseErrors.NamespaceItem, statement.Span);
        }
    }
}
