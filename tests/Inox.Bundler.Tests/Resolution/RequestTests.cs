using Inox.Bundler.Resolution;
using Xunit;

namespace Inox.Bundler.Tests.Resolution;

public sealed class RequestTests
{
    private static readonly Check s_tree = new(new()
    {
        ["/src/main.ts"] = "",
        ["/src/a.ts"] = "",
        ["/src/a.js"] = "",
        ["/src/b.jsx"] = "",
        ["/src/c"] = "",
        ["/src/c.js"] = "",
        ["/src/dir/index.ts"] = "",
        ["/src/dir.ts"] = "",
        ["/src/only/index.js"] = "",
        ["/src/lib/package.json"] = """{ "main": "./out/lib.js" }""",
        ["/src/lib/out/lib.js"] = "",
        ["/src/sub/deep/x.ts"] = "",
        ["/src/h#1.js"] = "",
        ["/src/h.js"] = "",
        ["/src/q?1.js"] = "",
        ["/src/q.js"] = "",
        ["/src/a b.js"] = "",
        ["/src.ts"] = "",
        ["/src/style.css"] = "",
        ["/src/data.json"] = "",
        ["/public/logo.svg"] = "",
        ["/src/typed.ts"] = "",
        ["/src/typed2.tsx"] = "",
        ["/src/typed3.mts"] = "",
        ["/src/typed4.cts"] = "",
        ["/src/typed5.tsx"] = "",
    });

    [Fact]
    public void Paths() => s_tree.Resolves(new(),
        ("/src/main.ts", "./a", "/src/a.ts"),
        ("/src/main.ts", "./a.js", "/src/a.js"),
        ("/src/main.ts", "./a.ts", "/src/a.ts"),
        ("/src/main.ts", "./b", "/src/b.jsx"),
        ("/src/main.ts", "./c", "/src/c"),
        ("/src/main.ts", "./dir", "/src/dir.ts"),
        ("/src/main.ts", "./dir/", "/src/dir/index.ts"),
        ("/src/main.ts", "./dir/index", "/src/dir/index.ts"),
        ("/src/main.ts", "./only", "/src/only/index.js"),
        ("/src/main.ts", "./lib", "/src/lib/out/lib.js"),
        ("/src/main.ts", "./lib/", "/src/lib/out/lib.js"),
        ("/src/main.ts", "./data", "/src/data.json"),
        ("/src/main.ts", "./style", "/src/style.css"),
        ("/src/main.ts", "././sub/../a", "/src/a.ts"),
        ("/src/sub/deep/x.ts", "../../a", "/src/a.ts"),
        ("/src/sub/deep/x.ts", "../../only", "/src/only/index.js"),
        ("/src/", "./a", "/src/a.ts"),
        ("/src/nowhere/virtual.ts", "../a", "/src/a.ts"),
        ("/src/main.ts", "{root}/src/a", "/src/a.ts"),
        ("/src/main.ts", "/src/a.js", "/src/a.js"),
        ("/src/main.ts", "./missing", "error FileNotFound"),
        ("/src/main.ts", "./a.ts/", "error FileNotFound"),
        ("/src/main.ts", "./a.ts/x", "error FileNotFound"),
        ("/src/main.ts", "", "error EmptyRequest"),
        ("/src/main.ts", "./sub", "error FileNotFound"));

    [Fact]
    public void DotsAreFoldersNeverFilesBesideThem() => s_tree.Resolves(new(),
        ("/src/only/x.js", ".", "/src/only/index.js"),
        ("/src/only/x.js", "./", "/src/only/index.js"),
        ("/src/only/sub/x.js", "..", "/src/only/index.js"),
        ("/src/only/sub/x.js", "../", "/src/only/index.js"),
        ("/src/sub/x.js", "..", "error FileNotFound"));

