using Inox.Core;

namespace Inox.JavaScript.Semantics;

/// <summary>The lines whose findings a comment takes back: <c>// @ts-ignore</c> and <c>// @ts-expect-error</c> the next line, <c>// @ts-nocheck</c> all of them.</summary>
internal sealed class IgnoredLines(SourceText source, Comment[] comments)
{
    public void Remove(List<Diagnostic> found)
    {
        HashSet<int> lines = [];
        foreach (Comment comment in comments)
        {
            ReadOnlySpan<char> text = source.Text.AsSpan(comment.Start, comment.End - comment.Start).TrimStart("/* \t");
            if (text.StartsWith("@ts-nocheck", StringComparison.Ordinal)) found.Clear();
            else if (text.StartsWith("@ts-ignore", StringComparison.Ordinal) || text.StartsWith("@ts-expect-error", StringComparison.Ordinal))
                lines.Add(source.GetLineColumn(comment.AttachedTo).Line);
        }
        if (lines.Count > 0) found.RemoveAll(diagnostic => lines.Contains(source.GetLineColumn(diagnostic.Span.Start).Line));
    }
}
