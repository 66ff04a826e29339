using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Tests.Parsing;

/// <summary>
/// A tree in one line: `(Kind field field)` with the fields in the order of the grammar, flags as `:name` when set, lists in brackets,
/// holes as `_`, nothing for what is absent. `a` is a reference, `@a` a binding, `.a` a name, `#a` a private name.
/// </summary>
internal static class Dump
{
    private static readonly string[] s_endings = ["Expression", "Statement", "Declaration", "Definition", "Literal", "Element"];

    public static string Tree(Syntax.Program program) => string.Join(" ", program.Body.Select(Of));

    public static string Of(Node node) => node switch
    {
        IdentifierReference reference => reference.Name,
        BindingIdentifier binding => "@" + binding.Name,
        IdentifierName name => "." + name.Name,
        PrivateIdentifier name => "#" + name.Name,
        JSXIdentifier name => name.Name,
        StringLiteral literal => Quote(literal.Value),
        JSXText text => Quote(text.Value),
        NumericLiteral literal => literal.Value.ToString("R", CultureInfo.InvariantCulture),
        BigIntLiteral literal => literal.Value + "n",
        BooleanLiteral literal => literal.Value ? "true" : "false",
        NullLiteral => "null",
        RegExpLiteral literal => $"/{literal.Pattern}/{literal.Flags}",
        ThisExpression => "this",
        ExpressionStatement statement => Of(statement.Expression) + ";",
        Directive directive => $"'{directive.Raw}'",
        TemplateElement element => element.Cooked == element.Raw ? Quote(element.Raw) : $"{(element.Cooked is null ? "bad" : Quote(element.Cooked))}<{Quote(element.Raw)}",
        FormalParameter { TypeAnnotation: null, Initializer: null, IsRest: false, Decorators: [], IsOptional: false, Accessibility: Accessibility.None, IsReadonly: false } parameter => Of(parameter.Pattern),
        _ => Fields(node),
    };

    private static string Fields(Node node)
    {
        StringBuilder text = new();
        text.Append('(').Append(Shorten(node.Kind.ToString()));
        foreach (PropertyInfo property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.Name is "ScopeId" or "SymbolId" || property.GetMethod is null) continue;
            string? value = Field(property.Name, property.GetValue(node));
            if (value is not null) text.Append(' ').Append(value);
        }
        return text.Append(')').ToString();
    }

    private static string? Field(string name, object? value) => value switch
    {
        null or false => null,
        true => ":" + name.Replace("Is", "").ToLowerInvariant(),
        Node node => Of(node),
        Array { Length: 0 } => name is "Elements" or "Arguments" or "Body" or "Parameters" or "Properties" or "Specifiers" or "Consequent" ? "[]" : null,
        IEnumerable list and not string => "[" + string.Join(" ", list.Cast<Node?>().Select(item => item is null ? "_" : Of(item))) + "]",
        VariableKind or BinaryOperator or LogicalOperator or UnaryOperator or UpdateOperator or AssignmentOperator => value.ToString(),
        Enum when Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 => null,
        Enum => ":" + value.ToString()!.ToLowerInvariant(),
        string text => Quote(text),
        _ => value.ToString(),
    };

    private static string Shorten(string kind)
    {
        foreach (string ending in s_endings)
            if (kind.EndsWith(ending, StringComparison.Ordinal) && kind.Length > ending.Length) return kind[..^ending.Length];
        return kind;
    }

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text) quoted.Append(c is < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString());
        return quoted.Append('"').ToString();
    }
}
