namespace Inox.Core;

/// <summary><see cref="Map"/> is null when what was read is no source map at all; a map with small faults comes with warnings.</summary>
public readonly record struct SourceMapParseResult(SourceMap? Map, Diagnostic[] Diagnostics);
