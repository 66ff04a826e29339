using Inox.JavaScript.Semantics;
using Xunit;

namespace Inox.JavaScript.Tests.Semantics;

/// <summary>Imports and exports, class members and private names, redeclarations, globals.</summary>
public sealed class TableTests
{
    // request.name>local for imports, name=local for exports, name=request.name for what is passed on, `type` in front of types
    [Theory]
    [InlineData("import 'a'; import 'b'; import 'a'", "a b |")]
    [InlineData("import a, { b, c as d } from 'x'", "x | x.default>a x.b>b x.c>d")]
    [InlineData("import * as a from 'x'", "x | x.*>a")]
    [InlineData("import { 'a b' as c } from 'x'", "x | x.a b>c")]
    [InlineData("import type { A } from 'x'; import { type B, c } from 'x'", "x | type x.A>A type x.B>B x.c>c")]
    [InlineData("export const a = 1, { b, c: [d] } = e", "| a=a b=b d=d")]
    [InlineData("export function f() {} export class C {}", "| f=f C=C")]
    [InlineData("export default 1", "| default=-")]
    [InlineData("export default function f() {}", "| default=f")]
    [InlineData("let a; export default a; export { a as b, a as 'c d' }", "| default=a b=a c d=a")]
    [InlineData("export { a, b as c } from 'x'; export * from 'y'; export * as z from 'y'", "x y | a=x.a c=x.b z=y.* *=y")]
    [InlineData("export type A = 1; export interface B {} export enum C {} export type { D } from 'x'", "x | type A=A type B=B C=C type D=x.D")]
    [InlineData("import { a } from 'x'; export { a }", "x | x.a>a a=a")]
    public void Modules(string source, string expected)
    {
        SemanticModel model = Analyze(source);
        ModuleTable table = ModuleTable.Build(model);
        List<string> entries = [];
        foreach (ImportEntry entry in table.Imports) entries.Add($"{Type(entry.IsTypeOnly)}{entry.Request}.{entry.ImportName ?? "*"}>{model.Symbols[entry.Symbol].Name}");
        foreach (LocalExportEntry entry in table.LocalExports) entries.Add($"{Type(entry.IsTypeOnly)}{entry.ExportName}={(entry.Symbol < 0 ? "-" : model.Symbols[entry.Symbol].Name)}");
        foreach (IndirectExportEntry entry in table.IndirectExports) entries.Add($"{Type(entry.IsTypeOnly)}{entry.ExportName}={entry.Request}.{entry.ImportName ?? "*"}");
        foreach (string request in table.StarExports) entries.Add($"*={request}");
        Assert.Equal(expected, string.Join(' ', [.. table.Requests, "|", .. entries]));
    }

    private static string Type(bool isTypeOnly) => isTypeOnly ? "type " : "";

    [Theory]
    [InlineData("class A { a; #b = 1; static c() {} get d() { return 1 } set d(e) {} constructor() {} static {} accessor f; ['g']() {} [h] = 1; 1() {} }",
        "Field a, Field #b, Method static c, Getter d, Setter d, Constructor constructor, StaticBlock static -, Accessor f, Method g, Field -, Method 1")]
    [InlineData("class A { [k: string]: B; declare c: D; abstract e(): F }", "IndexSignature -, Field c, Method e")]
    public void Members(string source, string expected) => Assert.Equal(expected, string.Join(", ", ClassTable.Build(JsParser.Parse("a.ts", source).Program).Members.Select(Show)));

    private static string Show(ClassMember member) => $"{member.Kind} {(member.IsStatic ? "static " : "")}{(member.IsPrivate ? "#" : "")}{member.Name ?? "-"}";

    // Each use of a private name, with the number of the class whose member it means.
    [Theory]
    [InlineData("class A { #a; m() { this.#a } }", "#a:0")]
    [InlineData("class A { #a; m() { return class { #b; n(c) { c.#a; c.#b } } } }", "#a:0 #b:1")]
    [InlineData("class A { #a; m() { return class { #a; n(c) { c.#a } } } }", "#a:1")]
    [InlineData("class A { static m(b) { return #a in b } #a }", "#a:0")]
    [InlineData("class A { get #a() { return 1 } set #a(b) {} m() { this.#a++ } }", "#a:0")]
    public void Private_names(string source, string expected)
    {
        ClassTable table = ClassTable.Build(JsParser.Parse("a.js", source).Program);
        Assert.Equal(expected, string.Join(' ', table.PrivateReferences.Select(use => $"#{use.Node.Name}:{table.Members[use.Member].Class}")));
    }

    [Theory]
    [InlineData("var a; var a; var a", "a@11 a@18")]
    [InlineData("function f(): 1; function f() {}", "f@26")]
    [InlineData("interface A {} interface A {} let b", "A@25")]
    [InlineData("let a; { let a }", "")]
    public void Redeclarations(string source, string expected) =>
        Assert.Equal(expected, string.Join(' ', Analyze(source).Redeclarations.ToArray().Select(item => $"{item.Node.Name}@{item.Node.Start}")));

    [Theory]
    [InlineData("a; b.c = a; let d = e", "a:2 b:1 e:1")]
    [InlineData("let a: B; typeof c", "c:1")]
    [InlineData("{ let a } a", "a:1")]
    public void Globals(string source, string expected) =>
        Assert.Equal(expected, string.Join(' ', Analyze(source).FindGlobals().Select(pair => $"{pair.Key}:{pair.Value.Count}")));

    private static SemanticModel Analyze(string source) => SemanticAnalyzer.Analyze(JsParser.Parse("a.ts", source));
}
