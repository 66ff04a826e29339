using Inox.Bundler.Resolution;
using Xunit;

namespace Inox.Bundler.Tests.Resolution;

public sealed class AliasTests
{
    private static readonly Check s_tree = new(new()
    {
        ["/src/main.js"] = "",
        ["/src/x/y.js"] = "",
        ["/src/x/index.js"] = "",
        ["/src/only/z.js"] = "",
        ["/node_modules/react/index.js"] = "",
        ["/node_modules/preact/compat.js"] = "",
        ["/node_modules/preact/index.js"] = "",
        ["/node_modules/left/index.js"] = "",
        ["/node_modules/right/index.js"] = "",
    });

    [Fact]
    public void NamesAndPrefixes() => s_tree.ResolvesWith(spell => new()
    {
        Alias =
        [
            new("react", "preact/compat"), new("pre$", "preact"), new("@", spell("/src")), new("~/*", spell("/src") + "/x/*"),
            AliasRule.Ignore("empty"), new("many", "./nothing", "./x"), new("left", "right"), new("right", "left"), new("loop", "loop/a"),
            new("grow*", "grows*"), new("here", "./x/y"),
        ],
    },
        ("/src/main.js", "react", "/node_modules/preact/compat.js"),
        ("/src/main.js", "react/x", "error PackageFileNotFound"),
        ("/src/main.js", "reactor", "error PackageNotFound"),
        ("/src/main.js", "pre", "/node_modules/preact/index.js"),
        ("/src/main.js", "pre/compat", "error PackageNotFound"),
        ("/src/main.js", "pre?q", "/node_modules/preact/index.js?q"),
        ("/src/main.js", "@/x/y", "/src/x/y.js"),
        ("/src/main.js", "@/x/", "/src/x/index.js"),
        ("/src/main.js", "@/x/y#z", "/src/x/y.js#z"),
        ("/src/main.js", "~/y", "/src/x/y.js"),
        ("/src/main.js", "empty", "ignored empty"),
        ("/src/main.js", "empty/deep", "ignored empty/deep"),
        ("/src/main.js", "many", "/src/x/index.js"),
        ("/src/main.js", "left", "/node_modules/right/index.js"),
        ("/src/main.js", "right", "/node_modules/left/index.js"),
        ("/src/main.js", "loop", "error PackageNotFound"),
        ("/src/main.js", "grow", "error Circular"),
        ("/src/main.js", "here", "/src/x/y.js"),
        ("/src/x/y.js", "here", "error PackageNotFound"));

    [Fact]
    public void FilesByPath() => s_tree.ResolvesWith(spell => new()
    {
        Alias = [new(spell("/src/x/y.js"), spell("/src/only/z.js")), new(spell("/src/old"), spell("/src/only")), AliasRule.Ignore(spell("/src/x/index.js"))],
    },
        ("/src/main.js", "./x/y", "/src/only/z.js"),
        ("/src/x/q.js", "./y.js", "/src/only/z.js"),
        ("/src/main.js", "./old/z", "/src/only/z.js"),
        ("/src/main.js", "./x", "ignored /src/x/index.js"));

    [Fact]
    public void Fallbacks() => s_tree.Resolves(new() { Builtins = BuiltinHandling.Reject, Fallback = [new("react", "preact"), new("util", "left"), AliasRule.Ignore("missing")] },
        ("/src/main.js", "react", "/node_modules/react/index.js"),
        ("/src/main.js", "react/compat", "/node_modules/preact/compat.js"),
        ("/src/main.js", "missing", "ignored missing"),
        ("/src/main.js", "gone", "error PackageNotFound"));

    [Fact]
    public void UrlsHaveAliasesToo() => s_tree.Resolves(new() { Alias = [new("https://esm.sh/react", "react")] },
        ("/src/main.js", "https://esm.sh/react", "/node_modules/react/index.js"),
        ("/src/main.js", "https://esm.sh/vue", "external https://esm.sh/vue"));
}
