using Inox.Testing;
using Xunit;

namespace Inox.Bundler.Tests.Conformance;

public sealed class ResolverRatchet
{
    [Fact]
    public void RequestsLeadWhereTheReferencesSay()
    {
        if (Repository.ConformancePack("resolver") is not { } pack)
        {
            Repository.SkipSuite("resolver");
            return;
        }
        IReadOnlyList<SuiteCase> cases = ResolverSuite.Run(Path.GetDirectoryName(pack)!);
        Ratchet.Check("tests/conformance/resolver.txt", "resolver", cases.Select(test => (test.Id, test.Passed)));
    }
}
