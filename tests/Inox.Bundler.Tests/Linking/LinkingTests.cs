using Xunit;

namespace Inox.Bundler.Tests.Linking;

public sealed class LinkingTests
{
    [Fact]
    public void Live_bindings_follow_their_module() => BundleCheck.Prints("0 1 2",
    [
        ("main.js", "import { count, next } from './counter.js'; const a = count; next(); const b = count; next(); console.log(a, b, count)"),
        ("counter.js", "export let count = 0; export function next() { count++ }"),
    ]);

    [Fact]
    public void Modules_run_once_in_the_order_of_imports() => BundleCheck.Prints("c b a main",
    [
        ("main.js", "import './b.js'; import './a.js'; import './c.js'; globalThis.log.push('main'); console.log(globalThis.log.join(' '))"),
        ("a.js", "import './b.js'; globalThis.log.push('a')"),
        ("b.js", "import './c.js'; globalThis.log.push('b')"),
        ("c.js", "globalThis.log = ['c']"),
    ]);

    [Fact]
    public void Names_that_collide_are_told_apart() => BundleCheck.Prints("main a b inner",
    [
        ("main.js", "import { x as a } from './a.js'; import { x as b } from './b.js'; const x = 'main'; function f(x2) { const a2 = 'inner'; return a2 } console.log(x, a, b, f())"),
        ("a.js", "export const x = 'a'; "),
        ("b.js", "const y = 'b'; export { y as x }"),
    ]);

    [Fact]
    public void An_inner_name_does_not_hide_what_an_import_became() => BundleCheck.Prints("from a, local",
    [
        ("main.js", "import { value as renamed } from './a.js'; function f(value) { return renamed + ', ' + value } console.log(f('local'))"),
        ("a.js", "export const value = 'from a'"),
    ]);

    [Fact]
    public void A_global_is_not_taken_for_a_variable_of_another_module() => BundleCheck.Prints("number own",
    [
        ("main.js", "import { name } from './a.js'; console.log(typeof Math.PI, name)"),
        ("a.js", "const Math = 'own'; export { Math as name }"),
    ]);

    [Fact]
    public void Namespaces_are_objects_when_they_are_passed_on() => BundleCheck.Prints("a,b,default 1 Module true",
    [
        ("main.js", "import * as ns from './a.js'; const pass = x => x; const o = pass(ns); console.log(Object.keys(o).join(), o.a, o[Symbol.toStringTag], !('toString' in o))"),
        ("a.js", "export const b = 2, a = 1; export default 3"),
    ]);

    [Fact]
    public void Export_star_passes_names_but_no_default_and_own_names_win() => BundleCheck.Prints("own b undefined",
    [
        ("main.js", "import * as all from './all.js'; import { a, b } from './all.js'; console.log(a, b, all.default)"),
        ("all.js", "export * from './x.js'; export const a = 'own'"),
        ("x.js", "export const a = 'x', b = 'b'; export default 1"),
    ]);

    [Fact]
    public void Reexports_under_other_names() => BundleCheck.Prints("1 1 object",
    [
        ("main.js", "import { one, space, byDefault } from './index.js'; console.log(one, byDefault, typeof space)"),
        ("index.js", "export { default as one, default as byDefault } from './x.js'; export * as space from './x.js'"),
        ("x.js", "export default 1"),
    ]);

    [Fact]
    public void CommonJs_is_imported_by_default_and_by_name() => BundleCheck.Prints("1 1 true f",
    [
        ("main.js", "import cjs, { a } from './lib.cjs'; import * as ns from './lib.cjs'; import f from './f.cjs'; console.log(cjs.a, a, ns.default === cjs, f())"),
        ("lib.cjs", "exports.a = 1"),
        ("f.cjs", "module.exports = function () { return 'f' }"),
    ]);

    [Fact]
    public void Transpiled_modules_give_their_default() => BundleCheck.Prints("d n",
    [
        ("main.js", "import d, { n } from './lib.cjs'; console.log(d, n)"),
        ("lib.cjs", "Object.defineProperty(exports, '__esModule', { value: true }); exports.default = 'd'; exports.n = 'n'"),
    ]);

