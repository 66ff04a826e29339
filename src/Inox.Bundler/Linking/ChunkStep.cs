using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// One step of a chunk's code: the statements of <paramref name="Module"/> or, with <paramref name="IsCall"/>, the evaluation of something that is wrapped or required
/// at its place in the order of evaluation; <paramref name="Required"/> is what importers see of it.
/// </summary>
internal readonly record struct ChunkStep(Module? Module, bool IsCall = false, RequiredModule? Required = null);
