using Xunit;

namespace Inox.Cli.Tests;

/// <summary>What <c>inox new</c> writes; that it builds and runs is a test of Inox.Http's packages.</summary>
public sealed class NewCommandTests
{
    [Theory]
    [InlineData("shop", "Shop")]
    [InlineData("my-shop", "MyShop")]
    [InlineData("a/b/2nd_shop", "_2ndShop")]
    [InlineData("é", "Api")]
    public void WritesAProject(string folder, string project)
    {
        using Cli cli = new();
        CliResult result = cli.Run("new", "api", folder);
        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        Assert.Equal($"{project} is in {folder}: cd {folder} && dotnet run\n", result.Output);
        string[] expected = [".gitignore", $"{project}.csproj", "Items.cs", "Program.cs", "README.md", "settings.json"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.GetFiles(cli.Folder[folder]).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        foreach (string name in expected)
        {
            string text = cli.Folder.Read($"{folder}/{name}");
            Assert.False(text.Contains("PROJECT", StringComparison.Ordinal) || text.Contains("VERSION", StringComparison.Ordinal), name);
        }
        Assert.Contains($"namespace {project};", cli.Folder.Read($"{folder}/Items.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new", "IX0003")]
    [InlineData("new api", "IX0003")]
    [InlineData("new api a b", "IX0003")]
    [InlineData("new web a", "IX0004")]
    [InlineData("new api used", "IX0018")]
    [InlineData("new api used/file", "IX0018")]
    public void Refuses(string arguments, string code)
    {
        using Cli cli = new();
        cli.Folder.Write("used/file", "");
        CliResult result = cli.Run(arguments.Split(' '));
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.Equal(["file"], Directory.GetFileSystemEntries(cli.Folder["used"]).Select(path => Path.GetFileName(path)!));
    }
}
