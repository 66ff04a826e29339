namespace Inox.JavaScript.Parsing;

// Reads a pattern once from left to right. Groups and nested classes are kept on stacks of their own, so depth costs no recursion.
// What can be judged only at the end (a backreference to a later group) is noted and judged there. Methods answer whether to go on;
// the first error ends the reading.
internal ref partial struct RegExpParser
{
    private readonly ReadOnlySpan<char> _pattern;
    private readonly bool _unicode; // u or v: no Annex B, and characters are code points
    private readonly bool _sets;
    private readonly bool _named; // [+NamedCaptureGroups]: `\k` is a reference and nothing else
    private readonly bool _hasNames;
    private int _position;
    private RegExpError _error;

    // groups
    private Stack<Group>? _groups;
    private int _captures;
    private int _disjunctions;
    private int _disjunction;

    // kept only when a group has a name
    private List<Branch>? _branches;
    private int _branch;
    private List<GroupName>? _names;
    private List<GroupName>? _references;

    private int _highestReference;
    private int _highestReferenceOffset;

    public RegExpParser(ReadOnlySpan<char> pattern, bool hasUnicode, bool hasSets)
    {
        _pattern = pattern;
        _sets = hasSets;
        _unicode = hasUnicode || hasSets;
        _hasNames = _unicode ? pattern.IndexOf("(?<") >= 0 : HasGroupName(pattern);
        _named = _unicode || _hasNames;
    }

    public readonly RegExpError Error => _error;

    private readonly bool AtEnd => _position >= _pattern.Length;

    private readonly char Current => _position < _pattern.Length ? _pattern[_position] : '\0';

    // Disjunction : Alternative | Alternative `|` Disjunction
    public bool Parse()
    {
        while (!AtEnd)
            if (!ParseTerm()) return false;
        return IsEveryGroupClosed() && AreReferencesGood();
    }

    // Term : Assertion | Atom | Atom Quantifier, and what parts alternatives and groups
    private bool ParseTerm()
    {
        switch (_pattern[_position])
        {
            case '|':
                _position++;
                StartAlternative();
                return true;
            case '(':
                return OpenGroup();
            case ')':
                return CloseGroup();
            case '^' or '$':
                _position++;
                return true;
            case '\\':
                return ParseAtomEscape();
            case '[':
                return (_sets ? ParseClassSet() : ParseClass()) && ParseQuantifier();
            case '*' or '+' or '?':
                return Fail("there is nothing to repeat here");
            case '{':
                return ParseOpenBrace();
            case ']' or '}' when _unicode:
                return Fail($"a lone `{Current}` must be written `\\{Current}` with the flags `u` and `v`");
            default:
                Advance();
                return ParseQuantifier();
        }
    }

    // /{/ is a pattern of Annex B, /{1}/ (InvalidBracedQuantifier) is not
    private bool ParseOpenBrace()
    {
        if (_unicode) return Fail("a lone `{` must be written `\\{` with the flags `u` and `v`");
        int start = _position;
        if (TryReadBraces(out _)) return Fail("there is nothing to repeat here", start);
        _position++;
        return ParseQuantifier();
    }

    // Quantifier : (`*` | `+` | `?` | `{` n `}` | `{` n `,}` | `{` n `,` m `}`) [`?`], or nothing
    private bool ParseQuantifier()
    {
        switch (Current)
        {
            case '*' or '+' or '?':
                _position++;
                break;
            case '{':
                int start = _position;
                if (TryReadBraces(out bool inOrder))
                {
                    if (!inOrder) return Fail("the numbers of this quantifier are out of order", start);
                    break;
                }
                return !_unicode || Fail("this quantifier is incomplete");
            default:
                return true;
        }
        if (Current == '?') _position++;
        return true;
    }

    /// <summary>Moves behind a well-formed <c>{n,m}</c>; stays where it is when there is none.</summary>
    private bool TryReadBraces(out bool inOrder)
    {
        int start = _position++;
        inOrder = true;
        ReadOnlySpan<char> least = ReadDigits(), most = default;
        if (!least.IsEmpty)
        {
            if (Eat(',')) most = ReadDigits();
            if (Eat('}'))
            {
                inOrder = most.IsEmpty || Compare(least, most) <= 0;
                return true;
            }
        }
        _position = start;
        return false;
    }

    // digits may be more than any integer type holds
    private static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }

    private ReadOnlySpan<char> ReadDigits()
    {
        int start = _position;
        while (char.IsAsciiDigit(Current)) _position++;
        return _pattern[start.._position];
    }

    private bool Eat(char c)
    {
        if (AtEnd || _pattern[_position] != c) return false;
        _position++;
        return true;
    }

    private bool Eat(string text)
    {
        if (!_pattern[_position..].StartsWith(text)) return false;
        _position += text.Length;
        return true;
    }

    /// <summary>One SourceCharacter: a code point with u and v, a code unit without.</summary>
    private int Advance() => _unicode ? AdvanceCodePoint() : _pattern[_position++];

    private int AdvanceCodePoint()
    {
        char high = _pattern[_position++];
        if (char.IsHighSurrogate(high) && !AtEnd && char.IsLowSurrogate(_pattern[_position]))
            return char.ConvertToUtf32(high, _pattern[_position++]);
        return high;
    }

    private bool Fail(string message) => Fail(message, _position);

    private bool Fail(string message, int offset)
    {
        _error = new(offset, message);
        return false;
    }
}
