using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class MinifyCommandTests
{
    [Fact]
    public void Standard_input_goes_to_standard_output()
    {
        using Cli cli = new() { Input = "function outer(value) { const twice = value + value; return twice }" };
        CliResult result = cli.Run("minify", "-");
        Assert.Equal((0, "function outer(e){return e+e}"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void Patterns_go_to_a_folder()
    {
        using Cli cli = new();
        cli.Folder.Write("lib/a.js", "let a = 1 ; f ( a )");
        cli.Folder.Write("lib/sub/b.mjs", "g ( )");
        CliResult result = cli.Run("minify", "lib/**/*.*js", "--outdir=out");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("let a=1;f(a);", File.ReadAllText(cli.Folder["out/lib/a.js"]));
        Assert.Equal("g();", File.ReadAllText(cli.Folder["out/lib/sub/b.mjs"]));
    }

    [Fact]
    public void Files_from_outside_stand_beside_those_of_the_folder()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "inner ( )");
        using TempFolder outside = new();
        outside.Write("a.js", "outer ( )");
        string folder = Path.GetFileName(outside.Root);
        cli.Folder.Write(folder + "/a.js", "other ( )");
        CliResult result = cli.Run("minify", "a.js", folder + "/a.js", $"../{folder}/a.js", "--outdir=out");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("inner();", File.ReadAllText(cli.Folder["out/a.js"]));
        Assert.Equal("other();", File.ReadAllText(cli.Folder[$"out/{folder}/a.js"]));
        Assert.Equal("outer();", File.ReadAllText(cli.Folder[$"out/_.._/{folder}/a.js"]));
    }

    [Theory]
    [InlineData("IX0003", "a.js", "a.ts", "--outdir=out")]
    [InlineData("IX0017", "a.js", "--outdir=.")]
    [InlineData("IX0017", "a.js", "--outfile=a.js")]
    public void Nothing_is_written_over(string code, params string[] arguments)
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "f ( )");
        cli.Folder.Write("a.ts", "g ( )");
        CliResult result = cli.Run(["minify", .. arguments]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.Equal("f ( )", File.ReadAllText(cli.Folder["a.js"]));
        Assert.False(File.Exists(cli.Folder["out/a.js"]));
    }

    [Fact]
    public void Several_files_need_a_folder()
    {
        using Cli cli = new();
        CliResult result = cli.Run("minify", "a.js", "b.js");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("IX0003", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_functions_can_be_kept()
    {
        using Cli cli = new() { Input = "(function () { function named() {} const arrow = () => 1; use(named, arrow, arrow) })()" };
        Assert.Equal("(function(){function named(){}let arrow=()=>1;use(named,arrow,arrow)})();", cli.Run("minify", "-", "--keep-names").Output);
    }

    [Fact]
    public void Verification_names_the_rule_that_changed_a_program()
    {
        using Cli cli = new();
        cli.Folder.Write("same.js", "console.log([1, 2].map(function twice(x) { return x * 2 }))");
        cli.Folder.Write("differs.js", "console.log((function () { return function (firstName) { return firstName } })().toString().length)");
        Assert.Equal(0, cli.Run("minify", "same.js", "--verify").ExitCode);
        CliResult result = cli.Run("minify", "differs.js", "--verify");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("IX0030", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }
}
