using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Conformance;

// Samples; `./conform test262-run-es2015` and `./conform test262-run-es5` run every test.
public sealed class Test262RunTests
{
    public static TheoryData<string> Suites { get; } = new(Test262RunSuite.SampleEs2015.Name, Test262RunSuite.SampleEs5.Name);

    [Theory, MemberData(nameof(Suites))]
    public void Runs_as_it_did(string name)
    {
        if (!NodeProcess.IsAvailable) Assert.Skip("node is not on the PATH");
        Ratchet.Check(new[] { Test262RunSuite.SampleEs2015, Test262RunSuite.SampleEs5 }.Single(suite => suite.Name == name));
    }
}
