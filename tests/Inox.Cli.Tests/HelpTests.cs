using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("overview", "help")]
    [InlineData("build", "build --help")]
    [InlineData("transform", "help transform")]
    [InlineData("minify", "minify --help")]
    [InlineData("parse", "parse -h")]
    public void Pages(string name, string arguments)
    {
        using Cli cli = new();
        string page = cli.Run(arguments.Split(' ')).Output;
        foreach (string line in page.Split('\n')) Assert.True(line.Length <= 130, line);
        Snapshot.Check($"tests/Inox.Cli.Tests/Snapshots/help-{name}.txt", page);
    }
}
