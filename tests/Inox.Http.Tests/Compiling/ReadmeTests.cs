using Inox.Testing;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Each block of C# of the package's README is a program, and compiles as a user's does.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task BlocksCompile()
    {
        string[] blocks = [.. File.ReadAllText(Repository.At("src/Inox.Http/README.md")).Split("```csharp\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];
        Assert.Equal(4, blocks.Length);
        foreach (string block in blocks) Assert.Empty(await Compiler.FindAsync("using System.Linq;\n" + block));
    }
}