    [Fact]
    public void Required_es_modules_are_evaluated_when_asked_for() => BundleCheck.Prints("before esm d 1 true",
    [
        ("main.js", "const log = globalThis.log = ['before']; const m = require('./m.mjs'); console.log(log.join(' '), m.default, m.a, m === require('./m.mjs'))"),
        ("m.mjs", "import { a } from './dep.mjs'; globalThis.log.push('esm'); export default 'd'; export { a }"),
        ("dep.mjs", "export let a = 1; class C {} export { C }; for (var i = 0; i < 2; i++) {} export { i }"),
    ]);

    [Fact]
    public void A_circle_of_requires_sees_what_is_there() => BundleCheck.Prints("{\"a1\":1,\"b\":{\"seen\":[\"a1\"]},\"a2\":2}",
    [
        ("main.js", "console.log(JSON.stringify(require('./a.cjs')))"),
        ("a.cjs", "exports.a1 = 1; exports.b = require('./b.cjs'); exports.a2 = 2"),
        ("b.cjs", "exports.seen = Object.keys(require('./a.cjs'))"),
    ]);

    [Fact]
    public void Functions_of_an_import_circle_are_there_from_the_start() => BundleCheck.Prints("b of a",
    [
        ("main.js", "import './a.js'"),
        ("a.js", "import { b } from './b.js'; export function a() { return 'a' } console.log(b())"),
        ("b.js", "import { a } from './a.js'; export function b() { return 'b of ' + a() }"),
    ]);

    [Fact]
    public void Import_calls_load_once() => BundleCheck.Prints("start lazy 1 true",
    [
        ("main.js", "globalThis.log = ['start']; Promise.all([import('./lazy.js'), import('./lazy.js')]).then(([a, b]) => console.log(globalThis.log.join(' '), a.x, a === b))"),
        ("lazy.js", "globalThis.log.push('lazy'); export const x = 1"),
    ]);

    [Fact]
    public void Import_calls_of_CommonJs_give_a_namespace() => BundleCheck.Prints("1 1",
    [
        ("main.js", "import('./lib.cjs').then(m => console.log(m.default.a, m.a))"),
        ("lib.cjs", "exports.a = 1"),
    ]);

    [Fact]
    public void Top_level_await_holds_up_those_that_import_it() => BundleCheck.Prints("waited 1",
    [
        ("main.js", "import { x } from './a.js'; console.log('waited', x)"),
        ("a.js", "export const x = await Promise.resolve(1)"),
    ], ModuleFormat.Esm);

    [Fact]
    public void Json_is_a_module_of_its_keys_and_an_object_for_require() => BundleCheck.Prints("1.0 2 {\"version\":\"1.0\",\"list\":[1,2],\"a-b\":1}",
    [
        ("main.js", "import data, { version } from './data.json'; console.log(version, data.list.length, JSON.stringify(require('./data.json')))"),
        ("data.json", "{\"version\": \"1.0\", \"list\": [1, 2], \"a-b\": 1}"),
    ]);

    [Fact]
    public void A_missing_module_in_a_try_is_left_to_the_program() => BundleCheck.Prints("caught",
    [
        ("main.js", "try { require('no-such-package') } catch { console.log('caught') }"),
    ]);

    [Fact]
    public void This_of_a_CommonJs_module_is_its_exports() => BundleCheck.Prints("1",
    [
        ("main.js", "import { a } from './lib.cjs'; console.log(a)"),
        ("lib.cjs", "this.a = 1"),
    ]);

    [Fact]
    public void Shorthand_properties_keep_their_key() => BundleCheck.Prints("{\"x\":1,\"y\":2}",
    [
        ("main.js", "import { x } from './a.js'; import { x as y } from './b.js'; console.log(JSON.stringify({ x, y }))"),
        ("a.js", "export const x = 1"),
        ("b.js", "export const x = 2"),
    ]);

