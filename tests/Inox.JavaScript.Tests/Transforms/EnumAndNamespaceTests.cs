using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

public sealed class EnumAndNamespaceTests
{
    [Theory]
    [InlineData("enum A { B, C }", "var A = ((A) => { A[A['B'] = 0] = 'B'; A[A['C'] = 1] = 'C'; return A; })(A || {});")]
    [InlineData("enum A { B = 'b' }", "var A = ((A) => { A['B'] = 'b'; return A; })(A || {});")]
    [InlineData("export enum A {}", "export var A = ((A) => { return A; })(A || {});")]
    [InlineData("{ enum A {} }", "{ let A = ((A) => { return A; })({}); }")]
    public void Enums_are_objects_of_a_function(string input, string expected) =>
        Assert.Equal(
            TransformCheck.Normalize(expected).Replace("= ((A)", "= /* @__PURE__ */ ((A)", StringComparison.Ordinal),
            TransformCheck.Transform(input, null, Language.TypeScript).Printed);

    [Theory]
    [InlineData("enum E { A, B, C = 5, D }", "{\"0\":\"A\",\"1\":\"B\",\"5\":\"C\",\"6\":\"D\",\"A\":0,\"B\":1,\"C\":5,\"D\":6}")]
    [InlineData("enum E { A = 'x', B = 1 }", "{\"1\":\"B\",\"A\":\"x\",\"B\":1}")]
    [InlineData("enum E { A = 1 << 3, B = A | 1, C = ~B, D = -C, F = 2 ** 3, G = 7 % 4 }", "{\"3\":\"G\",\"8\":\"F\",\"9\":\"B\",\"10\":\"D\",\"A\":8,\"B\":9,\"C\":-10,\"-10\":\"C\",\"D\":10,\"F\":8,\"G\":3}")]
    [InlineData("enum F { A = 2 } enum E { A = F.A, B = F['A'] + 1 }", "{\"2\":\"A\",\"3\":\"B\",\"A\":2,\"B\":3}")]
    [InlineData("const x = 4; enum E { A = x, B }", "{\"4\":\"A\",\"5\":\"B\",\"A\":4,\"B\":5}")]
    [InlineData("enum E { A = `a${1}`, B = 'b' + A }", "{\"A\":\"a1\",\"B\":\"ba1\"}")]
    [InlineData("function f(x) { return x + 1; } enum E { A = 1, B = f(A) }", "{\"1\":\"A\",\"2\":\"B\",\"A\":1,\"B\":2}")]
    [InlineData("enum E { A } enum E { B = 1 }", "{\"0\":\"A\",\"1\":\"B\",\"A\":0,\"B\":1}")]
    [InlineData("enum E { 'a b', \"c\" = 3 }", "{\"0\":\"a b\",\"3\":\"c\",\"a b\":0,\"c\":3}")]
    [InlineData("const enum E { A = 1 }", "{\"1\":\"A\",\"A\":1}")]
    [InlineData("enum E { A = 'abc'.length }", "{\"3\":\"A\",\"A\":3}")]
    [InlineData("function f() { enum E { A } return E; } const E = f();", "{\"0\":\"A\",\"A\":0}")]
    [InlineData("enum E { A } namespace E { export const b = E.A + 1; }", "{\"0\":\"A\",\"A\":0,\"b\":1}")]
    public void Enums_have_their_values(string input, string json) => TransformCheck.Output(input + " console.log(JSON.stringify(E));", json);

    [Theory]
    [InlineData("const enum E { A = 1, B = 'x' } f(E.A, E['B']);", "f(1, \"x\")")]
    [InlineData("const enum E { A = -1 } f(E.A);", "f(-1)")]
    public void Const_enums_are_inlined(string input, string call) =>
        Assert.Contains(call, TransformCheck.Transform(input, null, Language.TypeScript).Printed, StringComparison.Ordinal);

    [Fact]
    public void Constants_are_handed_on()
    {
        TransformResult result = TransformCheck.Transform("export enum E { A, B = 'b', C = f() }", null, Language.TypeScript).Result;
        Assert.Equal(["A", "B"], result.Enums["E"].Members.Keys.Order());
        Assert.Equal(ConstantValue.Of("b"), result.Enums["E"].Members["B"]);
    }

    [Theory]
    [InlineData("namespace A { export const b = 1; }", "var A; ((A) => { A.b = 1; })(A || (A = {}));")]
    [InlineData("export namespace A { export let b; }", "export var A; ((A) => {})(A || (A = {}));")]
    [InlineData("namespace A { let b = 1; export function c() { return b; } }", "var A; ((A) => { let b = 1; function c() { return b; } A.c = c; })(A || (A = {}));")]
    [InlineData("namespace A { export let b = 1; b++; f({ b }); b(); }", "var A; ((A) => { A.b = 1; A.b++; f({ b: A.b }); A.b(); })(A || (A = {}));")]
    [InlineData("namespace A.B { export class C {} }", "var A; ((A) => { let B; ((B) => { class C {} B.C = C; })(B = A.B || (A.B = {})); })(A || (A = {}));")]
    [InlineData("namespace A { export const { b, c: [d] } = e; }", "var A; ((A) => { ({ b: A.b, c: [A.d] } = e); })(A || (A = {}));")]
    [InlineData("class A {} namespace A { export const b = 1; }", "class A {} ((A) => { A.b = 1; })(A || (A = {}));")]
    [InlineData("namespace A { export class A {} }", "var A; ((A_1) => { class A {} A_1.A = A; })(A || (A = {}));")]
    [InlineData("namespace A { export interface B {} export type C = 1; export function d(): void; }", "")]
    [InlineData("namespace A { export import b = C.d; b(); }", "var A; ((A) => { A.b = C.d; A.b(); })(A || (A = {}));")]
    public void Namespaces_are_functions_over_an_object(string input, string expected) => TransformCheck.Code(input, expected);

    [Theory]
    [InlineData("namespace A { export let x = 1; } namespace A { export const y = x + 1; x = 5; } console.log(A.x, A.y);", "5 2")]
    [InlineData("namespace A { export namespace B { export const x = 1; } export const y = B.x + 1; } console.log(A.B.x, A.y);", "1 2")]
    [InlineData("namespace A.B.C { export const x = 1; } namespace A.B { export const y = C.x; } console.log(A.B.y);", "1")]
    [InlineData("function f() { return f.x; } namespace f { export const x = 3; } console.log(f());", "3")]
    [InlineData("namespace A { export enum E { X = 2 } export const y = E.X; } console.log(A.E.X, A.y, A.E[2]);", "2 2 X")]
    [InlineData("namespace A { export enum E { X } } namespace A { export enum E { Y = 1 } } console.log(JSON.stringify(A.E));", "{\"0\":\"X\",\"1\":\"Y\",\"X\":0,\"Y\":1}")]
    [InlineData("namespace A { export let x = 1; export function f(x) { return x; } export function g() { return x; } } A.x = 7; console.log(A.f(2), A.g());", "2 7")]
    [InlineData("namespace A { export const [a, b = 2, ...c] = [1, undefined, 3]; } console.log(A.a, A.b, A.c.join());", "1 2 3")]
    [InlineData("namespace A { export var x = 1; { let x = 2; console.log(x); } console.log(x); }", "2\n1")]
    [InlineData("namespace A { export let x = 1; ({ x } = { x: 4 }); } console.log(A.x);", "4")]
    [InlineData("namespace A { export const x = 1; } import X = A.x; console.log(X);", "1")]
    public void Namespaces_do_what_they_say(string input, string output) => TransformCheck.Output(input, output);
}
