using Inox.Testing;
using Xunit;

namespace Inox.Core.Tests.Targets;

public sealed class EngineQueryTests
{
    // engine=oldest version, in the order of Engine
    [Theory]
    [InlineData("chrome80", "Chrome=80000")]
    [InlineData("chrome 80, safari 14.1", "Chrome=80000 Safari=14001")]
    [InlineData("ios_saf 12.2-12.4", "Ios=12002")]
    [InlineData("node18", "Node=18000")]
    [InlineData("firefox >= 78 and firefox < 90", "Firefox=78000")]
    [InlineData("chrome 60 or edge 18", "Chrome=60000 Edge=18000")]
    [InlineData("ie 9-11, not ie 9", "Ie=10000")]
    [InlineData("ie 11, not dead", "")]
    [InlineData("op_mini all", "")]
    [InlineData("Chrome 70", "Chrome=70000")]
    public void Versions(string query, string expected) => Assert.Equal(expected, Show(query));

    [Theory]
    [InlineData("netscape 4", "netscape 4")]
    [InlineData("chrome x", "chrome x")]
    [InlineData("chrome 80, > many", "> many")]
    [InlineData("last few versions", "last few versions")]
    [InlineData("", "")]
    public void Faults(string query, string expected)
    {
        Assert.Null(EngineQuery.Parse(query, out string fault));
        Assert.Equal(expected, fault);
    }

    // Which versions these are changes with the data; what holds is how they stand to each other.
    [Theory]
    [InlineData("last 1 chrome version", "last 3 chrome versions", Engine.Chrome)]
    [InlineData("> 1%", "> 0.01%", Engine.Chrome)]
    [InlineData("defaults", "cover 99%", Engine.Chrome)]
    [InlineData("last 1 major versions", "last 3 major versions", Engine.Ios)]
    public void Narrow_queries_are_newer(string narrow, string wide, Engine engine)
    {
        EngineTargets first = EngineQuery.Parse(narrow, out _)!, second = EngineQuery.Parse(wide, out _)!;
        Assert.True(first[engine] >= second[engine] && second[engine] > 0, $"{first[engine]} against {second[engine]}");
    }

    [Fact]
    public void The_tables_are_what_the_data_says()
    {
        string folder = Repository.At("tools/targets");
        if (!NodeProcess.IsAvailable || !Directory.Exists(Path.Combine(folder, "node_modules"))) Assert.Skip("npm install in tools/targets first");
        ProcessResult run = NodeProcess.RunFile(Path.Combine(folder, "generate.mjs"), [folder, "--check"]);
        Assert.Equal("", run.Error);
    }

    private static string Show(string query)
    {
        EngineTargets targets = EngineQuery.Parse(query, out _)!;
        return string.Join(' ', Enum.GetValues<Engine>().Where(engine => targets[engine] > 0).Select(engine => $"{engine}={targets[engine]}"));
    }
}
