using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// <summary>Questions about token kinds that their order answers.</summary>
internal static class Tokens
{
    public const int RelationalPrecedence = 8;

    extension(Token token)
    {
        /// <summary>Whether it is a name of any sort, reserved words included.</summary>
        public bool IsName => token is >= Token.Identifier and <= Token.With;

        /// <summary>Whether some context lets it be an identifier.</summary>
        public bool IsIdentifier => token is >= Token.Identifier and <= Token.Await;

        /// <summary>Whether it is an identifier in every context.</summary>
        public bool IsPlainIdentifier => token is >= Token.Identifier and <= Token.Using;

        public bool IsStrictReserved => token is >= Token.Implements and <= Token.Yield;

        public bool IsReserved => token is >= Token.EscapedKeyword and <= Token.With;

        public bool IsAssignment => token >= Token.Assign;

        public BinaryOperator BinaryOperator => token switch
        {
            Token.In => BinaryOperator.In,
            Token.Instanceof => BinaryOperator.Instanceof,
            _ => (BinaryOperator)(token - Token.Equal),
        };

        public LogicalOperator LogicalOperator => (LogicalOperator)(token - Token.BarBar);

        public AssignmentOperator AssignmentOperator => (AssignmentOperator)(token - Token.Assign);

        /// <summary>How strongly a binary operator binds; 0 for every other token.</summary>
        public int Precedence => token switch
        {
            Token.In or Token.Instanceof => RelationalPrecedence,
            < Token.Equal or >= Token.Assign => 0,
            _ => s_precedence[token - Token.Equal],
        };
    }

    public static bool IsStrictReservedWord(string name) => name is "implements" or "interface" or "let" or "package" or "private" or "protected" or "public" or "static" or "yield";

    // from Equal to QuestionQuestion
    private static ReadOnlySpan<byte> s_precedence => [7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 10, 10, 11, 11, 11, 12, 4, 5, 6, 2, 3, 1];
}
