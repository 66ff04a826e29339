using Inox.Core;

namespace Inox.JavaScript.Semantics;

/// <summary>What TypeScript's checker rejects; the number behind each is TypeScript's.</summary>
internal static class TypeScriptErrors
{
    public static readonly DiagnosticDescriptor ImportAssignment = Error("IX1600", "`import = require()` cannot become an ECMAScript module", "write `import * as name from '...'` or `import name from '...'`");   // 1202
    public static readonly DiagnosticDescriptor ExportAssignment = Error("IX1601", "`export =` cannot become an ECMAScript module", "write `export default`");   // 1203
    public static readonly DiagnosticDescriptor AwaitInScript = Error("IX1602", "`await` stands at the top level of a file that is no module", "add `export {{}}` to make it one");   // 1375, 1431
    public static readonly DiagnosticDescriptor AwaitInOutput = Error("IX1603", "`await` cannot stand at the top level of what this file becomes", "compile for es2022 modules and es2017 or newer");   // 1378, 1432
    public static readonly DiagnosticDescriptor NullOperand = Error("IX1604", "`{0}` cannot be used here");   // 18050
    public static readonly DiagnosticDescriptor ThisBeforeSuper = Error("IX1605", "`super()` must be called before `this` is used");   // 17009
    public static readonly DiagnosticDescriptor SuperBeforeSuper = Error("IX1606", "`super()` must be called before a property of `super` is used");   // 17011
    public static readonly DiagnosticDescriptor SuperOfNull = Error("IX1607", "a class that extends `null` cannot call `super()`");   // 17005
    public static readonly DiagnosticDescriptor DuplicateProperty = Error("IX1608", "the property `{0}` is given twice", "remove one of them");   // 1117, 1118, 1119
    public static readonly DiagnosticDescriptor DuplicateAttribute = Error("IX1609", "the attribute `{0}` is given twice", "remove one of them");   // 17001
    public static readonly DiagnosticDescriptor DecoratorPlace = Error("IX1610", "decorators cannot stand here");   // 1206
    public static readonly DiagnosticDescriptor DecoratedTwice = Error("IX1611", "a getter and a setter of one name cannot both have decorators", "move them to the first");   // 1207
    public static readonly DiagnosticDescriptor TypeOnlyValue = Error("IX1612", "`{0}` is imported as a type and cannot be used as a value", "remove `type` from its import");   // 1361
    public static readonly DiagnosticDescriptor TypeOnlyAlias = Error("IX1613", "an alias cannot be made of `{0}`, which is imported as a type", "write `import type`");   // 1380
    public static readonly DiagnosticDescriptor ComputedFieldName = Error("IX1614", "the computed name of a field must be a literal or a name");   // 1166
    public static readonly DiagnosticDescriptor StaticConstructor = Error("IX1615", "a constructor cannot be `static`");   // 1089
    public static readonly DiagnosticDescriptor IndexType = Error("IX1616", "the type of an index is `string`, `number`, `symbol` or a template type");   // 1268
    public static readonly DiagnosticDescriptor IndexLiteralType = Error("IX1617", "the type of an index cannot be a literal or a type parameter", "write a mapped type");   // 1337
    public static readonly DiagnosticDescriptor EnumMemberValue = Error("IX1618", "this member needs a value: the one before it is no constant number", "add `= ...`");   // 1061
    public static readonly DiagnosticDescriptor EnumMemberType = Error("IX1619", "the computed value of an enum member must be a number");   // 18033
    public static readonly DiagnosticDescriptor EmptyBranch = Error("IX1620", "the body of `if` cannot be empty", "remove the `;`");   // 1313
    public static readonly DiagnosticDescriptor WithInAsync = Error("IX1621", "`with` cannot stand in an async function");   // 1300
    public static readonly DiagnosticDescriptor CommaInJsx = Error("IX1622", "JSX cannot hold a comma operator", "write an array");   // 18007
    public static readonly DiagnosticDescriptor PrivateInEs5 = Error("IX1623", "private names need es2015 or newer");   // 18028
    public static readonly DiagnosticDescriptor ResolutionMode = Error("IX1624", "`resolution-mode` is either `require` or `import`");   // 1453
    public static readonly DiagnosticDescriptor ResolutionModePlace = Error("IX1625", "`resolution-mode` is for imports and exports of types only", "write `import type`");   // 1454
    public static readonly DiagnosticDescriptor ResolutionModeAlone = Error("IX1626", "an import or export of types can have the attribute `resolution-mode` only");   // 1463, 1464
    public static readonly DiagnosticDescriptor ConstAssertion = Error("IX1627", "`as const` is for literals and members of enums");   // 1355

    private static DiagnosticDescriptor Error(string code, string message, string? help = null) => new(code, Severity.Error, message, help);
}
