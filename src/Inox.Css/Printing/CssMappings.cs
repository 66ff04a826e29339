using Inox.Core;

namespace Inox.Css;

/// <summary>Encodes the mappings of printed text.</summary>
public static class CssMappings
{
    /// <summary>A chunk whose source indexes are those of <paramref name="sources"/>; each text that was printed must be among them.</summary>
    public static MappingChunk Encode(CssPrintResult printed, IReadOnlyList<SourceText> sources)
    {
        Dictionary<SourceText, int> indexes = [];
        for (int i = 0; i < sources.Count; i++) indexes.TryAdd(sources[i], i);
        int[] lines = LineTable.Build(printed.Text);
        using MappingWriter writer = new();
        int line = 0;
        foreach (CssMapping mapping in printed.Mappings)
        {
            while (line + 1 < lines.Length && lines[line + 1] <= mapping.Offset) line++;
            LineColumn place = mapping.Source.GetLineColumn(mapping.SourceOffset);
            writer.Add(line, mapping.Offset - lines[line], indexes[mapping.Source], place.Line, place.Column);
        }

        return writer.ToChunk();
    }
}
