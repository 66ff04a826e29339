namespace Inox.Css;

/// <summary>The tokens of CSS Syntax Level 3, section 4, plus comments, which the tokenizer reports when asked.</summary>
public enum CssTokenKind : byte
{
    EndOfFile,
    Whitespace,
    Comment,
    Ident,
    Function,
    AtKeyword,
    Hash,
    String,
    BadString,
    Url,
    BadUrl,
    Delim,
    Number,
    Percentage,
    Dimension,
    UnicodeRange,
    Cdo,
    Cdc,
    Colon,
    Semicolon,
    Comma,
    OpenBracket,
    CloseBracket,
    OpenParen,
    CloseParen,
    OpenBrace,
    CloseBrace,
}
