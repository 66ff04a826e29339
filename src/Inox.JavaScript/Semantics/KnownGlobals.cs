using System.Collections.Frozen;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>The globals of the language, which are there wherever programs run, so that reading them cannot throw; <c>setTimeout</c> may not be there.</summary>
internal static class KnownGlobals
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.Ordinal,
        "undefined", "NaN", "Infinity", "globalThis", "Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "Math", "JSON",
        "Reflect", "Proxy", "Promise", "Date", "RegExp", "Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError",
        "AggregateError", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "Intl",
        "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array",
        "BigInt64Array", "BigUint64Array", "parseInt", "parseFloat", "isNaN", "isFinite", "encodeURIComponent", "decodeURIComponent", "encodeURI",
        "decodeURI", "escape", "unescape");

    private static readonly FrozenSet<string> s_containers = FrozenSet.Create(
        StringComparer.Ordinal, "Object", "Array", "Math", "Number", "JSON", "Reflect", "Symbol", "String", "Promise", "Date", "BigInt", "Function");

    // What a class may extend: the constructor is known, and so is its `prototype`.
    private static readonly FrozenSet<string> s_classes = FrozenSet.Create(
        StringComparer.Ordinal,
        "Object", "Function", "Array", "String", "Number", "Boolean", "Promise", "Date", "RegExp", "Error", "TypeError", "RangeError", "SyntaxError",
        "ReferenceError", "EvalError", "URIError", "AggregateError", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "ArrayBuffer", "DataView");

    public static bool IsSafeToRead(string name) => s_names.Contains(name);

    public static bool IsClass(string name) => s_classes.Contains(name);

    /// <summary><c>Math.PI</c>, <c>Object.prototype</c>, <c>Object.prototype.hasOwnProperty</c>, <c>import.meta.url</c>: data properties of what engines make.</summary>
    public static bool IsSafeMember(MemberExpression member)
    {
        // Object.caller and Symbol.prototype.description are getters that throw
        if (member.IsComputed || member.Property is not IdentifierName { Name: not ("caller" or "arguments" or "description") }) return false;
        return member.Object switch
        {
            IdentifierReference { SymbolId: < 0 } root => s_containers.Contains(root.Name),
            MemberExpression { Property: IdentifierName { Name: "prototype" } } inner => IsSafeMember(inner),
            MetaProperty { Meta.Name: "import" } => member.Property is IdentifierName { Name: "url" or "dirname" or "filename" },
            _ => false,
        };
    }
}
