using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Conformance;

public sealed class MinifyExecTests
{
    [Fact]
    public void Prints_the_same()
    {
        if (!NodeProcess.IsAvailable) Assert.Skip("node is not on the PATH");
        MinifyExecSuite suite = new();
        Ratchet.Check(suite);
        if (suite.Measure is { } size) Ratchet.CheckSize("tests/conformance/minify-exec-size.txt", size.Name, size.Value);
    }
}
