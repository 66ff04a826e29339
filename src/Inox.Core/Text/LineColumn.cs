namespace Inox.Core;

/// <summary>A place in a source text. Both numbers count from zero; <see cref="Column"/> counts UTF-16 code units.</summary>
public readonly record struct LineColumn(int Line, int Column);