    [Fact]
    public void SuffixesAndNamesThatLookLikeThem() => s_tree.Resolves(new(),
        ("/src/main.ts", "./a?raw", "/src/a.ts?raw"),
        ("/src/main.ts", "./a.js?raw#x", "/src/a.js?raw#x"),
        ("/src/main.ts", "./a#x?y", "/src/a.ts#x?y"),
        ("/src/main.ts", "./h#1", "/src/h#1.js"),
        ("/src/main.ts", "./h#1.js", "/src/h#1.js"),
        ("/src/main.ts", "./h#2", "/src/h.js#2"),
        ("/src/main.ts", "./q?1.js", "/src/q?1.js"),
        ("/src/main.ts", "./q?2", "/src/q.js?2"),
        ("/src/main.ts", "./h\0#1", "/src/h#1.js"),
        ("/src/main.ts", "./only/?x", "/src/only/index.js?x"),
        ("/src/main.ts", "./missing?x", "error FileNotFound"));

    [Fact]
    public void Urls() => s_tree.Resolves(new(),
        ("/src/main.ts", "https://esm.sh/x", "external https://esm.sh/x"),
        ("/src/main.ts", "HTTP://a.b/c", "external HTTP://a.b/c"),
        ("/src/main.ts", "//cdn.example/x.js", "external //cdn.example/x.js"),
        ("/src/main.ts", "data:text/javascript,1", "data data:text/javascript,1"),
        ("/src/main.ts", "file://{root}/src/a.js", "/src/a.js"),
        ("/src/main.ts", "file:///src/a%20b.js?x", "/src/a b.js"),
        ("/src/main.ts", "file://localhost/src/a.js#x", "/src/a.js"));

    [Fact]
    public void BuiltinsOfNode()
    {
        s_tree.Resolves(ResolverOptions.ForNode,
            ("/src/main.ts", "fs", "builtin fs"),
            ("/src/main.ts", "node:fs", "builtin node:fs"),
            ("/src/main.ts", "fs/promises", "builtin fs/promises"),
            ("/src/main.ts", "node:test", "builtin node:test"),
            ("/src/main.ts", "node:sqlite", "builtin node:sqlite"),
            ("/src/main.ts", "sqlite", "error PackageNotFound"),
            ("/src/main.ts", "node:nothing", "error UnknownBuiltin"));
        s_tree.Resolves(ResolverOptions.ForBrowser,
            ("/src/main.ts", "fs", "error NodeBuiltin"),
            ("/src/main.ts", "node:fs", "error NodeBuiltin"));
    }

    [Fact]
    public void PackagesAndBuiltinsOfOneName()
    {
        Check tree = new(new() { ["/a.js"] = "", ["/node_modules/events/index.js"] = "" });
        tree.Resolves(new(), ("/a.js", "events", "/node_modules/events/index.js"), ("/a.js", "node:events", "builtin node:events"), ("/a.js", "fs", "builtin fs"));
        tree.Resolves(new() { Builtins = BuiltinHandling.BeforePackages }, ("/a.js", "events", "builtin events"));
        tree.Resolves(new() { Builtins = BuiltinHandling.BeforePackages }, ("/a.js", "events/", "/node_modules/events/index.js"));
        tree.Resolves(new() { Builtins = BuiltinHandling.Reject }, ("/a.js", "events", "/node_modules/events/index.js"), ("/a.js", "fs", "error NodeBuiltin"));
    }

    [Fact]
    public void Roots()
    {
        s_tree.ResolvesWith(spell => new() { Roots = [spell("/public"), spell("/src")] },
            ("/src/main.ts", "/logo.svg", "/public/logo.svg"),
            ("/src/main.ts", "/a", "/src/a.ts"),
            ("/src/main.ts", "/src/a", "/src/a.ts"));
        s_tree.ResolvesWith(spell => new() { Roots = [spell("/src")], PreferAbsolute = true },
            ("/src/main.ts", "/src", "/src.ts"),
            ("/src/main.ts", "/a", "/src/a.ts"));
    }

