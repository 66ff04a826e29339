using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.JavaScript;

namespace Inox.Bundler.Output;

/// <summary>Collects the comments that licences ask to keep: <c>/*!</c>, <c>//!</c>, <c>@license</c> and <c>@preserve</c>.</summary>
internal static class LegalTexts
{
    public static List<string> Collect(Chunk chunk)
    {
        List<string> texts = [];
        HashSet<string> seen = [];
        foreach (Module module in chunk.Modules)
            foreach (Comment comment in module.Comments)
            {
                ReadOnlySpan<char> text = module.Source.Slice(comment.Span);
                if (IsLegal(text) && seen.Add(text.ToString())) texts.Add(text.ToString());
            }
        return texts;
    }

    private static bool IsLegal(ReadOnlySpan<char> text) =>
        text.StartsWith("/*!") || text.StartsWith("//!") || text.Contains("@license", StringComparison.Ordinal) || text.Contains("@preserve", StringComparison.Ordinal);
}
