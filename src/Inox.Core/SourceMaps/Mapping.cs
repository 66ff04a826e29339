namespace Inox.Core;

/// <summary>
/// One segment of a source map: from a place in the generated text to one in a source. Lines and columns count from zero, columns in UTF-16
/// code units. <see cref="Source"/> and <see cref="Name"/> are indexes into the map's tables; -1 where there is none, and a segment without a
/// source says that the text from here on comes from nowhere.
/// </summary>
public readonly record struct Mapping(int GeneratedLine, int GeneratedColumn, int Source, int Line, int Column, int Name)
{
    public bool HasSource => Source >= 0;

    public static Mapping Unmapped(int generatedLine, int generatedColumn) => new(generatedLine, generatedColumn, -1, 0, 0, -1);
}
