using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Linking;

public sealed class LinkDiagnosticsTests
{
    [Theory]
    [InlineData("import { helo } from './a.js'; helo()", "export const hello = 1", "IX3201: `a.js` exports no `helo` | did you mean `hello`?")]
    [InlineData("import d from './a.js'; d()", "export const hello = 1", "IX3201: `a.js` exports no `default`")]
    [InlineData("import { x } from './a.js'; x = 1", "export let x", "IX3205: `x` is an import and cannot be assigned | export a function that sets it from the module that declares it")]
    [InlineData("import { x } from './a.js'; x()", "export * from './b.js'; export * from './c.js'", "IX3202: `x` comes from more than one `export *` of `a.js` | export it by name from one of them")]
    [InlineData("import { x } from './a.js'; x()", "export { x } from './a.js'", "IX3203: `x` is imported in a circle and never declared")]
    [InlineData("import { x } from './a.js'; console.log(x)", "import './main.js'; import { y } from './main.js'; export const x = y; export { y }", null)]
    public void What_cannot_be_linked_is_reported(string main, string a, string? expected)
    {
        BuildResult result = BundleCheck.Build(PathStyle.Posix, [("main.js", main + "; export const y = 1"), ("a.js", a), ("b.js", "export const x = 1"), ("c.js", "export const x = 2")]);
        string[] found = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}{(diagnostic.Help is null ? "" : " | " + diagnostic.Help)}")];
        Assert.Equal(expected is null ? [] : [expected], found.Take(1));
    }

    [Fact]
    public void A_read_before_initialisation_is_warned_of()
    {
        BuildResult result = BundleCheck.Build(PathStyle.Posix,
        [
            ("main.js", "import './a.js'; export const late = 1"),
            ("a.js", "import { late } from './main.js'; console.log(late); export const f = () => late"),
        ]);
        Diagnostic warning = Assert.Single(result.Diagnostics);
        Assert.Equal(("IX3210", "late", Severity.Warning), (warning.Code, warning.Source!.Slice(warning.Span).ToString(), warning.Severity));
    }

    [Fact]
    public void A_missing_file_says_what_is_near()
    {
        BuildResult result = BundleCheck.Build(PathStyle.Posix, [("main.js", "import './Buton'"), ("Button.js", "")]);
        Diagnostic error = Assert.Single(result.Diagnostics);
        Assert.Equal(Severity.Error, error.Severity);
        Assert.Contains("Button", error.Help, StringComparison.Ordinal);
        Assert.Empty(result.OutputFiles);
    }
}
