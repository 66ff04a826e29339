using Inox.Bundler.Resolution;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Resolution;

public sealed class TsConfigTests
{
    private static readonly Check s_tree = new(new()
    {
        ["/p/tsconfig.json"] = """
            {
              // comments and trailing commas
              "extends": "./base",
              "compilerOptions": {
                "paths": { "@/*": ["./src/*"], "exact": ["./src/a.ts"], "@/special/*": ["./special/*"], "two/*": ["./none/*", "./src/*"], "typed": ["./types/t.d.ts"], "/abs/*": ["./src/*"], },
                "jsx": "React-JSX", "jsxImportSource": "preact", "rootDirs": ["src", "gen"],
              },
            }
            """,
        ["/p/base.json"] = """{ "compilerOptions": { "target": "ES2020", "jsx": "react", "strict": true, "experimentalDecorators": true } }""",
        ["/p/src/a.ts"] = "",
        ["/p/src/x/index.ts"] = "",
        ["/p/special/b.ts"] = "",
        ["/p/gen/g.ts"] = "",
        ["/p/types/t.d.ts"] = "",
        ["/p/node_modules/typed/index.js"] = "",
        ["/p/node_modules/@/real/index.js"] = "",
        ["/p/node_modules/dep/tsconfig.json"] = """{ "compilerOptions": { "paths": { "x": ["./y.js"] } } }""",
        ["/p/node_modules/dep/y.js"] = "",
        ["/p/node_modules/dep/index.js"] = "",
        ["/b/tsconfig.json"] = """{ "compilerOptions": { "baseUrl": "./src" } }""",
        ["/b/src/util/u.ts"] = "",
        ["/b/node_modules/util2/index.js"] = "",
        ["/s/tsconfig.json"] = """{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./lib" }] }""",
        ["/s/tsconfig.app.json"] = """{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }""",
        ["/s/lib/tsconfig.json"] = """{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }""",
        ["/s/src/a.ts"] = "",
        ["/s/lib/a.ts"] = "",
        ["/s/other/x.ts"] = "",
        ["/m/tsconfig.json"] = """{ "compilerOptions": { "moduleSuffixes": [".ios", ""] } }""",
        ["/m/a.ts"] = "",
        ["/m/a.ios.ts"] = "",
        ["/m/b.ts"] = "",
        ["/j/jsconfig.json"] = """{ "compilerOptions": { "paths": { "~/*": ["./*"] } } }""",
        ["/j/a.js"] = "",
        ["/e/tsconfig.json"] = """{ "extends": ["pkg-config/strict", "@org/conf", "./last.json"] }""",
        ["/e/last.json"] = """{ "compilerOptions": { "target": "es2022" } }""",
        ["/e/node_modules/pkg-config/strict.json"] = """{ "compilerOptions": { "target": "es5", "strict": true, "paths": { "in/*": ["${configDir}/src/*"] } } }""",
        ["/e/node_modules/@org/conf/package.json"] = """{ "exports": { ".": "./c.json" } }""",
        ["/e/node_modules/@org/conf/c.json"] = """{ "compilerOptions": { "jsx": "preserve", "strict": false } }""",
        ["/e/src/a.ts"] = "",
        ["/bad/tsconfig.json"] = """{ "extends": ["./gone", "./loop.json"], "compilerOptions": { "target": "es2021" } }""",
        ["/bad/loop.json"] = """{ "extends": "./tsconfig.json" }""",
        ["/broken/tsconfig.json"] = "{\n  \"compilerOptions\": { \"paths\": [ }\n}",
        ["/broken/a.ts"] = "",
        ["/custom.json"] = """{ "compilerOptions": { "paths": { "c": ["./p/src/a.ts"] } } }""",
    });

    [Fact]
    public void Paths() => s_tree.Resolves(new(),
        ("/p/src/a.ts", "@/x", "/p/src/x/index.ts"),
        ("/p/src/a.ts", "@/x/", "/p/src/x/index.ts"),
        ("/p/src/a.ts", "@/a?raw", "/p/src/a.ts?raw"),
        ("/p/src/a.ts", "@/special/b", "/p/special/b.ts"),
        ("/p/src/a.ts", "exact", "/p/src/a.ts"),
        ("/p/src/a.ts", "two/a", "/p/src/a.ts"),
        ("/p/src/a.ts", "/abs/a", "/p/src/a.ts"),
        ("/p/src/a.ts", "typed", "/p/node_modules/typed/index.js"),
        ("/p/src/a.ts", "@/real", "/p/node_modules/@/real/index.js"),
        ("/p/src/a.ts", "@/nope", "error PackageNotFound"),
        ("/p/src/script.js", "@/a", "/p/src/a.ts"),
        ("/p/node_modules/dep/index.js", "x", "error PackageNotFound"),
        ("/p/src/a.ts", "./g", "/p/gen/g.ts"),
        ("/b/src/x.ts", "util/u", "/b/src/util/u.ts"),
        ("/b/src/x.ts", "util2", "/b/node_modules/util2/index.js"),
        ("/j/a.js", "~/a", "/j/a.js"),
        ("/e/src/a.ts", "in/a", "/e/src/a.ts"),
        ("/m/b.ts", "./a", "/m/a.ios.ts"),
        ("/m/b.ts", "./a.ts", "/m/a.ios.ts"),
        ("/m/a.ts", "./b", "/m/b.ts"),
        ("/broken/a.ts", "./a", "/broken/a.ts"));

