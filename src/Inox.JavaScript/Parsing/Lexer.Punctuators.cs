namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // punctuators
{
    private Token ScanPunctuator(char c)
    {
        switch (c)
        {
            case '(': return Take(1, Token.OpenParen);
            case ')': return Take(1, Token.CloseParen);
            case '{': return Take(1, Token.OpenBrace);
            case '}': return Take(1, Token.CloseBrace);
            case '[': return Take(1, Token.OpenBracket);
            case ']': return Take(1, Token.CloseBracket);
            case ';': return Take(1, Token.Semicolon);
            case ',': return Take(1, Token.Comma);
            case ':': return Take(1, Token.Colon);
            case '~': return Take(1, Token.Tilde);
            case '@': return Take(1, Token.At);
            case '.': return ScanDot();
            case '"' or '\'': return ScanString(c);
            case '`': return ScanTemplate();
            case >= '0' and <= '9': return ScanNumber(c);
            case '=': return ScanEqual();
            case '!': return Peek(1) != '=' ? Take(1, Token.Not) : Peek(2) == '=' ? Take(3, Token.StrictNotEqual) : Take(2, Token.NotEqual);
            case '+': return Peek(1) == '+' ? Take(2, Token.Increment) : TakeWithAssign(1, Token.Plus, Token.PlusAssign);
            case '-': return Peek(1) == '-' ? Take(2, Token.Decrement) : TakeWithAssign(1, Token.Minus, Token.MinusAssign);
            case '*': return Peek(1) == '*' ? TakeWithAssign(2, Token.StarStar, Token.StarStarAssign) : TakeWithAssign(1, Token.Star, Token.StarAssign);
            case '/': return TakeWithAssign(1, Token.Slash, Token.SlashAssign);
            case '%': return TakeWithAssign(1, Token.Percent, Token.PercentAssign);
            case '^': return TakeWithAssign(1, Token.Caret, Token.CaretAssign);
            case '<': return ScanLess();
            case '>': return ScanGreater();
            case '&': return ScanDoubled('&', Token.Ampersand, Token.AmpersandAssign, Token.AmpersandAmpersand, Token.AmpersandAmpersandAssign);
            case '|': return ScanDoubled('|', Token.Bar, Token.BarAssign, Token.BarBar, Token.BarBarAssign);
            case '?': return ScanQuestion();
            case '\0' when State.Start >= Text.Length: return Token.EndOfFile;
            default: return ScanRare(c);
        }
    }

    /// <summary>Shortens a token that starts with `&gt;` or `&lt;` to that one character: `A&lt;B&lt;C&gt;&gt;` ends two lists.</summary>
    public void SplitAngle()
    {
        State.Kind = At(State.Start) == '<' ? Token.Less : Token.Greater;
        State.Position = State.Start + 1;
    }

    private readonly char Peek(int offset) => At(State.Start + offset);

    private Token Take(int length, Token kind)
    {
        State.Position = State.Start + length;
        return kind;
    }

    private Token TakeWithAssign(int length, Token plain, Token assign) => Peek(length) == '=' ? Take(length + 1, assign) : Take(length, plain);

    private Token ScanDoubled(char c, Token single, Token singleAssign, Token twice, Token twiceAssign) =>
        Peek(1) == c ? TakeWithAssign(2, twice, twiceAssign) : TakeWithAssign(1, single, singleAssign);

    private Token ScanDot()
    {
        char c = Peek(1);
        if (CharacterClass.IsDigit(c)) return ScanDecimal();
        return c == '.' && Peek(2) == '.' ? Take(3, Token.Ellipsis) : Take(1, Token.Dot);
    }

    private Token ScanEqual() => Peek(1) switch
    {
        '>' => Take(2, Token.Arrow),
        '=' => Peek(2) == '=' ? Take(3, Token.StrictEqual) : Take(2, Token.Equal),
        _ => Take(1, Token.Assign),
    };

    private Token ScanLess() => Peek(1) == '<' ? TakeWithAssign(2, Token.ShiftLeft, Token.ShiftLeftAssign) : TakeWithAssign(1, Token.Less, Token.LessOrEqual);

    private Token ScanGreater()
    {
        if (Peek(1) != '>') return TakeWithAssign(1, Token.Greater, Token.GreaterOrEqual);
        return Peek(2) == '>'
            ? TakeWithAssign(3, Token.ShiftRightUnsigned, Token.ShiftRightUnsignedAssign)
            : TakeWithAssign(2, Token.ShiftRight, Token.ShiftRightAssign);
    }

    // `a?.5:b` is a conditional
    private Token ScanQuestion() => Peek(1) switch
    {
        '?' => TakeWithAssign(2, Token.QuestionQuestion, Token.QuestionQuestionAssign),
        '.' when !CharacterClass.IsDigit(Peek(2)) => Take(2, Token.QuestionDot),
        _ => Take(1, Token.Question),
    };

    private Token ScanRare(char c)
    {
        if (c == '#')
        {
            ScanPrivateName();
            return State.Kind;
        }
        if (c == '\\')
        {
            ScanUnusualName(State.Start);
            return State.Kind;
        }
        State.Position = State.Start + 1;
        Error(ParseErrors.UnexpectedCharacter, State.Start, State.Position, c < ' ' ? $"U+{(int)c:X4}" : c.ToString());
        return Token.Invalid;
    }
}
