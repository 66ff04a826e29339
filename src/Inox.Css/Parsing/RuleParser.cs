using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Inox.Core;

namespace Inox.Css;

// CSS Syntax Level 3, section 5.5, on tokens: a token that opens a bracket stands for its whole block. Blocks of rules recurse up to MaxDepth, blocks
// in values are skipped with a stack of their own. What the text's end leaves open is written to _missing, innermost first.
internal ref partial struct RuleParser
{
    // Every later pass walks the tree by recursion: this is their one guard.
    private const int MaxDepth = 256;

    private readonly SourceText _source;
    private readonly string _buffer;
    private readonly List<Diagnostic> _diagnostics;
    private readonly StringBuilder _missing;
    private readonly List<CssNode> _nodes = [];
    private readonly Stack<char> _closers = new();
    private CssTokenizer _tokens;
    private int _depth;
    private bool _sawBad;
    private bool _sawImport;
    private CssTokenKind _last;

    public RuleParser(SourceText source, string buffer, List<Diagnostic> diagnostics, StringBuilder missing)
    {
        _source = source;
        _buffer = buffer;
        _diagnostics = diagnostics;
        _missing = missing;
        _tokens = new(buffer);
    }

    // 5.5.1 Consume a stylesheet's contents
    public StyleSheet ParseStyleSheet()
    {
        bool importsAllowed = true;
        while (true)
        {
            switch (Next())
            {
                case CssTokenKind.EndOfFile:
                    CloseEscape();
                    return new(_source, TakeNodes(0));
                case CssTokenKind.Whitespace or CssTokenKind.Cdo or CssTokenKind.Cdc:
                    break;
                case CssTokenKind.Comment:
                    AddComment();
                    break;
                case CssTokenKind.AtKeyword:
                    ParseAtRule(nested: false);
                    importsAllowed = CheckImport(importsAllowed);
                    break;
                default:
                    ParseQualifiedRule(nested: false);
                    importsAllowed = false;
                    break;
            }
        }
    }

    // css-cascade-5, 2: imports precede all other rules except @charset and @layer statements, and nothing stands between them.
    private bool CheckImport(bool allowed)
    {
        if (_nodes.Count == 0 || _nodes[^1] is not AtRule rule) return allowed;
        if (rule.Known == AtRuleName.Import && !allowed) Report(CssDiagnostics.LateImport, rule.Span);
        else if (rule.Known == AtRuleName.Import && (rule.HasBlock || ImportList.Read(rule) is null)) Report(CssDiagnostics.InvalidImport, rule.Span);
        _sawImport |= rule.Known == AtRuleName.Import;
        return allowed && (rule.Known is AtRuleName.Import or AtRuleName.Charset || (rule is { Known: AtRuleName.Layer, HasBlock: false } && !_sawImport));
    }

    private CssTokenKind Next()
    {
        CssTokenKind kind = _tokens.Next();
        if (kind != CssTokenKind.EndOfFile) _last = kind;
        if (_tokens.IsUnterminated) NoteUnterminated();
        if (kind is CssTokenKind.BadString or CssTokenKind.BadUrl || (kind == CssTokenKind.Delim && _tokens.Character == '\\')) NoteBad(kind);
        return kind;
    }

    // A name that ends with the text in a backslash ends in U+FFFD (4.3.7).
    private readonly void CloseEscape()
    {
        bool isName = _last is CssTokenKind.Ident or CssTokenKind.AtKeyword or CssTokenKind.Hash or CssTokenKind.Dimension;
        if (isName && EndsInBackslash(_buffer)) _missing.Insert(0, '\uFFFD');
    }

    private void NoteBad(CssTokenKind kind)
    {
        // A bad string and a lone backslash mean what they do by the line end behind them. No grammar takes either, so what they are part of goes.
        _sawBad |= kind != CssTokenKind.BadUrl;
        Report(
            kind switch
            {
                CssTokenKind.BadString => CssDiagnostics.BadString,
                CssTokenKind.BadUrl => CssDiagnostics.BadUrl,
                _ => CssDiagnostics.BadEscape,
            },
            Span(_tokens.Start, _tokens.Position));
    }

    private CssTokenKind NextSignificant()
    {
        CssTokenKind kind;
        do
        {
            kind = Next();
        }
        while (kind is CssTokenKind.Whitespace or CssTokenKind.Comment);
        return kind;
    }

    private readonly void NoteUnterminated()
    {
        TextSpan span = Span(_tokens.Start, _tokens.Position);
        ReadOnlySpan<char> text = _tokens.Text;
        switch (_tokens.Kind)
        {
            case CssTokenKind.Comment:
                _missing.Append(text[^1] == '*' && text.Length > 2 ? "/" : "*/");
                Report(CssDiagnostics.UnclosedComment, span);
                break;
            case CssTokenKind.String:
                // A backslash at the end of the text stands for nothing in a string; a line end behind it keeps it so.
                _missing.Append(_tokens.ValueEnd < _tokens.Position ? "\n" : "").Append(text[0]);
                Report(CssDiagnostics.UnclosedString, span);
                break;
            default:
                _missing.Append(EndsInBackslash(text) ? "\uFFFD)" : ")");
                Report(CssDiagnostics.UnclosedBracket, span, "url(", ")");
                break;
        }
    }

    private static bool EndsInBackslash(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (count < text.Length && text[^(count + 1)] == '\\') count++;
        return count % 2 == 1;
    }

    private void AddComment()
    {
        if (LegalComment.IsLegal(_tokens.Text)) _nodes.Add(new LegalComment(Span(_tokens.Start, _tokens.Position), new(_buffer, _tokens.Start, _tokens.Position)));
    }

    private readonly ImmutableArray<CssNode> TakeNodes(int first)
    {
        CssNode[] nodes = CollectionsMarshal.AsSpan(_nodes)[first..].ToArray();
        _nodes.RemoveRange(first, _nodes.Count - first);
        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }

    private readonly CssText Text(int start, int end) => end <= start ? CssText.Empty : new(_buffer, start, end);

    private readonly TextSpan Span(int start, int end)
    {
        int length = _source.Text.Length;
        return new(Math.Min(start, length), Math.Min(end, length));
    }

    private readonly void Report(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments) =>
        _diagnostics.Add(new() { Descriptor = descriptor, Source = _source, Span = span, Arguments = arguments });

    // 5.5.9 Consume a simple block, the current token being the one that opens it; its contents do not matter here.
    private void SkipBlock()
    {
        int bottom = _closers.Count, open = _tokens.Start;
        PushCloser();
        while (_closers.Count > bottom)
        {
            CssTokenKind kind = Next();
            switch (kind)
            {
                case CssTokenKind.Function or CssTokenKind.OpenParen or CssTokenKind.OpenBracket or CssTokenKind.OpenBrace:
                    PushCloser();
                    break;
                case CssTokenKind.CloseParen or CssTokenKind.CloseBracket or CssTokenKind.CloseBrace:
                    if (_tokens.Character == _closers.Peek()) _closers.Pop();
                    break;
                case CssTokenKind.EndOfFile:
                    Report(CssDiagnostics.UnclosedBracket, Span(open, open + 1), _buffer.Substring(open, 1), "" + _closers.Peek());
                    while (_closers.Count > bottom) _missing.Append(_closers.Pop());
                    return;
            }
        }
    }

    private readonly void PushCloser() => _closers.Push(_tokens.Kind switch
    {
        CssTokenKind.OpenBracket => ']',
        CssTokenKind.OpenBrace => '}',
        _ => ')',
    });
}
