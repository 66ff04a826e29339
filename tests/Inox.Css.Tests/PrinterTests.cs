using Xunit;

namespace Inox.Css.Tests;

public sealed class PrinterTests
{
    public static TheoryData<string, string> MinifyRows => new()
    {
        { "a { b : c ; }", "a{b:c}" },
        { "a { b : c ; d : e }", "a{b:c;d:e}" },
        { "a { }", "a{}" },
        { "a , b{c:d}", "a,b{c:d}" },
        { "a > b + c ~ d e{}", "a>b+c~d e{}" },
        { "a\n\tb{}", "a b{}" },
        { "a /* x */ b{}", "a b{}" },
        { ".a/* x */.b{}", ".a.b{}" },
        { "a/**/b{}", "a/**/b{}" },
        { "a :hover{}", "a :hover{}" },
        { "a .b #c [d]{}", "a .b #c [d]{}" },
        { "* a * b{}", "* a * b{}" },
        { "[ a = 'b' ]{}", "[a='b']{}" },
        { "[a ~= b i]{}", "[a~=b i]{}" },
        { "[a='b' i]{}", "[a='b' i]{}" },
        { "[ a |= b ]{}", "[a|=b]{}" },
        { ":is( .a , .b ){}", ":is(.a,.b){}" },
        { ":not( a > b ){}", ":not(a>b){}" },
        { ":has( > img ){}", ":has(>img){}" },
        { ":nth-child( 2n + 1 ){}", ":nth-child(2n+1){}" },
        { ":nth-child(2n +1){}", ":nth-child(2n+1){}" },
        { ":nth-child( n + 1 of a + b){}", ":nth-child(n+1 of a+b){}" },
        { ":nth-child(2n - 1){}", ":nth-child(2n - 1){}" },
        { ":nth-child(+ 1){}", ":nth-child(+ 1){}" },
        { "u + a{}", "u + a{}" },
        { "-- > b{}", "-- >b{}" },
        { "a|b c|*{}", "a|b c|*{}" },
        { "a || b{}", "a || b{}" },
        { ".\\31 a .b\\:c{}", ".\\31 a .b\\:c{}" },
        { ".\\31  .b{}", ".\\31  .b{}" },
        { "a{& > b{c:d}}", "a{&>b{c:d}}" },
        { "a{& + &{}}", "a{&+&{}}" },
        { "a{+ b{}}", "a{+b{}}" },
        { "a{b:c;d{e:f}}", "a{b:c;d{e:f}}" },
        { "a{d{e:f}b:c}", "a{d{e:f}b:c}" },

        // values
        { "a{b:c  d\n e}", "a{b:c d e}" },
        { "a{b: c , d }", "a{b:c,d}" },
        { "a{b:rgba( 0 , 0 , 0 , .5 )}", "a{b:rgba(0,0,0,.5)}" },
        { "a{font:12px / 1.5 x}", "a{font:12px/1.5 x}" },
        { "a{b:/ *}", "a{b:/ *}" },
        { "a{b:calc( 1px + 2px )}", "a{b:calc(1px + 2px)}" },
        { "a{b:calc(1px - -2px)}", "a{b:calc(1px - -2px)}" },
        { "a{b:calc(1px * (2 + 3) / 4)}", "a{b:calc(1px*(2 + 3)/4)}" },
        { "a{b:calc( (1px) + (2px) )}", "a{b:calc((1px) + (2px))}" },
        { "a{b:var( --c , )}", "a{b:var(--c,)}" },
        { "a{b:url( c.png )}", "a{b:url(c.png)}" },
        { "a{b:url( 'c d.png' )}", "a{b:url('c d.png')}" },
        { "a{b:url(c\\ d)}", "a{b:url(c\\ d)}" },
        { "a{b:'c  d' \"e , f\"}", "a{b:'c  d' \"e , f\"}" },
        { "a{b:'c\\\n d'}", "a{b:'c\\\n d'}" },
        { "a{grid-area:1 / 2 / 3 / 4}", "a{grid-area:1/2/3/4}" },
        { "a{grid-template:[ x ] 'a b' 1fr [ y ] / auto}", "a{grid-template:[x] 'a b' 1fr [y]/auto}" },
        { "a{unicode-range:U+0025-00FF, u+4??}", "a{unicode-range:U+0025-00FF,u+4??}" },
        { "a{unicode-range: U+26 , U+?? }", "a{unicode-range:U+26,U+??}" },
        { "a{b:c !important}", "a{b:c!important}" },
        { "a{b:c ! important ; d : e}", "a{b:c!important;d:e}" },
        { "a{color: #FFF url(x)  no-repeat}", "a{color:#FFF url(x) no-repeat}" },
        { "a{b:c/*x*/d}", "a{b:c/**/d}" },
        { "a{b:c/*x*/ d}", "a{b:c d}" },
        { "a{b:1/*x*/px}", "a{b:1/**/px}" },
        { "a{b:'c'/*x*/'d'}", "a{b:'c''d'}" },
        { "a{b:c/*! x */d}", "a{b:c/*! x */d}" },
        { "a{filter:progid:X.Y(a='b', c='d')}", "a{filter:progid:X.Y(a='b',c='d')}" },
        { "a{filter:alpha(opacity = 50)}", "a{filter:alpha(opacity = 50)}" },
        { "a{*zoom: 1;b:c}", "a{*zoom: 1;b:c}" },
        { "a{b:c;*zoom: 1}", "a{b:c;*zoom: 1}" },

        // custom properties
        { "a{--b:  c  ,  d  }", "a{--b:c  ,  d}" },
        { "a{--b:}", "a{--b: }" },
        { "a{--b: ;c:d}", "a{--b: ;c:d}" },
        { "a{--b:{ c : d }}", "a{--b:{ c : d }}" },
        { "a{--b:c/* d */e}", "a{--b:c/* d */e}" },
        { "a{--b: c !important}", "a{--b:c!important}" },

        // at-rules
        { "@media screen and ( min-width : 100px ) , print { a{} }", "@media screen and (min-width :100px),print{a{}}" },
        { "@media (min-width: 100px) and (max-width:2px){}", "@media (min-width:100px) and (max-width:2px){}" },
        { "@media (400px <= width <= 700px){}", "@media (400px<=width<=700px){}" },
        { "@media (aspect-ratio: 16 / 9){}", "@media (aspect-ratio:16/9){}" },
        { "@media not ( color ){}", "@media not (color){}" },
        { "@media(color){}", "@media (color){}" },
        { "@supports ( display : grid ) and ( not (a:b) ){}", "@supports (display :grid) and (not (a:b)){}" },
        { "@supports selector(a > b){}", "@supports selector(a>b){}" },
        { "@supports selector(a :hover){}", "@supports selector(a :hover){}" },
        { "@supports (--a: ){}", "@supports (--a: ){}" },
        { "@import  url( a.css )  screen ;", "@import url(a.css) screen;" },
        { "@import 'a' layer( b ) supports( c : d ) print;", "@import 'a' layer(b) supports(c :d) print;" },
        { "@layer a , b . c ;", "@layer a,b . c;" },
        { "@charset \"utf-8\" ;", "@charset \"utf-8\";" },
        { "@namespace svg url( x );", "@namespace svg url(x);" },
        { "@page :first { margin : 0 }", "@page :first{margin:0}" },
        { "@keyframes a { from , 50% { b : c } }", "@keyframes a{from,50%{b:c}}" },
        { "@container a ( width > 400px ) { b{} }", "@container a (width>400px){b{}}" },
        { "@unknown  a ,  b { c : d }", "@unknown a ,  b{c:d}" },
        { "@font-face { src : url(a) format( 'b' ) , local( c ) }", "@font-face{src:url(a) format('b'),local(c)}" },
        { "@scope (.a > .b) to ( .c ) {}", "@scope (.a>.b) to (.c){}" },
        { "/*! x */ a{} /* y */", "/*! x */\na{}" },
    };

