using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Conformance;

public sealed class ParserConformanceTests
{
    [Fact]
    public void Test262() => Ratchet.Check(new Test262Suite());

    [Fact]
    public void Babel() => Ratchet.Check(new BabelParserSuite());

    [Fact]
    public void TypeScript_accepts() => Ratchet.Check(TypeScriptParserSuite.Accept);

    [Fact]
    public void TypeScript_rejects() => Ratchet.Check(TypeScriptParserSuite.Reject);

    [Fact]
    public void TypeScript_rejects_with_early_errors() => Ratchet.Check(TypeScriptParserSuite.Semantic);

    // A sample; `./conform estree-acorn` and `./conform estree-typescript` compare every case.
    [Fact]
    public void Trees_equal_acorn() => Ratchet.Check(EstreeSuite.Acorn.Sample(8));

    [Fact]
    public void Trees_equal_typescript_estree() => Ratchet.Check(EstreeSuite.TypeScript.Sample(4));
}
