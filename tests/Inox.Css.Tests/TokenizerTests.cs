using System.Text;
using Xunit;

namespace Inox.Css.Tests;

public sealed class TokenizerTests
{
    // Kind(text) of every token, white space as a blank.
    public static TheoryData<string, string> Rows => new()
    {
        { "", "" },
        { "a", "Ident(a)" },
        { "-a", "Ident(-a)" },
        { "--", "Ident(--)" },
        { "--a", "Ident(--a)" },
        { "-", "Delim(-)" },
        { "-1a", "Dimension(-1a)" },
        { "- a", "Delim(-)_Ident(a)" },
        { "_a-1", "Ident(_a-1)" },
        { "é", "Ident(é)" },
        { "a\\", "Ident(a\\)" },
        { "\\31 23", "Ident(\\31 23)" },
        { "\\31\r\n2", "Ident(\\31\r\n2)" },
        { "\\000031 2", "Ident(\\000031 2)" },
        { "\\0000312 2", "Ident(\\0000312)_Number(2)" },
        { "a\\\nb", "Ident(a)Delim(\\)_Ident(b)" },
        { "\\", "Ident(\\)" },
        { "\\\n", "Delim(\\)_" },
        { "\\}", "Ident(\\})" },
        { "😀a", "Ident(😀a)" },
        { "a(", "Function(a()" },
        { "a (", "Ident(a)_OpenParen(()" },
        { "url(a)", "Url(url(a))" },
        { "URL( a )", "Url(URL( a ))" },
        { "u\\72l(a)", "Url(u\\72l(a))" },
        { "url()", "Url(url())" },
        { "url(", "Url(url()" },
        { "url( \"a\")", "Function(url()_String(\"a\")CloseParen())" },
        { "url('a')", "Function(url()String('a')CloseParen())" },
        { "url(a b)c", "BadUrl(url(a b))Ident(c)" },
        { "url(a\"b)c", "BadUrl(url(a\"b))Ident(c)" },
        { "url(a(b)c", "BadUrl(url(a(b))Ident(c)" },
        { "url(a\\)b)c", "Url(url(a\\)b))Ident(c)" },
        { "url(a b\\)c)d", "BadUrl(url(a b\\)c))Ident(d)" },
        { "url(a\u0001)", "BadUrl(url(a\u0001))" },
        { "url(\u007F)", "BadUrl(url(\u007F))" },
        { "src(a)", "Function(src()Ident(a)CloseParen())" },
        { "@a", "AtKeyword(@a)" },
        { "@-a", "AtKeyword(@-a)" },
        { "@--a", "AtKeyword(@--a)" },
        { "@1", "Delim(@)Number(1)" },
        { "@ a", "Delim(@)_Ident(a)" },
        { "#a", "Hash(#a)" },
        { "#1a", "Hash(#1a)" },
        { "#-", "Hash(#-)" },
        { "# a", "Delim(#)_Ident(a)" },
        { "\"a\"", "String(\"a\")" },
        { "'a'", "String('a')" },
        { "'\"'", "String('\"')" },
        { "\"\\\"\"", "String(\"\\\"\")" },
        { "\"a\\\nb\"", "String(\"a\\\nb\")" },
        { "\"a\\\r\nb\"", "String(\"a\\\r\nb\")" },
        { "\"a\nb", "BadString(\"a)_Ident(b)" },
        { "\"a", "String(\"a)" },
        { "\"a\\", "String(\"a\\)" },
        { "1", "Number(1)" },
        { "+1", "Number(+1)" },
        { "-1", "Number(-1)" },
        { ".5", "Number(.5)" },
        { "+.5", "Number(+.5)" },
        { "1.5", "Number(1.5)" },
        { "1.", "Number(1)Delim(.)" },
        { "1.a", "Number(1)Delim(.)Ident(a)" },
        { "1..5", "Number(1)Delim(.)Number(.5)" },
        { "1e3", "Number(1e3)" },
        { "1E+3", "Number(1E+3)" },
        { "1e-3", "Number(1e-3)" },
        { "1e", "Dimension(1e)" },
        { "1e-", "Dimension(1e-)" },
        { "1em", "Dimension(1em)" },
        { "1e3px", "Dimension(1e3px)" },
        { "1-", "Number(1)Delim(-)" },
        { "1--a", "Dimension(1--a)" },
        { "1\\65", "Dimension(1\\65)" },
        { "1%", "Percentage(1%)" },
        { "1 %", "Number(1)_Delim(%)" },
        { "+a", "Delim(+)Ident(a)" },
        { "++1", "Delim(+)Number(+1)" },
        { "+-1", "Delim(+)Number(-1)" },
        { "<!--", "Cdo(<!--)" },
        { "<!-", "Delim(<)Delim(!)Delim(-)" },
        { "-->", "Cdc(-->)" },
        { "a-->", "Ident(a--)Delim(>)" },
        { "--->", "Ident(---)Delim(>)" },
        { "1-->", "Dimension(1--)Delim(>)" },
        { "/**/", "Comment(/**/)" },
        { "/*/", "Comment(/*/)" },
        { "/* a */b", "Comment(/* a */)Ident(b)" },
        { "a/**/b", "Ident(a)Comment(/**/)Ident(b)" },
        { "/a", "Delim(/)Ident(a)" },
        { ":;,", "Colon(:)Semicolon(;)Comma(,)" },
        { "[](){}", "OpenBracket([)CloseBracket(])OpenParen(()CloseParen())OpenBrace({)CloseBrace(})" },
        { "~=|=||", "Delim(~)Delim(=)Delim(|)Delim(=)Delim(|)Delim(|)" },
        { " \t\r\n\f", "_" },
        { "u+1", "Ident(u)Number(+1)" },
        { "U+26-2F", "Ident(U)Number(+26)Dimension(-2F)" },
        { "\0a", "Ident(\0a)" },
        { "!important", "Delim(!)Ident(important)" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tokens(string input, string expected) => Assert.Equal(expected, Dump(new(input)));

    public static TheoryData<string, string> UnicodeRangeRows => new()
    {
        { "U+26", "UnicodeRange(U+26)" },
        { "u+0-7F", "UnicodeRange(u+0-7F)" },
        { "U+4??", "UnicodeRange(U+4??)" },
        { "U+??????", "UnicodeRange(U+??????)" },
        { "U+???????", "UnicodeRange(U+??????)Delim(?)" },
        { "U+1234567", "UnicodeRange(U+123456)Number(7)" },
        { "U+0-1234567", "UnicodeRange(U+0-123456)Number(7)" },
        { "U+4?-5", "UnicodeRange(U+4?)Number(-5)" },
        { "u+x", "Ident(u)Delim(+)Ident(x)" },
        { "U+0, U+1", "UnicodeRange(U+0)Comma(,)_UnicodeRange(U+1)" },
    };

    [Theory]
    [MemberData(nameof(UnicodeRangeRows))]
    public void UnicodeRanges(string input, string expected) => Assert.Equal(expected, Dump(new(input) { ReadsUnicodeRanges = true }));

    public static TheoryData<string, string> DecodeRows => new()
    {
        { "a", "a" },
        { "\\61", "a" },
        { "\\61 b", "ab" },
        { "\\61  b", "a b" },
        { "\\0", "\uFFFD" },
        { "\\D800", "\uFFFD" },
        { "\\110000", "\uFFFD" },
        { "\\1F600", "😀" },
        { "\\😀", "😀" },
        { "\\:", ":" },
        { "a\\\nb", "ab" },
        { "a\\\r\nb", "ab" },
        { "\0", "\uFFFD" },
        { "\uD800x", "\uFFFDx" },
        { "a\\", "a\uFFFD" },
    };

    [Theory]
    [MemberData(nameof(DecodeRows))]
    public void Decodes(string input, string expected) => Assert.Equal(expected, CssEscapes.Decode(input));

    public static TheoryData<string, string> IdentifierRows => new()
    {
        { "a", "a" },
        { "1a", "\\31 a" },
        { "-1", "-\\31 " },
        { "-", "\\-" },
        { "--", "--" },
        { "a:b", "a\\:b" },
        { "a b", "a\\ b" },
        { "a\u0001", "a\\1 " },
        { "é", "é" },
        { "w-1/2", "w-1\\/2" },
        { "\u007F", "\\7f " },
    };

    [Theory]
    [MemberData(nameof(IdentifierRows))]
    public void Identifiers(string name, string expected)
    {
        string written = CssEscapes.Identifier(name);
        Assert.Equal(expected, written);
        CssTokenizer tokens = new(written);
        Assert.Equal(CssTokenKind.Ident, tokens.Next());
        Assert.Equal(written.Length, tokens.Position);
        Assert.Equal(name, CssEscapes.Decode(tokens.Value));
    }

    [Theory]
    [InlineData("a\"b\\c\nd")]
    [InlineData("")]
    [InlineData("\u0001f")]
    public void Strings(string value)
    {
        CssTokenizer tokens = new(CssEscapes.QuotedString(value));
        Assert.Equal(CssTokenKind.String, tokens.Next());
        Assert.Equal(value, CssEscapes.Decode(tokens.Value));
    }

    [Fact]
    public void EveryPrefixOfAnythingHasTokens()
    {
        const string Nasty = "a\\31 b{c:url( 'x\\\n' )d;--e:url(f\\)g h)\"i\r\n\"j/**k*/#l@m<!---->1e+2%U+??+.5\\";
        for (int length = 0; length <= Nasty.Length; length++)
        {
            CssTokenizer tokens = new(Nasty.AsSpan(0, length));
            int end = 0;
            while (tokens.Next() != CssTokenKind.EndOfFile)
            {
                Assert.Equal(end, tokens.Start);
                Assert.True(tokens.Position > tokens.Start);
                end = tokens.Position;
            }

            Assert.Equal(length, end);
        }
    }

    private static string Dump(CssTokenizer tokens)
    {
        StringBuilder text = new();
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind == CssTokenKind.Whitespace) text.Append('_');
            else text.Append(tokens.Kind).Append('(').Append(tokens.Text).Append(')');
        }

        return text.ToString();
    }
}