    [Fact]
    public void KindsThatPreferFilesBesideThem()
    {
        s_tree.Resolves(new(), ImportKind.EntryPoint, ("/src/", "a.js", "/src/a.js"), ("/", "src/main.ts", "/src/main.ts"));
        s_tree.Resolves(new(), ImportKind.CssUrl, ("/public/x.css", "logo.svg", "/public/logo.svg"));
        s_tree.Resolves(new(), ImportKind.CssImport, ("/src/x.css", "style", "/src/style.css"), ("/src/x.css", "./a", "error FileNotFound"));
        s_tree.Resolves(new(), ImportKind.Import, ("/src/main.ts", "a.js", "error PackageNotFound"));
        s_tree.Resolves(new() { PreferRelative = true }, ("/src/main.ts", "a.js", "/src/a.js"));
    }

    [Fact]
    public void WrittenJavaScriptThatIsTypeScript()
    {
        s_tree.Resolves(new(),
            ("/src/main.ts", "./typed.js", "/src/typed.ts"),
            ("/src/main.ts", "./typed2.js", "/src/typed2.tsx"),
            ("/src/main.ts", "./typed3.mjs", "/src/typed3.mts"),
            ("/src/main.ts", "./typed4.cjs", "/src/typed4.cts"),
            ("/src/main.ts", "./typed5.jsx", "/src/typed5.tsx"),
            ("/src/main.ts", "./a.js", "/src/a.js"),
            ("/src/main.ts", "./typed3.js", "error FileNotFound"),
            ("/src/a.js", "./typed.js", "error FileNotFound"));
        s_tree.Resolves(new() { TypeScriptExtensions = false }, ("/src/main.ts", "./typed.js", "error FileNotFound"));
    }

    [Fact]
    public void ExtensionOptions()
    {
        s_tree.Resolves(new() { ExtensionAlias = [new(".js", [".ts", ".js"]), new(".mjs", [".mts"])] },
            ("/src/b.jsx", "./a.js", "/src/a.ts"),
            ("/src/b.jsx", "./h.js", "/src/h.js"),
            ("/src/b.jsx", "./typed3.mjs", "/src/typed3.mts"),
            ("/src/b.jsx", "./a", "/src/a.ts"));
        s_tree.Resolves(new() { EnforceExtension = true }, ("/src/main.ts", "./c", "/src/c.js"));
        s_tree.Resolves(new() { Extensions = [".js", ".ts"] }, ("/src/main.ts", "./a", "/src/a.js"));
        s_tree.Resolves(new() { FullySpecified = true },
            ("/src/b.jsx", "./a", "error FileNotFound"),
            ("/src/b.jsx", "./a.js", "/src/a.js"),
            ("/src/b.jsx", "./only", "error FileNotFound"),
            ("/src/b.jsx", ".", "error FileNotFound"));
        s_tree.Resolves(new() { MainFiles = ["x", "index"] }, ("/src/main.ts", "./sub/deep", "/src/sub/deep/x.ts"));
    }

    [Fact]
    public void Contexts() => s_tree.Resolves(new() { ResolveToContext = true },
        ("/src/main.ts", "./dir", "folder /src/dir"),
        ("/src/main.ts", "./dir/?x", "folder /src/dir?x"),
        ("/src/main.ts", ".", "folder /src"),
        ("/src/main.ts", "./a", "error FileNotFound"));

    [Fact]
    public void Restrictions()
    {
        s_tree.ResolvesWith(spell => new() { Restrictions = [Restriction.Below(spell("/src"))] },
            ("/src/main.ts", "./a", "/src/a.ts"),
            ("/src/main.ts", "../public/logo.svg", "error FileNotFound"));
        s_tree.Resolves(new() { Restrictions = [Restriction.Matching(new(@"\.jsx?$"))] }, ("/src/main.ts", "./a", "/src/a.js"));
    }
}
