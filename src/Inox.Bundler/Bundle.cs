using Inox.Core;

namespace Inox.Bundler;

/// <summary>Builds: from entries to the bytes of output files.</summary>
public static class Bundle
{
    /// <summary>Runs one build. What is wrong with the input comes back as diagnostics; nothing is written.</summary>
    public static BuildResult Build(BuildOptions options, IFileSystem files) => new([], []);
}
