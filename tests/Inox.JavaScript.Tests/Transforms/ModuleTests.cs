using System.Text.Json;
using Inox.JavaScript.Transforms;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

/// <summary>Files in other formats than ES modules: programs of several files print the same in each. <c>// name</c> starts a file.</summary>
public sealed class ModuleTests
{
    private static readonly (string Program, string Output)[] s_programs =
    [
        ("// a\nexport let n = 1; export function up() { n++ } // main\nimport { n, up } from './a'; console.log(n); up(); console.log(n);", "1\n2"),
        ("// a\nlet n = 1; export { n, n as m }; export const up = () => (n += 2); export const after = () => n++; // main\nimport * as a from './a'; console.log(a.up(), a.n, a.m, a.after(), a.n);", "3 3 3 3 4"),
        ("// a\nexport let x, y; [x, { y }] = [1, { y: 2 }]; export const f = () => { const v = ({ x, y = 5 } = { x: 7 }); return v.x }; // main\nimport { x, y, f } from './a'; console.log(x, y); console.log(f(), x, y);", "1 2\n7 7 5"),
        ("// a\nexport let last; export function loop() { for (last of [1, 2]); for (last in { k: 1 }); } // main\nimport { last, loop } from './a'; loop(); console.log(last)", "k"),
        ("// a\nexport default function () { return 'f' } // b\nexport default class { m() { return 'c' } } // c\nexport default 5 + 1; // main\nimport f from './a'; import B from './b'; import n from './c'; console.log(f(), new B().m(), n)", "f c 6"),
        ("// a\nexport const a = 1, b = 2; export default 3; // b\nexport * from './a'; export { default as d, a as 'odd name' } from './a'; export const b = 'own'; // main\nimport * as b from './b'; console.log(b.a, b.b, b.d, b['odd name'], 'default' in b)", "1 own 3 1 false"),
        ("// a\nexport const a = 1; // b\nexport * as inner from './a'; // main\nimport { inner } from './b'; console.log(inner.a)", "1"),
        ("// a\nimport { b } from './b'; export function a() { return 'a' + b } // b\nimport { a } from './a'; export const b = 'b'; export const late = () => a(); // main\nimport { late } from './b'; console.log(late())", "ab"),
        ("// main\nimport plain, { a } from 'plain'; import * as all from 'plain'; console.log(plain(), a, all.a, all.default())", "called 1 1 called"),
        ("// main\nimport marked, { a } from 'marked'; import * as all from 'marked'; console.log(marked, a, all.a, all.default)", "default 2 2 default"),
        ("// a\nexport function self() { return this } // main\nimport { self } from './a'; console.log(self() === undefined, this, (() => this)(), self`` === undefined)", "true undefined undefined true"),
        ("// a\nexport const a = 1; // main\nimport { a } from './a'; const o = { a }; const { a: b = a } = {}; function f(a) { return { a } } console.log(o.a, b, f(2).a)", "1 1 2"),
        ("// a\nexport const v = 9; // main\nexport {}; const p = './' + 'a'; Promise.all([import('./a'), import(p)]).then(([x, y]) => console.log(x.v, y.v))", "9 9"),
        ("// main\nconst module = 1, exports = 2; let require = 3; console.log(module, exports, require, { module }.module); export { module as m }", "1 2 3 1"),
        ("// main\nconsole.log(typeof import.meta.url)", "string"),
        ("// a\nexport class A { static make() { return new A } } export { A as B }; export var v; if (true) { var nested = 1 } export { nested }; // main\nimport { A, B, nested } from './a'; console.log(A.make() instanceof B, nested)", "true 1"),
        ("// a\nexport let n = 0; export const set = () => { n ||= 4; n **= 2; return n } // main\nimport { n, set } from './a'; console.log(set(), n)", "16 16"),
        ("// a\nexport enum E { A = 1 } export namespace N { export const x = E.A } export type T = string; export interface I {} // main\nimport { E, N, T } from './a'; let t: T = 'x'; console.log(E.A, N.x, t)", "1 1 x"),
        ("// a\nexport abstract class A {} export const enum K { V = 3 } // main\nimport { A } from './a'; export { A }; console.log(typeof A)", "function"),
        ("// main\nexport default {}; export const a = [1].map(x => x); console.log(a[0])", "1"),
        ("// a\nexport const b = 1; // main\nimport * as a from './a'; import { b } from './a'; function f(a) { return b + a } { const a = 5; console.log(f(2), b + a) } console.log(a.b)", "3 6\n1"),
        ("// a\nexport const b = 1; // main\nimport * as module from './a'; import * as exports from './a'; import * as require from 'plain'; console.log(module.b, exports.b, require.a); export { module }", "1 1 1"),
        ("// a\nexport const a = 1, b = 2; // b\nimport { a } from './a'; export * from './a'; export const c = a; // main\nimport * as b from './b'; console.log(b.a, b.b, b.c)", "1 2 1"),
    ];

