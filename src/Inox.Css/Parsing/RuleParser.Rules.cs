using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

internal ref partial struct RuleParser
{
    // What a prelude's tokens tell while they go by.
    private struct Prelude
    {
        public int Start;
        public int End;
        public bool IsBroken;

        public void Add(in CssTokenizer tokens, int start)
        {
            if (End == 0) Start = start;
            End = tokens.Position;
        }
    }

    // 5.5.2 Consume an at-rule
    private void ParseAtRule(bool nested)
    {
        int start = _tokens.Start;
        CssText name = new(_buffer, _tokens.ValueStart, _tokens.ValueEnd);
        Prelude prelude = default;
        _sawBad = false;
        while (true)
        {
            int at = _tokens.Position;
            switch (Next())
            {
                case CssTokenKind.Semicolon or CssTokenKind.EndOfFile:
                    AddAtRule(start, name, prelude, default);
                    return;
                case CssTokenKind.CloseBrace when nested:
                    _tokens.Position = at;
                    AddAtRule(start, name, prelude, default);
                    return;
                case CssTokenKind.OpenBrace when _depth >= MaxDepth:
                    AddTooDeep(start);
                    return;
                case CssTokenKind.OpenBrace:
                    ImmutableArray<CssNode> children = ParseBlock();
                    AddAtRule(start, name, prelude, children);
                    return;
                default:
                    AddToPrelude(ref prelude);
                    break;
            }
        }
    }

    private readonly void AddAtRule(int start, CssText name, in Prelude prelude, ImmutableArray<CssNode> children)
    {
        if (prelude.IsBroken) return;
        _nodes.Add(new AtRule(Span(start, _tokens.Position), AtRuleNames.Find(name.Span), name, Text(prelude.Start, prelude.End), children));
    }

    // 5.5.3 Consume a qualified rule. The current token is its first.
    private void ParseQualifiedRule(bool nested)
    {
        int start = _tokens.Start;
        _sawBad = _tokens.Kind == CssTokenKind.BadString || _tokens.IsDelim('\\');
        bool custom = _tokens.Kind == CssTokenKind.Ident && _tokens.Text.StartsWith("--"), looksCustom = false;
        Prelude prelude = default;
        for (int count = 0; ; count++)
        {
            switch (_tokens.Kind)
            {
                case CssTokenKind.EndOfFile:
                case CssTokenKind.Semicolon when nested:
                case CssTokenKind.CloseBrace when nested:
                    EndWithoutBlock(start, prelude, nested);
                    return;
                case CssTokenKind.OpenBrace when _depth >= MaxDepth:
                    AddTooDeep(start);
                    return;
                case CssTokenKind.OpenBrace:
                    ImmutableArray<CssNode> children = ParseBlock();

                    // --x:hover {} is not a rule, so that it means the same at the top and in a block.
                    if (looksCustom) Report(CssDiagnostics.NotADeclaration, Span(start, prelude.End));
                    else if (!prelude.IsBroken) _nodes.Add(new StyleRule(Span(start, _tokens.Position), Text(prelude.Start, prelude.End), children));
                    return;
                default:
                    if (count == 1) looksCustom = custom && _tokens.Kind == CssTokenKind.Colon;
                    AddToPrelude(ref prelude);
                    if (_tokens.Kind is CssTokenKind.Whitespace or CssTokenKind.Comment) count--;
                    break;
            }

            Next();
        }
    }

    private void AddToPrelude(ref Prelude prelude)
    {
        int start = _tokens.Start;
        switch (_tokens.Kind)
        {
            case CssTokenKind.Whitespace or CssTokenKind.Comment:
                return;
            case CssTokenKind.Function or CssTokenKind.OpenParen or CssTokenKind.OpenBracket:
                SkipBlock();
                break;
            case CssTokenKind.CloseBrace:
                Report(CssDiagnostics.UnexpectedClose, Span(start, start + 1));
                prelude.IsBroken = true;
                break;
        }

        prelude.IsBroken |= _sawBad;
        prelude.Add(_tokens, start);
    }

    private void EndWithoutBlock(int start, in Prelude prelude, bool nested)
    {
        if (!nested)
        {
            if (!prelude.IsBroken) Report(CssDiagnostics.MissingBlock, Span(start, prelude.End));
            return;
        }

        if (_tokens.Kind == CssTokenKind.CloseBrace) _tokens.Position = _tokens.Start;
        if (prelude.IsBroken) return;
        TextSpan span = Span(start, prelude.End);
        Report(CssDiagnostics.NotADeclaration, span);
        _nodes.Add(new Unparsed(span, Text(prelude.Start, prelude.End)));
    }

    private void AddTooDeep(int start)
    {
        Report(CssDiagnostics.TooDeep, Span(_tokens.Start, _tokens.Position));
        SkipBlock();
        _nodes.Add(new Unparsed(Span(start, _tokens.Position), Text(start, _tokens.Position)));
    }

    // 5.5.4 and 5.5.5 Consume a block and its contents. The current token is `{`; afterwards it is `}` or the end.
    private ImmutableArray<CssNode> ParseBlock()
    {
        int first = _nodes.Count, open = _tokens.Start;
        _depth++;
        while (true)
        {
            switch (Next())
            {
                case CssTokenKind.Whitespace or CssTokenKind.Semicolon:
                    break;
                case CssTokenKind.Comment:
                    AddComment();
                    break;
                case CssTokenKind.CloseBrace:
                    _depth--;
                    return TakeNodes(first);
                case CssTokenKind.EndOfFile:
                    _depth--;
                    _missing.Append('}');
                    Report(CssDiagnostics.UnclosedBracket, Span(open, open + 1), "{", "}");
                    return TakeNodes(first);
                case CssTokenKind.AtKeyword:
                    ParseAtRule(nested: true);
                    break;
                default:
                    ParseDeclarationOrRule();
                    break;
            }
        }
    }
}
