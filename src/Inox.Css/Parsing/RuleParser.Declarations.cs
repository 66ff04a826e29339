using Inox.Core;

namespace Inox.Css;

internal ref partial struct RuleParser
{
    private void ParseDeclarationOrRule()
    {
        int start = _tokens.Start, findings = _diagnostics.Count, missing = _missing.Length;
        if (_tokens.Kind == CssTokenKind.Ident)
        {
            if (TryParseDeclaration()) return;
            _diagnostics.RemoveRange(findings, _diagnostics.Count - findings);
            _missing.Length = missing;
            _tokens.Position = start;
            Next();
        }

        ParseQualifiedRule(nested: true);
    }

    // 5.5.6 Consume a declaration
    private bool TryParseDeclaration()
    {
        int start = _tokens.Start;
        CssText name = new(_buffer, start, _tokens.Position);
        if (NextSignificant() != CssTokenKind.Colon) return false;
        bool custom = name.Span.StartsWith("--");
        Value value = default;
        _sawBad = false;
        if (!ReadValue(custom, ref value)) return false;
        TextSpan span = Span(start, Math.Max(value.End, value.ImportantEnd) is int end and > 0 ? end : _tokens.Start);
        if (!_sawBad) _nodes.Add(new Declaration(span, name, Text(value.Start, value.End), value.ImportantEnd > 0));
        return true;
    }

    // The value's extent while its tokens go by. End and ImportantEnd are 0 until there is a token, and an `!important`.
    private struct Value
    {
        public int Start;
        public int End;
        public int ImportantEnd;
        private int _endBeforeBang;
        private bool _afterBang;

        public void Add(int start, in CssTokenizer last, CssTokenKind kind)
        {
            if (_afterBang && kind == CssTokenKind.Ident && CssEscapes.EqualsIgnoreCase(last.Text, "important"))
            {
                ImportantEnd = last.Position;
                End = _endBeforeBang;
                _afterBang = false;
                return;
            }

            if (ImportantEnd > 0) TakeBackImportant();
            _afterBang = kind == CssTokenKind.Delim && last.Character == '!';
            if (_afterBang) _endBeforeBang = End;
            if (Start == 0) Start = start;
            End = last.Position;
        }

        // a: 1 !important 2 is no important declaration: the words are part of the value.
        private void TakeBackImportant()
        {
            End = ImportantEnd;
            ImportantEnd = 0;
        }
    }

    // Consume a list of component values up to a semicolon or what ends the block. False when this must be a rule: a property other than a custom
    // one cannot have a block in its value, so a:hover { … } is decided at the brace without reading on.
    private bool ReadValue(bool custom, ref Value value)
    {
        while (true)
        {
            CssTokenKind kind = Next();
            int start = _tokens.Start;
            switch (kind)
            {
                case CssTokenKind.Semicolon or CssTokenKind.EndOfFile:
                    return true;
                case CssTokenKind.CloseBrace:
                    _tokens.Position = start;
                    return true;
                case CssTokenKind.OpenBrace when !custom:
                    return false;
                case CssTokenKind.Whitespace or CssTokenKind.Comment:
                    continue;
                case CssTokenKind.Function or CssTokenKind.OpenParen or CssTokenKind.OpenBracket or CssTokenKind.OpenBrace:
                    SkipBlock();
                    break;
            }

            value.Add(start, _tokens, kind);
        }
    }
}
