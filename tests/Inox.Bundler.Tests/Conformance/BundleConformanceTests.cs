using Inox.Testing;
using Xunit;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>What bundles do when they are run, held against the lists of known failures.</summary>
public sealed class BundleConformanceTests
{
    [Fact]
    public void RollupFunction() => Ratchet.Check(new RollupFunctionSuite());

    [Fact]
    public void EsbuildE2e() => Ratchet.Check(new EsbuildE2eSuite());

    [Fact]
    public void WebpackCases() => Ratchet.Check(WebpackCasesSuite.Cases);
}
