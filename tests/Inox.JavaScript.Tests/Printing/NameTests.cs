using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Semantics;
using Xunit;

namespace Inox.JavaScript.Tests.Printing;

public sealed class NameTests
{
    [Theory]
    [InlineData("let a; a;", "let x;x")]
    [InlineData("let a; b = { a };", "let x;b={a:x}")]
    [InlineData("let { a } = b;", "let{a:x}=b")]
    [InlineData("let { a = 1 } = b;", "let{a:x=1}=b")]
    [InlineData("let a; ({ a } = b);", "let x;({a:x}=b)")]
    [InlineData("let a; b = { x: a };", "let x;b={x}")]
    [InlineData("import { a } from 'b'; a();", "import{a as x}from\"b\";x()")]
    [InlineData("import { x as a } from 'b'; a();", "import{x}from\"b\";x()")]
    [InlineData("let a; export { a };", "let x;export{x as a}")]
    [InlineData("let a; export { a as x };", "let x;export{x}")]
    [InlineData("function a() {} class B extends a {}", "function x(){}class B extends x{}")]
    public void Renames_in_every_form(string input, string expected) => Check(input, expected, new("x", IsMember: false));

    [Theory]
    [InlineData("import a from 'b'; a();", "(0,n.x)()")]
    [InlineData("import a from 'b'; a`c`;", "(0,n.x)`c`")]
    [InlineData("import a from 'b'; a?.();", "(0,n.x)?.()")]
    [InlineData("import a from 'b'; a.c();", "n.x.c()")]
    [InlineData("import a from 'b'; new a();", "new n.x")]
    [InlineData("import a from 'b'; c = { a };", "c={a:n.x}")]
    [InlineData("import a from 'b'; f(a);", "f(n.x)")]
    public void Members_are_called_without_this(string input, string expected) => Check(input, "import n.x from\"b\";" + expected, new("n.x", IsMember: true));

    private static void Check(string input, string expected, SymbolText name)
    {
        ParseResult parsed = PrintCheck.Parse(input, Language.JavaScript);
        SemanticModel model = SemanticAnalyzer.Analyze(parsed.Program);
        SymbolText[] names = new SymbolText[model.SymbolCount];
        for (int i = 0; i < names.Length; i++) if (model.Symbols[i].Name == "a") names[i] = name;
        Assert.Equal(expected, JsPrinter.Print(parsed, PrintCheck.Minified with { Names = names }));
    }

    [Fact]
    public void A_renamed_prototype_shorthand_stays_a_property()
    {
        ParseResult parsed = PrintCheck.Parse("let __proto__; a = { __proto__ };", Language.JavaScript);
        SemanticModel model = SemanticAnalyzer.Analyze(parsed.Program);
        SymbolText[] names = new SymbolText[model.SymbolCount];
        Array.Fill(names, new("x", false));
        Assert.Equal("let x;a={[\"__proto__\"]:x}", JsPrinter.Print(parsed, PrintCheck.Minified with { Names = names }));
    }

    [Fact]
    public void Maps_places_and_changed_names()
    {
        ParseResult parsed = PrintCheck.Parse("let abc = 1;\nf(abc);", Language.JavaScript);
        SemanticModel model = SemanticAnalyzer.Analyze(parsed.Program);
        SymbolText[] names = new SymbolText[model.SymbolCount];
        Array.Fill(names, new("x", false));
        using MappingWriter writer = new();
        PrintResult printed = JsPrinter.Print(parsed.Program, parsed.Source, parsed.Comments, new() { Names = names }, writer);
        Assert.Equal("let x = 1;\nf(x);\n", printed.Code);
        Assert.Equal(["abc"], printed.MappedNames);
        using SourceMapBuilder builder = new();
        builder.AddSource(new(parsed.Source.Path, parsed.Source.Text));
        builder.AddName("abc");
        builder.Append(writer.ToChunk(), new(0, 0, 0, 0));
        Assert.StartsWith("AAAA,IAAIA", System.Text.Encoding.ASCII.GetString(builder.Mappings), StringComparison.Ordinal);
    }
}
