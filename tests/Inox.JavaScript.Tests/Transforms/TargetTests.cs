using Inox.Core;
using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

public sealed class TargetTests
{
    [Theory]
    [InlineData("es5", EcmaVersion.Es5)]
    [InlineData("es6", EcmaVersion.Es2015)]
    [InlineData("ES2015", EcmaVersion.Es2015)]
    [InlineData("es2019", EcmaVersion.Es2019)]
    [InlineData("es2026", EcmaVersion.Es2026)]
    [InlineData("ESNext", EcmaVersion.EsNext)]
    [InlineData("esnext, es2020,es2018", EcmaVersion.Es2018)]
    public void Levels_are_read(string text, EcmaVersion expected) => Assert.Equal(new EcmaTarget(expected, EcmaTargetFault.None, ""), EcmaTarget.Parse(text));

    [Theory]
    [InlineData("", EcmaTargetFault.Unknown, "")]
    [InlineData("es2027", EcmaTargetFault.Unknown, "es2027")]
    [InlineData("es2020,es202", EcmaTargetFault.Unknown, "es202")]
    [InlineData("chromium", EcmaTargetFault.Unknown, "chromium")]
    [InlineData("2020", EcmaTargetFault.Unknown, "2020")]
    [InlineData("chrome100,safari15", EcmaTargetFault.Engine, "chrome100")]
    [InlineData("es2020,Safari15.4", EcmaTargetFault.Engine, "Safari15.4")]
    [InlineData("node", EcmaTargetFault.Engine, "node")]
    public void Other_targets_are_faults(string text, EcmaTargetFault fault, string part) =>
        Assert.Equal(new EcmaTarget(EcmaVersion.EsNext, fault, part), EcmaTarget.Parse(text));

