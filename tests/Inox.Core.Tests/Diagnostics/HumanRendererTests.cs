using System.Diagnostics;
using Xunit;

namespace Inox.Core.Tests;

public sealed class HumanRendererTests
{
    private static readonly DiagnosticDescriptor s_unclosed = new("IX1012", Severity.Error, "this {0} is never closed", "add a closing {1} before the end of the line");
    private static readonly DiagnosticDescriptor s_plain = new("IX1000", Severity.Warning, "`{{}}` is odd");

    private static string Render(Diagnostic diagnostic, RenderOptions? options = null) => DiagnosticRenderer.Render([diagnostic], options ?? new());

    /// <summary>Renders with one label for each span; the expected text leaves out the message line.</summary>
    private static void Check(string marked, string expected, string? label = null, RenderOptions? options = null, params string[] related)
    {
        Marked text = new(marked);
        Diagnostic diagnostic = new()
        {
            Descriptor = s_plain,
            Source = text.Source,
            Span = text.Primary,
            Label = label,
            Related = [.. text.Related.Select((span, i) => new RelatedPlace(text.Source, span, related[i]))],
        };
        string rendered = Render(diagnostic, options);
        Assert.Equal(expected + "\n", rendered[(rendered.IndexOf('\n') + 1)..]);
    }

    [Fact]
    public void ShowsTheFrameOfTheStyleGuide()
    {
        Marked text = new("\n\n\nconst name = «'Ada»\n");
        Diagnostic diagnostic = new()
        {
            Descriptor = s_unclosed,
            Source = text.Source,
            Span = text.Primary,
            Label = "opened here",
            Arguments = ["string", "'"],
            Notes = ["strings end with the line", "two\nlines"],
        };
        Assert.Equal(
            """
            error IX1012: this string is never closed
              ┌─ src/app.ts:4:14
            4 │  const name = 'Ada
              │               ^^^^ opened here
              = help: add a closing ' before the end of the line
              = note: strings end with the line
              = note: two
                      lines

            """,
            Render(diagnostic));
    }

    [Fact]
    public void ShowsADiagnosticAboutNoFile()
    {
        Assert.Equal("error IX1012: this flag is never closed\n  = help: add a closing ' before the end of the line\n", Render(new() { Descriptor = s_unclosed, Arguments = ["flag", "'"] }));
        Assert.Equal("warning IX1000: `{{}}` is odd\n", Render(new() { Descriptor = s_plain }));
    }

    [Fact]
    public void MarksSpans()
    {
        Check("«a»", "  ┌─ src/app.ts:1:1\n1 │  a\n  │  ^");
        Check("a«»", "  ┌─ src/app.ts:1:2\n1 │  a\n  │   ^ here", "here");
        Check("«»", "  ┌─ src/app.ts:1:1\n1 │\n  │  ^");
        Check("a\n«»", "  ┌─ src/app.ts:2:1\n2 │\n  │  ^");
        Check("a«\n»b", "  ┌─ src/app.ts:1:2\n1 │  a\n  │   ^");
        Check("«a\n»b", "  ┌─ src/app.ts:1:1\n1 │  a\n  │  ^");
        Check("  «a b»   \r\n", "  ┌─ src/app.ts:1:3\n1 │    a b\n  │    ^^^");
        Check(string.Concat(Enumerable.Repeat("\n", 99)) + "x «y»", "    ┌─ src/app.ts:100:3\n100 │  x y\n    │    ^");
    }

    [Fact]
    public void MarksSpansOfManyLines()
    {
        Check(
            "x = «{\n  a\n}» + 1",
            """
              ┌─ src/app.ts:1:5
            1 │  x = {
              │      ^
            2 │    a
              │    ^
            3 │  } + 1
              │  ^ this
            """,
            "this");
        Check(
            "f(«function () {\n  1\n\n  2\n  3\n  4\n  }»)",
            """
              ┌─ src/app.ts:1:3
            1 │  f(function () {
              │    ^^^^^^^^^^^^^
              ·
            7 │    })
              │    ^ body
            """,
            "body");
        Check("«a\n\nb»", "  ┌─ src/app.ts:1:1\n1 │  a\n  │  ^\n2 │\n3 │  b\n  │  ^");
    }

