using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

// Comments are written where lists have their elements: statements, class members, properties, parameters, arguments. A cursor runs
// through the comments along with the nodes; a node that was moved to an earlier place makes it search.
public sealed partial class JsPrinter
{
    private readonly Comment[] _comments;
    private int _nextComment;

    private static Comment[] SelectComments(Comment[] comments, SourceText? source, CommentPolicy policy)
    {
        if (source is null || comments.Length == 0 || policy == CommentPolicy.None) return [];
        if (policy == CommentPolicy.All) return comments;
        List<Comment> legal = [];
        foreach (Comment comment in comments) if (IsLegal(source.Slice(comment.Span))) legal.Add(comment);
        return [.. legal];
    }

    // `/*! x */`, `//! x`, `@license`, `@preserve`
    private static bool IsLegal(ReadOnlySpan<char> text) =>
        (text.Length > 2 && text[2] == '!' && text[0] == '/') || text.Contains("@license", StringComparison.Ordinal) || text.Contains("@preserve", StringComparison.Ordinal);

    // The tree has it as CallExpression.IsPure.
    private static bool IsAnnotation(ReadOnlySpan<char> text) =>
        text.Length < 24 && (text.Contains("@__PURE__", StringComparison.Ordinal) || text.Contains("#__PURE__", StringComparison.Ordinal));

    private bool MoveToComments(int start)
    {
        if (_nextComment > 0 && _comments[_nextComment - 1].AttachedTo > start) _nextComment = FirstCommentAt(start);
        while (_nextComment < _comments.Length && _comments[_nextComment].AttachedTo < start) _nextComment++;
        return _nextComment < _comments.Length && _comments[_nextComment].AttachedTo == start;
    }

    private int FirstCommentAt(int start)
    {
        int low = 0, high = _comments.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_comments[middle].AttachedTo < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Writes the comments before a node, each on lines of its own.</summary>
    private void PrintLeadingComments(int start)
    {
        if (_comments.Length == 0 || !MoveToComments(start)) return;
        for (; _nextComment < _comments.Length && _comments[_nextComment].AttachedTo == start; _nextComment++)
            PrintOwnLine(_comments[_nextComment]);
    }

    private void PrintOwnLine(in Comment comment)
    {
        if (comment.Kind == CommentKind.Hashbang || IsAnnotation(_source!.Slice(comment.Span))) return;
        FlushSemicolon();
        Indent();
        PrintComment(comment);
        if (comment.Kind != CommentKind.Block) _output.Write('\n');
        else NewLine();
    }

    /// <summary>Writes the comments before a node that stands in a line: `f(/* x */ y)`.</summary>
    private void PrintInlineComments(int start)
    {
        if (_comments.Length == 0 || !MoveToComments(start)) return;
        for (; _nextComment < _comments.Length && _comments[_nextComment].AttachedTo == start; _nextComment++)
        {
            ref readonly Comment comment = ref _comments[_nextComment];
            if (comment.Kind == CommentKind.Hashbang || IsAnnotation(_source!.Slice(comment.Span))) continue;
            if (_output.Last == '/') _output.Write(' ');
            PrintComment(comment);
            if (comment.Kind == CommentKind.Block) Space();
            else _output.Write('\n');
        }
    }

    /// <summary>Writes the comments that follow a node on its line.</summary>
    private void PrintTrailingComments(int end)
    {
        while (_nextComment < _comments.Length)
        {
            ref readonly Comment comment = ref _comments[_nextComment];
            if (!comment.IsTrailing || comment.Start < end || !IsBlank(end, comment.Start)) return;
            _nextComment++;
            if (IsAnnotation(_source!.Slice(comment.Span))) continue;
            FlushSemicolon();
            Space();
            PrintComment(comment);
            if (_minify && comment.Kind != CommentKind.Block) _output.Write('\n');
            end = comment.End;
        }
    }

    private bool IsBlank(int start, int end) =>
        end <= _source!.Text.Length && _source.Text.AsSpan(start, end - start).IndexOfAnyExcept(" \t;,") < 0;

    /// <summary>Writes the comments before the closing brace of a list.</summary>
    private void PrintDanglingComments(int end)
    {
        if (_comments.Length > 0) PrintLeadingComments(end - 1);
    }

    private bool HasDanglingComments(int end) => _comments.Length > 0 && MoveToComments(end - 1);

    /// <summary>Writes what is left, at the end of the file.</summary>
    private void PrintCommentsUpTo(int end)
    {
        if (_comments.Length == 0) return;
        MoveToComments(end);
        for (; _nextComment < _comments.Length; _nextComment++) PrintOwnLine(_comments[_nextComment]);
    }

    private void PrintComment(in Comment comment)
    {
        ReadOnlySpan<char> text = _source!.Slice(comment.Span);
        // `<!-- x` is a comment in scripts only
        if (comment.Kind is CommentKind.HtmlOpen or CommentKind.HtmlClose)
        {
            _output.Write("//");
            text = text[(comment.Kind == CommentKind.HtmlOpen ? 4 : 3)..];
        }
        if (comment.Kind == CommentKind.Block && text.IndexOfAny('\n', '\r') >= 0) PrintBlockComment(text, comment.Start);
        else _output.Write(text.TrimEnd());
    }

    // The lines of a block comment move with its first: what they are indented more than the first stays.
    private void PrintBlockComment(ReadOnlySpan<char> text, int start)
    {
        int column = _minify ? 0 : _source!.GetLineColumn(start).Column;
        bool isFirst = true;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (!isFirst)
            {
                _output.Write('\n');
                Indent();
            }
            _output.Write(isFirst ? line.TrimEnd() : Unindent(line, column).TrimEnd());
            isFirst = false;
        }
    }

    private static ReadOnlySpan<char> Unindent(ReadOnlySpan<char> line, int column)
    {
        int blanks = 0;
        while (blanks < column && blanks < line.Length && line[blanks] is ' ' or '\t') blanks++;
        return line[blanks..];
    }
}
