using Inox.Bundler.Tests.Conformance;
using Inox.Css.Tests.Conformance;
using Inox.JavaScript.Tests.Conformance;
using Inox.Testing;

namespace Inox.Conformance;

/// <summary>Every suite by name. A suite without a line here is not reached by <c>./conform</c>.</summary>
internal static class Suites
{
    public static readonly IConformanceSuite[] All =
    [
        new Test262Suite(),
        new BabelParserSuite(),
        TypeScriptParserSuite.Accept,
        TypeScriptParserSuite.Reject,
        TypeScriptParserSuite.Semantic,
        EstreeSuite.Acorn,
        EstreeSuite.TypeScript,
        new EstreePackagesSuite(),
        new TypeScriptEmitSuite(),
        new TypeScriptDeclarationSuite(),
        new DecoratorSuite(),
        new MinifyExecSuite(),
        BabelExecSuite.Es2015,
        BabelExecSuite.Es5,
        Test262RunSuite.Es2015,
        Test262RunSuite.Es5,
        Test262RunSuite.SampleEs2015,
        Test262RunSuite.SampleEs5,
        new FunctionSuite("resolver", "resolver", packs => ResolverSuite.Run(packs).Select(test => new CaseResult(test.Id, test.Passed, test.Why))),
        new RollupFunctionSuite(),
        new EsbuildE2eSuite(),
        WebpackCasesSuite.Cases,
        WebpackCasesSuite.ConfigCases,
        .. CssSuite.All,
    ];
}
