namespace Inox.JavaScript.Parsing;

/// <summary>The current token and how far the lexer has read: copy it to remember a place, assign it to go back.</summary>
internal struct LexerState
{
    /// <summary>Behind the current token.</summary>
    public int Position;

    /// <summary>Start of the current token.</summary>
    public int Start;

    /// <summary>End of the token before the current one.</summary>
    public int PreviousEnd;

    public Token Kind;
    public TokenFlags Flags;

    /// <summary>The name, the value of a string, the cooked text of a template piece (null when an escape is bad), the digits of a BigInt.</summary>
    public string? Value;

    /// <summary>The value of a number.</summary>
    public double Number;
}
