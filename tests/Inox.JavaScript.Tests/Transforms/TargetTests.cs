using Inox.Core;
using Inox.JavaScript.Transforms;
using Inox.JavaScript.Transforms.Lowering;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

public sealed class TargetTests
{
    [Theory]
    [InlineData("es5", EcmaVersion.Es5)]
    [InlineData("es6", EcmaVersion.Es2015)]
    [InlineData("ES2015", EcmaVersion.Es2015)]
    [InlineData("es2019", EcmaVersion.Es2019)]
    [InlineData("es2026", EcmaVersion.Es2026)]
    [InlineData("ESNext", EcmaVersion.EsNext)]
    [InlineData("esnext, es2020,es2018", EcmaVersion.Es2018)]
    public void Levels_are_read(string text, EcmaVersion expected) => Assert.Equal(expected, LanguageTarget.Parse(text, out _)?.Version);

    [Theory]
    [InlineData("")]
    [InlineData("es2027")]
    [InlineData("es202")]
    [InlineData("chromium")]
    [InlineData("2020")]
    public void Other_targets_are_faults(string text)
    {
        Assert.Null(LanguageTarget.Parse("es2020," + text, out string fault));
        Assert.Equal(text, fault);
    }

    [Theory]
    [InlineData("es2017, es2020", EcmaVersion.Es2017)]
    [InlineData("ie 11", EcmaVersion.Es5)]
    [InlineData("chrome 64", EcmaVersion.Es2018)]
    [InlineData("chrome100", EcmaVersion.Es2023)]
    [InlineData("node 18", EcmaVersion.Es2023)]
    [InlineData("node18, es2019", EcmaVersion.Es2019)]
    [InlineData("chrome", EcmaVersion.Es2026)]
    public void Engines_have_an_edition(string text, EcmaVersion expected) => Assert.Equal(expected, LanguageTarget.Parse(text, out _)?.Version);

    // Under the edition before the one that brought it the feature is the only one reported; under its own nothing is.
    [Theory]
    [InlineData("export default 1;", EcmaVersion.Es2015, "export", "`import` or `export`")]
    [InlineData("import 'a';", EcmaVersion.Es2015, "import", "`import` or `export`")]
    [InlineData("f(/[(](?<!b)/);", EcmaVersion.Es2018, "/[(](?<!b)/", "a lookbehind in a regular expression")]
    [InlineData("f(import(a));", EcmaVersion.Es2020, "import", "`import()`")]
    [InlineData("f(1n);", EcmaVersion.Es2020, "1n", "a BigInt literal")]
    [InlineData("f(import.meta.url);", EcmaVersion.Es2020, "import.meta", "`import.meta`")]
    [InlineData("await a; export {};", EcmaVersion.Es2022, "await", "a top-level `await`")]
    [InlineData("for await (const a of b); export {};", EcmaVersion.Es2022, "await", "a top-level `await`")]
    [InlineData("#!/usr/bin/env node\nf();", EcmaVersion.Es2023, "#!/usr/bin/env node", "a `#!` line")]
    [InlineData("import a from 'a' with { type: 'json' }; f(a);", EcmaVersion.Es2025, "type: 'json'", "an import attribute")]
    [InlineData("f(/(?i:a)/);", EcmaVersion.Es2025, "/(?i:a)/", "a group with flags in a regular expression")]
    public void Syntax_without_an_older_form_is_reported_once(string input, EcmaVersion version, string shown, string name, int at = -1)
    {
        string own = EcmaVersions.NameOf(version), older = EcmaVersions.NameOf(version - 1);
        Diagnostic diagnostic = Assert.Single(Check(input, version - 1));
        Assert.Equal($"{name} needs {own} and has no older form, and the target is {older}", diagnostic.Message);
        Assert.Equal(("IX1805", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal(shown, input[diagnostic.Span.Start..diagnostic.Span.End]);
        Assert.Equal(at < 0 ? input.IndexOf(shown, StringComparison.Ordinal) : at, diagnostic.Span.Start);
        Assert.Empty(Check(input, version));
    }

    [Theory]
    [InlineData("var a = { get b() { return 1; }, 'c': 2 }; for (var k in a) f(a[k], /\\(?<a/, /[(?<]/, /\\p/g); try { f(); } catch (e) { g(e); }")]
    [InlineData("label: while (true) { if (a) break label; else continue; } function f(a, b) { return arguments.length; }")]
    public void Es5_is_silent(string input) => Assert.Empty(Check(input, EcmaVersion.Es5));

    // What is not printed does not matter.
    [Theory]
    [InlineData("type A = (a?: `x${string}`) => [...B]; declare const d: 1n;", "")]
    [InlineData("if (false) f(1n);", "")]
    [InlineData("if (a) f(1n);", "a BigInt literal")]
    public void Only_what_is_left_counts(string input, string names) =>
        Assert.Equal(names, string.Join(", ", Names(TransformCheck.Transform(input, new() { Target = EcmaVersion.Es5, RemoveDeadBranches = true }, Language.TypeScript).Result.Diagnostics)));

    [Theory]
    [InlineData("import a from './a' with { type: 'json' }; export { a }; export * as b from './b';", "")]
    [InlineData("f(import('./a'), import.meta.url);", "")]
    [InlineData("f(import(a));", "`import()`")]
    public void What_linking_takes_away_does_not_count(string input, string names)
    {
        TransformOptions options = new()
        {
            Target = EcmaVersion.Es5, LoweredByLinker = LinkedSyntax.Modules | LinkedSyntax.DynamicImport | LinkedSyntax.ImportMeta | LinkedSyntax.ImportAttributes,
        };
        Assert.Equal(names, string.Join(", ", Names(TransformCheck.Transform(input, options, Language.JavaScript).Result.Diagnostics)));
    }

    private static Diagnostic[] Check(string input, EcmaVersion target) =>
        TransformCheck.Transform(input, new() { Target = target }, Language.JavaScript).Result.Diagnostics;

    private static string[] Names(Diagnostic[] diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.Arguments[0])];
}
