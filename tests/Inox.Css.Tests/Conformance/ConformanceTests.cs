using Inox.Testing;
using Xunit;

namespace Inox.Css.Tests.Conformance;

public sealed class ConformanceTests
{
    public static TheoryData<string> Names => [.. CssSuite.All.Select(suite => suite.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Suite(string name) => Ratchet.Check(CssSuite.All.Single(suite => suite.Name == name));
}
