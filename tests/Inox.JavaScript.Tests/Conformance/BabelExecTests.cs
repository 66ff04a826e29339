using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Conformance;

public sealed class BabelExecTests
{
    public static TheoryData<string> Suites { get; } = new(BabelExecSuite.Es2015.Name, BabelExecSuite.Es5.Name);

    [Theory, MemberData(nameof(Suites))]
    public void Runs_as_it_did(string name)
    {
        if (!NodeProcess.IsAvailable) Assert.Skip("node is not on the PATH");
        Ratchet.Check(new[] { BabelExecSuite.Es2015, BabelExecSuite.Es5 }.Single(suite => suite.Name == name));
    }
}
