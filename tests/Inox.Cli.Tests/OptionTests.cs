using Inox.Cli.Building;
using Inox.Cli.Options;
using Inox.Core;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class OptionTests
{
    [Fact]
    public void NamesAreUnique()
    {
        Assert.Equal(BuildTable.All.Length, BuildTable.All.Select(option => option.Name).Distinct().Count());
        Assert.Equal(BuildTable.Settings.Length, BuildTable.Settings.Select(option => option.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("entry-points", "entryPoints")]
    [InlineData("jsx-import-source", "jsxImportSource")]
    [InlineData("outdir", "outdir")]
    public void KeysAreCamelCase(string name, string key) => Assert.Equal(key, new OptionDefinition(name, OptionKind.Flag, "").Key);

    // An option that is read by nobody would be ignored in silence.
    [Fact]
    public void EveryOptionIsRead()
    {
        string[] sources = [.. Directory.GetFiles(Inox.Testing.Repository.At("src/Inox.Cli"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("Table.cs", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)];
        foreach (Type table in (Type[])[typeof(BuildTable), typeof(TransformTable), typeof(ParseTable), typeof(CommonTable)])
        {
            foreach (System.Reflection.FieldInfo field in table.GetFields().Where(field => field.FieldType == typeof(OptionDefinition)))
            {
                Assert.True(sources.Any(source => source.Contains($"{table.Name}.{field.Name}", StringComparison.Ordinal)), $"{table.Name}.{field.Name} is read by nobody");
            }
        }
    }

    [Fact]
    public void HigherOptionsWinAndMapsAreJoined()
    {
        OptionSet file = Read(("define", ["A=1", "B=2"]), ("minify", ["true"]), ("external", ["x"]));
        OptionSet line = Read(("define", ["B=3"]), ("minify", ["false"]), ("external", ["y,z"]));
        OptionSet joined = line.Over(file);
        Assert.Equal(new Dictionary<string, string> { ["A"] = "1", ["B"] = "3" }, joined.Map(BuildTable.Define));
        Assert.False(joined.Flag(BuildTable.Minify, true));
        Assert.Equal(["y", "z"], joined.List(BuildTable.External));
    }

    [Theory]
    [InlineData("sourcemap", "true", "linked")]
    [InlineData("sourcemap", "false", "none")]
    [InlineData("sourcemap", "inline", "inline")]
    [InlineData("format", "cjs", "cjs")]
    public void Choices(string name, string given, string text)
    {
        OptionDefinition option = BuildTable.All.Single(option => option.Name == name);
        Assert.Equal(text, Read((name, [given])).Text(option));
    }

    [Fact]
    public void DefaultsOfPagesDiffer()
    {
        Inox.Bundler.BuildOptions page = BuildOptionsFactory.Create(new(), [new("/a/index.html")], "/a");
        Assert.True(page.Splitting);
        Assert.Equal("/", page.PublicPath);
        Assert.Equal("\"development\"", page.Defines["process.env.NODE_ENV"]);
        Inox.Bundler.BuildOptions script = BuildOptionsFactory.Create(Read(("minify", ["true"])), [new("/a/a.js")], "/a");
        Assert.False(script.Splitting);
        Assert.Equal("", script.PublicPath);
        Assert.Equal("\"production\"", script.Defines["process.env.NODE_ENV"]);
        Assert.True(script.MinifyWhitespace && script.MinifyIdentifiers && script.MinifySyntax);
        Inox.Bundler.BuildOptions program = BuildOptionsFactory.Create(Read(("platform", ["node"]), ("outfile", ["b.js"])), [new("/a/a.js")], "/a");
        Assert.Empty(program.Defines);
        Assert.Null(program.Outdir);
    }

    private static OptionSet Read(params (string Name, string[] Values)[] given)
    {
        OptionSet options = new();
        List<Diagnostic> diagnostics = [];
        foreach ((string name, string[] values) in given)
        {
            OptionDefinition option = BuildTable.All.Single(option => option.Name == name);
            options.Set(option, ArgumentReader.Read(option, values, "/", diagnostics)!);
        }
        Assert.Empty(diagnostics);
        return options;
    }
}
