using Inox.Bundler.Resolution;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Resolution;

public sealed class PackageTests
{
    private static readonly Check s_tree = new(new()
    {
        ["/app/package.json"] = """
            { "name": "app", "exports": { ".": "./src/index.js", "./x": "./src/x.js" },
              "imports": { "#x": "./src/x.js", "#dep": "cond", "#env": { "browser": "./src/web.js", "default": "./src/node.js" },
                           "#lib/*": "./src/*.js", "#out": "../out.js", "#chain": "#x", "#none": null, "#gone": "./gone.js", "#fs": "node:fs" } }
            """,
        ["/app/src/index.js"] = "",
        ["/app/src/x.js"] = "",
        ["/app/src/web.js"] = "",
        ["/app/src/node.js"] = "",
        ["/app/node_modules/plain/index.js"] = "",
        ["/app/node_modules/plain/sub/index.js"] = "",
        ["/app/node_modules/plain/both.ts"] = "",
        ["/app/node_modules/plain/both.js"] = "",
        ["/app/node_modules/file.js"] = "",
        ["/app/node_modules/fields/package.json"] = """{ "main": "main", "module": "./module.js", "style": "./s.css" }""",
        ["/app/node_modules/fields/main.js"] = "",
        ["/app/node_modules/fields/module.js"] = "",
        ["/app/node_modules/fields/s.css"] = "",
        ["/app/node_modules/badmain/package.json"] = """{ "main": "./gone.js" }""",
        ["/app/node_modules/badmain/index.js"] = "",
        ["/app/node_modules/dirmain/package.json"] = """{ "main": "./lib" }""",
        ["/app/node_modules/dirmain/lib/index.js"] = "",
        ["/app/node_modules/selfmain/package.json"] = """{ "main": "." }""",
        ["/app/node_modules/selfmain/index.js"] = "",
        ["/app/node_modules/@s/p/package.json"] = """{ "name": "@s/p", "main": "p.js" }""",
        ["/app/node_modules/@s/p/p.js"] = "",
        ["/app/node_modules/@s/p/deep/q.js"] = "",
        ["/app/node_modules/cond/package.json"] = """
            { "name": "cond", "exports": {
                ".": { "import": "./i.mjs", "require": "./r.cjs", "style": "./s.css" },
                "./dev": { "development": "./dev.js", "production": "./prod.js" },
                "./nested": { "node": { "import": "./n.mjs" }, "default": "./d.js" },
                "./list": ["bad", "./i.mjs"], "./closed": null, "./f/*": "./files/*.js", "./f/secret/*": null,
                "./long/*.js": "./files/*.js", "./up": "../plain/index.js", "./nm": "./node_modules/x.js", "./gone": "./gone.js",
                "./old/": "./files/", "./noext": "./d" } }
            """,
        ["/app/node_modules/cond/i.mjs"] = "",
        ["/app/node_modules/cond/r.cjs"] = "",
        ["/app/node_modules/cond/s.css"] = "",
        ["/app/node_modules/cond/dev.js"] = "",
        ["/app/node_modules/cond/prod.js"] = "",
        ["/app/node_modules/cond/n.mjs"] = "",
        ["/app/node_modules/cond/d.js"] = "",
        ["/app/node_modules/cond/files/a.js"] = "",
        ["/app/node_modules/cond/files/secret/a.js"] = "",
        ["/app/node_modules/cond/hidden.js"] = "",
        ["/app/node_modules/mixed/package.json"] = """{ "exports": { ".": "./a.js", "import": "./a.js" } }""",
        ["/app/node_modules/mixed/a.js"] = "",
        ["/app/node_modules/broken/package.json"] = "{ nope",
        ["/app/node_modules/typed/package.json"] = """{ "types": "./t.d.ts" }""",
        ["/app/node_modules/typed/t.d.ts"] = "",
        ["/app/node_modules/@types/onlytypes/index.d.ts"] = "",
        ["/app/node_modules/nothing/readme.md"] = "",
        ["/node_modules/above/index.js"] = "",
        ["/node_modules/plain/extra.js"] = "",
        ["/vendor/special/index.js"] = "",
        ["/app/web_modules/webby/index.js"] = "",
    });