    [Fact]
    public void Assignments_through_destructuring_keep_their_key() => BundleCheck.Prints("1 2",
    [
        ("main.js", "import './other.js'; let a, b; ({ a, b } = { a: 1, b: 2 }); console.log(a, b)"),
        ("other.js", "let a = 0, b = 0; globalThis.f = () => a + b"),
    ]);

    [Fact]
    public void A_class_may_name_itself() => BundleCheck.Prints("A B",
    [
        ("main.js", "import { A } from './a.js'; class B { static self = () => B.name } console.log(A.self() === A ? 'A' : 'no', 'B')"),
        ("a.js", "export class A { static self() { return A } }"),
    ]);

    [Theory]
    [InlineData("require('pkg').foo()", "export { foo } from './foo.js'", "123")]
    [InlineData("(await import('pkg')).foo()", "export { foo } from './foo.js'", "123")]
    [InlineData("(await import('pkg')).foo()", "import { foo } from './foo.js'; export { foo }", "123")]
    [InlineData("require('pkg').foo()", "export * from './foo.js'", "123")]
    [InlineData("require('pkg').foo()", "export { foo } from './stop.js'", "stop")]
    [InlineData("require('pkg').foo()", "import { foo } from './stop.js'; export let other = 1; export { foo }", "stop")]
    public void What_is_wrapped_runs_before_its_exports_are_used_though_it_has_no_side_effects(string use, string index, string expected) => BundleCheck.Prints(expected,
    [
        ("main.js", $"const main = async () => {{ try {{ console.log({use}) }} catch (e) {{ console.log(e) }} }}; main()"),
        ("node_modules/pkg/package.json", """{ "sideEffects": false }"""),
        ("node_modules/pkg/index.js", index),
        ("node_modules/pkg/stop.js", "export { foo } from './foo.js'; throw 'stop'"),
        ("node_modules/pkg/foo.js", "export let foo = () => 123"),
    ]);

    [Fact]
    public void Keys_that_are_reserved_words_are_exports_of_json() => BundleCheck.Prints("1 2 3",
    [
        ("main.js", "import { if as x, _if, class as y } from './z.json'; console.log(x, _if, y)"),
        ("z.json", """{ "if": 1, "_if": 2, "class": 3, "default": 4 }"""),
    ]);

    [Fact]
    public void Require_of_module_is_require() => BundleCheck.Prints("1 1 undefined",
    [
        ("main.js", "console.log(module.require('./a.js').a, module['require']('./a.js').a, typeof module.require)"),
        ("a.js", "exports.a = 1"),
    ]);

    [Fact]
    public void Import_of_what_is_outside_becomes_require_where_there_is_no_import()
    {
        BuildOptions options = new() { WorkingDirectory = "", EntryPoints = [], Format = ModuleFormat.CommonJs, Bundle = false };
        Assert.Equal("function true", BundleCheck.Run([("main.js", "export {}; import('fs').then(fs => console.log(typeof fs.existsSync, fs.default === require('fs')))")], options));
    }

    [Theory]
    [InlineData("import { f } from './base/f.js'; export default f()")]
    [InlineData("import { f } from './base/index.js'; export default f()")]
    [InlineData("import { f } from './base/star.js'; export default f()")]
    [InlineData("import { f } from './own.js'; export default f()")]
    [InlineData("import * as all from './base/star.js'; export default (x => x)(all).f()")]
    [InlineData("import { all } from './base/space.js'; export default (x => x)(all).f()")]
    [InlineData("export { f } from './base/index.js'; import { f } from './base/index.js'; export default f()")]
    public void A_required_module_runs_what_it_uses_even_when_that_has_no_side_effects(string library) => BundleCheck.Prints("42",
    [
        ("main.js", "console.log(require('./lib.js').default)"),
        ("lib.js", library),
        ("own.js", "export { f } from './base/index.js'"),
        ("base/package.json", "{ \"sideEffects\": false }"),
        ("base/index.js", "export { f } from './f.js'"),
        ("base/star.js", "export * from './f.js'"),
        ("base/space.js", "import * as all from './f.js'; export { all }"),
        ("base/f.js", "import { value } from './value.js'; export const f = () => value"),
        ("base/value.js", "export const value = [42][0]"),
    ]);