    [Fact]
    public void ShowsRelatedPlacesOfTheSameFile()
    {
        Check(
            "let ‹a› = 1\n\n\nlet «a» = 2",
            """
              ┌─ src/app.ts:4:5
            1 │  let a = 1
              │      - first
              ·
            4 │  let a = 2
              │      ^ again
            """,
            "again", null, "first");
        Check(
            "f(‹a›, «a», ‹b›)",
            """
              ┌─ src/app.ts:1:6
            1 │  f(a, a, b)
              │       ^
              │    - one
              │          - two
            """,
            null, null, "one", "two");
    }

    [Fact]
    public void ShowsRelatedPlacesOfOtherFiles()
    {
        Marked text = new("import «x» from './lib'"), other = new("\n\n\n\n\n\n\n\n\n\n  export const ‹y› = 1", "src/lib.ts");
        Diagnostic diagnostic = new()
        {
            Descriptor = s_plain,
            Source = text.Source,
            Span = text.Primary,
            Related = [new(other.Source, other.Related[0], "did you mean\nthis")],
        };
        Assert.Equal(
            """
            warning IX1000: `{{}}` is odd
               ┌─ src/app.ts:1:8
             1 │  import x from './lib'
               │         ^
               ┌─ src/lib.ts:11:16
            11 │    export const y = 1
               │                 - did you mean this

            """,
            Render(diagnostic));
    }

    [Fact]
    public void CountsTerminalColumns()
    {
        Check("\ta«b»", "  ┌─ src/app.ts:1:3\n1 │      ab\n  │       ^");
        Check("a\t«b»", "  ┌─ src/app.ts:1:3\n1 │  a   b\n  │      ^");
        Check("a«\t»b", "  ┌─ src/app.ts:1:2\n1 │  a   b\n  │   ^^^");
        Check("\t«b»", "  ┌─ src/app.ts:1:2\n1 │          b\n  │          ^", null, new() { TabWidth = 8 });
        Check("漢«字»x", "  ┌─ src/app.ts:1:2\n1 │  漢字x\n  │    ^^");
        Check("«漢»字x", "  ┌─ src/app.ts:1:1\n1 │  漢字x\n  │  ^^");
        Check("'😀'«;»", "  ┌─ src/app.ts:1:5\n1 │  '😀';\n  │      ^");
        Check("e\u0301«f»", "  ┌─ src/app.ts:1:3\n1 │  e\u0301f\n  │   ^");
        Check("«e\u0301»f", "  ┌─ src/app.ts:1:1\n1 │  e\u0301f\n  │  ^");
        Check("«e»\u0301f", "  ┌─ src/app.ts:1:1\n1 │  e\u0301f\n  │  ^");
        Check("e«\u0301»f", "  ┌─ src/app.ts:1:2\n1 │  e\u0301f\n  │  ^");
        Check("ｆ«ａ»", "  ┌─ src/app.ts:1:2\n1 │  ｆａ\n  │    ^^");
        Check("é«à»", "  ┌─ src/app.ts:1:2\n1 │  éà\n  │   ^");
    }

    [Fact]
    public void SourcesCannotPaintTheScreen()
    {
        Check("\u001b[2J«x»\u007f\u0085\u202e\0", "  ┌─ src/app.ts:1:5\n1 │  ␛[2Jx␡��␀\n  │      ^");
        Check("\ud800«x»", "  ┌─ src/app.ts:1:2\n1 │  �x\n  │   ^");
    }

