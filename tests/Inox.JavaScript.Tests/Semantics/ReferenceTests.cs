using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Semantics;

public sealed class ReferenceTests
{
    // Each use of a name in order, with the column of the declaration it means, `-` for a global of nobody's.
    [Theory]
    [InlineData("let a; a", "a:4")]
    [InlineData("a; var a", "a:7")]
    [InlineData("{ let a; a } a", "a:6 a:-")]
    [InlineData("let a; { a; let b; { b; a } }", "a:4 b:16 a:4")]
    [InlineData("let a; { let a; a } a", "a:13 a:4")]
    [InlineData("function f(a) { return a } f", "a:11 f:9")]
    [InlineData("f(); function f() { f }", "f:14 f:14")]
    [InlineData("(function f() { f })", "f:10")]
    [InlineData("(function f() { var f; f })", "f:20")]
    [InlineData("(function f(f) { f })", "f:12")]
    [InlineData("(class C { m() { C } })", "C:7")]
    [InlineData("class C { m() { C } } C", "C:6 C:6")]
    [InlineData("let x; function f(a = x) { var x; x }", "x:4 x:31")]
    [InlineData("function f(a = 1) { var a; a }", "a:11")]
    [InlineData("const { a, b: [c], ...d } = {}; a, b, c, d", "a:8 b:- c:15 d:22")]
    [InlineData("for (let i of []) { i } i", "i:9 i:-")]
    [InlineData("for (var i of []) { i } i", "i:9 i:9")]
    [InlineData("try {} catch (e) { e } e", "e:14 e:-")]
    [InlineData("try {} catch (e) { var e = 1; e } e", "e:14 e:14")]
    [InlineData("(function () { try {} catch (e) { var a; a } var e; e })", "a:38 e:49")]
    [InlineData("switch (1) { case 1: let a; a } a", "a:25 a:-")]
    [InlineData("{ function f() {} } f", "f:11")]
    [InlineData("'use strict'; { function f() {} } f", "f:-")]
    [InlineData("let f; { function f() {} } f", "f:4")]
    [InlineData("class C { static { var a; a } } a", "a:23 a:-")]
    [InlineData("class C { p = a; } let a", "a:23")]
    [InlineData("a: for (;;) break a", "")]
    [InlineData("x.y; ({ z: 1, w })", "x:- w:-")]
    [InlineData("var a = a => a; a", "a:8 a:4")]
    [InlineData("let e; function g() { let e; e } function h() { let e; { e } } e", "e:26 e:52 e:4")]
    public void A_use_means_the_nearest_declaration(string source, string expected) => Assert.Equal(expected, Uses(source, Language.JavaScript));

    [Theory]
    [InlineData("interface T {} const T = 1; let a: T; T", "T:21 T:21")]
    [InlineData("const v = 1; { type v = number; let a: v = v }", "v:20 v:6")]
    [InlineData("function f<T>(a: T): T { return a }", "T:11 T:11 a:14")]
    [InlineData("type A<T> = T extends infer U ? U : T", "T:7 U:28 T:7")]
    [InlineData("enum E { A, B = A } E", "A:e E:5")]
    [InlineData("namespace N { export const a = 1; a } N", "a:27 N:10")]
    [InlineData("import { a } from 'x'; let b: typeof a", "a:9")]
    [InlineData("type M = { [K in keyof O]: O[K] }", "O:- O:- K:12")]
    public void Types_and_values_have_spaces_of_their_own(string source, string expected) => Assert.Equal(expected, Uses(source, Language.TypeScript));

    [Theory]
    [InlineData("let a; a = 1", "a")]
    [InlineData("let a; a++", "a")]
    [InlineData("let a; [a] = []", "a")]
    [InlineData("let a; ({ x: a } = {})", "a")]
    [InlineData("let a; for (a of []);", "a")]
    [InlineData("var a; var a = 1", "a")]
    [InlineData("let a = 1; a.b = 2", "")]
    [InlineData("let a; function f() { let a; a = 1 }", "a")]
    public void What_is_written_again_is_marked(string source, string expected)
    {
        SemanticModel model = Analyze(source, Language.JavaScript);
        Assert.Equal(expected, string.Join(' ', Names(model, SymbolFlags.Reassigned)));
    }

    [Theory]
    [InlineData("let a; eval('a')", "a")]
    [InlineData("let a; function f() { let b; eval('b') } function g() { let c }", "a,b,f,g")]
    [InlineData("let a; with ({}) { a }", "a")]
    [InlineData("let a; (0, eval)('a')", "")]
    public void Names_that_text_may_look_up_stay(string source, string expected)
    {
        SemanticModel model = Analyze(source, Language.JavaScript);
        Assert.Equal(expected, string.Join(',', Names(model, SymbolFlags.KeepName).Order()));
    }

    [Fact]
    public void Top_level_declarations_and_uses_are_told_by_statement()
    {
        SemanticModel model = Analyze("var a = b; if (a) { var c; let d } function e() { a }", Language.JavaScript);
        Assert.Equal(["0 a", "1 c", "2 e"], model.TopLevelDeclarations.Select(declared => $"{declared.Statement} {model.Symbols[declared.Symbol].Name}"));
        Assert.Equal([0, 1, 2, 3], model.StatementReferenceStarts);
    }

    private static List<string> Names(SemanticModel model, SymbolFlags flag)
    {
        List<string> names = [];
        foreach (ref readonly Symbol symbol in model.Symbols) if ((symbol.Flags & flag) != 0) names.Add(symbol.Name);
        return names;
    }

    private static string Uses(string source, Language language)
    {
        SemanticModel model = Analyze(source, language);
        List<string> uses = [];
        foreach (ref readonly Reference reference in model.References)
        {
            string place = reference.Symbol < 0 ? "-" : model.Symbols[reference.Symbol].Declaration is { } declaration ? declaration.Start.ToString() : "e";
            uses.Add($"{reference.Node.Name}:{place}");
        }
        return string.Join(' ', uses);
    }

    private static SemanticModel Analyze(string source, Language language)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("test", source), new ParseOptions { Language = language });
        Assert.Empty(parsed.Diagnostics.Select(diagnostic => diagnostic.Message));
        return SemanticAnalyzer.Analyze(parsed.Program);
    }
}
