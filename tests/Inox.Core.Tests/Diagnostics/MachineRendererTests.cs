using System.Text.Json;
using Xunit;

namespace Inox.Core.Tests;

public sealed class MachineRendererTests
{
    private static readonly DiagnosticDescriptor s_missing = new("IX3001", Severity.Error, "cannot find `{0}`", "run `npm install {0}`");
    private static readonly DiagnosticDescriptor s_hint = new("IX3002", Severity.Info, "100%: a, b\r\nnext");

    private static Diagnostic[] Sample()
    {
        Marked text = new("import a\nimport «x» from 'é'‹;›\n", "src/a b,c.ts");
        return
        [
            new()
            {
                Descriptor = s_missing,
                Source = text.Source,
                Span = text.Primary,
                Label = "imported here",
                Arguments = ["x"],
                Notes = ["looked in `node_modules`"],
                Related = [new(text.Source, text.Related[0], "until here")],
            },
            new() { Descriptor = s_hint },
        ];
    }

    private static string Render(DiagnosticStyle style, params Diagnostic[] diagnostics) => DiagnosticRenderer.Render(diagnostics, new() { Style = style, ToolVersion = "1.2.3" });

    [Fact]
    public void Short()
    {
        Assert.Equal("src/a b,c.ts:2:8: error IX3001: cannot find `x`\ninfo IX3002: 100%: a, b next\n", Render(DiagnosticStyle.Short, Sample()));
        string painted = DiagnosticRenderer.Render(Sample()[..1], new() { Style = DiagnosticStyle.Short, UseColor = true });
        Assert.Equal("src/a b,c.ts:2:8: \e[1;31merror IX3001\e[0m: cannot find `x`\n", painted);
    }

    [Fact]
    public void Json() =>
        Assert.Equal(
            """
            {"code":"IX3001","severity":"error","message":"cannot find `x`","path":"src/a b,c.ts","start":16,"end":17,"line":2,"column":8,"endLine":2,"endColumn":9,"label":"imported here","help":"run `npm install x`","notes":["looked in `node_modules`"],"related":[{"message":"until here","path":"src/a b,c.ts","start":26,"end":27,"line":2,"column":18,"endLine":2,"endColumn":19}]}
            {"code":"IX3002","severity":"info","message":"100%: a, b\r\nnext","notes":[],"related":[]}

            """,
            Render(DiagnosticStyle.Json, Sample()));

    [Fact]
    public void GitHub() =>
        Assert.Equal(
            "::error file=src/a b%2Cc.ts,line=2,endLine=2,col=8,endColumn=9,title=IX3001::cannot find `x` (imported here)%0Ahelp: run `npm install x`%0Anote: looked in `node_modules`\n"
            + "::notice title=IX3002::100%25: a, b%0D%0Anext\n",
            Render(DiagnosticStyle.GitHub, Sample()));

    [Fact]
    public void GitHubTakesNoColumnsOfManyLines()
    {
        Marked text = new("«a\nb»", "C:\\a.ts");
        Diagnostic diagnostic = new() { Descriptor = s_missing with { Help = null, Severity = Severity.Warning }, Source = text.Source, Span = text.Primary, Arguments = ["y"] };
        Assert.Equal("::warning file=C%3A\\a.ts,line=1,endLine=2,title=IX3001::cannot find `y`\n", Render(DiagnosticStyle.GitHub, diagnostic));
    }

    [Fact]
    public void Sarif()
    {
        using JsonDocument log = JsonDocument.Parse(Render(DiagnosticStyle.Sarif, [.. Sample(), Sample()[0]]));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        JsonElement run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("inox 1.2.3", $"{driver.GetProperty("name")} {driver.GetProperty("version")}");
        Assert.Equal(["IX3001", "IX3002"], driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal([0, 1, 0], results.Select(result => result.GetProperty("ruleIndex").GetInt32()));
        Assert.Equal(["error", "note", "error"], results.Select(result => result.GetProperty("level").GetString()));
        Assert.Equal("cannot find `x`\nhelp: run `npm install x`\nnote: looked in `node_modules`", results[0].GetProperty("message").GetProperty("text").GetString());
        JsonElement place = results[0].GetProperty("locations")[0];
        Assert.Equal("imported here", place.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("src/a%20b%2Cc.ts", place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        JsonElement region = place.GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal("2:8-2:9 16+1", $"{region.GetProperty("startLine")}:{region.GetProperty("startColumn")}-{region.GetProperty("endLine")}:{region.GetProperty("endColumn")} {region.GetProperty("charOffset")}+{region.GetProperty("charLength")}");
        Assert.Equal("until here", results[0].GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString());
        Assert.False(results[1].TryGetProperty("locations", out _));
    }

    [Fact]
    public void SarifWritesPathsAsUris()
    {
        (string Path, string Uri)[] rows =
        [
            ("a.ts", "a.ts"), ("src/a#b.ts", "src/a%23b.ts"), ("../é.ts", "../%C3%A9.ts"), ("/home/a b.ts", "file:///home/a%20b.ts"), (@"C:\a b\c.ts", "file:///C:/a%20b/c.ts"), ("C:/a.ts", "file:///C:/a.ts"),
            (@"src\a.ts", "src/a.ts"), (@"\\server\share\a.ts", "file://server/share/a.ts"), ("a:b.ts", "a%3Ab.ts"),
        ];
        foreach ((string path, string uri) in rows)
        {
            using JsonDocument log = JsonDocument.Parse(Render(DiagnosticStyle.Sarif, new Diagnostic { Descriptor = s_hint, Source = new(path, "") }));
            JsonElement place = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
            Assert.Equal(uri, place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        }
    }
}
