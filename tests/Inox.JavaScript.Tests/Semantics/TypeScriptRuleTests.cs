using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Semantics;

/// <summary>What <see cref="TypeScriptRules"/> report: the code and the place of each finding.</summary>
public sealed class TypeScriptRuleTests
{
    public static TheoryData<string, string> Rows => new()
    {
        { "await a; export {}", "" },
        { "await a;", "IX1602@0..7" },
        { "for await (const a of b);", "IX1602@0..25" },
        { "async function f() { await a }", "" },

        { "a = null * 1", "IX1604@4..8" },
        { "a = 1 - undefined", "IX1604@8..17" },
        { "a = null + 1", "" },
        { "a = b == null", "" },
        { "a = null < b", "IX1604@4..8" },
        { "a = b in null", "IX1604@9..13" },
        { "null.a", "IX1604@0..4" },
        { "null?.a", "" },
        { "undefined[a]", "IX1604@0..9" },
        { "let undefined_ = 1; undefined_.a", "" },
        { "a = -null", "IX1604@5..9" },
        { "a = !null", "" },
        { "a **= null", "IX1604@6..10" },
        { "a ??= null", "" },
        { "new null", "IX1604@4..8" },
        { "for (a of null);", "IX1604@10..14" },

        { "class A extends B { constructor() { this.a; super() } }", "IX1605@36..40" },
        { "class A extends B { constructor() { super(); this.a } }", "" },
        { "class A extends B { constructor() { if (a) super(); this.b } }", "IX1605@52..56" },
        { "class A extends B { constructor() { if (a) super(); else super(1); this.b } }", "" },
        { "class A extends B { constructor() { if (a) { super(); return } this.b } }", "IX1605@63..67" },
        { "class A extends B { constructor() { super(this) } }", "IX1605@42..46" },
        { "class A extends B { constructor() { super(() => this) } }", "" },
        { "class A extends B { constructor(a = this) { super() } }", "IX1605@36..40" },
        { "class A extends B { constructor() { a && super(); this.b } }", "IX1605@50..54" },
        { "class A extends B { constructor() { do { super() } while (a); this.b } }", "" },
        { "class A extends B { constructor() { while (a) super(); this.b } }", "IX1605@55..59" },
        { "class A extends B { constructor() { try { super() } catch { this.b } } }", "IX1605@60..64" },
        { "class A extends B { constructor() { try { super() } finally { } this.b } }", "" },
        { "class A extends B { constructor() { throw a; this.b } }", "" },
        { "class A extends B { constructor() { switch (a) { case 1: super(); break; default: super(2) } this.b } }", "" },
        { "class A extends B { constructor() { super.a(); super() } }", "IX1606@36..43" },
        { "class A extends null { constructor() { super() } }", "IX1607@39..46" },
        { "class A { constructor() { this.a } }", "" },

        { "a = { b: 1, b: 2 }", "IX1608@12..13" },
        { "a = { b: 1, 'b': 2 }", "IX1608@12..15" },
        { "a = { 1: 1, 1.0: 2 }", "IX1608@12..15" },
        { "a = { ['b']: 1, b: 2 }", "IX1608@16..17" },
        { "a = { [b]: 1, [b]: 2 }", "" },
        { "a = { get b() { return 1 }, set b(c) {} }", "" },
        { "a = { get b() { return 1 }, get b() { return 2 } }", "IX1608@32..33" },
        { "({ b: a, b: c } = d)", "" },

        { "class A { m(@a b) {} }", "IX1610@12..14" },
        { "class A { @a declare b; }", "IX1610@10..12" },
        { "abstract class A { @a abstract b; }", "IX1610@19..21" },
        { "class A { @a b; @c m() {} }", "" },

        { "import type { A } from 'a'; new A", "IX1612@32..33" },
        { "import { type A } from 'a'; a = { A }", "IX1612@34..35" },
        { "import type { A } from 'a'; let a: A; export { A }", "" },
        { "import type { A } from 'a'; class B extends A {}", "IX1612@44..45" },
        { "import type { A } from 'a'; declare class B extends A {}", "" },
        { "import type { A } from 'a'; let b: typeof A", "" },
        { "import type * as a from 'a'; import b = a.c", "IX1613@40..41" },

        { "class A { [f()] = 1 }", "IX1614@11..14" },
        { "class A { [a.b] = 1; ['c'] = 2; [1] = 3; [d()]() {} }", "" },
        { "class A { static constructor() {} }", "IX1615@17..28" },

        { "class C {} let a: { [b: C]: D }", "IX1616@24..25" },
        { "type A<T> = { [b: T]: C }", "IX1617@18..19" },
        { "type K = string | number; let a: { [b: K]: C }", "" },
        { "type K = 'a' | 'b'; let a: { [b: K]: C }", "IX1617@33..34" },
        { "import { K } from 'a'; let a: { [b: K]: C }", "" },

        { "enum A { B = 'b', C }", "IX1618@18..19" },
        { "enum A { B = 1 << 2, C }", "" },
        { "enum A { B = f(), C }", "" },
        { "enum A { B = 'b'.length, C }", "IX1618@25..26" },
        { "enum A { B = () => 1 }", "IX1619@13..20" },

        { "if (a);", "IX1620@6..7" },
        { "async function f() { with (a) {} }", "IX1621@21..32" },
        { "import type A from 'a' with { 'resolution-mode': 'x' }", "IX1624@49..52" },
        { "import A from 'a' with { 'resolution-mode': 'import' }", "IX1625@25..52" },
        { "const a = { b: 1 }; c = a.b as const", "IX1627@24..27" },
        { "enum A { B } c = A.B as const", "" },

        { "// @ts-ignore\na = null * 1", "" },
        { "/* @ts-expect-error */\na = null * 1;\nb = null * 1", "IX1604@41..45" },
        { "// @ts-nocheck\nx;\na = null * 1", "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Findings_without_settings(string source, string expected) => Check(source, expected, new());

    [Theory]
    [InlineData("import a = require('a')", "IX1600@0..23")]
    [InlineData("import type a = require('a')", "")]
    [InlineData("import a = b.c", "")]
    [InlineData("export = a", "IX1601@0..10")]
    [InlineData("declare module 'a' { export = b }", "")]
    [InlineData("export {}; await a", "")]
    public void Findings_in_modules(string source, string expected) => Check(source, expected, new() { Module = ModuleOutput.Es2022 });

    [Theory]
    [InlineData("class A { m(@a b) {} }", "")]
    [InlineData("class A { @a #b; }", "IX1610@10..12")]
    [InlineData("a = @b class {}", "IX1610@4..6")]
    [InlineData("class A { @a get b() { return 1 } @c set b(d) {} }", "IX1611@34..36")]
    public void Findings_with_experimental_decorators(string source, string expected) => Check(source, expected, new() { ExperimentalDecorators = true });

    [Fact]
    public void Private_names_need_es2015() => Check("class A { #a }", "IX1623@10..12", new() { Target = EcmaVersion.Es5 });

    [Fact]
    public void Await_needs_an_output_that_has_it() => Check("export {}; await a", "IX1603@11..18", new() { Module = ModuleOutput.CommonJs });

    [Fact]
    public void Jsx_has_rules_too() => Check("<a b c={1, 2} b />", "IX1622@8..12 IX1609@14..15", new(), Language.Tsx);

    [Fact]
    public void JavaScript_is_not_checked() => Check("a = null * 1", "", new(), Language.JavaScript);

    private static void Check(string source, string expected, TypeScriptRules rules, Language language = Language.TypeScript)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("test.ts", source), new ParseOptions { Language = language });
        Assert.Empty(parsed.Diagnostics);
        SemanticModel model = SemanticAnalyzer.Analyze(parsed, new() { TypeScriptRules = rules });
        Assert.Equal(expected, string.Join(" ", model.Diagnostics.Select(d => $"{d.Code}@{d.Span.Start}..{d.Span.End}")));
    }
}
