using System.Text;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Linking;

public sealed class TreeShakingTests
{
    // Statement of the library, and whether it stays when nothing of it is used.
    [Theory]
    [InlineData("function unused() { MARK }", false)]
    [InlineData("class Unused { MARK() {} }", false)]
    [InlineData("class Unused { static MARK = 1 }", false)]
    [InlineData("class Unused { static MARK = call() }", true)]
    [InlineData("const MARK = 1", false)]
    [InlineData("const MARK = call()", true)]
    [InlineData("const a1 = call(), MARK = 1, a2 = call()", false)]
    [InlineData("export const a1 = call(), MARK = 1", false)]
    [InlineData("const MARK = /* @__PURE__ */ call()", false)]
    [InlineData("const MARK = /*#__PURE__*/ new Thing()", false)]
    [InlineData("const MARK = new Map()", false)]
    [InlineData("const MARK = new Map(call())", true)]
    [InlineData("const MARK = { a: [1, 2, () => call()] }", false)]
    [InlineData("const MARK = { ...call }", true)]
    [InlineData("const MARK = `a${1}`", false)]
    [InlineData("const MARK = unknownGlobal", true)]
    [InlineData("const MARK = typeof unknownGlobal", false)]
    [InlineData("const MARK = Math.PI", false)]
    [InlineData("const MARK = Object.prototype.hasOwnProperty", false)]
    [InlineData("const MARK = call.member", true)]
    [InlineData("let MARK = 1; MARK = 2", true)]
    [InlineData("globalThis.MARK = 1", true)]
    [InlineData("if (call) MARK()", true)]
    [InlineData("'MARK'", false)]
    [InlineData("export default function MARK() {}", false)]
    [InlineData("export default class MARK {}", false)]
    [InlineData("export * from './MARK.js'", false)]
    public void Unused_statements_without_effect_go(string statement, bool stays)
    {
        string text = Bundle(("main.js", "import { used } from './lib.js'; console.log(used)"), ("lib.js", "export const used = 1; const call = x => x; " + statement), ("MARK.js", "export const a = 1"));
        Assert.Equal(stays, text.Contains("MARK", StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_without_side_effects_is_left_out_when_nothing_of_it_is_used()
    {
        (string, string)[] files =
        [
            ("main.js", "import { a } from 'lib'; console.log(a)"),
            ("node_modules/lib/package.json", "{\"name\":\"lib\",\"main\":\"index.js\",\"sideEffects\":[\"./kept.js\"]}"),
            ("node_modules/lib/index.js", "export { a } from './a.js'; export { b } from './b.js'; import './kept.js'"),
            ("node_modules/lib/a.js", "export const a = 'A'; console.log('A runs')"),
            ("node_modules/lib/b.js", "export const b = 'B'; console.log('B runs')"),
            ("node_modules/lib/kept.js", "console.log('KEPT')"),
        ];
        string text = Bundle(files);
        Assert.Contains("A runs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("B runs", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_namespace_are_taken_one_by_one()
    {
        string text = Bundle(("main.js", "import * as lib from './lib.js'; console.log(lib.used)"), ("lib.js", "export const used = 'USED', other = 1; export const gone = 'GONE'"));
        Assert.Contains("USED", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GONE", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_for_development_go_with_what_they_require()
    {
        (string, string)[] files =
        [
            ("main.js", "if (process.env.NODE_ENV === 'production') { module.exports = require('./prod.js') } else { module.exports = require('./dev.js') }"),
            ("prod.js", "module.exports = 'PROD'"),
            ("dev.js", "module.exports = 'DEV'"),
        ];
        string text = Bundle(files, new Dictionary<string, string> { ["process.env.NODE_ENV"] = "\"production\"" });
        Assert.Contains("PROD", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEV", text, StringComparison.Ordinal);
    }

    private static string Bundle(params (string, string)[] files) => Bundle(files, new Dictionary<string, string>());

    private static string Bundle((string, string)[] files, Dictionary<string, string> defines)
    {
        BuildResult result = BundleCheck.Build(PathStyle.Posix, files, new() { WorkingDirectory = "", EntryPoints = [], Defines = defines });
        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.Message));
        return string.Concat(result.OutputFiles.Select(file => Encoding.UTF8.GetString(file.Bytes)).Select(StripComments));
    }

    private static string StripComments(string text) => string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}
