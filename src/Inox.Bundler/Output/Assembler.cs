using System.Text;
using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Core;

namespace Inox.Bundler.Output;

/// <summary>
/// Settles the hashes and makes the files. The hash of a chunk covers its own text and, through the chunks it names, theirs; circles
/// are covered by taking every chunk in reach in a fixed order. A hash is as long as the token it replaces.
/// </summary>
internal sealed class Assembler(LinkContext context, IReadOnlyList<WrittenChunk> written, string outputFolder, PathStyle paths)
{
    private readonly Dictionary<int, string> _hashes = [];

    public List<OutputFile> Run(IReadOnlyList<WrittenText> others)
    {
        Settle(others);
        List<OutputFile> files = [];
        foreach (WrittenChunk chunk in written) AddChunk(chunk, files);
        foreach (WrittenText text in others) AddText(text, files);
        return files;
    }

    public string Fill(string text)
    {
        if (text.IndexOf(HashToken.Mark) < 0) return text;
        StringBuilder filled = new(text.Length);
        foreach (ReadOnlyMemory<char> piece in Fill([text])) filled.Append(piece);
        return filled.ToString();
    }

    // Pieces of the text and hashes between them: nothing is copied until there are bytes.
    private List<ReadOnlyMemory<char>> Fill(IReadOnlyList<string> parts)
    {
        List<ReadOnlyMemory<char>> pieces = new(parts.Count);
        foreach (string text in parts)
        {
            int from = 0;
            for (int at = text.IndexOf(HashToken.Mark); at >= 0; at = text.IndexOf(HashToken.Mark, at + 1))
            {
                int owner = HashToken.Read(text.AsSpan(at));
                if (owner < 0 || !_hashes.TryGetValue(owner, out string? hash)) continue;
                pieces.Add(text.AsMemory(from, at - from));
                pieces.Add(hash.AsMemory());
                from = at + HashToken.Length;
            }
            pieces.Add(text.AsMemory(from));
        }
        return pieces;
    }

    private void Settle(IReadOnlyList<WrittenText> others)
    {
        SortedDictionary<int, (ContentHash Own, List<int> Named)> texts = [];
        foreach (WrittenChunk chunk in written) texts.Add(chunk.Chunk.Index, Examine(chunk.Parts));
        foreach (WrittenText text in others) if (text.HashIndex >= 0) texts.Add(text.HashIndex, Examine([text.Text]));
        HashSet<string> taken = [];
        foreach (int index in texts.Keys)
        {
            ContentHasher hasher = new();
            foreach (int reached in Reach(index, texts)) hasher.Append(texts[reached].Own);
            _hashes[index] = hasher.ToHash().ToName(HashToken.Length);
            // two chunks of the same text are two modules when they run
            string path = PathOf(index, others);
            for (int i = 2; !taken.Add(Fill(path)); i++)
            {
                hasher.Append(i.ToString(System.Globalization.CultureInfo.InvariantCulture).AsSpan());
                _hashes[index] = hasher.ToHash().ToName(HashToken.Length);
                if (path.IndexOf(HashToken.Mark) < 0) break;
            }
        }
    }

    private string PathOf(int index, IReadOnlyList<WrittenText> others) =>
        written.FirstOrDefault(chunk => chunk.Chunk.Index == index)?.Chunk.Path ?? others.First(text => text.HashIndex == index).Path;

    private static IEnumerable<int> Reach(int start, SortedDictionary<int, (ContentHash Own, List<int> Named)> texts)
    {
        List<int> order = [start];
        HashSet<int> seen = [start];
        for (int i = 0; i < order.Count; i++)
            foreach (int named in texts[order[i]].Named)
                if (texts.ContainsKey(named) && seen.Add(named)) order.Add(named);
        return order;
    }

