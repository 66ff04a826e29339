using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

/// <summary>Where TypeScript's grammar is ambiguous: what a text is read as.</summary>
public sealed class TypeScriptTests
{
    private static readonly ParseOptions s_typeScript = new() { Language = Language.TypeScript };

    public static TheoryData<string, string> Rows => new()
    {
        // type arguments or operators
        { "a<b>(c)", "(Call a (TSTypeParameterInstantiation [(TSTypeReference b)]) [c]);" },
        { "a<b>c", "(Binary (Binary a Less b) Greater c);" },
        { "a<b>\nc", "(TSInstantiation a (TSTypeParameterInstantiation [(TSTypeReference b)])); c;" },
        { "a<b>+c", "(Binary (Binary a Less b) Greater (Unary Plus c));" },
        { "a<b>`c`", "(TaggedTemplate a (TSTypeParameterInstantiation [(TSTypeReference b)]) (Template [\"c\"]));" },
        { "a<b<c>>(d)", "(Call a (TSTypeParameterInstantiation [(TSTypeReference b (TSTypeParameterInstantiation [(TSTypeReference c)]))]) [d]);" },
        { "a<b>?.()", "(Chain (Call (TSInstantiation a (TSTypeParameterInstantiation [(TSTypeReference b)])) [] :optional));" },
        { "new a<b>", "(New a (TSTypeParameterInstantiation [(TSTypeReference b)]) []);" },
        { "new a<b>(c)", "(New a (TSTypeParameterInstantiation [(TSTypeReference b)]) [c]);" },
        { "f(a<b, c>(d))", "(Call f [(Call a (TSTypeParameterInstantiation [(TSTypeReference b) (TSTypeReference c)]) [d])]);" },
        { "f(a < b, c > d)", "(Call f [(Binary a Less b) (Binary c Greater d)]);" },
        { "x = a<b>;", "(Assignment x Assign (TSInstantiation a (TSTypeParameterInstantiation [(TSTypeReference b)])));" },
        { "a<<T>(b: T) => void>(c)", "(Call a (TSTypeParameterInstantiation [(TSFunctionType (TSTypeParameter [(TSTypeParameter @T)]) [(FormalParameter @b (TSTypeAnnotation (TSTypeReference T)))] (TSTypeAnnotation (TSKeywordType :void)))]) [c]);" },
        { "if (a < b && c > d) ;", "(If (Logical (Binary a Less b) And (Binary c Greater d)) (Empty))" },
        // arrow functions
        { "a ? (b) : c => d", "(Conditional a b (ArrowFunction [@c] d));" },
        { "a ? (b): c => d : e", "(Conditional a (ArrowFunction [@b] (TSTypeAnnotation (TSTypeReference c)) d) e);" },
        { "a ? (b, c) : d", "(Conditional a (Sequence [b c]) d);" },
        { "a ? (b) => (c) : d => e", "(Conditional a (ArrowFunction [@b] c) (ArrowFunction [@d] e));" },
        { "a ? ((b): c => d) : e", "(Conditional a (ArrowFunction [@b] (TSTypeAnnotation (TSTypeReference c)) d) e);" },
        { "a ? f((b): c => d) : e", "(Conditional a (Call f [(ArrowFunction [@b] (TSTypeAnnotation (TSTypeReference c)) d)]) e);" },
        { "(a?: b) => c", "(ArrowFunction [(FormalParameter @a (TSTypeAnnotation (TSTypeReference b)) :optional)] c);" },
        { "(a?) => c", "(ArrowFunction [(FormalParameter @a :optional)] c);" },
        { "(a ? b : c)", "(Conditional a b c);" },
        { "(this: A) => b", "(ArrowFunction [(FormalParameter @this (TSTypeAnnotation (TSTypeReference A)))] b);" },
        { "async (a: b): Promise<c> => d", "(ArrowFunction [(FormalParameter @a (TSTypeAnnotation (TSTypeReference b)))] (TSTypeAnnotation (TSTypeReference Promise (TSTypeParameterInstantiation [(TSTypeReference c)]))) d :async);" },
        { "async <T>(a: T) => a", "(ArrowFunction (TSTypeParameter [(TSTypeParameter @T)]) [(FormalParameter @a (TSTypeAnnotation (TSTypeReference T)))] a :async);" },
        { "async(a, b)", "(Call async [a b]);" },
        { "<T>(a) => b", "(ArrowFunction (TSTypeParameter [(TSTypeParameter @T)]) [@a] b);" },
        { "<T>(a)", "(TSTypeAssertion (TSTypeReference T) a);" },
        { "<T>a", "(TSTypeAssertion (TSTypeReference T) a);" },
        { "(a: b, { c }: D = {}, ...e: F[]): a is b => c", "(ArrowFunction [(FormalParameter @a (TSTypeAnnotation (TSTypeReference b))) (FormalParameter (ObjectPattern [(PatternProperty .c @c :shorthand)]) (TSTypeAnnotation (TSTypeReference D)) (Object [])) (FormalParameter @e (TSTypeAnnotation (TSArrayType (TSTypeReference F))) :rest)] (TSTypeAnnotation (TSTypePredicate a (TSTypeAnnotation (TSTypeReference b)))) c);" },
        // words
        { "type\nA = 1", "type; (Assignment A Assign 1);" },
        { "type A = 1", "(TSTypeAlias @A (TSLiteralType 1))" },
        { "type = 1", "(Assignment type Assign 1);" },
        { "declare\nlet a", "declare; (Variable Let [(VariableDeclarator @a)])" },
        { "declare let a", "(Variable Let [(VariableDeclarator @a)] :declare)" },
        { "abstract\nclass A {}", "abstract; (Class @A (ClassBody []))" },
        { "namespace\nA\n{}", "namespace; A; (Block [])" },
        { "module\n.exports", "(Member module .exports);" },
        { "global.a", "(Member global .a);" },
        { "interface\nA\n{}", "interface; A; (Block [])" },
        { "a as\nb", "(TSAs a (TSTypeReference b));" },
        { "a\nas\nb", "a; as; b;" },
        { "a!\n!b", "(TSNonNull a); (Unary Not b);" },
        { "a\n!b", "a; (Unary Not b);" },
        { "class A { readonly; static; declare; abstract; get; set; async; accessor; override }", "(Class @A (ClassBody [(Property .readonly) (Property .static) (Property .declare) (Property .abstract) (Property .get) (Property .set) (Property .async) (Property .accessor) (Property .override)]))" },
        { "class A { readonly readonly; static static; declare declare: a }", "(Class @A (ClassBody [(Property .readonly :readonly) (Property .static :static) (Property .declare (TSTypeAnnotation (TSTypeReference a)) :declare)]))" },
        { "class A { get\nb() {} }", "(Class @A (ClassBody [(Method :get .b (Function [] (Block [])))]))" },
        { "class A { async\nb() {} }", "(Class @A (ClassBody [(Property .async) (Method .b (Function [] (Block [])))]))" },
        { "let a: asserts; let b: { readonly: c, get: d, set: e, new: f }", "(Variable Let [(VariableDeclarator @a (TSTypeAnnotation (TSTypeReference asserts)))]) (Variable Let [(VariableDeclarator @b (TSTypeAnnotation (TSType [(TSPropertySignature .readonly (TSTypeAnnotation (TSTypeReference c))) (TSPropertySignature .get (TSTypeAnnotation (TSTypeReference d))) (TSPropertySignature .set (TSTypeAnnotation (TSTypeReference e))) (TSPropertySignature .new (TSTypeAnnotation (TSTypeReference f)))])))])" },
        { "import type from 'a'", "(Import [(ImportDefaultSpecifier @type)] \"a\" :hasspecifiers)" },
        { "import type a from 'a'", "(Import [(ImportDefaultSpecifier @a)] \"a\" :type :hasspecifiers)" },
        { "import type, { a } from 'a'", "(Import [(ImportDefaultSpecifier @type) (ImportSpecifier .a @a)] \"a\" :hasspecifiers)" },
        { "import type from from 'a'", "(Import [(ImportDefaultSpecifier @from)] \"a\" :type :hasspecifiers)" },
        { "import { type, type as, type as as, type as as as } from 'a'", "(Import [(ImportSpecifier .type @type) (ImportSpecifier .as @as :type) (ImportSpecifier .type @as) (ImportSpecifier .as @as :type)] \"a\" :hasspecifiers)" },
        // types
        { "type A = | B | C", "(TSTypeAlias @A (TSUnionType [(TSTypeReference B) (TSTypeReference C)]))" },
        { "type A = (B)", "(TSTypeAlias @A (TSTypeReference B))" },
        { "type A = (b) => C", "(TSTypeAlias @A (TSFunctionType [@b] (TSTypeAnnotation (TSTypeReference C))))" },
        { "type A = (b)[]", "(TSTypeAlias @A (TSArrayType (TSTypeReference b)))" },
        { "type A = B extends infer C extends D ? E : F", "(TSTypeAlias @A (TSConditionalType (TSTypeReference B) (TSInferType (TSTypeParameter @C (TSTypeReference D))) (TSTypeReference E) (TSTypeReference F)))" },
        { "type A = B extends (infer C extends D ? E : F) ? G : H", "(TSTypeAlias @A (TSConditionalType (TSTypeReference B) (TSConditionalType (TSInferType (TSTypeParameter @C)) (TSTypeReference D) (TSTypeReference E) (TSTypeReference F)) (TSTypeReference G) (TSTypeReference H)))" },
        { "type A = B extends () => C extends D ? E : F ? G : H", "(TSTypeAlias @A (TSConditionalType (TSTypeReference B) (TSFunctionType [] (TSTypeAnnotation (TSConditionalType (TSTypeReference C) (TSTypeReference D) (TSTypeReference E) (TSTypeReference F)))) (TSTypeReference G) (TSTypeReference H)))" },
        { "type A = [b: C, D?, ...E]", "(TSTypeAlias @A (TSTupleType [(TSNamedTupleMember .b (TSTypeReference C)) (TSOptionalType (TSTypeReference D)) (TSRestType (TSTypeReference E))]))" },
        { "type A = { [b in C]?: D }", "(TSTypeAlias @A (TSMappedType @b (TSTypeReference C) (TSTypeReference D) :present))" },
        { "type A = typeof b.c<D>[]", "(TSTypeAlias @A (TSArrayType (TSTypeQuery (TSQualifiedName b .c) (TSTypeParameterInstantiation [(TSTypeReference D)]))))" },
        { "type A = new () => B | C", "(TSTypeAlias @A (TSConstructorType [] (TSTypeAnnotation (TSUnionType [(TSTypeReference B) (TSTypeReference C)]))))" },
        { "let a: b\n[c]", "(Variable Let [(VariableDeclarator @a (TSTypeAnnotation (TSTypeReference b)))]) (Array [c]);" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_read_as(string source, string expected) => Check.Tree(source, expected, s_typeScript);
}