    [Fact]
    public void References() => s_tree.Resolves(new(),
        ("/s/src/a.ts", "@/a", "/s/src/a.ts"),
        ("/s/lib/a.ts", "@/a", "/s/lib/a.ts"),
        ("/s/src/a.js", "@/a", "error PackageNotFound"),
        ("/s/other/x.ts", "@/a", "error PackageNotFound"),
        ("/s/src/", "@/a", "/s/src/a.ts"),
        ("/s/lib/", "@/a", "/s/lib/a.ts"));

    [Fact]
    public void ChosenConfigurations()
    {
        s_tree.ResolvesWith(spell => new() { TsConfig = new() { Path = spell("/custom.json") } },
            ("/b/src/x.ts", "c", "/p/src/a.ts"),
            ("/p/src/a.ts", "@/x", "error PackageNotFound"));
        s_tree.ResolvesWith(spell => new() { TsConfig = new() { Path = spell("/gone.json") } }, ("/p/src/a.ts", "./a", "error TsConfigNotFound"));
        s_tree.ResolvesWith(spell => new() { TsConfig = new() { Path = spell("/broken/tsconfig.json") } }, ("/p/src/a.ts", "./a", "error BrokenTsConfig"));
        s_tree.Resolves(new() { TsConfig = null }, ("/p/src/a.ts", "@/x", "error PackageNotFound"));
    }

    [Fact]
    public void CompilerOptionsFollowExtends() => s_tree.ForEachStyle(new(), (resolver, files) =>
    {
        CompilerOptions options = resolver.FindTsConfig(files.Spell("/p/src/a.ts"))!.CompilerOptions;
        Assert.Equal(("es2020", "react-jsx", "preact"), (options.Target, options.Jsx, options.JsxImportSource));
        Assert.Equal((true, true, null), (options.Strict, options.ExperimentalDecorators, options.UseDefineForClassFields));
        options = resolver.FindTsConfig(files.Spell("/e/src/a.ts"))!.CompilerOptions;
        Assert.Equal(("es2022", "preserve", false), (options.Target, options.Jsx, options.Strict));
        Assert.Null(resolver.FindTsConfig(files.Spell("/p/node_modules/dep/index.js")));
        Assert.Null(resolver.FindTsConfig(files.Spell("/nowhere/a.ts")));
    });

    [Fact]
    public void ProblemsAreReportedAndTheRestCounts() => s_tree.ForEachStyle(new(), (resolver, files) =>
    {
        TsConfig config = resolver.FindTsConfig(files.Spell("/bad/a.ts"))!;
        Assert.Equal("es2021", config.CompilerOptions.Target);
        Assert.Equal(["IX3124", "IX3123"], config.Diagnostics.Select(diagnostic => diagnostic.Code));
        Diagnostic broken = Assert.Single(resolver.FindTsConfig(files.Spell("/broken/a.ts"))!.Diagnostics);
        Assert.Equal("IX3122", broken.Code);
        Assert.Equal(1, broken.Source!.GetLineColumn(broken.Span.Start).Line);
    });

    [Theory]
    [InlineData("""{ "include": ["src"] }""", "/t/src/a.ts", true)]
    [InlineData("""{ "include": ["src"] }""", "/t/a.ts", false)]
    [InlineData("""{ "include": ["src/**/*"] }""", "/t/src/x/y/a.tsx", true)]
    [InlineData("""{ "include": ["src/*"] }""", "/t/src/x/a.ts", false)]
    [InlineData("""{ "include": ["src/**/*"] }""", "/t/src/node_modules/a.ts", false)]
    [InlineData("""{ "include": ["src/**/*"] }""", "/t/src/.hidden/a.ts", false)]
    [InlineData("""{ "include": ["**/*.test.ts"] }""", "/t/x/a.test.ts", true)]
    [InlineData("""{ "include": ["**/*.test.ts"] }""", "/t/x/a.ts", false)]
    [InlineData("""{ "include": ["a?.ts"] }""", "/t/ab.ts", true)]
    [InlineData("""{ "exclude": ["out"] }""", "/t/out/a.ts", false)]
    [InlineData("""{ "exclude": ["**/*.spec.ts"] }""", "/t/x/a.spec.ts", false)]
    [InlineData("""{ "compilerOptions": { "outDir": "dist" } }""", "/t/dist/a.ts", false)]
    [InlineData("""{ "files": ["a.ts"] }""", "/t/a.ts", true)]
    [InlineData("""{ "files": ["a.ts"] }""", "/t/b.ts", false)]
    [InlineData("""{ "files": ["out/a.ts"], "exclude": ["out"] }""", "/t/out/a.ts", true)]
    [InlineData("{}", "/t/a.js", false)]
    [InlineData("""{ "compilerOptions": { "allowJs": true } }""", "/t/a.js", true)]
    [InlineData("""{ "include": ["**/*.vue"] }""", "/t/a.vue", true)]
    [InlineData("{}", "/t/a.vue", false)]
    [InlineData("", "/t/a.ts", true)]
    public void Scopes(string config, string file, bool expected) =>
        new Check(new() { ["/t/tsconfig.json"] = config, [file] = "" }).ForEachStyle(new(), (resolver, files) =>
            Assert.Equal(expected, resolver.FindTsConfig(files.Spell("/t/x.ts"))!.Includes(files.Spell(file))));
}