    // Tokens count as places only: the numbers in them may differ where the content does not.
    private static (ContentHash, List<int>) Examine(IReadOnlyList<string> parts)
    {
        ContentHasher hasher = new();
        List<int> named = [];
        foreach (string text in parts)
        {
            int from = 0;
            for (int at = text.IndexOf(HashToken.Mark); at >= 0; at = text.IndexOf(HashToken.Mark, from))
            {
                hasher.Append(text.AsSpan(from, at - from));
                int chunk = HashToken.Read(text.AsSpan(at));
                if (chunk >= 0) named.Add(chunk);
                from = at + (chunk < 0 ? 1 : HashToken.Length);
            }
            hasher.Append(text.AsSpan(from));
        }
        return (hasher.ToHash(), named);
    }

    private void AddChunk(WrittenChunk chunk, List<OutputFile> files)
    {
        string path = Fill(chunk.Chunk.Path);
        List<ReadOnlyMemory<char>> text = Fill(chunk.Parts);
        BuildOptions options = context.Options;
        OutputKind kind = chunk.Chunk.Entry is not null && chunk.Chunk.IsUserEntry ? OutputKind.Entry : OutputKind.Chunk;
        if (options.LegalComments is LegalComments.Linked or LegalComments.External && chunk.LegalTexts.Count > 0)
        {
            files.Add(new(FullPath(path + ".LEGAL.txt"), OutputKind.Legal, Encoding.UTF8.GetBytes(string.Join("\n\n", chunk.LegalTexts) + "\n")));
            if (options.LegalComments == LegalComments.Linked) AddLine(text, $"/*! For license information please see {paths.GetName(path)}.LEGAL.txt */\n");
        }
        if (chunk.Map is not null) AddMap(chunk.Map, path, text, "//# ", "\n", files);
        files.Add(new(FullPath(path), kind, ToUtf8(text)));
    }

    private void AddText(WrittenText written, List<OutputFile> files)
    {
        string path = Fill(written.Path);
        List<ReadOnlyMemory<char>> text = Fill([written.Text]);
        if (written.Map is not null) AddMap(written.Map, path, text, "/*# ", " */\n", files);
        files.Add(new(FullPath(path), written.Kind, ToUtf8(text)));
    }

    private void AddMap(SourceMapBuilder map, string path, List<ReadOnlyMemory<char>> text, string before, string after, List<OutputFile> files)
    {
        SourceMapMode mode = context.Options.SourceMap;
        byte[] json = map.ToJson();
        map.Dispose();
        if (mode != SourceMapMode.Inline) files.Add(new(FullPath(path + ".map"), OutputKind.SourceMap, json));
        string? url = mode switch
        {
            SourceMapMode.Linked => path[(path.LastIndexOf('/') + 1)..] + ".map",
            SourceMapMode.Inline or SourceMapMode.Both => SourceMapComment.ToDataUrl(json),
            _ => null,
        };
        if (url is not null) AddLine(text, $"{before}sourceMappingURL={url}{after}");
    }

    private static void AddLine(List<ReadOnlyMemory<char>> text, string line)
    {
        int last = text.FindLastIndex(piece => piece.Length > 0);
        if (last >= 0 && text[last].Span[^1] != '\n') text.Add("\n".AsMemory());
        text.Add(line.AsMemory());
    }

    private static byte[] ToUtf8(List<ReadOnlyMemory<char>> text)
    {
        int length = 0;
        foreach (ReadOnlyMemory<char> piece in text) length += Encoding.UTF8.GetByteCount(piece.Span);
        byte[] bytes = new byte[length];
        int at = 0;
        foreach (ReadOnlyMemory<char> piece in text) at += Encoding.UTF8.GetBytes(piece.Span, bytes.AsSpan(at));
        return bytes;
    }

    private string FullPath(string relative) => paths.Join(outputFolder, relative);
}

/// <summary>A text file in the making that is no chunk: a style sheet or a page. Its tokens name chunks and, for <paramref name="HashIndex"/> ≥ 0, itself.</summary>
internal sealed record WrittenText(string Path, OutputKind Kind, string Text, int HashIndex = -1)
{
    public SourceMapBuilder? Map { get; init; }

    /// <summary>What it was made of, for a style sheet.</summary>
    public StyleOutput? Style { get; init; }

    /// <summary>What it was made of, for a page.</summary>
    public Graph.Page? Page { get; init; }
}