    [Theory]
    [MemberData(nameof(MinifyRows))]
    public void Minifies(string input, string expected)
    {
        string printed = Print(input, minify: true);
        Assert.Equal(expected, printed);
        Assert.Equal(expected, Print(printed, minify: true));
        CheckSameTree(input, printed);
    }

    public static TheoryData<string, string> PrettyRows => new()
    {
        { "a{b:c}", "a {\n  b: c;\n}\n" },
        { "a{}", "a {\n}\n" },
        { "a,b>c{d:e}f{g:h!important}", "a, b > c {\n  d: e;\n}\n\nf {\n  g: h !important;\n}\n" },
        { "@media x{a{b:c}d{e:f}}", "@media x {\n  a {\n    b: c;\n  }\n\n  d {\n    e: f;\n  }\n}\n" },
        { "a{b:c;d{e:f}g:h}", "a {\n  b: c;\n\n  d {\n    e: f;\n  }\n\n  g: h;\n}\n" },
        { "@import 'a';@layer b,c;d{}", "@import 'a';\n@layer b, c;\n\nd {\n}\n" },
        { "/*! x */a{b:c}", "/*! x */\n\na {\n  b: c;\n}\n" },
        { "a{b:rgba(0,0,0,1)}", "a {\n  b: rgba(0, 0, 0, 1);\n}\n" },
        { "a{b:c   d\n\n e}", "a {\n  b: c d e;\n}\n" },
        { "a:not(b>c)+d{}", "a:not(b>c) + d {\n}\n" },
        { "a{--b:c,d;--e:}", "a {\n  --b: c,d;\n  --e: ;\n}\n" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(PrettyRows))]
    public void Indents(string input, string expected)
    {
        string printed = Print(input, minify: false);
        Assert.Equal(expected, printed);
        Assert.Equal(expected, Print(printed, minify: false));
        CheckSameTree(input, printed);
    }

