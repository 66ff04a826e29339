namespace Inox.Core.Tests;

/// <summary>A text with its spans written into it: <c>«…»</c> is the primary one, each <c>‹…›</c> a related one.</summary>
internal sealed class Marked
{
    public Marked(string text, string path = "src/app.ts")
    {
        string plain = "";
        Stack<int> open = [];
        foreach (char c in text)
        {
            if (c is '«' or '‹') open.Push(plain.Length);
            else if (c == '»') Primary = new(open.Pop(), plain.Length);
            else if (c == '›') Related.Add(new(open.Pop(), plain.Length));
            else plain += c;
        }
        Source = new(path, plain);
    }

    public SourceText Source { get; }

    public TextSpan Primary { get; }

    public List<TextSpan> Related { get; } = [];
}
