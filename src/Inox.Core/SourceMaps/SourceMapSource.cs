namespace Inox.Core;

/// <summary>
/// One original file of a source map. <see cref="Path"/> has the map's <c>sourceRoot</c> before it and is null where the map names none;
/// an ignored source is code that debuggers step over, such as a framework's.
/// </summary>
public readonly record struct SourceMapSource(string? Path, string? Content = null, bool IsIgnored = false);
