using System.Text;
using Inox.Core;
using Xunit;

namespace Inox.Css.Tests;

/// <summary>
/// Random blocks and broken rules: optimizing never fails, optimizing settles: its own output gets no longer, and then changes no more, and what is printed
/// parses to the same tree.
/// </summary>
public sealed class OptimizerFuzzTests
{
    // Properties of one family stand together, so that a block often has several of it.
    private static readonly (string[] Names, string[] Values)[] s_families =
    [
        (["margin", "margin-top", "margin-left", "margin-inline", "margin-block-start", "padding", "padding-right", "inset", "top", "scroll-margin"], ["0", "1px", "1px 2px", "auto", "1px 2px 3px", "calc(1px + 2%)", "5% 5% 5% 5%"]),
        (["border", "border-top", "border-left", "border-width", "border-style", "border-color", "border-left-width", "border-inline", "border-block-color", "border-bottom-color"], ["1px solid red", "2px", "solid", "red", "none", "0", "dashed #00f", "thin medium", "currentColor"]),
        (["border-radius", "border-top-left-radius", "border-start-start-radius", "-webkit-border-radius"], ["1px", "1px 2px", "50% / 10px", "1px 2px 3px 4px"]),
        (["border-image", "border-image-source", "border-image-slice", "border-image-width", "border-image-repeat"], ["url(a.png) 60", "none", "30% fill", "linear-gradient(red, blue) 10 / 2px round", "10px", "round space"]),
        (["background", "background-color", "background-image", "background-position", "background-size", "background-repeat", "background-clip", "-webkit-background-clip"], ["red", "url(a.png)", "none", "left top", "50% 25%", "cover", "repeat-x", "text", "border-box", "url(a) center / cover no-repeat, #fff", "linear-gradient(to right, red 0%, 50%, blue)", "0 0"]),
        (["font", "font-size", "font-family", "font-weight", "line-height", "font-style", "font-stretch", "font-variant-caps"], ["bold 1em/2 a, \"b c\"", "12px", "sans-serif", "700", "1.5", "italic", "condensed", "small-caps", "normal"]),
        (["transition", "transition-property", "transition-duration", "-webkit-transition", "transition-delay", "transition-timing-function"], ["all 1s", "width 1s ease-in 200ms", "1s, 2s", "opacity", "cubic-bezier(.25, .1, .25, 1)", "none", "steps(2, start)"]),
        (["animation", "animation-name", "animation-duration", "animation-iteration-count", "-webkit-animation"], ["x 1s infinite", "a, b", "1s", "infinite", "none", "\"none\" 2s ease-in-out both"]),
        (["flex", "flex-grow", "flex-basis", "flex-flow", "flex-direction", "flex-wrap", "order"], ["1", "1 1 0%", "auto", "none", "row wrap", "column", "0", "2 10px"]),
        (["grid-template-columns", "grid-template-areas", "gap", "row-gap", "place-content", "align-content", "justify-content", "align-items", "place-items"], ["1fr 2fr", "repeat(2, [a] 1fr)", "\"a b\" \"c .\"", "10px", "center", "space-between", "first baseline", "normal"]),
        (["grid", "grid-template", "grid-template-rows", "grid-template-columns", "grid-template-areas", "grid-auto-flow", "grid-auto-rows"], ["none", "1fr / auto-flow 2fr", "auto-flow dense 1px / 1fr", "\"a b\" 1fr \". .\" / 1fr 1fr", "[x] \"a\" [y] [z] \"b\" 20% [w]", "\"a\" \"b\"", "auto 1fr", "repeat(2, 1fr)", "row dense", "column", "auto"]),
        (["grid-area", "grid-row", "grid-column", "grid-row-start", "grid-row-end", "grid-column-start", "grid-column-end"], ["a", "1 / 3", "a / b / c / d", "span 2 x", "auto", "-1", "a / a", "1 / span 2"]),
        (["mask", "mask-image", "mask-size", "mask-position", "mask-composite", "mask-mode", "-webkit-mask", "mask-border", "mask-border-slice", "-webkit-mask-box-image"], ["url(a.svg#b)", "none", "url(a) 0 0 / cover no-repeat content-box luminance", "50% 50%", "contain", "exclude", "alpha", "linear-gradient(red, lab(50% 20 30))", "url(a) 25 / 35px / 12px space luminance", "10 40 fill"]),
        (["-webkit-box-flex", "-ms-flex-pack", "-webkit-box-orient", "flex-direction", "justify-content", "-webkit-justify-content", "display", "-webkit-order", "order"], ["1", "center", "vertical", "column-reverse", "space-between", "flex-end", "-webkit-box", "flex", "-ms-flexbox"]),
        (["animation-range", "animation-range-start", "animation-range-end", "animation-timeline", "animation"], ["entry", "entry 10% exit", "10% 90%", "normal", "scroll(root)", "view(x 1px)", "a 1s scroll()"]),
        (["text-align", "text-emphasis-position", "text-indent", "text-transform", "caret", "cursor", "direction", "border-spacing"], ["start", "end", "over left", "under right", "hanging 1em", "uppercase full-width", "red block", "url(a) 1 2, auto", "rtl", "1px 1px"]),
        (["transform", "rotate", "scale", "translate", "-webkit-transform", "transform-origin"], ["translateX(1px)", "scale(1, 1)", "rotate3d(0, 0, 1, 90deg)", "45deg", "2 2", "10px 0", "none", "matrix3d(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1)", "skew(0deg, 5deg)", "left top"]),
        (["color", "fill", "caret-color", "text-shadow", "box-shadow", "-webkit-box-shadow", "filter", "accent-color"], ["red", "#aabbccdd", "rgb(0 0 0 / 50%)", "hsl(120deg 50% 50%)", "lab(50% 20 30)", "color-mix(in srgb, red, blue)", "light-dark(red, #000)", "1px 1px 0 red", "inset 0 0 0 1px black", "blur(0px)", "none"]),
        (["width", "height", "min-width", "inline-size", "max-block-size", "aspect-ratio"], ["100%", "auto", "stretch", "fit-content", "max(1px, 2em)", "calc(2 * (1px + 3px))", "clamp(1px, 2px, 3px)", "16 / 9"]),
        (["list-style", "list-style-type", "outline", "outline-color", "overflow", "overflow-x", "text-decoration", "text-decoration-line", "text-emphasis", "container"], ["none", "square inside", "auto", "1px solid red", "hidden", "hidden auto", "underline dotted", "a / size", "invert"]),
        (["display", "position", "--a", "all", "color-scheme", "-webkit-user-select", "user-select", "content", "unknown", "clip-path"], ["block", "inline flex", "sticky", "-webkit-sticky", " ", "dark light", "none", "\"a\\\"b\"", "a(b, +1.50e1)", "inset(0px round 0)", "url(data:a;b)"]),
    ];

