namespace Inox.JavaScript.Parsing;

internal ref partial struct RegExpParser
{
    private enum SetOperator : byte { Unknown, Union, Intersection, Subtraction }

    /// <summary>A class that is being read. What it matches may be strings when the operands so far say so.</summary>
    private struct ClassFrame
    {
        public int Start;
        public bool IsNegated;
        public bool HasStrings;
        public bool NeedsOperand; // behind `&&` or `--`
        public SetOperator Operator;
        public int Operands;
    }

    // CharacterClass with the flag v : `[` [`^`] ClassSetExpression `]`. Nested classes are frames on a stack.
    private bool ParseClassSet()
    {
        Stack<ClassFrame>? outer = null;
        ClassFrame frame = OpenClassSet();
        while (true)
        {
            if (AtEnd) return Fail("this class is never closed", frame.Start);
            bool hasStrings;
            if (Current == '[')
            {
                if (!ExpectOperand(ref frame)) return false;
                (outer ??= new()).Push(frame);
                frame = OpenClassSet();
                continue;
            }
            if (Current == ']')
            {
                if (!CloseClassSet(frame)) return false;
                if (outer is null || outer.Count == 0) return true;
                hasStrings = frame.HasStrings && !frame.IsNegated;
                frame = outer.Pop();
                AddOperand(ref frame, hasStrings);
                continue;
            }
            if (IsOperator(out SetOperator op))
            {
                if (!ParseSetOperator(ref frame, op)) return false;
                continue;
            }
            if (!ExpectOperand(ref frame) || !ParseSetOperand(ref frame, out hasStrings)) return false;
            AddOperand(ref frame, hasStrings);
        }
    }

    private ClassFrame OpenClassSet()
    {
        ClassFrame frame = new() { Start = _position++ };
        frame.IsNegated = Eat('^');
        return frame;
    }

    private bool CloseClassSet(in ClassFrame frame)
    {
        if (frame.NeedsOperand) return Fail("an operand is missing before this `]`");
        if (frame.IsNegated && frame.HasStrings) return Fail("a class that can match strings cannot be negated", frame.Start);
        _position++;
        return true;
    }

    private readonly bool IsOperator(out SetOperator op)
    {
        op = SetOperator.Unknown;
        if (_position + 1 >= _pattern.Length || _pattern[_position] != _pattern[_position + 1]) return false;
        op = Current switch { '&' => SetOperator.Intersection, '-' => SetOperator.Subtraction, _ => SetOperator.Unknown };
        return op != SetOperator.Unknown;
    }

    private bool ParseSetOperator(ref ClassFrame frame, SetOperator op)
    {
        if (frame.Operands == 0 || frame.NeedsOperand) return Fail("an operand is missing before this operator");
        if (frame.Operator == SetOperator.Unknown && frame.Operands == 1) frame.Operator = op;
        if (frame.Operator != op) return Fail("different set operations in one class need a class of their own in brackets");
        _position += 2;
        if (op == SetOperator.Intersection && Current == '&') return Fail("`&&&` is no operator");
        frame.NeedsOperand = true;
        return true;
    }

    /// <summary>Makes the class a union when an operand follows another one with nothing between.</summary>
    private bool ExpectOperand(ref ClassFrame frame)
    {
        if (frame.NeedsOperand || frame.Operands == 0) return true;
        if (frame.Operator == SetOperator.Unknown) frame.Operator = SetOperator.Union;
        return frame.Operator == SetOperator.Union || Fail("an operator is missing here: set operations cannot be mixed with a union");
    }

    // MayContainStrings: of a union when one operand may, of an intersection when all may, of a subtraction when the first may
    private static void AddOperand(ref ClassFrame frame, bool hasStrings)
    {
        frame.HasStrings = frame.Operands == 0 ? hasStrings : frame.Operator switch
        {
            SetOperator.Intersection => frame.HasStrings && hasStrings,
            SetOperator.Subtraction => frame.HasStrings,
            _ => frame.HasStrings || hasStrings,
        };
        frame.Operands++;
        frame.NeedsOperand = false;
    }

    // ClassSetOperand | ClassSetRange, without NestedClass in brackets
    private bool ParseSetOperand(ref ClassFrame frame, out bool hasStrings)
    {
        int start = _position;
        hasStrings = false;
        if (Eat("\\q{")) return ParseStringDisjunction(start, out hasStrings);
        if (Current == '\\')
        {
            _position++;
            if (TryParseClassEscape(start, out hasStrings, out bool ok)) return ok;
            _position = start;
        }
        if (!ParseSetCharacter(out int first)) return false;
        if (Current != '-' || IsOperator(out _)) return true;
        // a range makes the class a union: /[a-z&&b]/v is none
        if (frame.NeedsOperand) return Fail("a range cannot be an operand: put it in brackets", start);
        _position++;
        frame.Operator = SetOperator.Union;
        if (AtEnd) return Fail("this class is never closed", frame.Start);
        return ParseSetCharacter(out int last) && (first <= last || Fail("this range is out of order", start));
    }

    // ClassStringDisjunction : `\q{` strings parted by `|` `}`
    private bool ParseStringDisjunction(int start, out bool hasStrings)
    {
        hasStrings = false;
        int length = 0;
        while (true)
        {
            if (AtEnd) return Fail("this `\\q{` is never closed", start);
            char c = Current;
            if (c is '|' or '}')
            {
                _position++;
                hasStrings |= length != 1;
                length = 0;
                if (c == '}') return true;
                continue;
            }
            if (!ParseSetCharacter(out _)) return false;
            length++;
        }
    }

    // ClassSetCharacter
    private bool ParseSetCharacter(out int value)
    {
        char c = Current;
        if (c == '\\') return ParseSetCharacterEscape(out value);
        value = c;
        if ("()[]{}/-|".Contains(c)) return Fail($"`{c}` must be written `\\{c}` in a class with the flag `v`");
        if ("&!#$%*+,.:;<=>?@^`~".Contains(c) && _position + 1 < _pattern.Length && _pattern[_position + 1] == c)
            return Fail($"`{c}{c}` is reserved in a class with the flag `v`");
        value = Advance();
        return true;
    }

    private bool ParseSetCharacterEscape(out int value)
    {
        int start = _position++;
        value = 0;
        if (AtEnd) return Fail("nothing follows this `\\`", start);
        char c = Current;
        if (c != 'b' && !"&-!#%,:;<=>@`~".Contains(c)) return ParseCharacterEscape(start, out value);
        value = c == 'b' ? '\b' : c;
        _position++;
        return true;
    }
}
