namespace Inox.Core;

/// <summary>
/// Where a chunk's text starts in the output (<see cref="Line"/> and <see cref="Column"/> from zero, in UTF-16 code units) and what its
/// source 0 and name 0 are in the tables of the map.
/// </summary>
public readonly record struct ChunkPlace(int Line, int Column, int FirstSource, int FirstName);