    private static readonly string[] s_anyValue = ["inherit", "initial", "var(--a)", "var(--a, 1px)", "unset", "red", "0", "none"];

    private static readonly string[] s_selectors = ["a", ".b", "#c>d", "a:hover", "a::before", "*", ".b:not(.c)", "[d=\"e\"]", "a , b", ":is(a, b) c", "a:nth-child(2n + 1)", "a:dir(rtl)::after", ":fullscreen, .b", "a::placeholder", "a:lang(en, fr)", ":not(.a, .b)", ".b:-webkit-any(a, c)", "a:focus-visible, b:hover", "[|d]", ".a:has(> b)"];

    private static readonly string[] s_preludes = ["@media (min-width: 1px)", "@media all", "@supports (color: red)", "@layer a", "@container (width > 1px)", "@keyframes k", "@font-face", "@page", "@page :first", "@scope (.a)", "@layer b, c; @layer c", "@layer", "@supports (mask: none) or (not ((a: b) and (c: d)))", "@font-feature-values a { @swash { b: 1 } } @container b (width > 1px)", "@-webkit-keyframes k", "@media not all and (1px < width < 2px)", "@starting-style", "@property --a", "@foo bar"];

    private static readonly string[] s_targets = ["", "chrome 80", "ie 11", "safari 12, firefox 60", "chrome 20, firefox 10", "chrome 121", "safari 4, firefox 4, ie 10", "safari 14, firefox 88"];