    [Fact]
    public void A_module_that_was_asked_for_the_value_of_another_may_stay_out() => BundleCheck.Prints("main",
    [
        ("main.js", "import './base/index.js'; require('./lib.js'); console.log('main')"),
        ("lib.js", "import './base/index.js'"),
        ("base/package.json", "{ \"sideEffects\": false }"),
        ("base/index.js", "export const f = console.log('base')"),
    ]);

    [Fact]
    public void The_key_of_a_field_has_the_this_around_its_class() => BundleCheck.Prints("1 2",
    [
        ("main.js", "import './other.js'; class C { [`key${this === undefined}`] = this.a; static a = 2; static [`s${!this}`] = this.a; get a() { return 1 } } console.log(new C().keytrue, C.strue)"),
        ("other.js", "export {}"),
    ]);

    [Fact]
    public void Imports_are_evaluated_before_the_statements_above_them() => BundleCheck.Prints("cjs esm main",
    [
        ("main.js", "globalThis.log.push('main'); import './a.cjs'; import './b.js'; console.log(globalThis.log.join(' '))"),
        ("a.cjs", "globalThis.log = ['cjs']"),
        ("b.js", "globalThis.log.push('esm')"),
    ]);

    // What is wrapped is called at its place among modules that are not; `b.cjs` is required first, in a function that does not run.
    [Fact]
    public void CommonJs_is_evaluated_in_its_place_among_other_modules() => BundleCheck.Prints("polyfill app a b main",
    [
        ("main.js", "import './polyfill.cjs'; import './app.js'; import './a.cjs'; import './b.cjs'; import { log } from './app.js'; log.push('main'); console.log(log.join(' '))"),
        ("polyfill.cjs", "globalThis.log = ['polyfill']"),
        ("app.js", "export const log = globalThis.log; log.push('app')"),
        ("a.cjs", "globalThis.log.push('a'); exports.later = () => require('./b.cjs')"),
        ("b.cjs", "globalThis.log.push('b')"),
    ]);