    [Fact]
    public void Folders() => s_tree.Resolves(new(),
        ("/app/src/a.js", "plain", "/app/node_modules/plain/index.js"),
        ("/app/src/a.js", "plain/", "/app/node_modules/plain/index.js"),
        ("/app/src/a.js", "plain/sub", "/app/node_modules/plain/sub/index.js"),
        ("/app/src/a.js", "plain/extra", "/node_modules/plain/extra.js"),
        ("/app/src/a.js", "plain/both", "/app/node_modules/plain/both.js"),
        ("/app/src/a.js", "plain?x", "/app/node_modules/plain/index.js?x"),
        ("/app/src/a.js", "file", "/app/node_modules/file.js"),
        ("/app/src/a.js", "above", "/node_modules/above/index.js"),
        ("/app/node_modules/plain/sub/index.js", "@s/p", "/app/node_modules/@s/p/p.js"),
        ("/app/src/a.js", "@s/p/deep/q", "/app/node_modules/@s/p/deep/q.js"),
        ("/app/src/a.js", "badmain", "/app/node_modules/badmain/index.js"),
        ("/app/src/a.js", "dirmain", "/app/node_modules/dirmain/lib/index.js"),
        ("/app/src/a.js", "selfmain", "/app/node_modules/selfmain/index.js"),
        ("/app/src/a.js", "@s", "error PackageHasNoEntry"),
        ("/app/src/a.js", "nope", "error PackageNotFound"),
        ("/app/src/a.js", "@s/nope/x", "error PackageNotFound"),
        ("/app/src/a.js", "plain/nope", "error PackageFileNotFound"),
        ("/app/src/a.js", "nothing", "error PackageHasNoEntry"),
        ("/app/src/a.js", "typed", "error TypesOnly"),
        ("/app/src/a.js", "onlytypes", "error TypesOnly"),
        ("/app/src/a.js", "broken", "error BrokenPackageJson"));

    [Fact]
    public void MainFields()
    {
        s_tree.Resolves(new(), ("/app/src/a.js", "fields", "/app/node_modules/fields/module.js"));
        s_tree.Resolves(ResolverOptions.ForNode, ("/app/src/a.js", "fields", "/app/node_modules/fields/main.js"));
        s_tree.Resolves(ResolverOptions.ForBrowser, ImportKind.Require, ("/app/src/a.js", "fields", "/app/node_modules/fields/main.js"));
        s_tree.Resolves(ResolverOptions.ForBrowser, ImportKind.Import, ("/app/src/a.js", "fields", "/app/node_modules/fields/module.js"));
        s_tree.Resolves(new(), ImportKind.CssImport, ("/app/src/a.css", "fields", "/app/node_modules/fields/s.css"));
    }

    [Fact]
    public void ModuleFolders() => s_tree.ResolvesWith(spell => new() { Modules = ["web_modules", spell("/vendor"), "node_modules"] },
        ("/app/src/a.js", "webby", "/app/web_modules/webby/index.js"),
        ("/app/src/a.js", "special", "/vendor/special/index.js"),
        ("/app/src/a.js", "plain", "/app/node_modules/plain/index.js"));

    [Fact]
    public void Exports()
    {
        s_tree.Resolves(new() { Conditions = ["production"] },
            ("/app/src/a.js", "cond", "/app/node_modules/cond/i.mjs"),
            ("/app/src/a.js", "cond?raw", "/app/node_modules/cond/i.mjs?raw"),
            ("/app/src/a.js", "cond/dev", "/app/node_modules/cond/prod.js"),
            ("/app/src/a.js", "cond/nested", "/app/node_modules/cond/d.js"),
            ("/app/src/a.js", "cond/list", "/app/node_modules/cond/i.mjs"),
            ("/app/src/a.js", "cond/f/a", "/app/node_modules/cond/files/a.js"),
            ("/app/src/a.js", "cond/long/a.js?x", "/app/node_modules/cond/files/a.js?x"),
            ("/app/src/a.js", "cond/old/a.js", "/app/node_modules/cond/files/a.js"),
            ("/app/src/a.js", "cond/noext", "/app/node_modules/cond/d.js"),
            ("/app/src/a.js", "cond/closed", "error ConditionsNotMet"),
            ("/app/src/a.js", "cond/f/secret/a", "error ConditionsNotMet"),
            ("/app/src/a.js", "cond/hidden.js", "error NotExported"),
            ("/app/src/a.js", "cond/", "error DirectoryRequest"),
            ("/app/src/a.js", "cond/up", "error InvalidTarget"),
            ("/app/src/a.js", "cond/nm", "error InvalidTarget"),
            ("/app/src/a.js", "cond/f/../../plain/index", "error InvalidTarget"),
            ("/app/src/a.js", "cond/gone", "error TargetNotFound"),
            ("/app/src/a.js", "mixed", "error InvalidExports"),
            ("/app/src/a.js", "../node_modules/cond/hidden.js", "/app/node_modules/cond/hidden.js"));
        s_tree.Resolves(ResolverOptions.ForNode, ("/app/src/a.js", "cond/nested", "/app/node_modules/cond/n.mjs"));
        s_tree.Resolves(new(), ImportKind.Require, ("/app/src/a.js", "cond", "/app/node_modules/cond/r.cjs"));
        s_tree.Resolves(new(), ImportKind.CssImport, ("/app/src/a.css", "cond", "/app/node_modules/cond/s.css"));
        s_tree.Resolves(new() { IgnoreSuffixInExports = false }, ("/app/src/a.js", "cond?raw", "error NotExported"));
        s_tree.Resolves(new() { ExportsFields = ["nope"] }, ("/app/src/a.js", "cond/hidden", "/app/node_modules/cond/hidden.js"));
    }

