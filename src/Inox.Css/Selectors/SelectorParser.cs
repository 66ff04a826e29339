using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Parses selectors (Selectors Level 4, section 17). Any text gives a list; what is no selector in it is an <see cref="InvalidSelector"/>, so that a
/// pass can still see the names around it. Pseudo-classes that nest deeper than 64 keep their argument as text.
/// </summary>
public static class SelectorParser
{
    public static SelectorList Parse(CssText text)
    {
        Cursor cursor = new(text.Tokenize());
        cursor.Next();
        return cursor.ParseList(text.Start, text.End, depth: 0);
    }

    private ref struct Cursor(CssTokenizer tokens)
    {
        private const int MaxDepth = 64;

        private CssTokenizer _tokens = tokens;

        // How many pseudo-classes are open: with none, `)` closes nothing and makes the selector invalid.
        private int _open;

        public CssTokenKind Next() => _tokens.Next();

        // <selector-list> up to the parenthesis that closes it or the end
        public SelectorList ParseList(int start, int end, int depth)
        {
            ImmutableArray<ComplexSelector>.Builder selectors = ImmutableArray.CreateBuilder<ComplexSelector>(1);
            if (IsAtListEnd() && start == end) return new(new(start, end), []);
            while (true)
            {
                selectors.Add(ParseComplex(depth));
                if (_tokens.Kind != CssTokenKind.Comma) break;
                Next();
            }

            int last = _tokens.Start;
            return new(new(start, last), selectors.DrainToImmutable());
        }

        private readonly bool IsAtListEnd() => _tokens.Kind == CssTokenKind.EndOfFile || (_tokens.Kind == CssTokenKind.CloseParen && _open > 0);

        private readonly bool IsAtSelectorEnd() => _tokens.Kind == CssTokenKind.Comma || IsAtListEnd();

        // <complex-selector>, which may start with a combinator
        private ComplexSelector ParseComplex(int depth)
        {
            ImmutableArray<SelectorPart>.Builder parts = ImmutableArray.CreateBuilder<SelectorPart>(2);
            SkipSpace();
            int start = _tokens.Start, end = start;
            while (!IsAtSelectorEnd())
            {
                SelectorPart? part = ParseCombinator() ?? ParseSimple(depth);
                if (part is Combinator { Which: CombinatorKind.Descendant } && IsAtSelectorEnd()) break;
                parts.Add(part);
                end = part.Span.End;
            }

            return new(new(start, end), parts.DrainToImmutable());
        }

        private bool SkipSpace()
        {
            bool space = false;
            while (_tokens.Kind is CssTokenKind.Whitespace or CssTokenKind.Comment)
            {
                space |= _tokens.Kind == CssTokenKind.Whitespace;
                Next();
            }

            return space;
        }

        private Combinator? ParseCombinator()
        {
            int start = _tokens.Start;
            bool space = SkipSpace();
            CombinatorKind? kind = ReadCombinator();
            if (kind is null) return space ? new(new(start, _tokens.Start), CombinatorKind.Descendant) : null;
            SkipSpace();
            return new(new(start, _tokens.Start), kind.Value);
        }

        private CombinatorKind? ReadCombinator()
        {
            if (_tokens.Kind != CssTokenKind.Delim) return null;
            char c = _tokens.Character;
            CombinatorKind? kind = c switch
            {
                '>' => CombinatorKind.Child,
                '+' => CombinatorKind.NextSibling,
                '~' => CombinatorKind.SubsequentSibling,
                _ => null,
            };
            if (kind is null) return c == '|' ? ReadColumn() : null;
            Next();
            if (kind == CombinatorKind.Child && _tokens.IsDelim('>')) kind = ReadDeep();
            return kind;
        }

        // a >>> b
        private CombinatorKind ReadDeep()
        {
            CssTokenizer saved = _tokens;
            if (Next() != CssTokenKind.Delim || !_tokens.IsDelim('>'))
            {
                _tokens = saved;
                return CombinatorKind.Child;
            }

            Next();
            return CombinatorKind.Deep;
        }

        private CombinatorKind? ReadColumn()
        {
            CssTokenizer saved = _tokens;
            Next();
            if (_tokens.IsDelim('|'))
            {
                Next();
                return CombinatorKind.Column;
            }

            _tokens = saved;
            return null;
        }

        private SelectorPart ParseSimple(int depth)
        {
            int start = _tokens.Start;
            switch (_tokens.Kind)
            {
                case CssTokenKind.Ident:
                    return ParseType();
                case CssTokenKind.Hash:
                    return EndName(start, SelectorKind.Id);
                case CssTokenKind.Colon:
                    return ParsePseudo(start, depth);
                case CssTokenKind.OpenBracket:
                    _tokens.SkipBlock();
                    return new AttributeSelector(new(start, TakeEnd()));
                case CssTokenKind.Delim:
                    return ParseDelim(start);
                default:
                    return ParseInvalid(start);
            }
        }

        private int TakeEnd()
        {
            int end = _tokens.Position;
            Next();
            return end;
        }

        private NameSelector EndName(int start, SelectorKind kind)
        {
            TextSpan name = new(_tokens.ValueStart, _tokens.ValueEnd);
            return new(new(start, TakeEnd()), kind, name);
        }

        private SelectorPart ParseDelim(int start)
        {
            switch (_tokens.Character)
            {
                case '.':
                    return Next() == CssTokenKind.Ident ? EndName(start, SelectorKind.Class) : new InvalidSelector(new(start, _tokens.Start));
                case '*' or '|':
                    return ParseType();
                case '&':
                    return new NameSelector(new(start, TakeEnd()), SelectorKind.Nesting, new(start, start + 1));
                default:
                    return ParseInvalid(start);
            }
        }

        // <type-selector> = <wq-name> | <ns-prefix>? '*'
        private SelectorPart ParseType()
        {
            int start = _tokens.Start;
            while (true)
            {
                bool isName = _tokens.Kind == CssTokenKind.Ident, isStar = _tokens.IsDelim('*');
                TextSpan name = new(_tokens.Start, _tokens.Position);
                if (isName || isStar) Next();
                if (!IsNamespaceBar())
                {
                    if (!isName && !isStar) return ParseInvalid(start);
                    return new NameSelector(new(start, name.End), isName ? SelectorKind.Type : SelectorKind.Universal, name);
                }

                Next();
            }
        }

        // a|b, but not the column combinator a || b
        private readonly bool IsNamespaceBar()
        {
            if (!_tokens.IsDelim('|')) return false;
            CssTokenizer ahead = _tokens;
            ahead.Next();
            return ahead.Kind == CssTokenKind.Ident || ahead.IsDelim('*');
        }

        private InvalidSelector ParseInvalid(int start)
        {
            _tokens.SkipBlock();
            return new(new(start, TakeEnd()));
        }

        private SelectorPart ParsePseudo(int start, int depth)
        {
            SelectorKind kind = SelectorKind.PseudoClass;
            if (Next() == CssTokenKind.Colon)
            {
                kind = SelectorKind.PseudoElement;
                Next();
            }

            TextSpan name = new(_tokens.ValueStart, _tokens.ValueEnd);
            if (_tokens.Kind == CssTokenKind.Ident) return new PseudoSelector(new(start, TakeEnd()), kind, name, null, null);
            if (_tokens.Kind != CssTokenKind.Function) return IsAtSelectorEnd() ? new InvalidSelector(new(start, _tokens.Start)) : ParseInvalid(start);
            SelectorArgument argument = SelectorArguments.Of(_tokens.Value);
            CssTokenizer function = _tokens;
            int inside = _tokens.Position;
            SelectorList? selectors = depth < MaxDepth && argument != SelectorArgument.Other ? ParseArgument(argument, depth + 1) : null;
            if (selectors is null || _tokens.Kind != CssTokenKind.CloseParen)
            {
                _tokens = function;
                _tokens.SkipBlock();
            }

            return new PseudoSelector(new(start, _tokens.Position), kind, name, new(inside, Math.Max(inside, _tokens.Position - 1)), TakeEnd() >= 0 ? selectors : null);
        }

        private SelectorList? ParseArgument(SelectorArgument argument, int depth)
        {
            Next();
            _open++;
            SelectorList? list = argument == SelectorArgument.Nth && !SkipToOf() ? null : ParseList(_tokens.Start, -1, depth);
            _open--;
            return list;
        }

        // <an+b> of <selector-list>
        private bool SkipToOf()
        {
            while (!IsAtListEnd())
            {
                if (_tokens.Kind == CssTokenKind.Ident && CssEscapes.EqualsIgnoreCase(_tokens.Value, "of"))
                {
                    Next();
                    return true;
                }

                Next();
            }

            return false;
        }
    }
}
