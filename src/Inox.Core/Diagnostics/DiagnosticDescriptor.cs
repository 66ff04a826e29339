namespace Inox.Core;

/// <summary>
/// What kind of thing is wrong. <paramref name="Code"/> is <c>IX####</c>; <paramref name="Message"/> and <paramref name="Help"/> are composite formats whose
/// arguments each <see cref="Diagnostic"/> brings: lower case, no full stop, names in backticks.
/// </summary>
public sealed record DiagnosticDescriptor(string Code, Severity Severity, string Message, string? Help = null);
