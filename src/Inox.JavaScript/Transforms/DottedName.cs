using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>Expressions that are a name with properties behind it, as text: <c>process.env["NODE_ENV"]</c> is <c>process.env.NODE_ENV</c>.</summary>
internal static class DottedName
{
    /// <summary>The text; null for any other expression.</summary>
    public static string? Of(Node node) => node switch
    {
        IdentifierReference reference => reference.Name,
        MetaProperty meta => $"{meta.Meta.Name}.{meta.Property.Name}",
        MemberExpression { IsComputed: false, Property: IdentifierName name } member => Of(member.Object) is { } text ? $"{text}.{name.Name}" : null,
        MemberExpression { IsComputed: true, Property: StringLiteral name } member => Of(member.Object) is { } text ? $"{text}.{name.Value}" : null,
        _ => null,
    };

    /// <summary>The name or <c>import.meta</c> at its start, below members that are not optional.</summary>
    public static Node RootOf(Node node)
    {
        while (node is MemberExpression { IsOptional: false } member) node = member.Object;
        return node;
    }
}
