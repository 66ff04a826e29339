using System.Text.Json;
using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class BuildCommandTests
{
    [Fact]
    public void AFailingBuildLeavesTheOutputsAsTheyWere()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "console.log(1)");
        Assert.Equal(ExitCode.Success, cli.Run("build", "a.js").ExitCode);
        string before = cli.Folder.Read("dist/a.js");
        cli.Folder.Write("a.js", "console.log(");
        CliResult failed = cli.Run("build", "a.js");
        Assert.Equal(ExitCode.Errors, failed.ExitCode);
        Assert.NotEqual("", failed.Error);
        Assert.Equal(before, cli.Folder.Read("dist/a.js"));
    }

    [Fact]
    public void BuildsOfOtherEntriesShareAFolder()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "console.log(1)");
        cli.Folder.Write("b.js", "console.log(2)");
        Assert.Equal(ExitCode.Success, cli.Run("build", "a.js", "--outfile=dist/a.mjs").ExitCode);
        Assert.Equal(ExitCode.Success, cli.Run("build", "b.js", "--outfile=dist/b.mjs").ExitCode);
        Assert.True(File.Exists(cli.Folder["dist/a.mjs"]));
        Assert.True(File.Exists(cli.Folder["dist/b.mjs"]));
    }

    [Fact]
    public void OneEntryRunsInNode()
    {
        using Cli cli = new();
        cli.Folder.Write("a.ts", "import { b } from './b';\nconsole.log(b as number, DEBUG);");
        cli.Folder.Write("b.ts", "export const b: number = 3;");
        Assert.Equal("", cli.Run("build", "a.ts", "--outfile=out.mjs", "--define:DEBUG=false", "--minify", "--platform=node").Error);
        Assert.Equal("3 false\n", NodeProcess.RunFile(cli.Folder["out.mjs"]).Output);
    }

    [Fact]
    public void AFolderIsBuiltAsItsSettingsSay()
    {
        using Cli cli = new();
        cli.Folder.Write("app/inox.json", """{ "entryPoints": ["main.js"], "outdir": "public", "metafile": "meta.json" }""");
        cli.Folder.Write("app/main.js", "console.log(1)");
        CliResult result = cli.Run("build", "app");
        Assert.Equal("", result.Error);
        Assert.True(File.Exists(cli.Folder["app/public/main.js"]));
        using JsonDocument meta = JsonDocument.Parse(cli.Folder.Read("app/meta.json"));
        Assert.True(meta.RootElement.TryGetProperty("outputs", out _));
        Assert.Contains("app/public/main.js", result.Output);
    }

    [Fact]
    public void ABuildDoesNotOverwriteItsInput()
    {
        using Cli cli = new();
        cli.Folder.Write("a.js", "console.log(1)");
        CliResult result = cli.Run("build", "a.js", "--outdir=.", "--diagnostics=short");
        Assert.Equal("error IX0017: the build would overwrite its own input `a.js`\n", result.Error);
        Assert.Equal(ExitCode.Errors, result.ExitCode);
        Assert.Equal("console.log(1)", cli.Folder.Read("a.js"));
    }

    [Fact]
    public void TransformGoesToStandardOutput()
    {
        using Cli cli = new() { Input = "import { EOL } from 'node:os'; let a: number = X; console.log(a, EOL.length > 0); export default a" };
        CliResult result = cli.Run("transform", "--loader=ts", "-", "--define:X=1");
        Assert.Equal("", result.Error);
        Assert.Equal("1 true\n", NodeProcess.RunModule(result.Output).Output);
    }

    [Fact]
    public void TransformFollowsNoImport()
    {
        using Cli cli = new();
        cli.Folder.Write("a.ts", "import { b } from './b.js';\nconsole.log(b);");
        CliResult result = cli.Run("transform", "a.ts");
        Assert.Equal("", result.Error);
        cli.Folder.Write("out/b.js", "export const b = 4;");
        cli.Folder.Write("out/a.mjs", result.Output);
        cli.Folder.Write("out/package.json", """{ "type": "module" }""");
        Assert.Equal("4\n", NodeProcess.RunFile(cli.Folder["out/a.mjs"]).Output);
    }
}
