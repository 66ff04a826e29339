using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>The diagnostics of handlers. Messages say what is wrong there and what to type.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor MalformedPattern = Error("IX5001", "malformed route", "this route is malformed: {0}");
    public static readonly DiagnosticDescriptor UnboundParameter = Error("IX5002", "unbound route parameter", "no parameter of `{1}` takes `{{{0}}}`: add a parameter named `{0}`");
    public static readonly DiagnosticDescriptor NotCallable = Error("IX5003", "handler that cannot be called", "`{0}` cannot be called as a handler: make it {1}");
    public static readonly DiagnosticDescriptor Unbindable = Error("IX5004", "parameter that cannot be bound", "`{0}` cannot be bound from a request: {1}");
    public static readonly DiagnosticDescriptor TwoBodies = Error("IX5005", "two bodies", "`{0}` reads the body that `{1}` has read: a request has one body");
    public static readonly DiagnosticDescriptor MissingState = Error("IX5006", "missing state", "no state of type `{0}` is added to the application: call `AddState<{0}>(...)`");
    public static readonly DiagnosticDescriptor NoJsonShape = Error("IX5007", "type without a JSON shape", "`{0}` has no JSON shape: add `[JsonSerializable(typeof({0}))]` to a `JsonSerializerContext`");
    public static readonly DiagnosticDescriptor Collision = Error("IX5008", "colliding routes", "`{0} {1}` matches the same requests as `{2}` of `{3}`");
    public static readonly DiagnosticDescriptor NeverMatches = Error("IX5009", "route that never matches", "this route never matches: {0}");
    public static readonly DiagnosticDescriptor UnreachableCatcher = Error("IX5010", "catcher that nothing reaches", "nothing reaches this catcher: {0}");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Inox.Http", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
