using System.Text;
using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

/// <summary>Decorators of <c>experimentalDecorators</c>: shapes are TypeScript's (<c>TypeScriptEmitSuite</c> has more), programs say what they do.</summary>
public sealed class LegacyDecoratorTests
{
    private static readonly TransformOptions s_legacy = new() { TypeScript = new() { ExperimentalDecorators = true, EmitDecoratorMetadata = true } };

    // What reflect-metadata does, as far as the rows ask.
    private const string Reflect = """
        const types = new Map();
        Reflect.metadata = (key, value) => (target, name) => { types.set((target.prototype ? target.name : target.constructor.name) + "." + (name ? String(name) : "") + " " + key.slice(7), value); };
        const show = v => v === undefined ? "undefined" : Array.isArray(v) ? "[" + v.map(show) + "]" : v.name;
        const type = name => console.log(show(types.get(name)));
        const d = (...all) => {};
        """;

    private static readonly (string Field, string Type)[] s_types =
    [
        ("p: string", "String"),
        ("p: number | 1", "Number"),
        ("p: 'a' | 'b'", "String"),
        ("p: `a${string}`", "String"),
        ("p: string | number", "Object"),
        ("p: string | null", "String"),
        ("p: boolean", "Boolean"),
        ("p: true", "Boolean"),
        ("p: bigint", "BigInt"),
        ("p: -1n", "BigInt"),
        ("p: symbol", "Symbol"),
        ("p: string[]", "Array"),
        ("p: readonly [string, number]", "Array"),
        ("p: () => void", "Function"),
        ("p: new () => object", "Function"),
        ("p: void", "undefined"),
        ("p: undefined", "undefined"),
        ("p: never", "undefined"),
        ("p: any", "Object"),
        ("p: unknown", "Object"),
        ("p: { a: 1 }", "Object"),
        ("p: Other", "Other"),
        ("p: Shape", "Object"),
        ("p: Call", "Function"),
        ("p: Alias", "String"),
        ("p: AliasOfClass", "Object"),
        ("p: Chain", "Number"),
        ("p: Brand", "String"),
        ("p: Round", "Array"),
        ("p: Numbers", "Number"),
        ("p: Texts", "String"),
        ("p: Mixed", "Object"),
        ("p: Numbers.A", "Number"),
        ("p: Texts.A", "String"),
        ("p: Space.Inner", "Inner"),
        ("p: Date", "Date"),
        ("p: Map<string, number>", "Map"),
        ("p: Missing", "Object"),
        ("p: Missing.B.C", "Object"),
        ("p: Promise<string>", "Promise"),
        ("p: T", "Object"),
        ("p: S", "String"),
        ("p: T extends string ? number : 1", "Number"),
        ("p: keyof T", "Object"),
        ("p: typeof d", "Object"),
        ("p: Texts & string", "String"),
        ("p", "Object"),
        ("p: this", "Object"),
    ];

    // One program for all rows: starting node takes longer than the rest.
    [Fact]
    public void Types()
    {
        StringBuilder program = new("""
            class Other {} interface Shape {} interface Call { (): void } type Alias = "a" | string; type AliasOfClass = Other; type Chain = Two; type Two = 1 | 2;
            type Brand = string & { brand: true }; type Round = Round[]; enum Numbers { A, B } enum Texts { A = "a" } enum Mixed { A, B = "b" } namespace Space { export class Inner {} }

            """);
        for (int i = 0; i < s_types.Length; i++) program.AppendLine($$"""class C{{i}}<T, S extends string> { @d {{s_types[i].Field}}; } type("C{{i}}.p type");""");
        Prints(program.ToString(), string.Join('\n', s_types.Select(row => row.Type)));
    }

    [Theory]
    [InlineData("p: string | null", "Object")]
    [InlineData("p: null", "undefined")]
    [InlineData("p?: string", "String")]
    public void Types_with_strict_null_checks(string field, string expected) =>
        Prints($$"""class C { @d {{field}}; } type("C.p type");""", expected, s_legacy with { TypeScript = s_legacy.TypeScript with { StrictNullChecks = true } });

    [Theory]
    [InlineData("class C { @d m(a: string, ...b: number[]): boolean { return true } } type('C.m type'); type('C.m paramtypes'); type('C.m returntype')", "Function\n[String,Number]\nBoolean")]
    [InlineData("class C { @d async m() {} } type('C.m paramtypes'); type('C.m returntype')", "[]\nPromise")]
    [InlineData("class C { @d m(this: C, a: string) {} } type('C.m paramtypes')", "[String]")]
    [InlineData("class C { @d get p(): string { return '' } set p(v: string) {} } type('C.p type'); type('C.p paramtypes')", "String\n[String]")]
    [InlineData("class C { @d get p(): number { return 1 } } type('C.p type'); type('C.p paramtypes')", "Number\n[]")]
    [InlineData("class C { @d static s: string; static m(@d a: C) {} } type('C.s type'); type('C.m paramtypes')", "String\n[C]")]
    [InlineData("@d class C { constructor(a: string, private b: Date) {} } type('C. paramtypes')", "[String,Date]")]
    [InlineData("class C { constructor(@d a: string) {} } type('C. paramtypes')", "[String]")]
    [InlineData("@d class C { constructor(a: string); constructor(a: any) {} } type('C. paramtypes')", "[Object]")]
    [InlineData("@d class C {} type('C. paramtypes')", "undefined")]
    public void Members(string program, string expected) => Prints(program, expected);