    public static TheoryData<string, string> UrlRows => new()
    {
        { "a{b:url(c)}", "a{b:url(<c>)}" },
        { "a{b:url('c')}", "a{b:url(\"<c>\")}" },
        { "a{b:url( c\\ d )}", "a{b:url(\"<c d>\")}" },
        { "a{b:src('c')}", "a{b:src(\"<c>\")}" },
        { "a{b:image-set('c' 1x,url(d) 2x type('image/png'))}", "a{b:image-set(\"<c>\" 1x,url(<d>) 2x type('image/png'))}" },
        { "a{b:-webkit-image-set(url('c') 1x)}", "a{b:-webkit-image-set(url(\"<c>\") 1x)}" },
        { "a{b:url(data:x)url(#y)url()}", "a{b:url(data:x)url(#y)url()}" },
        { "a{--b: url( c ) , 'd'}", "a{--b:url(<c>) , 'd'}" },
        { "a{b:format('c')}", "a{b:format('c')}" },
        { "@namespace url(c);", "@namespace url(c);" },
        { "@import url(c);", "@import url(<c>);" },
        { "@font-face{src:url(c) format('d'),url(e)}", "@font-face{src:url(<c>) format('d'),url(<e>)}" },
        { "a{b:url(keep)}", "a{b:url(keep)}" },
        { "a{b:url(\"c\" d)}", "a{b:url(\"<c>\" d)}" },
    };

    [Theory]
    [MemberData(nameof(UrlRows))]
    public void ReplacesUrls(string input, string expected)
    {
        CssPrintOptions options = new() { Minify = true, ResolveUrl = url => url == "keep" ? null : $"<{url}>" };
        Assert.Equal(expected, CssPrinter.Print(Check.Parse(input), options).Text);
    }

    [Fact]
    public void MapsRulesAndDeclarations()
    {
        const string Input = "a{b:c}\n@media x {\n  d { e: f }\n}";
        CssPrintResult printed = CssPrinter.Print(Check.Parse(Input), new() { Minify = true, Mappings = true });
        string[] places = [.. printed.Mappings.Select(mapping => $"{printed.Text[mapping.Offset]}{Input[mapping.SourceOffset]}")];
        Assert.Equal(["aa", "bb", "@@", "dd", "ee"], places);
        Assert.False(CssMappings.Encode(printed, [printed.Mappings[0].Source]).IsEmpty);
    }

    private static string Print(string input, bool minify) => CssPrinter.Print(Check.Parse(input), new() { Minify = minify }).Text;

    private static void CheckSameTree(string input, string printed) =>
        Assert.Equal(TreeDump.Normalized(Check.Parse(input).Children), TreeDump.Normalized(Check.Parse(printed).Children));
}
