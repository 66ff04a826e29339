using Inox.Core;

namespace Inox.JavaScript.Declarations;

/// <summary>What keeps a file from being declared by itself; TypeScript reports the same as TS9007 to TS9039.</summary>
internal static class DeclarationDiagnostics
{
    public static readonly DiagnosticDescriptor FunctionReturn = new("IX1901", Severity.Error,
        "the return type of this function is not written down", "add `: Type` behind its parameters");

    public static readonly DiagnosticDescriptor MethodReturn = new("IX1902", Severity.Error,
        "the return type of this method is not written down", "add `: Type` behind its parameters");

    public static readonly DiagnosticDescriptor Accessor = new("IX1903", Severity.Error,
        "neither the getter nor the setter of this property says its type", "add a return type to the getter, or a type to the parameter of the setter");

    public static readonly DiagnosticDescriptor Variable = new("IX1904", Severity.Error,
        "the type of this variable is not written down and its value does not tell it", "add `: Type` behind its name");

    public static readonly DiagnosticDescriptor Parameter = new("IX1905", Severity.Error,
        "the type of this parameter is not written down and it has no default that tells it", "add `: Type` behind its name");

    public static readonly DiagnosticDescriptor Property = new("IX1906", Severity.Error,
        "the type of this property is not written down and its value does not tell it", "add `: Type` behind its name");

    public static readonly DiagnosticDescriptor Expression = new("IX1907", Severity.Error,
        "the type of this expression cannot be told without the types of what it uses", "add `as Type` behind it, or a type to what it is part of");

    public static readonly DiagnosticDescriptor ComputedSignature = new("IX1908", Severity.Error,
        "the name of this member is computed from more than a literal or a dotted name", "put the name in a `const` and use that");

    public static readonly DiagnosticDescriptor ObjectSpread = new("IX1909", Severity.Error,
        "the type of an object with a spread cannot be told from its text", "add a type to what it is assigned to");

    public static readonly DiagnosticDescriptor ShorthandProperty = new("IX1910", Severity.Error,
        "the type of a shorthand property cannot be told from its text", "write `{0}: {0} as Type`, or add a type to what the object is assigned to");

    public static readonly DiagnosticDescriptor Array = new("IX1911", Severity.Error,
        "the type of an array that may change cannot be told from its elements", "add `as const` behind it, or a type to what it is assigned to");

    public static readonly DiagnosticDescriptor ArraySpread = new("IX1912", Severity.Error,
        "the type of an array with a spread cannot be told from its text", "add a type to what it is assigned to");

    public static readonly DiagnosticDescriptor Destructured = new("IX1913", Severity.Error,
        "`{0}` is taken out of a value by destructuring, which does not tell its type", "declare `{0}` by itself, with a type");

    public static readonly DiagnosticDescriptor EnumMember = new("IX1914", Severity.Error,
        "the value of this member depends on a variable outside of its enum", "write the value itself");

    public static readonly DiagnosticDescriptor Extends = new("IX1915", Severity.Error,
        "the class extends an expression, whose type cannot be told", "put it in a `const` with a type and extend that");

    public static readonly DiagnosticDescriptor ClassExpression = new("IX1916", Severity.Error,
        "the type of a class expression cannot be told where it is used as a value", "declare the class with a name and use that");

    public static readonly DiagnosticDescriptor FunctionProperty = new("IX1917", Severity.Error,
        "a property is assigned to the function `{0}` that no declaration tells of", "add `declare namespace {0} { let property: Type }`");

    public static readonly DiagnosticDescriptor ImplicitUndefined = new("IX1918", Severity.Error,
        "this parameter may be undefined though its type does not say so", "add `| undefined` to its type");

    public static readonly DiagnosticDescriptor DefaultExport = new("IX1919", Severity.Error,
        "the type of the default export cannot be told from its expression", "put it in a `const` with a type and export that");

    public static readonly DiagnosticDescriptor ComputedMember = new("IX1920", Severity.Error,
        "the name of this member is computed and cannot be told", "use a name, a string or a number, or `Symbol.name`");
}
