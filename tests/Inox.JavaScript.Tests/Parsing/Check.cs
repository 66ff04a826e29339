using Inox.Core;
using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

/// <summary>The one place where tests of the parser touch its API.</summary>
internal static class Check
{
    public static ParseResult Parse(string source, ParseOptions? options = null)
    {
        ParseResult result = JsParser.Parse(new SourceText("test.js", source), options);
        CheckSpans(result.Program, source.Length);
        return result;
    }

    public static void Tree(string source, string expected, ParseOptions? options = null)
    {
        ParseResult result = Parse(source, options);
        Assert.Equal("", Errors(result));
        Assert.Equal(expected, Dump.Tree(result.Program));
    }

    /// <summary>Expects errors as `code@start..end` in order.</summary>
    public static void Errors(string source, string expected, ParseOptions? options = null) => Assert.Equal(expected, Errors(Parse(source, options)));

    public static string Errors(ParseResult result) =>
        string.Join(" ", result.Diagnostics.Select(d => $"{d.Code}@{d.Span.Start}..{d.Span.End}"));

    // Every node lies within its parent.
    private static void CheckSpans(Node root, int length)
    {
        Stack<(Node Node, int Start, int End)> pending = new([(root, 0, length)]);
        while (pending.TryPop(out (Node Node, int Start, int End) item))
        {
            (Node node, int start, int end) = item;
            Assert.True(node.Start >= start && node.End <= end && node.Start <= node.End, $"{node} is not within {start}..{end}");
            foreach (Node child in node.GetChildren()) pending.Push((child, node.Start, node.End));
        }
    }
}