    [Fact]
    public void Importers_of_CommonJs_share_one_variable_and_named_imports_need_no_namespace()
    {
        (string, string)[] files =
        [
            ("main.js", "import { a } from './lib.cjs'; import { b } from './other.js'; console.log(a, b, require('./late.js').c)"),
            ("other.js", "import { b } from './lib.cjs'; export { b }"),
            ("late.js", "export { c } from './lib.cjs'"),
            ("lib.cjs", "exports.a = 1; exports.b = 2; exports.c = 3"),
        ];
        BundleCheck.Prints("1 2 3", files);
        string text = System.Text.Encoding.UTF8.GetString(BundleCheck.Build(Core.PathStyle.Posix, files).OutputFiles[0].Bytes);
        Assert.Equal(1, text.Split("var import_lib").Length - 1);
        Assert.DoesNotContain("__toESM", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_import_of_CommonJs_follows_the_rule_of_its_importer() => BundleCheck.Prints("babel node true babel",
    [
        ("main.js", "import a from './lib.cjs'; import { b, same } from './b.mjs'; import * as ns from './lib.cjs'; console.log(a, b, same, ns.default)"),
        ("b.mjs", "import lib from './lib.cjs'; import * as ns from './lib.cjs'; export const b = lib.name, same = ns.default === lib"),
        ("lib.cjs", "exports.__esModule = true; exports.default = 'babel'; exports.name = 'node'"),
    ]);

    [Fact]
    public void A_module_that_imports_and_sets_module_exports_is_CommonJs() => BundleCheck.Prints("1 2",
    [
        ("main.js", "console.log(require('./mixed.js').a, require('./mixed.js').b)"),
        ("mixed.js", "import { a } from './esm.js'; import b from './lib.cjs'; module.exports = { a, b }"),
        ("esm.js", "export const a = 1"),
        ("lib.cjs", "module.exports = 2"),
    ]);

    [Fact]
    public void Exports_of_an_external_star_are_there_for_who_requires_the_bundle() => BundleCheck.Prints("true true",
    [
        ("main.js", "import * as all from './all.js'; const seen = require('./all.js'); console.log(typeof all.join === 'function', typeof seen.join === 'function')"),
        ("all.js", "export * from 'node:path'"),
    ], ModuleFormat.CommonJs);

    [Fact]
    public void CommonJs_alone_stays_sloppy() => BundleCheck.Prints("function object",
    [
        ("main.js", "if (1) { function f() { return f } f = null } exports.f = f; console.log(typeof f, typeof f())"),
    ], ModuleFormat.CommonJs, ModuleFormat.Iife);

    [Fact]
    public void Code_that_cannot_be_strict_is_not() => BundleCheck.Prints("1",
    [
        ("main.js", "import './a.js'; console.log(globalThis.b)"),
        ("a.js", "with ({ a: 1 }) globalThis.b = a"),
    ], ModuleFormat.CommonJs, ModuleFormat.Iife);

    [Fact]
    public void Direct_eval_sees_the_variables_of_CommonJs() => BundleCheck.Prints("1 2",
    [
        ("main.js", "console.log(require('./a.js').a, require('./b.js').b)"),
        ("a.js", "eval('exports.a = 1')"),
        ("b.js", "eval('module.exports = { b: 2 }')"),
    ]);

    [Fact]
    public void The_order_of_an_entry_is_its_own()
    {
        (string, string)[] files =
        [
            ("second.js", "import './a.js'; import './b.js'; console.log(globalThis.log.join())"),
            ("first.js", "import './b.js'; import './a.js'; console.log(globalThis.log.join())"),
            ("a.js", "(globalThis.log ??= []).push('a')"),
            ("b.js", "(globalThis.log ??= []).push('b')"),
        ];
        BuildResult result = BundleCheck.Build(Core.PathStyle.Posix, files, new() { WorkingDirectory = "", EntryPoints = [new("first.js"), new("second.js")] });
        bool[] startsWithA = [.. result.OutputFiles.Select(file => System.Text.Encoding.UTF8.GetString(file.Bytes)).Select(text => text.IndexOf("push(\"a\")", StringComparison.Ordinal) < text.IndexOf("push(\"b\")", StringComparison.Ordinal))];
        Assert.Equal([false, true], startsWithA);
    }

    [Fact]
    public void What_lowered_modules_call_is_in_the_bundle_once_and_its_names_give_way()
    {
        (string, string)[] files =
        [
            ("main.js", "import { A } from './a.js'; const __privateGet = 'own'; import('./lazy.js').then(lazy => console.log(new A().read(), new lazy.B().read(), __privateGet))"),
            ("a.js", "export class A { #value = 1; read() { return this.#value } }"),
            ("lazy.js", "export class B { #value = 2; read() { return this.#value } }"),
        ];
        BuildOptions options = new() { WorkingDirectory = "", EntryPoints = [], Format = ModuleFormat.Esm, Platform = Platform.Node, Splitting = true, Target = JavaScript.Transforms.EcmaVersion.Es2021 };
        Assert.Equal("1 2 own", BundleCheck.Run(files, options));
        Assert.Equal("1 2 own", BundleCheck.Run(files, options with { MinifyWhitespace = true, MinifyIdentifiers = true, MinifySyntax = true }));
        string all = string.Concat(BundleCheck.Build(Core.PathStyle.Posix, files, options).OutputFiles.Select(file => System.Text.Encoding.UTF8.GetString(file.Bytes)));
        Assert.Equal(1, all.Split("Cannot access a private member of an object whose class").Length - 1);
    }
}
