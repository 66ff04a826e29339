using Inox.Bundler.Resolution;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Resolution;

public sealed class FailureTests
{
    private static readonly Check s_tree = new(new()
    {
        ["/app/package.json"] = """{ "name": "app", "dependencies": { "listed": "1" }, "imports": { "#config": "./src/utils.ts" } }""",
        ["/app/src/main.ts"] = "",
        ["/app/src/utils.ts"] = "",
        ["/app/src/components/Button.tsx"] = "",
        ["/app/src/App.vue"] = "",
        ["/app/node_modules/react/package.json"] = """{ "name": "react", "exports": { ".": "./i.js", "./jsx-runtime": "./j.js", "./web": { "never": "./i.js" } } }""",
        ["/app/node_modules/react/i.js"] = "",
        ["/app/node_modules/react/j.js"] = "",
        ["/app/node_modules/lodash/index.js"] = "",
        ["/app/node_modules/lodash/debounce.js"] = "",
        ["/app/node_modules/@types/only/index.d.ts"] = "",
        ["/app/node_modules/gone/package.json"] = """{ "exports": "./dist/x.js" }""",
    });

    private static Diagnostic Diagnose(Resolver resolver, InMemoryFileSystem files, string request)
    {
        ResolveResult result = resolver.Resolve(files.Spell("/app/src/main.ts"), request);
        Assert.False(result.IsFound, $"{request} was found");
        SourceText source = new("src/main.ts", $"import '{request}'");
        return ResolveDiagnostics.Create(source, new(7, source.Text.Length), request, result);
    }

    [Theory]
    [InlineData("./components/button", "IX3101", "cannot find `./components/button`", "upper and lower case differ: write `./components/Button.tsx`")]
    [InlineData("./components/Buton", "IX3101", "cannot find `./components/Buton`", "did you mean `./components/Button.tsx`?")]
    [InlineData("./component/Button", "IX3101", "cannot find `./component/Button`", "did you mean `./components/Button`?")]
    [InlineData("./App", "IX3101", "cannot find `./App`", "did you mean `./App.vue`?")]
    [InlineData("./App.vu?raw", "IX3101", "cannot find `./App.vu?raw`", "did you mean `./App.vue?raw`?")]
    [InlineData("./utils.js", null, null, null)]
    [InlineData("./zzz", "IX3101", "cannot find `./zzz`", null)]
    [InlineData("utils", "IX3102", "cannot find package `utils`", "did you mean `./utils`?")]
    [InlineData("raect", "IX3102", "cannot find package `raect`", "did you mean `react`?")]
    [InlineData("vue", "IX3102", "cannot find package `vue`", "install it with `npm install vue`")]
    [InlineData("@scope/x/y", "IX3102", "cannot find package `@scope/x`", "install it with `npm install @scope/x`")]
    [InlineData("listed", "IX3102", "cannot find package `listed`", "package.json lists it: run `npm install`")]
    [InlineData("lodash/debonce", "IX3103", "package `lodash` has no `./debonce`", "did you mean `lodash/debounce.js`?")]
    [InlineData("only", "IX3105", "package `only` has types but no code", "write `import type`, or install the code with `npm install only`")]
    [InlineData("react/jsx-runtim", "IX3106", "package `react` does not export `./jsx-runtim`", "did you mean `react/jsx-runtime`?")]
    [InlineData("react/web", "IX3107", "package `react` exports `./web` under other conditions only", null)]
    [InlineData("react/", "IX3112", null, "write the name of a file, without `/` at the end")]
    [InlineData("gone", "IX3110", null, "build the package first if the file is made by a build")]
    [InlineData("#confg", "IX3111", null, "did you mean `#config`?")]
    [InlineData("node:pth", "IX3114", "Node has no module `node:pth`", "did you mean `node:path`?")]
    [InlineData("fs", "IX3113", "`fs` is part of Node and not there in browsers", "build with `--platform=node`, or give it an alias to a package that stands in for it")]
    [InlineData("", "IX3117", "a module needs a name", "write a path such as `./a.js` or the name of a package")]
    public void MessagesSayWhatToType(string request, string? code, string? message, string? help) =>
        s_tree.ForEachStyle(ResolverOptions.ForBrowser, (resolver, files) =>
        {
            // Windows ignores case, so the file is found there.
            bool isFound = resolver.Resolve(files.Spell("/app/src/main.ts"), request).IsFound;
            if (code is null || (files.Paths == PathStyle.Windows && request == "./components/button"))
            {
                Assert.True(isFound);
                return;
            }
            Diagnostic diagnostic = Diagnose(resolver, files, request);
            Assert.Equal(code, diagnostic.Code);
            if (message is not null) Assert.Equal(message, diagnostic.Message);
            Assert.Equal(help, diagnostic.Help);
        });

    [Fact]
    public void WhatWasTriedIsListed() => s_tree.ForEachStyle(new() { Extensions = [".ts", ".js"] }, (resolver, files) =>
    {
        ResolveResult result = resolver.Resolve(files.Spell("/app/src/main.ts"), "./zzz");
        Assert.Equal([files.Spell("/app/src/zzz"), files.Spell("/app/src/zzz.ts"), files.Spell("/app/src/zzz.js")], result.Failure!.Tried);
        Assert.Equal($"tried `{files.Spell("/app/src/zzz")}`", Diagnose(resolver, files, "./zzz").Notes[0]);
        Assert.Contains("has `./jsx-runtime`", Diagnose(resolver, files, "react/x").Notes);
    });

    [Fact]
    public void NamesOfFilesKeepTheirSpellingWhereCaseIsIgnored()
    {
        InMemoryFileSystem files = s_tree.Make(PathStyle.Windows);
        ResolveResult result = new Resolver(files, new()).Resolve(@"C:\app\SRC\main.ts", "./components/button");
        Assert.Equal(@"C:\app\src\components\Button.tsx", result.Path);
    }
}
