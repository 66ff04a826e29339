using Inox.Core;
using Inox.JavaScript.Declarations;
using Inox.JavaScript.Printing;
using Xunit;

namespace Inox.JavaScript.Tests.Declarations;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData("export const a = 1", "export declare const a = 1;")]
    [InlineData("export const a = -1", "export declare const a = -1;")]
    [InlineData("export const a = 'x' as const", "export declare const a: 'x';")]
    [InlineData("export const a = `x`", "export declare const a = 'x';")]
    [InlineData("export let a = 1", "export declare let a: number;")]
    [InlineData("export let a = `x${1}`", "export declare let a: string;")]
    [InlineData("export const a = null, b = undefined", "export declare const a: null, b: undefined;")]
    [InlineData("export const a = f() as string", "export declare const a: string;")]
    [InlineData("export const a = [1, 'x'] as const", "export declare const a: readonly [1, 'x'];")]
    [InlineData("export const a = { b: 1, 'c d': '', e: { f: true } }", "export declare const a: { b: number; 'c d': string; e: { f: boolean } };")]
    [InlineData("export const a = { b: 1, m() { return 1 } } as const", "export declare const a: { readonly b: 1; readonly m: () => number };")]
    [InlineData("export const a = { m(x: string): void {}, get b() { return 1 }, get c(): string { return '' }, set c(v: string) {} }", "export declare const a: { m(x: string): void; readonly b: number; c: string };")]
    [InlineData("export const a = { [Symbol.iterator](): void {}, ['b']: 1 }", "export declare const a: { [Symbol.iterator](): void; 'b': number };")]
    [InlineData("export const f = (a: number, b = 2): void => {}", "export declare const f: (a: number, b?: number) => void;")]
    [InlineData("export const f = <T extends string>(x: T) => x as T", "export declare const f: <T extends string>(x: T) => T;")]
    public void Variables(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("export function f(a: string, b?: number, ...c: string[]): void {}", "export declare function f(a: string, b?: number, ...c: string[]): void;")]
    [InlineData("export function f() { return 1 }", "export declare function f(): number;")]
    [InlineData("export function f(a = 1) { return '' }", "export declare function f(a?: number): string;")]
    [InlineData("export function f(a = 1, b: string): void {}", "export declare function f(a: number | undefined, b: string): void;")]
    [InlineData("export function f(a: string = '', b: string): void {}", "export declare function f(a: string | undefined, b: string): void;")]
    [InlineData("export function f({ a = 1, b: [c = 2] }: T): void {}", "export declare function f({ a, b: [c] }: T): void;")]
    [InlineData("export function f(a: string): void; export function f(a: number): void; export function f(a: any): void {}", "export declare function f(a: string): void; export declare function f(a: number): void;")]
    [InlineData("export async function f(): Promise<void> {}", "export declare function f(): Promise<void>;")]
    [InlineData("export default function () { return 1 }", "export default function (): number;")]
    [InlineData("export default 1", "declare const _default: 1; export default _default;")]
    [InlineData("const _default = 1; export default { a: _default as number }", "declare const _default_1: { a: number }; export default _default_1;")]
    [InlineData("const a: number = 1; export default a", "declare const a: number; export default a;")]
    [InlineData("export = 1", "declare const _default: 1; export = _default;")]
    public void Functions(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("export class A { a = 1; b: string; readonly c = 2; static readonly d = 'x'; private e = f(); protected g?: string }",
        "export declare class A { a: number; b: string; readonly c = 2; static readonly d = 'x'; private e; protected g?: string; }")]
    [InlineData("export class A { #a = 1; #m() {} b: string }", "export declare class A { #private; b: string; }")]
    [InlineData("export class A { constructor(private a: string, public readonly b = 1, protected c?: string) {} }",
        "export declare class A { private a; readonly b: number; protected c?: string | undefined; constructor(a: string, b?: number, c?: string | undefined); }")]
    [InlineData("export class A { m(): void; m(a?: string): void {} private n(): void {} private n(x?: string): void {} static s() { return 1 } }",
        "export declare class A { m(): void; private n; static s(): number; }")]
    [InlineData("export class A { get a(): string { return '' } set a(v) {} private get b() { return 1 } private set b(v) {} }",
        "export declare class A { get a(): string; set a(v: string); private get b(); private set b(value); }")]
    [InlineData("export abstract class A<T> extends B<T> implements I, J<T> { abstract m(): T; abstract p: T; static { f() } [k: string]: T }",
        "export declare abstract class A<T> extends B<T> implements I, J<T> { abstract m(): T; abstract p: T; [k: string]: T; }")]
    [InlineData("export class A { @d() a: string; accessor b = 1; override c(): void {} declare d: string; async e(): Promise<void> {} *g(): Generator {} }",
        "export declare class A { a: string; accessor b: number; c(): void; d: string; e(): Promise<void>; g(): Generator; }")]
    [InlineData("export class A { private constructor(a: string) {} }", "export declare class A { private constructor(); }")]
    [InlineData("export default class extends A {}", "export default class extends A {}")]
    public void Classes(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("interface A {} interface B {} export type C = A", "interface A {} export type C = A; export {};")]
    [InlineData("type A = B; type B = C; type C = 1; export const x: A = 1", "type A = B; type B = C; type C = 1; export declare const x: A; export {};")]
    [InlineData("const a = 1, b = 2; export type A = typeof a", "declare const a = 1; export type A = typeof a; export {};")]
    [InlineData("import { A, B } from 'x'; import C, * as D from 'y'; import 'z'; export const x: A = 1 as D.E", "import { A } from 'x'; import 'z'; export declare const x: A;")]
    [InlineData("import type { A } from 'x'; export let x: A", "import type { A } from 'x'; export declare let x: A;")]
    [InlineData("import { A } from 'x'; let a: A", "export {};")]
    [InlineData("const a: string = ''; export { a as b }", "declare const a: string; export { a as b };")]
    [InlineData("export * from 'x'; export { y } from 'y'; export * as z from 'z'", "export * from 'x'; export { y } from 'y'; export * as z from 'z';")]
    [InlineData("import a = require('a'); import b = a.b; export let x: b", "import a = require('a'); import b = a.b; export declare let x: b;")]
    [InlineData("f(); let x: number; if (x) {} function g(): void {}", "declare let x: number; declare function g(): void;")]
    [InlineData("export namespace N { export const a = 1; const b = 2; export type T = 1 }", "export declare namespace N { const a = 1; type T = 1; }")]
    [InlineData("export namespace N { type T = 1; export const a: T = 1 }", "export declare namespace N { type T = 1; export const a: T; export {}; }")]
    [InlineData("export module N.M { export let a: number }", "export declare namespace N.M { let a: number; }")]
    [InlineData("declare global { interface Window { x: 1 } } export {}", "declare global { interface Window { x: 1; } } export {};")]
    [InlineData("declare module 'm' { export function f(): void; let a: string }", "declare module 'm' { function f(): void; let a: string; }")]
    [InlineData("export enum E { A, B = 'b', C = 1 << 2, D = C | 1 }", "export declare enum E { A = 0, B = 'b', C = 4, D = 5 }")]
    [InlineData("export const enum E { A = 1, B }", "export declare const enum E { A = 1, B = 2 }")]
    [InlineData("type X<T> = T extends (a: infer U) => void ? U : never; type U = 1; export type Y = X<1>", "type X<T> = T extends (a: infer U) => void ? U : never; export type Y = X<1>; export {};")]
    [InlineData("/** a */ export const a = 1; // b", "/** a */ export declare const a = 1;")]
    public void Names(string input, string expected) => Check(input, expected);

    [Theory]
    [InlineData("export const a = f()", "IX1904")]
    [InlineData("export function f() {}", "IX1901")]
    [InlineData("export function f() { if (x) return 1; return 2 }", "IX1901")]
    [InlineData("export function f(a): void {}", "IX1905")]
    [InlineData("export class A { a = f(); m() {} get b() { return f() } }", "IX1906", "IX1902", "IX1903")]
    [InlineData("export const a = { b: f(), c, ...d, [e]: 1 }", "IX1910", "IX1909", "IX1920")]
    [InlineData("export const a = { b: f() }", "IX1907")]
    [InlineData("export const a = [1]", "IX1911")]
    [InlineData("export const a = [...b] as const", "IX1912")]
    [InlineData("export const { a, b: [c] } = d", "IX1913", "IX1913")]
    [InlineData("const v = 1; export enum E { A = v }", "IX1914")]
    [InlineData("export class A extends f() {}", "IX1915")]
    [InlineData("export const A = class {}", "IX1916")]
    [InlineData("export function f(): void {} f.x = 1", "IX1917")]
    [InlineData("class C {} export function f(a: C = new C(), b: string): void {}", "IX1918")]
    [InlineData("export default f()", "IX1919")]
    [InlineData("export class A { [k]: string }", "IX1920")]
    [InlineData("export interface I { [k + 1]: string }", "IX1908")]
    public void What_is_not_written_down_is_reported(string input, params string[] codes)
    {
        ParseResult parsed = JsParser.Parse("input.ts", input);
        Assert.Equal(codes, JsDeclarations.Emit(parsed).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("function f() { return g() } export const a: string = f()")]
    [InlineData("class C { m() {} } export {}")]
    [InlineData("namespace N { export const a = f() } export {}")]
    public void What_is_not_exported_needs_no_types(string input) => Assert.Empty(JsDeclarations.Emit(JsParser.Parse("input.ts", input)).Diagnostics);

    private static void Check(string input, string expected)
    {
        ParseResult parsed = JsParser.Parse("input.ts", input);
        Assert.Empty(parsed.Diagnostics);
        DeclarationResult result = JsDeclarations.Emit(parsed);
        Assert.Empty(result.Diagnostics);
        ParseResult wanted = JsParser.Parse(new SourceText("expected.d.ts", expected), new() { Language = Language.Declarations });
        Assert.Empty(wanted.Diagnostics);
        Assert.Equal(JsPrinter.Print(wanted), JsPrinter.Print(result.Program, parsed.Source, result.Comments, PrintOptions.Default).Code);
    }
}
