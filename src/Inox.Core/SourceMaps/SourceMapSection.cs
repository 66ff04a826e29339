namespace Inox.Core;

/// <summary>A part of an index map (ECMA-426 5.2): a map and where its text starts.</summary>
internal record struct SourceMapSection(int Line, int Column, SourceMap? Map)
{
    public readonly bool IsAfter(SourceMapSection other) => Line > other.Line || (Line == other.Line && Column > other.Column);

    public readonly Mapping Move(in Mapping mapping, int firstSource, int firstName) => mapping with
    {
        GeneratedLine = mapping.GeneratedLine + Line,
        GeneratedColumn = mapping.GeneratedColumn + (mapping.GeneratedLine == 0 ? Column : 0),
        Source = mapping.Source < 0 ? -1 : mapping.Source + firstSource,
        Name = mapping.Name < 0 ? -1 : mapping.Name + firstName,
    };
}
