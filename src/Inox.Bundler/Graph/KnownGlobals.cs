using System.Collections.Frozen;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>Globals that are there wherever bundles run, so that reading them cannot throw.</summary>
internal static class KnownGlobals
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.Ordinal,
        "undefined", "NaN", "Infinity", "globalThis", "Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "Math", "JSON",
        "Reflect", "Proxy", "Promise", "Date", "RegExp", "Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError",
        "AggregateError", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "Intl",
        "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array",
        "BigInt64Array", "BigUint64Array", "parseInt", "parseFloat", "isNaN", "isFinite", "encodeURIComponent", "decodeURIComponent", "encodeURI",
        "decodeURI", "escape", "unescape", "console", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask",
        "URL", "URLSearchParams", "TextEncoder", "TextDecoder");

    private static readonly FrozenSet<string> s_containers = FrozenSet.Create(
        StringComparer.Ordinal, "Object", "Array", "Math", "Number", "JSON", "Reflect", "Symbol", "String", "Promise", "Date", "BigInt", "Function");

    public static bool IsSafeToRead(string name) => s_names.Contains(name);

    /// <summary><c>Math.PI</c>, <c>Object.prototype</c>, <c>Object.prototype.hasOwnProperty</c>: data properties of builtins.</summary>
    public static bool IsSafeMember(MemberExpression member)
    {
        if (member.IsComputed) return false;
        return member.Object switch
        {
            IdentifierReference { SymbolId: < 0 } root => s_containers.Contains(root.Name),
            MemberExpression { Property: IdentifierName { Name: "prototype" } } inner => IsSafeMember(inner),
            _ => false,
        };
    }
}
