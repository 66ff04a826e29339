using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Functions, classes and objects that nothing is done with but that properties are set: `function f() {} f.displayName = "f"`. Setting one
/// does nothing else, unless a setter stands in the object itself or the property is one that engines make.
/// </summary>
internal static class UnusedObjects
{
    /// <summary>The variable whose object an assignment sets a property of, `f` of `f.x = 1` and `f.prototype.x = 1`; null for any other assignment.</summary>
    public static IdentifierReference? Root(AssignmentExpression node, out PlaceKind kind)
    {
        kind = PlaceKind.None;
        if (node is not { Operator: AssignmentOperator.Assign, Left: MemberExpression { IsComputed: false, Property: IdentifierName property } place }) return null;
        if (property.Name is "__proto__" or "name" or "length" or "arguments" or "caller") return null;
        switch (place.Object)
        {
            case IdentifierReference root:
                kind = property.Name == "prototype" ? PlaceKind.Prototype : PlaceKind.Property;
                return root;
            case MemberExpression { IsComputed: false, Property: IdentifierName { Name: "prototype" }, Object: IdentifierReference root } when property.Name != "prototype":
                kind = PlaceKind.PropertyOfPrototype;
                return root;
            default:
                return null;
        }
    }

    /// <summary>Whether the symbol stands for such an object from its declaration on.</summary>
    public static bool Is(in SymbolFact fact)
    {
        if (!fact.IsLocal || !fact.IsSettled || fact.Places == 0 || fact.Places != fact.Reads || fact.SelfReads != 0) return false;
        // f.prototype = b; f.prototype.x = 1: what b inherits from may have a setter
        if ((fact.PlaceKinds & (PlaceKind.Prototype | PlaceKind.PropertyOfPrototype)) == (PlaceKind.Prototype | PlaceKind.PropertyOfPrototype)) return false;
        return fact.Function is { IsAsync: false } || fact.Declarator is { Init: FunctionExpression { IsAsync: false } };
    }
}

/// <summary>What of a function is set: `f.x = 1`, `f.prototype = a`, `f.prototype.x = 1`.</summary>
[Flags]
internal enum PlaceKind
{
    None = 0,
    Property = 1,
    Prototype = 2,
    PropertyOfPrototype = 4,
}