    [Fact]
    public void CutsLongLines()
    {
        RenderOptions narrow = new() { Width = 20 };
        Check("0123456789012345678901234«X»78901234567890123456789", "  ┌─ src/app.ts:1:26\n1 │  …901234X7890123456789…\n  │         ^", null, narrow);
        Check("«X»12345678901234567890123456789", "  ┌─ src/app.ts:1:1\n1 │  X1234567890123456789…\n  │  ^ l", "l", narrow);
        Check("01234567890123456789012345678«X»", "  ┌─ src/app.ts:1:30\n1 │  …0123456789012345678X\n  │                      ^", null, narrow);
        Check("012345«67890123456789012345678901234»56789", "  ┌─ src/app.ts:1:7\n1 │  01234567890123456789…\n  │        ^^^^^^^^^^^^^^", null, narrow);
        Check("‹a›123456789012345678901234567890123456789«b»0", "  ┌─ src/app.ts:1:41\n1 │  a1234567890123456789…\n  │  - one\n1 │  …234567890123456789b0\n  │                     ^", null, narrow, "one");
    }

    [Fact]
    public void AHugeLineIsQuick()
    {
        string text = string.Concat(Enumerable.Repeat("var a=1;", 1_250_000));
        SourceText source = new("a.min.js", text);
        Diagnostic diagnostic = new() { Descriptor = s_plain, Source = source, Span = new(5_000_004, 5_000_005) };
        Stopwatch watch = Stopwatch.StartNew();
        string rendered = Render(diagnostic);
        // Building the line table reads the text once; two seconds leave room for a busy machine, not for work on each character.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
        Assert.InRange(rendered.Length, 100, 400);
        Assert.Contains("a.min.js:1:5000005\n", rendered);
    }

    [Fact]
    public void SpansOutsideTheTextAreCut()
    {
        Diagnostic diagnostic = new() { Descriptor = s_plain, Source = new("a", "bc"), Span = new(1, 99) };
        Assert.EndsWith("1 │  bc\n  │   ^\n", Render(diagnostic));
        Assert.EndsWith("1 │  bc\n  │    ^\n", Render(diagnostic with { Span = new(50, 40) }));
        Assert.EndsWith("1 │  bc\n  │  ^\n", Render(diagnostic with { Span = new(-5, -4) }));
    }

    [Fact]
    public void Paints()
    {
        Marked text = new("«a» ‹b›");
        Diagnostic diagnostic = new() { Descriptor = s_unclosed, Source = text.Source, Span = text.Primary, Arguments = ["a", "b"], Related = [new(text.Source, text.Related[0], "r")] };
        Assert.Equal(
            "\e[1;31merror IX1012\e[0m\e[1m: this a is never closed\e[0m\n"
            + " \e[34m ┌─ \e[0msrc/app.ts:1:1\n"
            + "\e[34m1 │\e[0m  a b\n"
            + " \e[34m │\e[0m  \e[1;31m^\e[0m\n"
            + " \e[34m │\e[0m    \e[34m-\e[0m\e[34m r\e[0m\n"
            + "  \e[34m=\e[0m \e[36mhelp:\e[0m add a closing b before the end of the line\n",
            Render(diagnostic, new() { UseColor = true }));
    }

    [Fact]
    public void DiagnosticsAreApart()
    {
        Diagnostic diagnostic = new() { Descriptor = s_plain };
        Assert.Equal("warning IX1000: `{{}}` is odd\n\nwarning IX1000: `{{}}` is odd\n", DiagnosticRenderer.Render([diagnostic, diagnostic], new()));
        Assert.Equal("", DiagnosticRenderer.Render([], new()));
    }

    [Fact]
    public void AnySpansAreShown()
    {
        Random random = new(11);
        string alphabet = "ab \t\n\r漢\u0301😀\u2028";
        for (int i = 0; i < 3000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            SourceText source = new("a", text);
            TextSpan Span() => random.Next(text.Length + 1) is var start ? new(start, random.Next(start, text.Length + 1)) : default;
            Diagnostic diagnostic = new()
            {
                Descriptor = s_plain,
                Source = source,
                Span = Span(),
                Label = random.Next(2) == 0 ? "l" : null,
                Related = [new(source, Span(), "r"), new(source, Span(), "s")],
            };
            string rendered = Render(diagnostic, new() { Width = 20 });
            Assert.Contains('^', rendered);
            Assert.Contains("- s", rendered);
        }
    }
}
