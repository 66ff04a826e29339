using Xunit;

namespace Inox.Css.Tests;

public sealed class ModuleTests
{
    public static TheoryData<string, string, string> Rows => new()
    {
        { ".a{}", "._a{}", "a" },
        { ".a.b #c{}", "._a._b #_c{}", "a b c" },
        { "a{}", "a{}", "" },
        { ".a,.b>.a{}", "._a,._b>._a{}", "a b" },
        { ".a\\:b{}", "._a\\:b{}", "a:b" },
        { ".a:hover::before{}", "._a:hover::before{}", "a" },
        { ":not(.a){}", ":not(._a){}", "a" },
        { ":is(.a,:where(.b)){}", ":is(._a,:where(._b)){}", "a b" },
        { ":nth-child(2n+1 of .a){}", ":nth-child(2n+1 of ._a){}", "a" },
        { "::slotted(.a){}", "::slotted(._a){}", "a" },
        { "[class=a]{}", "[class=a]{}", "" },
        { ".a{.b{c:d}&.e{}}", "._a{._b{c:d}&._e{}}", "a b e" },
        { "@media x{.a{}}", "@media x{._a{}}", "a" },
        { "@scope is(.a) (.b){.c{}}", "@scope is(.a) (._b){._c{}}", "b c" },
        { "@scope (.a) to (.b){.c{}}", "@scope (._a) to (._b){._c{}}", "a b c" },

        // :local and :global
        { ":global(.a){}", ".a{}", "" },
        { ":global( .a ){}", ".a{}", "" },
        { ":local(.a){}", "._a{}", "a" },
        { ".a :global(.b) .c{}", "._a .b ._c{}", "a c" },
        { ":global .a .b{}", ".a .b{}", "" },
        { ".a :global .b{}", "._a .b{}", "a" },
        { ":global .a :local .b{}", ".a ._b{}", "b" },
        { ".a:global(.b){}", "._a.b{}", "a" },
        { ":global(.a .b) .c{}", ".a .b ._c{}", "c" },
        { ":global(.a,.b) .c{}", ":is(.a,.b) ._c{}", "c" },
        { ".a:global(b){}", "._a:is(b){}", "a" },
        { ":global .a,.b{}", ".a,._b{}", "b" },
        { ":not(:global(.a)){}", ":not(.a){}", "" },
        { ":global{.a{b:c}}", ".a{b:c}", "" },
        { ":global{:local(.a){b:c}.d{}}", "._a{b:c}.d{}", "a" },
        { ":local{.a{b:c}}", "._a{b:c}", "a" },
        { ".a :global{}", "._a{}", "a" },

        // animations
        { "@keyframes a{from{b:c}}", "@keyframes _a{from{b:c}}", "a" },
        { "@keyframes 'a'{}", "@keyframes _a{}", "a" },
        { "@-webkit-keyframes a{}", "@-webkit-keyframes _a{}", "a" },
        { "@keyframes :global(a){}", "@keyframes a{}", "" },
        { "b{animation:a 1s}", "b{animation:_a 1s}", "a" },
        { "b{animation:1s ease-in-out infinite a}", "b{animation:1s ease-in-out infinite _a}", "a" },
        { "b{animation:a 1s,c 2s}", "b{animation:_a 1s,_c 2s}", "a c" },
        { "b{animation:linear linear 1s}", "b{animation:linear _linear 1s}", "linear" },
        { "b{animation:none}", "b{animation:none}", "" },
        { "b{animation:1s cubic-bezier(0,0,1,1) a}", "b{animation:1s cubic-bezier(0,0,1,1) _a}", "a" },
        { "b{animation:var(--x) a}", "b{animation:var(--x) _a}", "a" },
        { "b{animation:\"a\" 1s}", "b{animation:_a 1s}", "a" },
        { "b{animation-name:a,none,c}", "b{animation-name:_a,none,_c}", "a c" },
        { "b{-webkit-animation-name:a}", "b{-webkit-animation-name:_a}", "a" },
        { "b{animation-name:inherit}", "b{animation-name:inherit}", "" },

        // grids, containers, counters, transitions
        { "a{grid-template-areas:'b c' '. c'}", "a{grid-template-areas:\"_b _c\" \". _c\"}", "b c" },
        { "a{grid-area:b}", "a{grid-area:_b}", "b" },
        { "a{grid-area:1/span 2/auto}", "a{grid-area:1/span 2/auto}", "" },
        { "a{grid-row:b-start/c-end}", "a{grid-row:_b-start/_c-end}", "b c" },
        { "a{grid-template-columns:[b] 1fr [c d] auto}", "a{grid-template-columns:[_b] 1fr [_c _d] auto}", "b c d" },
        { "a{container:b c/inline-size}", "a{container:_b _c/inline-size}", "b c" },
        { "a{container-name:b}", "a{container-name:_b}", "b" },
        { "a{container-name:none}", "a{container-name:none}", "" },
        { "@container a (b>c){}", "@container _a (b>c){}", "a" },
        { "@container (b>c){}", "@container (b>c){}", "" },
        { "@container not (b>c){}", "@container not (b>c){}", "" },
        { "@counter-style a{}b{list-style:a;list-style-type:disc;content:counter(a,a)}", "@counter-style _a{}b{list-style:_a;list-style-type:disc;content:counter(a,_a)}", "a" },
        { "a{view-transition-name:b}", "a{view-transition-name:_b}", "b" },
        { "::view-transition-group(a.b){}", "::view-transition-group(_a._b){}", "a b" },
        { "a{--b:c;d:var(--b)}", "a{--b:c;d:var(--b)}", "" },

        // composes
        { ".a{composes:b;c:d}.b{}", "._a{c:d}._b{}", "a+b b" },
        { ".a{composes:b c}.b{}.c{}", "._a{}._b{}._c{}", "a+b+c b c" },
        { ".a{composes:b from global}", "._a{}", "a+b@global" },
        { ".a{composes:b c from './x.css'}", "._a{}", "a+b@./x.css+c@./x.css" },
        { ".a{composes:b,c from 'x'}.b{}", "._a{}._b{}", "a+b+c@x b" },
        { ".a,.b{composes:c}.c{}", "._a,._b{}._c{}", "a+c b+c c" },
        { ":local(.a){composes:b}.b{}", "._a{}._b{}", "a+b b" },
        { "@media x{.a{composes:b}.b{}}", "@media x{._a{}._b{}}", "a+b b" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Transforms(string input, string expected, string exports)
    {
        CssModuleResult result = Transform(input);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(expected, Print(result));
        Assert.Equal(exports, Dump(result));
    }

    public static TheoryData<string, string> FailingRows => new()
    {
        { "a{composes:b}", "IX2103" },
        { ".a .b{composes:c}", "IX2103" },
        { ".a:hover{composes:c}", "IX2103" },
        { "#a{composes:c}", "IX2103" },
        { ":global(.a){composes:c}", "IX2103" },
        { ".a{.b{composes:c}}", "IX2103" },
        { ".a{@media x{composes:c}}", "IX2103" },
        { "@font-face{composes:c}", "IX2103" },
        { ".a{composes:}", "IX2102" },
        { ".a{composes:1}", "IX2102" },
        { ".a{composes:b from c}", "IX2102" },
        { ".a{composes:b from 'c' d}", "IX2102" },
        { ".a{composes:b,}", "IX2102" },
        { ".a{composes:b}", "IX2104" },
        { ":global(){}", "IX2101" },
        { ":global,.a{}", "IX2101" },
        { ":global{a:b}", "IX2106" },
    };

    [Theory]
    [MemberData(nameof(FailingRows))]
    public void Refuses(string input, string code) => Assert.Equal(code, Assert.Single(Transform(input).Diagnostics).Code);

    [Theory]
    [InlineData("[name]_[local]_[hash]", "my_file_a_", 16)]
    [InlineData("[local]", "a", 1)]
    [InlineData("[hash]", "", 6)]
    [InlineData("x-[local]-[local]", "x-a-a", 5)]
    [InlineData("1[local]", "_1a", 3)]
    [InlineData("a b/[local]", "a_b_a", 5)]
    public void Patterns(string pattern, string start, int length)
    {
        CssModuleOptions options = new() { Name = "my.file", HashInput = "x", Pattern = pattern };
        string name = CssModules.Transform(Check.Parse(".a{}"), options).Exports[0].ScopedName;
        Assert.StartsWith(start, name, StringComparison.Ordinal);
        Assert.InRange(name.Length, length, length + 1);
        Assert.Equal(name, CssEscapes.Identifier(name));
    }

    [Fact]
    public void UnknownPlaceholderIsNamed()
    {
        CssModuleOptions options = new() { Name = "a", HashInput = "x", Pattern = "[path]_[local]" };
        Assert.Equal("unknown placeholder `[path]` in the name pattern", Assert.Single(CssModules.Transform(Check.Parse(".a{}"), options).Diagnostics).Message);
    }

    [Fact]
    public void HashFollowsTheInput()
    {
        string first = Hashed("a"), second = Hashed("b");
        Assert.NotEqual(first, second);
        Assert.Equal(first, Hashed("a"));

        static string Hashed(string input) =>
            CssModules.Transform(Check.Parse(".x{}"), new() { Name = "n", HashInput = input }).Exports[0].ScopedName;
    }

    public static TheoryData<string, string> DashedRows => new()
    {
        { "a{--b:c;d:var(--b)}", "a{--_b:c;d:var(--_b)}" },
        { "@property --a{}", "@property --_a{}" },
        { "a{b:var(--c from global)}", "a{b:var(--c)}" },
        { "@media (a:env(--b)){}", "@media (a:env(--_b)){}" },
    };

    [Theory]
    [MemberData(nameof(DashedRows))]
    public void DashedNames(string input, string expected)
    {
        CssModuleOptions options = new() { Name = "", HashInput = "", Pattern = "_[local]", DashedIdents = true };
        Assert.Equal(expected, Print(CssModules.Transform(Check.Parse(input), options)));
    }

    [Fact]
    public void OptionsTurnGroupsOff()
    {
        const string Input = "@keyframes a{}b{animation:a;grid-area:c;container:d;view-transition-name:e}";
        CssModuleOptions options = new() { Name = "", HashInput = "", Pattern = "_[local]", Animation = false, Grid = false, Container = false, CustomIdents = false };
        Assert.Equal(Input, Print(CssModules.Transform(Check.Parse(Input), options)));
    }

    private static CssModuleResult Transform(string input) =>
        CssModules.Transform(Check.Parse(input), new() { Name = "", HashInput = "", Pattern = "_[local]" });

    private static string Print(CssModuleResult result) => CssPrinter.Print(result.StyleSheet, new() { Minify = true }).Text;

    private static string Dump(CssModuleResult result) => string.Join(' ', result.Exports.Select(export =>
        export.LocalName + string.Concat(export.Composes.Select(composed => composed.Kind switch
        {
            CssCompositionKind.Local => "+" + composed.Name,
            CssCompositionKind.Global => $"+{composed.Name}@global",
            _ => $"+{composed.Name}@{composed.Specifier}",
        }))));
}
