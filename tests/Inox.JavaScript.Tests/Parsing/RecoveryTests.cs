using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

public sealed class RecoveryTests
{
    // source, errors, tree
    public static TheoryData<string, string, string> Rows => new()
    {
        { "a b; c", "IX1024@2..3", "a; c;" },
        { "(a b); c", "IX1021@3..4", "a; c;" },
        { "f(a b)\nc", "IX1021@4..5", "(Call f [a]); c;" },
        { "a + ; b", "IX1022@4..5", "(Binary a Add (Invalid)); b;" },
        { "var 1; a", "IX1025@4..5", "(Variable Var [(VariableDeclarator @)]) a;" },
        { "if (a; b", "IX1021@5..6", "(If a (Empty)) b;" },
        { "{ a b }\nc", "IX1024@4..5", "(Block [a;]) c;" },
        { "function f() { a b }\nc", "IX1024@17..18", "(Function @f [] (Block [a;])) c;" },
        { "a = { b: c d: e }; f", "IX1021@11..12", "(Assignment a Assign (Object [(Property .b c)])); f;" },
        { "a = [b c]; d", "IX1021@7..8", "(Assignment a Assign (Array [b])); d;" },
        { "class A { b c; d }", "IX1024@12..13", "(Class @A (ClassBody [(Property .b) (Property .d)]))" },
        { "class A { b() { c d } e }", "IX1024@18..19", "(Class @A (ClassBody [(Method .b (Function [] (Block [c;]))) (Property .e)]))" },
        { "x = { a: 1, b() { c d } }; y", "IX1024@20..21", "(Assignment x Assign (Object [(Property .a 1) (Property .b (Function [] (Block [c;])) :method)])); y;" },
        { "for (a b) c\nd", "IX1021@7..8", "(For a b c;) d;" },
        { "}\na", "IX1022@0..1", "(Invalid); a;" },
        { "a ) b", "IX1024@2..3", "a;" },
        { "switch (a) { b }\nc", "IX1021@13..14", "(Switch a) c;" },
        { "let a = , b", "IX1022@8..9", "(Variable Let [(VariableDeclarator @a (Invalid)) (VariableDeclarator @b)])" },
        { "a => ; b", "IX1022@5..6", "(ArrowFunction [@a] (Invalid)); b;" },
        { "f(,)", "IX1022@2..3", "(Call f [(Invalid)]);" },
        { "[a b, c]; d", "IX1021@3..4", "(Array [a]); d;" },
        { "`${a b}`; c", "IX1021@5..6", "(Template [\"\" \"\"] [a]); c;" },
        { "import a b\nimport 'c'", "IX1021@9..10", "(Import [(ImportDefaultSpecifier @a)] \"\" :hasspecifiers) (Import [] \"c\")" },
        { "@\na", "IX1140@0..3", "(Invalid);" },
        { "a.1", "IX1024@1..3", "a;" },
        { "a..b; c", "IX1023@2..3", "(Member (Member a .) .b); c;" },
        { "1 = 2; b", "IX1027@0..1", "(Assignment 1 Assign 2); b;" },
        { "a ? b\nc", "IX1021@6..7", "(Conditional a b c);" },
        { "new (a b); c", "IX1021@7..8", "(New a []); c;" },
        { "try { a } b\nc", "IX1042@10..11", "(Try (Block [a;])) c;" },
        { "({ a: function () { b c } }); d", "IX1024@22..23", "(Object [(Property .a (Function [] (Block [b;])))]); d;" },
        { "while a\nb", "IX1021@6..7", "(While a b;)" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Goes_on_behind_an_error(string source, string errors, string tree)
    {
        ParseResult result = Check.Parse(source);
        Assert.Equal((errors, tree), (Check.Errors(result), Dump.Tree(result.Program)));
    }

    [Fact]
    public void Ten_mistakes_are_ten_findings()
    {
        string source = string.Join('\n', "var = 1", "if (a { b }", "c(d e)", "let f = [1 2]", "g = { h: i j: k }", "return", "for (l m) n", "class O { p q }", "'r", "s.");
        Assert.Equal(10, Check.Parse(source).Diagnostics.Length);
    }

    // Lines with a mistake end in `!`: each gets a finding, and no other line does. What is declared behind the mistakes is in the tree.
    public static TheoryData<Language, string> Files => new()
    {
        {
            Language.TypeScript, """
            import { a b } from 'x'; //!
            interface Point { x: ; y: number } //!
            enum Color { Red = , Green } //!
            type Pair<T, = [T, T]; //!
            class Shape {
              private public name: string; //!
              area(x: ): number { return 1 } //!
              get size() { return this.#size } //!
              scale(by: number): void { this.by = by }
            }
            function draw(shape: Shape, point = ) { return shape } //!
            const list = [1, 2 3]; //!
            namespace Tools { export const one = 1 }
            for (const item of) draw(item); //!
            export default draw;
            """
        },
        {
            Language.Tsx, """
            const one = <div class=></div>; //!
            const two = <a>text</b>; //!
            function View({ items }: Props) {
              return <ul>{items.map(item => <li key={item.id}>{item.}</li>)}</ul>; //!
            }
            const three = <p>{1 2}</p>; //!
            let four = 'open //!
            let five = `${six seven}`; //!
            if (one { two() } //!
            let eight: string | = 'a'; //!
            const nine = { a: 1 b: 2 }; //!
            switch (one) { case 1 two(); } //!
            export const ten = View;
            """
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_mistake_is_a_finding_in_its_line(Language language, string source)
    {
        ParseResult parsed = Check.Parse(source, new() { Language = language, SourceType = Syntax.SourceType.Module });
        string[] lines = source.Split('\n');
        List<int> expected = [.. Enumerable.Range(1, lines.Length).Where(line => lines[line - 1].TrimEnd().EndsWith('!'))];
        List<int> actual = [.. parsed.Diagnostics.Select(diagnostic => parsed.Source.GetLineColumn(diagnostic.Span.Start).Line + 1).Distinct().Order()];
        Assert.Equal(expected, actual);
        Assert.True(parsed.Program.Body.Length >= lines.Count(line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '}') - 1, "statements are missing");
    }

    // Every text has a tree, whatever is cut off or inserted.
    [Fact]
    public void Broken_texts_end_with_a_finding_or_a_tree()
    {
        const string Source = "import a, { b as c } from 'd'; export default class E extends F { #g = 1; static { this.#g } get h() { return `i${j}k` } } " +
            "for (const [l, { m = 2, ...n }] of o) if (p?.[q]) { r: while (s) continue r } else async ({ t }, ...u) => await v ** w; /x/g.test(y) ? <A b={c}>d</A> : {}";
        Random random = new(7);
        for (int round = 0; round < 2000; round++)
        {
            int start = random.Next(Source.Length), length = random.Next(Math.Min(12, Source.Length - start));
            int from = random.Next(Source.Length - 12);
            string broken = Source[..start] + (round % 2 == 0 ? "" : Source.Substring(from, random.Next(12))) + Source[(start + length)..];
            Assert.NotNull(Check.Parse(broken, new() { Language = Language.Jsx }).Program);
        }
    }
}
