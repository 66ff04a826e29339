using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Conformance;

public sealed class EmitConformanceTests
{
    [Fact]
    public void TypeScript()
    {
        TypeScriptEmitSuite suite = new();
        string? path = Repository.ConformancePack(suite.PackName);
        if (path is null) Repository.SkipSuite(suite.Name);
        Ratchet.Check($"tests/conformance/{suite.Name}.txt", suite.Name, suite.Run(Path.GetDirectoryName(path)!).Select(result => (result.Name, result.Passed)));
    }

    [Fact]
    public void Declarations() => Ratchet.Check(new TypeScriptDeclarationSuite());

    [Fact]
    public void Decorators() => Ratchet.Check(new DecoratorSuite());
}
