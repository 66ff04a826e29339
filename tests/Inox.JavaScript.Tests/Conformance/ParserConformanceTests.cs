using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Conformance;

public sealed class ParserConformanceTests
{
    [Fact]
    public void Test262() => Check("test262.zip", "test262-parser", Test262Suite.Run);

    [Fact]
    public void TypeScript() => Check("typescript.zip", "typescript-parser", TypeScriptParserSuite.Run);

    [Fact]
    public void Babel() => Check("babel-parser.zip", "babel-parser", BabelParserSuite.Run);

    private static void Check(string packName, string suite, Func<string, IEnumerable<SuiteResult>> run)
    {
        string? path = Repository.ConformancePack(packName);
        if (path is null) Repository.SkipSuite(packName);
        Ratchet.Check($"tests/conformance/{suite}.txt", suite, run(Path.GetDirectoryName(path)!).Select(result => ($"{result.Group} {result.Id}", result.Passed)));
    }
}
