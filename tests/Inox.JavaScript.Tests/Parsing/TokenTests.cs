using Inox.Core;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

public sealed class TokenTests
{
    // The text of each token with the letter of its kind.
    [Theory]
    [InlineData("let a = 1n + .5", "Nlet Na P= I1n P+ #.5")]
    [InlineData("a / b /c/g", "Na P/ Nb P/ Nc P/ Ng")]
    [InlineData("a = /b/g", "Na P= R/b/g")]
    [InlineData("`a${b}c${`d`}`", "T`a${ Nb T}c${ T`d` T}`")]
    [InlineData("class A { #b = this.#b }", "Kclass NA P{ @#b P= Kthis P. @#b P}")]
    [InlineData("async (a) => a", "Nasync P( Na P) P=> Na")]
    [InlineData("f<A<B>>(c)", "Nf P< NA P< NB P> P> P( Nc P)")]
    [InlineData("<T,>(a: T): U => b", "P< NT P, P> P( Na P: NT P) P: NU P=> Nb")]
    [InlineData("a ? (b) : c => d", "Na P? P( Nb P) P: Nc P=> Nd")]
    [InlineData("a /* b */ // c\n;", "Na P;")]
    [InlineData("if (true) 'a'", "Kif P( Ktrue P) S'a'")]
    public void Tokens_are_listed_once_and_in_order(string source, string expected) => Assert.Equal(expected, Show(source, Language.TypeScript));

    [Theory]
    [InlineData("<a b='c' {...d}>e {f} g</a>", "P< Na Nb P= S'c' P{ P... Nd P} P> Xe\u00a0 P{ Nf P} X\u00a0g P< P/ Na P>")]
    [InlineData("<></>", "P< P> P< P/ P>")]
    public void Elements_have_text(string source, string expected) => Assert.Equal(expected, Show(source, Language.Jsx));

    [Fact]
    public void None_are_kept_unless_asked_for() => Assert.Empty(JsParser.Parse("a.js", "a").Tokens);

    private static string Show(string source, Language language)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("a", source), new ParseOptions { Language = language, KeepTokens = true });
        Assert.Empty(parsed.Diagnostics);
        return string.Join(' ', parsed.Tokens.Select(token => "NK@P#ISTRX"[(int)token.Kind] + source[token.Start..token.End].Replace(' ', '\u00a0')));
    }
}
