namespace Inox.Http.Generators;

/// <summary>An internal method beside a private handler, through which the table calls it.</summary>
/// <param name="Namespace">Of the outermost class; empty for none.</param>
/// <param name="Types">The heads of the partial classes around the handler, outermost first, such as `partial class Users`.</param>
/// <param name="Returns">What the handler returns, its task included.</param>
internal sealed record BridgeModel(string Namespace, EquatableArray<string> Types, string Returns);