    // Under the edition before the one that brought it the feature is the only one reported; under its own nothing is.
    [Theory]
    [InlineData("f(() => 1);", EcmaVersion.Es2015, "=>", "an arrow function")]
    [InlineData("class C {}", EcmaVersion.Es2015, "class", "`class`")]
    [InlineData("f(class {});", EcmaVersion.Es2015, "class", "`class`")]
    [InlineData("let a; let b;", EcmaVersion.Es2015, "let", "`let`")]
    [InlineData("const a = 1;", EcmaVersion.Es2015, "const", "`const`")]
    [InlineData("f(`a`);", EcmaVersion.Es2015, "`a`", "a template literal")]
    [InlineData("var { a, b } = c;", EcmaVersion.Es2015, "{ a, b }", "destructuring")]
    [InlineData("[a, b] = c;", EcmaVersion.Es2015, "[a, b]", "destructuring")]
    [InlineData("function f([a]) {}", EcmaVersion.Es2015, "[a]", "destructuring")]
    [InlineData("f(...a);", EcmaVersion.Es2015, "...a", "`...` in a list")]
    [InlineData("f([...a]);", EcmaVersion.Es2015, "...a", "`...` in a list")]
    [InlineData("function f(...a) {}", EcmaVersion.Es2015, "...a", "a rest parameter")]
    [InlineData("function f(a = 1) {}", EcmaVersion.Es2015, "a = 1", "a default of a parameter")]
    [InlineData("for (var a of b) c();", EcmaVersion.Es2015, "of", "`for` ... `of`")]
    [InlineData("function* f() {}", EcmaVersion.Es2015, "function* f", "a generator")]
    [InlineData("function f() { return new.target; }", EcmaVersion.Es2015, "new.target", "`new.target`")]
    [InlineData("f({ a });", EcmaVersion.Es2015, "a", "a shorthand property", 4)]
    [InlineData("f({ a() {} });", EcmaVersion.Es2015, "a", "a method of an object literal")]
    [InlineData("f({ [a]: 1 });", EcmaVersion.Es2015, "a", "a computed key")]
    [InlineData("export default 1;", EcmaVersion.Es2015, "export", "`import` or `export`")]
    [InlineData("import 'a';", EcmaVersion.Es2015, "import", "`import` or `export`")]
    [InlineData("f(/a/u);", EcmaVersion.Es2015, "/a/u", "the regular expression flag `u`")]
    [InlineData("f(/a/y);", EcmaVersion.Es2015, "/a/y", "the regular expression flag `y`")]
    [InlineData("f(a ** b);", EcmaVersion.Es2016, "**", "`**`")]
    [InlineData("a **= b;", EcmaVersion.Es2016, "**=", "`**`")]
    [InlineData("async function f() {}", EcmaVersion.Es2017, "async function f", "an async function")]
    [InlineData("f(async () => 1);", EcmaVersion.Es2017, "async", "an async function")]
    [InlineData("class C { static async m() {} }", EcmaVersion.Es2017, "static async m", "an async function")]
    [InlineData("f({ async m() {} });", EcmaVersion.Es2017, "async m", "an async function")]
    [InlineData("f({ ...a });", EcmaVersion.Es2018, "...a", "`...` in an object")]
    [InlineData("var { a, ...b } = c;", EcmaVersion.Es2018, "...b", "`...` in an object pattern")]
    [InlineData("async function* f() {}", EcmaVersion.Es2018, "async function* f", "an async generator")]
    [InlineData("async function f() { for await (var a of b); }", EcmaVersion.Es2018, "for", "`for await`")]
    [InlineData("f`\\unicode`;", EcmaVersion.Es2018, "\\unicode", "an escape that only a tagged template may hold")]
    [InlineData("f(/a/s);", EcmaVersion.Es2018, "/a/s", "the regular expression flag `s`")]
    [InlineData("f(/(?<a>b)/);", EcmaVersion.Es2018, "/(?<a>b)/", "a named group in a regular expression")]
    [InlineData("f(/[(](?<!b)/);", EcmaVersion.Es2018, "/[(](?<!b)/", "a lookbehind in a regular expression")]
    [InlineData("f(/[\\p{L}]/u);", EcmaVersion.Es2018, "/[\\p{L}]/u", "`\\p` in a regular expression")]
    [InlineData("try {} catch {}", EcmaVersion.Es2019, "catch", "`catch` without a binding")]
    [InlineData("f(import(a));", EcmaVersion.Es2020, "import", "`import()`")]
    [InlineData("f(1n);", EcmaVersion.Es2020, "1n", "a BigInt literal")]
    [InlineData("a?.b; a?.();", EcmaVersion.Es2020, "?.", "`?.`")]
    [InlineData("a?.();", EcmaVersion.Es2020, "?.", "`?.`")]
    [InlineData("a.b?.[c];", EcmaVersion.Es2020, "?.", "`?.`")]
    [InlineData("f(a ?? b);", EcmaVersion.Es2020, "??", "`??`")]
    [InlineData("f(import.meta.url);", EcmaVersion.Es2020, "import.meta", "`import.meta`")]
    [InlineData("export * as a from 'a';", EcmaVersion.Es2020, "export * as a", "`export * as`")]
    [InlineData("a ||= b;", EcmaVersion.Es2021, "||=", "a logical assignment")]
    [InlineData("a &&= b;", EcmaVersion.Es2021, "&&=", "a logical assignment")]
    [InlineData("a ??= b;", EcmaVersion.Es2021, "??=", "a logical assignment")]
    [InlineData("class C { a = 1 }", EcmaVersion.Es2022, "a", "a class field", 10)]
    [InlineData("class C { #m() {} }", EcmaVersion.Es2022, "#m", "a private member")]
    [InlineData("class C { static { f(); } }", EcmaVersion.Es2022, "static", "a static block")]
    [InlineData("await a; export {};", EcmaVersion.Es2022, "await", "a top-level `await`")]
    [InlineData("for await (const a of b); export {};", EcmaVersion.Es2022, "await", "a top-level `await`")]
    [InlineData("f(/a/d);", EcmaVersion.Es2022, "/a/d", "the regular expression flag `d`")]
    [InlineData("#!/usr/bin/env node\nf();", EcmaVersion.Es2023, "#!/usr/bin/env node", "a `#!` line")]
    [InlineData("f(/[[a]--[\\(?]]/v);", EcmaVersion.Es2024, "/[[a]--[\\(?]]/v", "the regular expression flag `v`")]
    [InlineData("import a from 'a' with { type: 'json' }; f(a);", EcmaVersion.Es2025, "type: 'json'", "an import attribute")]
    [InlineData("f(/(?i:a)/);", EcmaVersion.Es2025, "/(?i:a)/", "a group with flags in a regular expression")]
    [InlineData("{ using a = b; }", EcmaVersion.EsNext, "using", "`using`")]
    [InlineData("async function f() { await using a = b; }", EcmaVersion.EsNext, "await using", "`await using`")]
    [InlineData("class C { accessor a = 1; }", EcmaVersion.EsNext, "accessor a", "`accessor`")]
    public void Newer_syntax_is_reported_once(string input, EcmaVersion version, string shown, string name, int at = -1)
    {
        string own = EcmaTarget.NameOf(version), older = EcmaTarget.NameOf(version - 1);
        Diagnostic diagnostic = Assert.Single(Check(input, version - 1));
        Assert.Equal($"{name} needs {own}, and the target is {older}: Inox does not lower it yet", diagnostic.Message);
        Assert.Equal(("IX1805", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal(shown, input[diagnostic.Span.Start..diagnostic.Span.End]);
        Assert.Equal(at < 0 ? input.IndexOf(shown, StringComparison.Ordinal) : at, diagnostic.Span.Start);
        Assert.Empty(Check(input, version));
    }

    [Fact]
    public void A_private_name_before_in_counts_beside_the_member() =>
        Assert.Equal(["a private member", "a private name before `in`"], Names(Check("class C { #m() {} static has(o) { return #m in o; } }", EcmaVersion.Es2021)));

    [Theory]
    [InlineData("var a = { get b() { return 1; }, 'c': 2 }; for (var k in a) f(a[k], /\\(?<a/, /[(?<]/, /\\p/g); try { f(); } catch (e) { g(e); }")]
    [InlineData("label: while (true) { if (a) break label; else continue; } function f(a, b) { return arguments.length; }")]
    public void Es5_is_silent(string input) => Assert.Empty(Check(input, EcmaVersion.Es5));

    // What is not printed does not matter, and what JSX becomes does.
    [Theory]
    [InlineData("type A = (a?: `x${string}`) => [...B]; declare class C { #a; } declare const d: D;", "")]
    [InlineData("if (false) f(a?.b);", "")]
    [InlineData("f(a!.b as C);", "")]
    [InlineData("abstract class C { declare a: number; abstract b: string; }", "`class`")]
    public void Only_what_is_left_counts(string input, string names) =>
        Assert.Equal(names, string.Join(", ", Names(TransformCheck.Transform(input, new() { Target = EcmaVersion.Es5, RemoveDeadBranches = true }, Language.TypeScript).Result.Diagnostics)));

    [Theory]
    [InlineData("import a from './a' with { type: 'json' }; export { a }; export * as b from './b';", "")]
    [InlineData("f(import('./a'), import.meta.url);", "")]
    [InlineData("f(import(a));", "`import()`")]
    public void What_linking_takes_away_does_not_count(string input, string names)
    {
        TransformOptions options = new()
        {
            Target = EcmaVersion.Es5, LoweredByLinker = LinkedSyntax.Modules | LinkedSyntax.DynamicImport | LinkedSyntax.ImportMeta | LinkedSyntax.ImportAttributes,
        };
        Assert.Equal(names, string.Join(", ", Names(TransformCheck.Transform(input, options, Language.JavaScript).Result.Diagnostics)));
    }

    private static Diagnostic[] Check(string input, EcmaVersion target) =>
        TransformCheck.Transform(input, new() { Target = target }, Language.JavaScript).Result.Diagnostics;

    private static string[] Names(Diagnostic[] diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.Arguments[0])];
}