    [Fact]
    public void OwnNameAndImports()
    {
        s_tree.Resolves(new() { Conditions = ["browser"] },
            ("/app/src/a.js", "app", "/app/src/index.js"),
            ("/app/src/a.js", "app/x", "/app/src/x.js"),
            ("/app/src/a.js", "app/y", "error NotExported"),
            ("/app/src/a.js", "#x", "/app/src/x.js"),
            ("/app/src/a.js", "#x?q", "/app/src/x.js?q"),
            ("/app/src/a.js", "#dep", "/app/node_modules/cond/i.mjs"),
            ("/app/src/a.js", "#env", "/app/src/web.js"),
            ("/app/src/a.js", "#lib/x", "/app/src/x.js"),
            ("/app/src/a.js", "#chain", "/app/src/x.js"),
            ("/app/src/a.js", "#fs", "builtin node:fs"),
            ("/app/src/a.js", "#out", "error InvalidTarget"),
            ("/app/src/a.js", "#none", "error ConditionsNotMet"),
            ("/app/src/a.js", "#gone", "error TargetNotFound"),
            ("/app/src/a.js", "#nope", "error NotImported"),
            ("/app/src/a.js", "#lib/", "error DirectoryRequest"),
            ("/app/node_modules/plain/index.js", "#x", "/app/src/x.js"),
            ("/app/node_modules/cond/i.mjs", "#x", "error NotImported"),
            ("/outside.js", "#x", "error NotImported"));
        s_tree.Resolves(new(), ("/app/src/a.js", "#env", "/app/src/node.js"));
    }

    [Fact]
    public void BrowserMaps() => new Check(new()
    {
        ["/package.json"] = """
            { "browser": { "./node.js": "./web.js", "fs": false, "ws": "./ws.js", "./cut.js": false, "other": "third", "./same.js": "./same",
                           "bare.js": "./web.js", "./noext": "./web.js" } }
            """,
        ["/node.js"] = "",
        ["/web.js"] = "",
        ["/ws.js"] = "",
        ["/cut.js"] = "",
        ["/same.js"] = "",
        ["/bare.js"] = "",
        ["/noext.js"] = "",
        ["/sub/x.js"] = "",
        ["/node_modules/ws/index.js"] = "",
        ["/node_modules/third/index.js"] = "",
        ["/node_modules/pkg/package.json"] = """{ "main": "./m", "browser": { "./m.js": "./b.js" } }""",
        ["/node_modules/pkg/m.js"] = "",
        ["/node_modules/pkg/b.js"] = "",
        ["/node_modules/str/package.json"] = """{ "main": "./m.js", "browser": "./b.js" }""",
        ["/node_modules/str/m.js"] = "",
        ["/node_modules/str/b.js"] = "",
    }).Resolves(ResolverOptions.ForBrowser,
        ("/a.js", "./node", "/web.js"),
        ("/a.js", "./node.js?x", "/web.js?x"),
        ("/sub/x.js", "../node", "/web.js"),
        ("/a.js", "fs", "ignored fs"),
        ("/a.js", "ws", "/ws.js"),
        ("/a.js", "./cut", "ignored /cut.js"),
        ("/a.js", "other", "/node_modules/third/index.js"),
        ("/a.js", "./same", "/same.js"),
        ("/a.js", "./same.js", "/same.js"),
        ("/a.js", "./bare", "/web.js"),
        ("/a.js", "./noext", "/web.js"),
        ("/a.js", "./noext.js", "/noext.js"),
        ("/a.js", "pkg", "/node_modules/pkg/b.js"),
        ("/a.js", "pkg/m", "/node_modules/pkg/b.js"),
        ("/a.js", "str", "/node_modules/str/b.js"));

