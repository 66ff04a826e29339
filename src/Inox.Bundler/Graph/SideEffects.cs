using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>
/// Tells which outermost statements can go when nothing uses what they declare. Of the names of a program it takes for granted that they are
/// read after they are declared, and that what a class extends is a class.
/// </summary>
internal sealed class SideEffects : Purity
{
    private static readonly SideEffects s_rules = new();

    public static void Mark(Module module)
    {
        Statement[] body = module.Program.Body;
        for (int i = 0; i < body.Length; i++) module.Statements[i].IsPure = s_rules.IsPureStatement(body[i]);
    }

    protected override bool IsDeclaredNameSafe(IdentifierReference name) => name.SymbolId >= 0;

    protected override bool IsDeclaredClass(IdentifierReference name) => true;

    private bool IsPureStatement(Statement statement) => statement switch
    {
        FunctionDeclaration or EmptyStatement or ImportDeclaration or ExportAllDeclaration or Directive => true,
        ClassDeclaration definition => IsPureClass(definition),
        VariableDeclaration declaration => IsPureDeclaration(declaration),
        ExpressionStatement expression => IsPure(expression.Expression),
        ExportNamedDeclaration { Declaration: { } declaration } => IsPureStatement(declaration),
        ExportNamedDeclaration => true,
        ExportDefaultDeclaration { Declaration: Expression expression } => IsPure(expression),
        ExportDefaultDeclaration { Declaration: Statement declaration } => IsPureStatement(declaration),
        BlockStatement block => Array.TrueForAll(block.Body, IsPureStatement),
        IfStatement branch => IsPure(branch.Test) && IsPureStatement(branch.Consequent) && (branch.Alternate is null || IsPureStatement(branch.Alternate)),
        _ => false,
    };

    private bool IsPureDeclaration(VariableDeclaration declaration)
    {
        if (declaration.DeclarationKind is VariableKind.Using or VariableKind.AwaitUsing) return false;
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            if (declarator.Id is not BindingIdentifier && !IsPurePattern(declarator)) return false;
            if (!IsPure(declarator.Init)) return false;
        }
        return true;
    }

    // const [a, b] = [1, 2] and const { a } = { a: 1 }: nothing of the program runs
    private static bool IsPurePattern(VariableDeclarator declarator)
    {
        switch (declarator.Id)
        {
            case ArrayPattern array when declarator.Init is ArrayExpression:
                foreach (Node? element in array.Elements) if (element is not (null or BindingIdentifier)) return false;
                return true;
            case ObjectPattern { Properties: [] }:
                return declarator.Init is ObjectExpression;
            default:
                return false;
        }
    }
}
