using Xunit;

namespace Inox.Cli.Tests;

public sealed class TransformCommandTests
{
    private const string Module = "\"use strict\";\nObject.defineProperty(exports, \"__esModule\", { value: true });\n";

    [Theory]
    [InlineData("import { a } from 'b'; a();", "--format=cjs", Module + "const b_1 = require(\"b\");\n(0, b_1.a)();")]
    [InlineData("import a from 'b'; a();", "--format=cjs --tsconfig-raw={\"compilerOptions\":{\"esModuleInterop\":false}}", Module + "const b_1 = require(\"b\");\n(0, b_1.default)();")]
    [InlineData("export const a = 1;", "--format=system --minify",
        "System.register([],function(e,t){\"use strict\";return e(`a`,void 0),{setters:[],execute:function(){e(`a`,1)}}});")]
    [InlineData("import a from 'b'; a();", "--format=esm", "import a from \"b\";\na();")]
    [InlineData("console.log(1); debugger; DEV: a(); b();", "--drop=console,debugger --drop-labels=DEV", "b();")]
    [InlineData("make(); b();", "--pure=make --minify", "b();")]
    [InlineData("/*! legal */ a();", "--minify --legal-comments=none", "a();")]
    [InlineData("@d class A {}", "--target=esnext", "@d\nclass A {}")]
    [InlineData("@d class A {}", "--tsconfig-raw={\"compilerOptions\":{\"target\":\"esnext\"}}", "@d\nclass A {}")]
    public void Options(string input, string options, string expected)
    {
        using Cli cli = new() { Input = input };
        CliResult result = cli.Run(["transform", "-", "--loader=ts", .. options.Split(' ')]);
        Assert.Equal((0, "", expected), (result.ExitCode, result.Error, result.Output.TrimEnd()));
    }

    [Fact]
    public void Decorators_are_what_the_nearest_tsconfig_says()
    {
        using Cli cli = new();
        cli.Folder.Write("tsconfig.json", """{ "compilerOptions": { "experimentalDecorators": true, "emitDecoratorMetadata": true } }""");
        cli.Folder.Write("src/a.ts", "@d class A { constructor(a: string) {} }");
        CliResult result = cli.Run("transform", "src/a.ts");
        Assert.EndsWith("A = __decorate([d, __metadata(\"design:paramtypes\", [String])], A);", result.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_without_its_decorators_is_a_warning()
    {
        using Cli cli = new();
        cli.Folder.Write("tsconfig.json", """{ "compilerOptions": { "emitDecoratorMetadata": true } }""");
        cli.Folder.Write("a.ts", "a();");
        CliResult result = cli.Run("transform", "a.ts");
        Assert.Equal((0, "a();"), (result.ExitCode, result.Output.TrimEnd()));
        Assert.Contains("IX3125", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_global_is_that_of_an_iife()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "export const a = 1;");
        Assert.Contains("IX0005", cli.Run("build", "a.js", "--format=umd", "--bundle=false", "--global-name=A").Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Run("build", "a.js", "--global-name=A", "--outdir=out").ExitCode);
        Assert.Contains("var A = (", File.ReadAllText(cli.Folder["out/a.js"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export const a = await 1;", "--format=cjs", "IX1808")]
    [InlineData("export = 1;", "--format=system", "IX1803")]
    [InlineData("a();", "--drop=everything", "IX0004")]
    public void Faults(string input, string option, string code)
    {
        using Cli cli = new() { Input = input };
        CliResult result = cli.Run("transform", "-", "--loader=ts", option);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_of_single_files_are_refused_for_bundles()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "export const a = 1;");
        Assert.Contains("IX3212", cli.Run("build", "a.js", "--format=umd").Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Run("build", "a.js", "--format=umd", "--bundle=false", "--outdir=out").ExitCode);
        Assert.Contains("define.amd", File.ReadAllText(cli.Folder["out/a.js"]), StringComparison.Ordinal);
    }
}
