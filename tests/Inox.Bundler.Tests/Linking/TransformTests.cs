using System.Text;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Linking;

/// <summary>Files that are transformed alone.</summary>
public sealed class TransformTests
{
    private static readonly BuildOptions s_options = new() { WorkingDirectory = "", EntryPoints = [], Bundle = false, Format = ModuleFormat.Preserve };

    public static TheoryData<string, string, string> Kept => new()
    {
        // imports and exports stay, in their order and as they are
        { "a.js", "import { a } from './a.js'; import { a as b } from './a.js'; console.log(a, b)", "import { a } from \"./a.js\";\nimport { a as b } from \"./a.js\";\nconsole.log(a, b);\n" },
        { "a.js", "export { x as y } from 'a'; let y = 1, x; export * from 'b'; export default function () {}", "export { x as y } from \"a\";\nlet y = 1, x;\nexport * from \"b\";\nexport default function() {}\n" },
        { "a.js", "import * as ns from 'a'; console.log(ns.x); await ns.y", "import * as ns from \"a\";\nconsole.log(ns.x);\nawait ns.y;\n" },
        // CommonJS is not wrapped
        { "a.js", "exports.a = require('./b'); module.exports.c = this", "exports.a = require(\"./b\");\nmodule.exports.c = this;\n" },
        { "a.js", "var require = 1, module = 2; return", "var require = 1, module = 2;\nreturn;\n" },
        { "a.js", "import('x'); new URL('./y', import.meta.url)", "import(\"x\");\nnew URL(\"./y\", import.meta.url);\n" },
        { "a.js", "#!/usr/bin/env node\n'use client';\n'use strict';\nfoo()", "#!/usr/bin/env node\n\"use client\";\n\"use strict\";\nfoo();\n" },
        { "a.js", "// first\nlet a = 1 // second\n// last", "// first\nlet a = 1; // second\n// last\n" },
        { "a.ts", "import { T, v } from 'x'; import type { U } from 'y'; export let a: T = v as U", "import { v } from \"x\";\nexport let a = v;\n" },
        { "a.ts", "export = 1", "module.exports = 1;\n" },
        { "a.json", "{ \"if\": 1 }", "module.exports = { \"if\": 1 };\n" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Statements_stay_as_they_are(string path, string text, string expected) => Assert.Equal(expected, Transform(path, text, s_options));

    public static TheoryData<string, string> Shortened => new()
    {
        { "let top = 1; function f(inner) { return inner + top }", "let top=1;function f(t){return t+top}" },
        { "import { long } from 'x'; let other = 1; export let name = long + other; export { other as kept }", "import{long as e}from\"x\";let t=1;export let name=e+t;export{t as kept};" },
        { "import { unused, a } from 'x'; let longName = a; longName(longName)", "import{unused as o,a as n}from\"x\";let e=n;e(e);" },
    };

    [Theory]
    [MemberData(nameof(Shortened))]
    public void Only_names_that_nobody_else_sees_are_shortened(string text, string expected)
    {
        string result = Transform("a.js", text, s_options with { MinifyIdentifiers = true, MinifyWhitespace = true });
        Assert.Equal(Shape(expected), Shape(result));
    }

    // Which letter is taken is the business of ShortenNames: names of one letter count as equal.
    private static string Shape(string text) => System.Text.RegularExpressions.Regex.Replace(text.Trim(), @"\b[a-zA-Z]\b", "_");

    private static string Transform(string path, string text, BuildOptions options)
    {
        BuildResult result = BundleCheck.Build(PathStyle.Posix, [(path, text)], options);
        Assert.Empty(result.Diagnostics);
        return Encoding.UTF8.GetString(Assert.Single(result.OutputFiles).Bytes);
    }
}