    [Theory]
    [InlineData("@d class C {}", "let C = class C {}; C = __decorate([d], C);")]
    [InlineData("export @d class C {}", "let C = class C {}; C = __decorate([d], C); export { C };")]
    [InlineData("export default @d class C {}", "let C = class C {}; C = __decorate([d], C); export default C;")]
    [InlineData("export default @d class {}", "let default_1 = class {}; default_1 = __decorate([d], default_1); export default default_1;")]
    [InlineData("export default class { @d m() {} }", "export default class default_1 { m() {} } __decorate([d], default_1.prototype, 'm', null);")]
    [InlineData("@d class C { static make() { return new C() } }", "var C_1; let C = C_1 = class C { static make() { return new C_1() } }; C = C_1 = __decorate([d], C);")]
    [InlineData("@d class C { static own = C }", "var C_1; let C = class C { static { C_1 = this } static own = C_1 }; C = C_1 = __decorate([d], C);")]
    [InlineData("@d(() => C) class C { a: C }", "let C = class C { a }; C = __decorate([d(() => C)], C);")]
    [InlineData("class C { @d [f()] = 1 }", "var _a; class C { [_a = f()] = 1 } __decorate([d], C.prototype, _a, void 0);")]
    [InlineData("abstract class C { @d declare [k]; @d abstract a }", "class C {} __decorate([d], C.prototype, k, void 0); __decorate([d], C.prototype, 'a', void 0);")]
    [InlineData("class C { @a @b(1) m(@c x, @d @e y) {} }", "class C { m(x, y) {} } __decorate([a, b(1), __param(0, c), __param(1, d), __param(1, e)], C.prototype, 'm', null);")]
    [InlineData("class C { #x; @d(c => c.#x) m() {} }", "class C { #x; m() {} static { __decorate([d(c => c.#x)], C.prototype, 'm', null) } }")]
    [InlineData("class C { @d static s; @d m() {} }", "class C { static s; m() {} } __decorate([d], C.prototype, 'm', null); __decorate([d], C, 's', void 0);")]
    [InlineData("class C { @d accessor a }", "class C { accessor a } __decorate([d], C.prototype, 'a', null);")]
    [InlineData("namespace N { export @d class C {} }", "var N; (N => { let C = class C {}; C = __decorate([d], C); N.C = C; })(N || (N = {}));")]
    public void Shapes(string input, string expected)
    {
        (_, string printed) = TransformCheck.Transform(input, new() { TypeScript = new() { ExperimentalDecorators = true } }, Language.TypeScript);
        string[] own = [.. printed.Split('\n').SkipWhile(static line => line.StartsWith("function __", StringComparison.Ordinal) || line[0] is ' ' or '}')];
        Assert.Equal(TransformCheck.Normalize(expected), string.Join('\n', own));
    }

    [Theory]
    [InlineData("const l = n => (console.log('eval', n), (...a) => console.log('call', n, a.length)); @l('C') class C { @l('s') static s; @l('m') m(@l('p') p) {} @l('f') f; constructor(@l('q') q) {} }",
        "eval m\neval p\ncall p 3\ncall m 3\neval f\ncall f 3\neval s\ncall s 3\neval C\neval q\ncall q 3\ncall C 1")]
    [InlineData("const twice = (t, k, d) => { const f = d.value; d.value = function (x) { return f.call(this, f.call(this, x)) } }; class C { n = 2; @twice m(x) { return x * this.n } } console.log(new C().m(3))", "12")]
    [InlineData("const up = (t, k, d) => ({ ...d, get() { return d.get.call(this).toUpperCase() } }); class C { @up get a() { return 'x' } } console.log(new C().a)", "X")]
    [InlineData("@(c => class extends c { extra = 1 }) class C { static make() { return new C() } } console.log(C.make().extra, new C().extra)", "1 1")]
    [InlineData("const all = []; for (const n of [1, 2]) { @(c => c) class A { static make() { return new A() } n = n } all.push(A) } console.log(all[0].make().n, all[1].make().n)", "1 2")]
    [InlineData("const def = v => (t, k) => { t[k] = v }; class C { @def(5) declare p: number } console.log(new C().p)", "5")]
    [InlineData("function Sealed(c) { Object.seal(c) } @Sealed class C { static a = 1 } console.log(Object.isSealed(C))", "true")]
    public void Programs(string program, string expected) => Prints(program, expected);

    [Theory]
    [InlineData("const A = @d class {}")]
    [InlineData("const A = class { @d m() {} }")]
    [InlineData("class A { @d #p }")]
    [InlineData("class A { @d #m() {} }")]
    public void Places_without_decorators(string input) => TransformCheck.Diagnostic(input, "IX1801", s_legacy);

    [Fact]
    public void Javascript_has_the_standard_ones() =>
        Assert.Contains("__decorateMember", TransformCheck.Transform("class A { @d m() {} }", s_legacy with { Target = LanguageTarget.Runnable }, Language.JavaScript).Printed, StringComparison.Ordinal);

    private static void Prints(string program, string expected, TransformOptions? options = null) =>
        TransformCheck.Output(Reflect + program, expected, (options ?? s_legacy) with { Target = EcmaVersion.Es2020 });
}
