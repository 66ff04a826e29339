using Inox.Core;

namespace Inox.JavaScript.Parsing;

/// <summary>Tokens in the words of messages.</summary>
internal static class TokenText
{
    public static string Describe(Token kind) => kind switch
    {
        Token.EndOfFile => "the end of the file",
        Token.Identifier => "a name",
        Token.String => "a string",
        Token.Number or Token.BigInt => "a number",
        Token.OpenBrace => "`{`",
        Token.CloseBrace => "`}`",
        Token.OpenParen => "`(`",
        Token.CloseParen => "`)`",
        Token.OpenBracket => "`[`",
        Token.CloseBracket => "`]`",
        Token.Semicolon => "`;`",
        Token.Comma => "`,`",
        Token.Colon => "`:`",
        Token.Dot => "`.`",
        Token.Arrow => "`=>`",
        Token.Assign => "`=`",
        Token.Less => "`<`",
        Token.Greater => "`>`",
        Token.Slash => "`/`",
        _ => $"`{kind.ToString().ToLowerInvariant()}`",
    };

    public static string DescribeFound(Token kind, SourceText source, TextSpan span) => kind switch
    {
        Token.EndOfFile => "the end of the file",
        Token.String => "a string",
        Token.Template => "a template",
        Token.JsxText => "text",
        _ => $"`{source.Slice(span)}`",
    };
}
