using System.Collections.Concurrent;

namespace Inox.Css;

/// <summary>Reads one kind of value; null leaves the reader where it was or anywhere: the caller puts it back.</summary>
internal delegate CssValue? ValueParser(ref ValueReader reader);

/// <summary>
/// A grammar in the value definition syntax of CSS Values 4, section 2: keywords, <c>&lt;types&gt;</c>, juxtaposition, <c>|</c>, <c>||</c>, <c>&amp;&amp;</c>, <c>[ ]</c> and the
/// multipliers <c>? * + # {a,b}</c>. What matches <c>||</c> is put in the order of the grammar, and repeated parts become one list.
/// </summary>
internal abstract class ValueGrammar
{
    private static readonly ConcurrentDictionary<string, ValueGrammar> s_compiled = new();

    /// <summary>What stands between the parts of one list: a blank, a comma or a slash.</summary>
    protected const char Blank = ' ';

    public abstract CssValue? Match(ref ValueReader reader);

    public static ValueGrammar Compile(string text) => s_compiled.GetOrAdd(text, static text => new GrammarParser(text).Parse());

    private ref struct GrammarParser(string text)
    {
        private int _position;

        public ValueGrammar Parse() => ParseAlternatives();

        private void SkipBlanks()
        {
            while (_position < text.Length && text[_position] == ' ') _position++;
        }

        private bool Eat(string token)
        {
            SkipBlanks();
            if (!text.AsSpan(_position).StartsWith(token)) return false;
            _position += token.Length;
            return true;
        }

        // a | b, the loosest
        private ValueGrammar ParseAlternatives()
        {
            List<ValueGrammar> options = [ParseAnyOrder()];
            while (!Peek("||") && Eat("|")) options.Add(ParseAnyOrder());
            return options.Count == 1 ? options[0] : new Alternatives(options);
        }

        private bool Peek(string token)
        {
            SkipBlanks();
            return text.AsSpan(_position).StartsWith(token);
        }

        private ValueGrammar ParseAnyOrder()
        {
            List<ValueGrammar> parts = [ParseAllInAnyOrder()];
            while (Eat("||")) parts.Add(ParseAllInAnyOrder());
            return parts.Count == 1 ? parts[0] : new AnyOrder(parts, needsAll: false);
        }

        private ValueGrammar ParseAllInAnyOrder()
        {
            List<ValueGrammar> parts = [ParseSequence()];
            while (Eat("&&")) parts.Add(ParseSequence());
            return parts.Count == 1 ? parts[0] : new AnyOrder(parts, needsAll: true);
        }

        private ValueGrammar ParseSequence()
        {
            List<ValueGrammar> parts = [];
            while (true)
            {
                SkipBlanks();
                if (_position >= text.Length || text[_position] is '|' or ']' or '&') break;
                parts.Add(ParseMultiplied());
            }

            return parts.Count == 1 ? parts[0] : new Sequence(parts);
        }

        private ValueGrammar ParseMultiplied()
        {
            ValueGrammar part = ParsePrimary();
            while (_position < text.Length)
            {
                switch (text[_position])
                {
                    case '?':
                        part = new Repeated(part, 0, 1, Blank);
                        break;
                    case '*':
                        part = new Repeated(part, 0, int.MaxValue, Blank);
                        break;
                    case '+':
                        part = new Repeated(part, 1, int.MaxValue, Blank);
                        break;
                    case '#':
                        part = new Repeated(part, 1, int.MaxValue, ',');
                        break;
                    case '{':
                        int end = text.IndexOf('}', _position);
                        string[] bounds = text[(_position + 1)..end].Split(',');
                        part = new Repeated(part, int.Parse(bounds[0]), int.Parse(bounds[^1]), Blank);
                        _position = end;
                        break;
                    default:
                        return part;
                }

                _position++;
            }

            return part;
        }

        private ValueGrammar ParsePrimary()
        {
            if (text[_position] == '[')
            {
                _position++;
                ValueGrammar inner = ParseAlternatives();
                Eat("]");
                return inner;
            }

            int start = _position;
            if (text[_position] == '<')
            {
                _position = text.IndexOf('>', _position) + 1;
                return new TypedPart(ValueTypes.Find(text[(start + 1)..(_position - 1)]));
            }

            if (text[_position] is '/' or ',') return new Punctuation(text[_position++]);
            while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '-')) _position++;
            return new Word(text[start.._position]);
        }
    }

    private sealed class Word(string name) : ValueGrammar
    {
        private readonly Keyword _keyword = new(name);

        public override CssValue? Match(ref ValueReader reader) => reader.TryIdent(_keyword.Name) ? _keyword : null;
    }

    private sealed class TypedPart(ValueParser parser) : ValueGrammar
    {
        public override CssValue? Match(ref ValueReader reader)
        {
            ValueReader saved = reader;
            CssValue? value = parser(ref reader);
            if (value is null) reader = saved;
            return value;
        }
    }

    // A slash or comma glues its neighbours together.
    private sealed class Punctuation(char c) : ValueGrammar
    {
        private readonly Separator _separator = new(c);

        public override CssValue? Match(ref ValueReader reader) => (c == ',' ? reader.TryComma() : reader.TryDelim(c)) ? _separator : null;
    }

    private sealed class Alternatives(List<ValueGrammar> options) : ValueGrammar
    {
        public override CssValue? Match(ref ValueReader reader)
        {
            foreach (ValueGrammar option in options)
            {
                if (option.Match(ref reader) is { } value) return value;
            }

            return null;
        }
    }

    private sealed class AnyOrder(List<ValueGrammar> parts, bool needsAll) : ValueGrammar
    {
        public override CssValue? Match(ref ValueReader reader)
        {
            ValueReader saved = reader;
            CssValue?[] found = new CssValue?[parts.Count];
            bool any = false;
            for (int i = 0; i < parts.Count && !reader.AtEnd; i++)
            {
                if (found[i] is not null || parts[i].Match(ref reader) is not { } value || ReferenceEquals(value, Repeated.Nothing)) continue;
                found[i] = value;
                any = true;
                i = -1;
            }

            if (any && !(needsAll && LacksPart(found))) return Join([.. found.OfType<CssValue>()]);
            reader = saved;
            return null;
        }

        private bool LacksPart(CssValue?[] found)
        {
            for (int i = 0; i < found.Length; i++)
            {
                if (found[i] is null && parts[i] is not Repeated { IsOptional: true }) return true;
            }

            return false;
        }
    }

    private sealed class Sequence(List<ValueGrammar> parts) : ValueGrammar
    {
        public override CssValue? Match(ref ValueReader reader)
        {
            ValueReader saved = reader;
            List<CssValue> values = [];
            foreach (ValueGrammar part in parts)
            {
                if (part.Match(ref reader) is not { } value)
                {
                    reader = saved;
                    return null;
                }

                if (!ReferenceEquals(value, Repeated.Nothing)) values.Add(value);
            }

            return Join(values);
        }
    }

    private sealed class Repeated(ValueGrammar part, int min, int max, char separator) : ValueGrammar
    {
        public static readonly CssValue Nothing = new RawValue("");

        public bool IsOptional => min == 0;

        public override CssValue? Match(ref ValueReader reader)
        {
            ValueReader saved = reader;
            List<CssValue> values = [];
            while (values.Count < max && !reader.AtEnd)
            {
                ValueReader before = reader;
                if (values.Count > 0 && separator == ',' && !reader.TryComma()) break;
                if (part.Match(ref reader) is not { } value)
                {
                    reader = before;
                    break;
                }

                values.Add(value);
            }

            if (values.Count < min)
            {
                reader = saved;
                return null;
            }

            return values.Count == 0 ? Nothing : values.Count == 1 ? values[0] : new ListValue(separator, [.. values]);
        }
    }

    private sealed class Separator(char c) : CssValue
    {
        public char Character => c;

        public override void Write(ValueWriter writer) => writer.Separate(c);
    }

    private sealed class Joined(List<CssValue> values) : CssValue
    {
        public bool EndsInSeparator => EndsApart(values[^1]);

        public override void Write(ValueWriter writer)
        {
            for (int i = 0; i < values.Count; i++)
            {
                if (i > 0 && values[i] is not Separator && !EndsApart(values[i - 1])) writer.Write(' ');
                values[i].Write(writer);
            }
        }

        public override bool IsCompatible(TargetSet targets)
        {
            foreach (CssValue value in values)
            {
                if (!value.IsCompatible(targets)) return false;
            }

            return true;
        }
    }

    private static bool EndsApart(CssValue value) => value is Separator or Joined { EndsInSeparator: true };

    private static CssValue Join(List<CssValue> values)
    {
        if (values.Count == 1) return values[0];
        foreach (CssValue value in values)
        {
            if (value is Separator or Joined) return new Joined(values);
        }

        return new ListValue(Blank, [.. values]);
    }
}
