using Inox.Bundler.Resolution;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Resolution;

public sealed class TypeResolverTests
{
    private static readonly Check s_tree = new(new()
    {
        ["/tsconfig.json"] = """{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }""",
        ["/a.ts"] = "",
        ["/a.js"] = "",
        ["/b.d.ts"] = "",
        ["/b.js"] = "",
        ["/c.mts"] = "",
        ["/data.d.json.ts"] = "",
        ["/lib/x.tsx"] = "",
        ["/dir/index.d.ts"] = "",
        ["/js.js"] = "",
        ["/node_modules/t/package.json"] = """{ "types": "types/i.d.ts" }""",
        ["/node_modules/t/types/i.d.ts"] = "",
        ["/node_modules/old/package.json"] = """{ "typesVersions": { "<4": { "*": ["ts3/*"] }, ">=4.0": { "*": ["ts4/*"] } }, "types": "i.d.ts" }""",
        ["/node_modules/old/ts3/sub.d.ts"] = "",
        ["/node_modules/old/ts4/sub.d.ts"] = "",
        ["/node_modules/old/ts4/i.d.ts"] = "",
        ["/node_modules/old/i.d.ts"] = "",
        ["/node_modules/exp/package.json"] = """{ "exports": { ".": { "types": "./e.d.ts", "default": "./e.js" }, "./m": "./m.mjs" } }""",
        ["/node_modules/exp/e.d.ts"] = "",
        ["/node_modules/exp/m.d.mts"] = "",
        ["/node_modules/exp/hidden.d.ts"] = "",
        ["/node_modules/js/index.js"] = "",
        ["/node_modules/@types/js/index.d.ts"] = "",
        ["/node_modules/@types/s__p/index.d.ts"] = "",
    });

    [Theory]
    [InlineData("./a", "/a.ts")]
    [InlineData("./a.js", "/a.ts")]
    [InlineData("./b.js", "/b.d.ts")]
    [InlineData("./c.mjs", "/c.mts")]
    [InlineData("./data.json", "/data.d.json.ts")]
    [InlineData("./dir", "/dir/index.d.ts")]
    [InlineData("./js", null)]
    [InlineData("~/x", "/lib/x.tsx")]
    [InlineData("t", "/node_modules/t/types/i.d.ts")]
    [InlineData("old", "/node_modules/old/ts4/i.d.ts")]
    [InlineData("old/sub", "/node_modules/old/ts4/sub.d.ts")]
    [InlineData("exp", "/node_modules/exp/e.d.ts")]
    [InlineData("exp/m", "/node_modules/exp/m.d.mts")]
    [InlineData("exp/hidden", null)]
    [InlineData("js", "/node_modules/@types/js/index.d.ts")]
    [InlineData("@s/p", "/node_modules/@types/s__p/index.d.ts")]
    [InlineData("fs", null)]
    public void Declarations(string request, string? expected)
    {
        foreach (PathStyle style in (ReadOnlySpan<PathStyle>)[PathStyle.Posix, PathStyle.Windows])
        {
            InMemoryFileSystem files = s_tree.Make(style);
            ResolveResult result = new TypeResolver(new(files), new()).Resolve(files.Spell("/main.ts"), request);
            Assert.Equal(expected, result.IsFound ? Check.Show(result.Path, style) : null);
        }
    }
}
