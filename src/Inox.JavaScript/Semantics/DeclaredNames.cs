using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>The names a declaration binds in the scope it stands in (BoundNames of ECMA-262 8.2.1, and TypeScript's declarations).</summary>
internal static class DeclaredNames
{
    public static List<BindingIdentifier> Of(Statement declaration)
    {
        List<BindingIdentifier> names = [];
        switch (declaration)
        {
            case VariableDeclaration variables: foreach (VariableDeclarator declarator in variables.Declarations) AddPattern(declarator.Id, names); break;
            case FunctionDeclaration { Id: { } id }: names.Add(id); break;
            case ClassDeclaration { Id: { } id }: names.Add(id); break;
            case TSEnumDeclaration node: names.Add(node.Id); break;
            case TSInterfaceDeclaration node: names.Add(node.Id); break;
            case TSTypeAliasDeclaration node: names.Add(node.Id); break;
            case TSModuleDeclaration { Id: BindingIdentifier id }: names.Add(id); break;
            case TSImportEqualsDeclaration node: names.Add(node.Id); break;
        }
        return names;
    }

    private static void AddPattern(Node pattern, List<BindingIdentifier> names)
    {
        switch (pattern)
        {
            case BindingIdentifier id: names.Add(id); break;
            case PatternProperty property: AddPattern(property.Value, names); break;
            case AssignmentPattern assignment: AddPattern(assignment.Left, names); break;
            case RestElement rest: AddPattern(rest.Argument, names); break;
            case ObjectPattern obj: foreach (Node property in obj.Properties) AddPattern(property, names); break;
            case ArrayPattern array: foreach (Node? element in array.Elements) if (element is not null) AddPattern(element, names); break;
        }
    }
}
