using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>One tsconfig.json or jsconfig.json with everything it extends. All paths are absolute. Immutable.</summary>
public sealed class TsConfig
{
    private readonly TsConfigScope _scope;

    internal TsConfig(TsConfigScope scope) => _scope = scope;

    public required string Path { get; init; }

    public required string Directory { get; init; }

    public required CompilerOptions CompilerOptions { get; init; }

    public string? BaseUrl { get; init; }

    public ImmutableArray<string> RootDirs { get; init; } = [];

    public ImmutableArray<string> ModuleSuffixes { get; init; } = [];

    /// <summary>The configurations of referenced projects.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>What is wrong with this file or one it extends.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether the file itself is no JSON.</summary>
    public bool IsBroken { get; init; }

    internal PathsMatcher? Paths { get; init; }

    /// <summary>Whether it rules no file itself and only lists projects: <c>"files": []</c>.</summary>
    public bool IsSolution => _scope.IsSolution;

    /// <summary>Whether the configuration rules <paramref name="file"/> by its <c>files</c>, <c>include</c> and <c>exclude</c>.</summary>
    public bool Includes(string file) => _scope.Includes(file);
}
