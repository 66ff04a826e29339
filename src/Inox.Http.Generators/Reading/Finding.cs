using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Something a handler has wrong, at the token that is wrong.</summary>
internal readonly struct Finding(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, location, [.. arguments]);
}
