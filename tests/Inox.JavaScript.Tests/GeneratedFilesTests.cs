using Inox.Grammar;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests;

public sealed class GeneratedFilesTests
{
    [Fact]
    public void Committed_files_are_what_the_grammar_gives()
    {
        string syntax = Repository.At("src/Inox.JavaScript/Syntax");
        string[] names = [.. Directory.EnumerateFiles(Path.Combine(syntax, "Generated")).Select(Path.GetFileName).Order()!];
        var expected = Generator.Run(File.ReadAllText(Path.Combine(syntax, "javascript.grammar"))).ToArray();

        Assert.Equal(expected.Select(file => file.Name).Order(), names);
        foreach ((string name, string text) in expected)
            Assert.Equal(text, File.ReadAllText(Path.Combine(syntax, "Generated", name)));
    }
}
