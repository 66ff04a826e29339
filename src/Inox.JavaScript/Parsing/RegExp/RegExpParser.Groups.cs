using System.Text;

namespace Inox.JavaScript.Parsing;

internal ref partial struct RegExpParser
{
    private readonly record struct Group(int Start, int Disjunction, int OuterBranch, bool IsQuantifiable);

    /// <summary>One alternative of one disjunction, inside an alternative of the disjunction around it.</summary>
    private readonly record struct Branch(int Outer, int Disjunction);

    private readonly record struct GroupName(string Name, int Offset, int Branch);

    // `(?<=` and `(?<!` are no names; neither is anything behind a backslash or in a class
    private static bool HasGroupName(ReadOnlySpan<char> pattern)
    {
        if (pattern.IndexOf("(?<") < 0) return false;
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\': i++; break;
                case '[': inClass = true; break;
                case ']': inClass = false; break;
                case '(' when !inClass && pattern[i..].StartsWith("(?<") && i + 3 < pattern.Length && pattern[i + 3] is not ('=' or '!'): return true;
            }
        }
        return false;
    }

    private bool OpenGroup()
    {
        int start = _position++;
        bool isQuantifiable = true;
        if (!Eat('?'))
        {
            _captures++;
        }
        else if (Eat("<=") || Eat("<!"))
        {
            isQuantifiable = false;
        }
        else if (Eat('=') || Eat('!'))
        {
            // QuantifiableAssertion of Annex B: /(?=a)*/
            isQuantifiable = !_unicode;
        }
        else if (Eat('<'))
        {
            _captures++;
            if (!ParseNewName()) return false;
        }
        else if (!Eat(':') && !ParseModifiers())
        {
            return false;
        }
        (_groups ??= new()).Push(new(start, _disjunction, _branch, isQuantifiable));
        _disjunction = ++_disjunctions;
        StartBranch(_branch);
        return true;
    }

    private bool CloseGroup()
    {
        if (_groups is null || !_groups.TryPop(out Group group)) return Fail("this `)` closes no group");
        _position++;
        _disjunction = group.Disjunction;
        _branch = group.OuterBranch;
        return !group.IsQuantifiable || ParseQuantifier();
    }

    private void StartAlternative() => StartBranch(_groups is { Count: > 0 } ? _groups.Peek().OuterBranch : 0);

    private void StartBranch(int outer)
    {
        if (!_hasNames) return;
        // the first is the pattern's first alternative, the one without an outer
        _branches ??= [new(-1, 0)];
        // at the top `|` parts alternatives that have no outer either
        _branches.Add(new(_disjunction == 0 ? -1 : outer, _disjunction));
        _branch = _branches.Count - 1;
    }

    // RegularExpressionModifiers: `(?ims-ims:`, each flag once in all, and one at least where there is a `-`
    private bool ParseModifiers()
    {
        int start = _position, seen = 0, count = 0;
        bool hasMinus = false;
        for (; !AtEnd; _position++)
        {
            char c = Current;
            if (c == ':' && _position > start) break;
            if (c == '-' && !hasMinus)
            {
                hasMinus = true;
                continue;
            }
            int flag = c switch { 'i' => 1, 'm' => 2, 's' => 4, _ => 0 };
            if (flag == 0) return Fail("a group begins with `(`, `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!`, `(?<name>` or modifiers such as `(?i:`", start - 2);
            if ((seen & flag) != 0) return Fail($"the modifier `{c}` is given twice");
            seen |= flag;
            count++;
        }
        if (!Eat(':')) return Fail("this group is never closed", start - 2);
        return count > 0 || Fail("modifiers are missing between `(?` and `:`", start);
    }

    private bool ParseNewName()
    {
        int start = _position;
        if (!ParseGroupName(out string name)) return false;
        _branches ??= [new(-1, 0)];
        _names ??= [];
        foreach (GroupName other in _names)
            if (other.Name == name && MightBothParticipate(other.Branch, _branch)) return Fail($"there is a group named `{name}` already", start);
        _names.Add(new(name, start, _branch));
        return true;
    }

    // MightBothParticipate: two groups in different alternatives of one disjunction never do
    private readonly bool MightBothParticipate(int a, int b)
    {
        for (int x = a; x >= 0; x = _branches![x].Outer)
            for (int y = b; y >= 0; y = _branches![y].Outer)
                if (x != y && _branches![x].Disjunction == _branches[y].Disjunction) return false;
        return true;
    }

    // GroupName : `<` RegExpIdentifierName `>`, with `<` eaten
    private bool ParseGroupName(out string name)
    {
        name = "";
        int start = _position;
        StringBuilder text = new();
        while (!Eat('>'))
        {
            int from = _position;
            if (!ReadNameCharacter(out int c)) return Fail("the name of this group never ends", start);
            bool fits = text.Length == 0 ? c is '$' or '_' || UnicodeIdentifiers.IsStart(c) : c is '$' or 0x200C or 0x200D || UnicodeIdentifiers.IsContinue(c);
            if (!fits) return Fail("this cannot stand in the name of a group", from);
            AppendCodePoint(text, c);
        }
        if (text.Length == 0) return Fail("the name of this group is empty", start);
        name = text.ToString();
        return true;
    }

    // names are read in code points and may hold `\u{...}` with and without u (RegExpIdentifierStart)
    private bool ReadNameCharacter(out int c)
    {
        c = -1;
        if (AtEnd) return false;
        if (Current != '\\')
        {
            c = AdvanceCodePoint();
            return true;
        }
        if (_position + 1 < _pattern.Length && _pattern[_position + 1] == 'u')
        {
            _position += 2;
            if (!TryReadUnicodeEscape(true, out c)) c = -1;
        }
        return true;
    }

    private static void AppendCodePoint(StringBuilder text, int c)
    {
        if (c >= 0x10000) text.Append(char.ConvertFromUtf32(c));
        else text.Append((char)c);
    }

    private bool IsEveryGroupClosed() => _groups is not { Count: > 0 } || Fail("this group is never closed", _groups.Peek().Start);

    private bool AreReferencesGood()
    {
        if (_highestReference > _captures) return Fail($"there is no group {_highestReference}", _highestReferenceOffset);
        if (_references is null) return true;
        foreach (GroupName reference in _references)
        {
            bool found = false;
            if (_names is not null)
                foreach (GroupName name in _names) found |= name.Name == reference.Name;
            if (!found) return Fail($"there is no group named `{reference.Name}`", reference.Offset);
        }
        return true;
    }
}