    [Fact]
    public void Links()
    {
        Check tree = new(new() { ["/packages/ui/package.json"] = """{ "name": "ui" }""", ["/packages/ui/index.js"] = "", ["/app/a.js"] = "" })
        {
            Links = new() { ["/app/node_modules/ui"] = "../../packages/ui", ["/app/linked.js"] = "/packages/ui/index.js" },
        };
        tree.Resolves(new(), ("/app/a.js", "ui", "/packages/ui/index.js"), ("/app/a.js", "./linked", "/packages/ui/index.js"));
        tree.Resolves(new() { Symlinks = false }, ("/app/a.js", "ui", "/app/node_modules/ui/index.js"), ("/app/a.js", "./linked", "/app/linked.js"));
    }

    [Theory]
    [InlineData("true", "a.js", true)]
    [InlineData("false", "a.js", false)]
    [InlineData("null", "a.js", null)]
    [InlineData("\"*.css\"", "deep/a.css", true)]
    [InlineData("\"*.css\"", "a.js", false)]
    [InlineData("[\"./src/polyfill.js\", \"**/*.css\"]", "src/polyfill.js", true)]
    [InlineData("[\"./src/polyfill.js\", \"**/*.css\"]", "lib/src/polyfill.js", false)]
    [InlineData("[\"./src/polyfill.js\", \"**/*.css\"]", "x.css", true)]
    [InlineData("[\"src/{a,b}/*.js\"]", "src/b/x.js", true)]
    [InlineData("[\"src/{a,b}/*.js\"]", "src/c/x.js", false)]
    [InlineData("[\"src/[a-c]?.js\"]", "src/b1.js", true)]
    [InlineData("[\"src/**\"]", "src/x/y.js", true)]
    [InlineData("[]", "a.js", false)]
    public void SideEffects(string field, string file, bool? expected)
    {
        Check tree = new(new() { ["/p/package.json"] = $$"""{ "name": "p", "version": "1.2.3", "type": "module", "sideEffects": {{field}} }""", ["/p/" + file] = "" });
        tree.ForEachStyle(new(), (resolver, files) =>
        {
            ResolveResult result = resolver.Resolve(files.Spell("/p/x.js"), "./" + file);
            Assert.Equal(expected, result.SideEffects);
            Assert.Equal(("p", "1.2.3", PackageType.Module), (result.Package!.Name, result.Package.Version, result.Package.Type));
            Assert.Equal(files.Spell("/p"), result.Package.Directory);
        });
    }

    [Fact]
    public void NothingIsReadTwice()
    {
        CountingFileSystem files = new(s_tree.Make(PathStyle.Posix));
        Resolver resolver = new(files, ResolverOptions.ForBrowser);
        string[] requests = ["cond", "plain/sub", "above", "./x", "nope", "#x", "@s/p"];
        foreach (string request in requests) resolver.Resolve("/app/src/a.js", request);
        int before = files.Calls;
        foreach (string request in requests) resolver.Resolve("/app/src/b.js", request);
        Assert.Equal(before, files.Calls);
        Assert.Equal(files.Listed.Distinct().Count(), files.Listed.Count);
    }

    [Fact]
    public void ThreadsShareOneResolver()
    {
        Resolver resolver = new(s_tree.Make(PathStyle.Posix), ResolverOptions.ForBrowser);
        Parallel.For(0, 2000, i =>
        {
            string request = (i % 4) switch { 0 => "cond", 1 => "plain", 2 => "./x", _ => "nope" };
            Assert.Equal(i % 4 != 3, resolver.Resolve("/app/src/a.js", request).IsFound);
        });
    }

    [Fact]
    public void RefreshSeesWhatChanged() => s_tree.ForEachStyle(new(), (resolver, files) =>
    {
        Assert.False(resolver.Resolve(files.Spell("/app/src/a.js"), "./new").IsFound);
        files.Add("/app/src/new.js", "");
        resolver.Refresh();
        Assert.True(resolver.Resolve(files.Spell("/app/src/a.js"), "./new").IsFound);
    });
}
