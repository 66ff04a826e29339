using Inox.Testing;

namespace Inox.Conformance;

/// <summary>A suite whose runner is a function with results of its own type.</summary>
internal sealed class FunctionSuite(string name, string packName, Func<string, IEnumerable<CaseResult>> run) : IConformanceSuite
{
    public string Name => name;

    public string PackName => packName;

    public IEnumerable<CaseResult> Run(string packsFolder) => run(packsFolder);
}
