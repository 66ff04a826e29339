using Inox.JavaScript;
using Inox.JavaScript.Syntax;
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
    [InlineData("cjs")]
    [InlineData("iife")]
    public void TheCodeOfTheBundlerIsLoweredToo(string format)
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "import b from './b.js'; import * as data from './d.json'; export * from './c.js'; import('./e.js').then(each => console.log(b, data, each, require('./c.js')));");
        cli.Folder.Write("b.js", "module.exports = { b: 1 };");
        cli.Folder.Write("c.js", "export let c = () => this; export * from 'outside';");
        cli.Folder.Write("d.json", "{ \"d\": 1, \"if\": 2 }");
        cli.Folder.Write("e.js", "export default class { e = 1 }");
        CliResult result = cli.Run("build", "a.js", "--target=es5", "--diagnostics=short", "--external:outside", "--platform=node", "--format=" + format);
        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        ParseResult parsed = JsParser.Parse("a.js", cli.Folder.Read("dist/a.js"));
        Assert.Empty(parsed.Diagnostics);
        Assert.Empty(NewerSyntax.Find(parsed.Program));
    }

    private sealed class NewerSyntax : SyntaxVisitor
    {
        private readonly List<string> _found = [];

        public static List<string> Find(Node program)
        {
            NewerSyntax newer = new();
            newer.Visit(program);
            return newer._found;
        }

        protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) => _found.Add("=>");

        protected override void VisitClassExpression(ClassExpression node) => _found.Add("class");

        protected override void VisitTemplateLiteral(TemplateLiteral node) => _found.Add("`");

        protected override void VisitVariableDeclaration(VariableDeclaration node)
        {
            if (node.DeclarationKind != VariableKind.Var) _found.Add("let or const");
            base.VisitVariableDeclaration(node);
        }

        protected override void VisitProperty(Property node)
        {
            if (node.IsShorthand || node.IsMethod || node.IsComputed) _found.Add("{ x }, { f() {} } or { [x]: 1 }");
            base.VisitProperty(node);
        }
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