    [Fact]
    public void OptimizedBlocksStayAsTheyAre()
    {
        Random random = new(20_262);
        for (int round = 0; round < 6_000; round++) CheckSheet(Sheet(random), s_targets[random.Next(s_targets.Length)]);
    }

    [Fact]
    public void BrokenRulesStayAsTheyAre()
    {
        Random random = new(20_263);
        for (int round = 0; round < 6_000; round++) CheckSheet(Mutate(Sheet(random), random), "");
    }

    private static string Sheet(Random random)
    {
        StringBuilder text = new();
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            bool isNested = random.Next(5) == 0;
            if (isNested) text.Append(s_preludes[random.Next(s_preludes.Length)]).Append(" {");
            text.Append(s_selectors[random.Next(s_selectors.Length)]).Append(" {");
            AddBlock(text, random);
            text.Append('}').Append(isNested ? "}" : "");
        }

        return text.ToString();
    }

    private static void AddBlock(StringBuilder text, Random random)
    {
        (string[] names, string[] values) = s_families[random.Next(s_families.Length)];
        for (int i = random.Next(1, 7); i > 0; i--)
        {
            if (random.Next(6) == 0) (names, values) = s_families[random.Next(s_families.Length)];
            string value = random.Next(10) == 0 ? s_anyValue[random.Next(s_anyValue.Length)] : values[random.Next(values.Length)];
            text.Append(names[random.Next(names.Length)]).Append(": ").Append(value).Append(random.Next(12) == 0 ? " !important;" : ";");
        }
    }

    // Cuts a piece out, or puts one in somewhere else.
    private static string Mutate(string text, Random random)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int start = random.Next(text.Length), length = Math.Min(random.Next(1, 8), text.Length - start);
            string piece = text.Substring(start, length);
            text = random.Next(2) == 0 ? text.Remove(start, length) : text.Insert(random.Next(text.Length), piece);
            if (text.Length == 0) return "a";
        }

        return text;
    }

    private static void CheckSheet(string input, string query)
    {
        EngineTargets? targets = query.Length == 0 ? null : EngineQuery.Parse(query, out _);
        foreach (bool minify in (bool[])[true, false])
        {
            string once = Optimize(input, minify, targets);
            StyleSheet sheet = Check.Parse(once);
            string printed = CssPrinter.Print(sheet, new() { Minify = minify }).Text;
            Assert.True(TreeDump.Normalized(sheet.Children) == TreeDump.Normalized(Check.Parse(printed).Children), $"printing again\n{input}\n=> {once}\n=> {printed}");

            // Lowered, a value and its fallbacks are several declarations, of which the author's order is not told apart from ours.
            if (targets is not null) continue;

            CheckSettles(input, once, minify);
        }
    }

    // Where a family's logical and physical properties alternate, each run moves one that others do not hinder further down.
    private static void CheckSettles(string input, string once, bool minify)
    {
        string previous = once;
        for (int round = 0; round < 10; round++)
        {
            string next = Optimize(previous, minify, null);
            if (next == previous) return;
            Assert.True(next.Length <= previous.Length, $"longer\n{input}\n=> {previous}\n=> {next}");
            previous = next;
        }

        Assert.Fail($"does not settle\n{input}\n=> {once}\n=> {previous}");
    }

    private static string Optimize(string input, bool minify, EngineTargets? targets) =>
        CssPrinter.Print(CssOptimizer.Optimize(Check.Parse(input), new() { Minify = minify, Targets = targets }), new() { Minify = minify }).Text;
}