    // AMD runs a module when all it asks for has run: functions of a circle are not there yet
    private static readonly (string Program, string Output)[] s_circles =
    [
        ("// a\nimport { two } from './b'; export function one() { return 1 } console.log('a', two()); // b\nimport { one } from './a'; export function two() { return one() + 1 } console.log('b', two()); // main\nimport './a'; import './b';", "b 2\na 2"),
    ];

    private static readonly (string Program, string Output)[] s_assignments =
    [
        ("// a\nclass C { x = 1 } export = C; // main\nimport C = require('./a'); console.log(new C().x)", "1"),
        ("// a\nexport = { a: 1 }; // main\nimport a = require('./a'); export const b = a.a; console.log(b)", "1"),
    ];

    [Fact]
    public void CommonJs() => Check(FileFormat.CommonJs, "cjs", [.. s_programs, .. s_circles, .. s_assignments]);

    [Fact]
    public void Amd() => Check(FileFormat.Amd, "amd", [.. s_programs, .. s_assignments]);

    [Fact]
    public void Umd_as_Amd() => Check(FileFormat.Umd, "amd", [.. s_programs, .. s_assignments]);

    [Fact]
    public void Umd_as_CommonJs() => Check(FileFormat.Umd, "cjs", [.. s_programs, .. s_circles, .. s_assignments]);

    [Fact]
    public void SystemJs() => Check(FileFormat.System, "system", [.. s_programs, .. s_circles, ("// a\nexport const a = await 5; // main\nimport { a } from './a'; console.log(a)", "5")]);

    [Fact]
    public void Es5() => Check(FileFormat.System, "system", s_programs, EcmaVersion.Es5);

    [Theory]
    [InlineData("export const a = 1; export * from './b'; export { c as 'd-e', default as if } from './c'; export default a", EcmaVersion.Es2022, "0 && (module.exports = { a: null, 'd-e': null, if: null, ...require('./b') })")]
    [InlineData("export const a = 1; export * from './b';", EcmaVersion.Es5, "0 && (module.exports = { a: null }); 0 && __exportStar(require('./b'))")]
    [InlineData("export default 1; console.log(2)", EcmaVersion.Es2022, "console.log(2)")]
    public void Minified_files_tell_node_their_names(string code, EcmaVersion target, string last) =>
        Assert.EndsWith(TransformCheck.Transform(last, TransformOptions.Default, Language.JavaScript).Printed.TrimEnd(),
            TransformCheck.Transform(code, new() { Modules = FileFormat.CommonJs, HintsExports = true, MinifySyntax = true, Target = target }, Language.JavaScript).Printed.TrimEnd(), StringComparison.Ordinal);

    [Fact]
    public void Top_level_await_is_reported() => TransformCheck.Diagnostic("export const a = await 1", "IX1808", new() { Modules = FileFormat.CommonJs });

    [Fact]
    public void Export_assignment_is_reported() => TransformCheck.Diagnostic("export = 1", "IX1803", new() { Modules = FileFormat.System, RequireEsModule = true });

    [Fact]
    public void Without_interop_the_default_is_a_member() =>
        TransformCheck.Code("import a from 'a'; a();", "'use strict'; Object.defineProperty(exports, '__esModule', { value: true }); const a_1 = require('a'); (0, a_1.default)();",
            new() { Modules = FileFormat.CommonJs, DefaultImport = DefaultImport.Member });

    private static void Check(FileFormat format, string loader, (string Program, string Output)[] programs, EcmaVersion target = EcmaVersion.Es2022)
    {
        if (!NodeProcess.IsAvailable) Assert.Skip("node is not on the PATH");
        string input = JsonSerializer.Serialize(programs.Select(program => FilesOf(program.Program, new() { Modules = format, Target = target })));
        ProcessResult run = NodeProcess.Run([Repository.At("tests/Inox.JavaScript.Tests/Transforms/modules.cjs"), loader], input);
        Assert.Equal("", run.Error);
        string[] outputs = JsonSerializer.Deserialize<string[]>(run.Output)!;
        Assert.Equal(programs, programs.Select((program, i) => (program.Program, outputs[i])));
    }

    private static Dictionary<string, string> FilesOf(string program, TransformOptions options)
    {
        Dictionary<string, string> files = [];
        foreach (string part in program.Split("// ", StringSplitOptions.RemoveEmptyEntries))
        {
            int end = part.IndexOf('\n');
            files["./" + part[..end]] = TransformCheck.Transform(part[(end + 1)..], options, Language.TypeScript).Printed;
        }
        return files;
    }
}
