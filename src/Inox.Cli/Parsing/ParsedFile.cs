using Inox.Core;

namespace Inox.Cli.Parsing;

/// <summary>What is wrong with one file, and the line of JSON that is printed for it when some was asked for.</summary>
internal sealed record ParsedFile(IReadOnlyList<Diagnostic> Diagnostics, byte[]? Json)
{
    public bool IsOk => AreOk(Diagnostics);

    public static bool AreOk(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics) if (diagnostic.Severity == Severity.Error) return false;
        return true;
    }
}
