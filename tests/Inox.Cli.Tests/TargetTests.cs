using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class TargetTests
{
    [Theory]
    [InlineData("chrome100,netscape4", "error IX0004: `--target` does not take `netscape4`\n  = help: name an edition, such as `es2020`, or engines: `chrome100`, `safari14`, `node18`, `defaults`, `> 0.5%`, `last 2 versions`\n")]
    [InlineData("es2202", "error IX0004: `--target` does not take `es2202`\n  = help: did you mean `es2022`?\n")]
    [InlineData("es2020,latest", "error IX0004: `--target` does not take `latest`\n  = help: name an edition, such as `es2020`, or engines: `chrome100`, `safari14`, `node18`, `defaults`, `> 0.5%`, `last 2 versions`\n")]
    public void WrongTargetsAreReported(string target, string expected)
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "f();");
        CliResult result = cli.Run("build", "a.js", "--target=" + target);
        Assert.NotEqual(ExitCode.Success, result.ExitCode);
        Assert.StartsWith(expected, result.Error.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("es2019", false)]
    [InlineData("chrome79", false)]
    [InlineData("chrome80, safari14", true)]
    [InlineData("safari 13", false)]
    [InlineData("node 12", false)]
    [InlineData("node14", true)]
    [InlineData("last 2 versions, not dead", true)]
    [InlineData("last 2 versions", false)]
    [InlineData("defaults", true)]
    [InlineData("> 0.5%, not dead", true)]
    [InlineData("ie 11", false)]
    public void TheTargetSaysWhatIsKept(string target, bool isKept)
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "f(a?.b);");
        CliResult result = cli.Run("transform", "a.js", "--target=" + target);
        Assert.Equal((ExitCode.Success, isKept), (result.ExitCode, result.Output.Contains("?.", StringComparison.Ordinal)));
    }

    [Fact]
    public void NewerSyntaxIsLoweredInPackagesToo()
    {
        using Cli cli = new();
        cli.Folder.Write("inox.json", """{ "entryPoints": ["a.ts"], "target": "es2019" }""");
        cli.Folder.Write("a.ts", "import b from 'b';\nconsole.log(b?.c, b?.d);\n");
        cli.Folder.Write("node_modules/b/index.js", "export default globalThis.x ?? {};\n");
        CliResult result = cli.Run("build", "--diagnostics=short");
        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("?.", cli.Folder.Read("dist/a.js"));
        Assert.DoesNotContain("??", cli.Folder.Read("dist/a.js"));
    }

    [Fact]
    public void SyntaxWithoutAnOlderFormIsAWarningAndTheBuildGoesOn()
    {
        using Cli cli = new();
        cli.Folder.Write("a.ts", "console.log(1n);\n");
        CliResult result = cli.Run("build", "a.ts", "--target=es2019", "--diagnostics=short");
        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal("a.ts:1:13: warning IX1805: a BigInt literal needs es2020 and has no older form, and the target is es2019\n", result.Error);
        Assert.Contains("1n", cli.Folder.Read("dist/a.js"));
    }

    [Theory]
    [InlineData("build", "warning IX3212: the code that Inox writes around modules needs es2015, and the target is es5\n")]
    [InlineData("transform", "")]
    public void TheCodeOfTheBundlerCountsToo(string command, string expected)
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "f();");
        CliResult result = cli.Run(command, "a.js", "--target=es5", "--diagnostics=short");
        Assert.Equal((ExitCode.Success, expected), (result.ExitCode, result.Error));
    }

    [Fact]
    public void MinifyingBringsNoNewerSyntaxIntoEs5()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "f('\\n\\n\\n\\'\"', { f: f });");
        Assert.Equal("f(`\n\n\n'\"`,{f});", cli.Run("transform", "a.js", "--minify").Output);
        Assert.Equal("f(\"\\n\\n\\n'\\\"\",{f:f});", cli.Run("transform", "a.js", "--minify", "--target=es5").Output);
    }
}
