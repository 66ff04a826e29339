using Inox.Bundler;

namespace Inox.Cli.Building;

/// <summary>What a call of <c>inox build</c> comes to.</summary>
/// <param name="Folder">The folder that is built, for messages and packages.</param>
/// <param name="Metafile">Where the graph is written.</param>
/// <param name="Clean">Whether everything else in the output folder goes.</param>
internal sealed record BuildPlan(BuildOptions Options, string Folder, string? Metafile, bool Clean);
