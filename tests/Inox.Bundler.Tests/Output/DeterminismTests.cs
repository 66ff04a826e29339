using System.Text;
using System.Text.Json;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Output;

public sealed class DeterminismTests
{
    private static readonly (string, string)[] s_files =
    [
        ("index.html", "<link rel=stylesheet href=app.css><script type=module src=app.js></script><img src=a.png>"),
        ("app.js", "import { shared } from './shared.js'; import logo from './a.png'; console.log(shared, logo); import('./one.js'); import('./two.js')"),
        ("one.js", "import { shared } from './shared.js'; import './one.css'; export default shared + 1; import('./three.js')"),
        ("two.js", "import { shared } from './shared.js'; import styles from './two.module.css'; export default [shared, styles]"),
        ("three.js", "export default 'three'"), ("shared.js", "export let shared = Math.random()"),
        ("app.css", "@import 'base.css'; .app { background: url(a.png) }"), ("base.css", ".base { x: y }"), ("one.css", ".one { x: y }"),
        ("two.module.css", ".two { x: y }"), ("a.png", "picture"),
    ];

    private static void Check(Action<Site> check) => Site.InBothStyles(["index.html"], s_files, site =>
    {
        site.Options = site.Options with { Splitting = true, PublicPath = "/", SourceMap = SourceMapMode.Linked, Metafile = true };
        check(site);
    });

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Check(site =>
    {
        string first = Show(site.Run());
        for (int threads = 1; threads <= 4; threads += 3)
        {
            site.Options = site.Options with { Threads = threads };
            for (int run = 0; run < 5; run++) Assert.Equal(first, Show(site.Run()));
        }
    });

    // What is edited, and the outputs whose names change with it: their own and those that name them.
    [Theory]
    [InlineData("three.js", "export default 'drei'", "app.js one.js three.js")]
    [InlineData("one.css", ".one { x: z }", "app.js one.css")]
    [InlineData("two.module.css", ".two { x: z }", "app.js two.css")]
    [InlineData("base.css", ".base { x: z }", "app.css")]
    [InlineData("a.png", "another", "a.png app.css app.js")]
    public void Only_names_of_what_changed_change(string file, string text, string expected) => Check(site =>
    {
        string[] before = [.. site.Build().Keys];
        site.Files["/site/" + file] = text;
        string[] after = [.. site.Build().Keys];
        string[] changed = [.. after.Except(before).Where(path => !path.EndsWith(".map", StringComparison.Ordinal)).Select(path => Site.WithoutHashes(path).Replace("-#", "")["assets/".Length..]).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, string.Join(' ', changed));
    });

    [Fact]
    public void The_metafile_names_inputs_and_outputs() => Check(site =>
    {
        BuildResult result = site.Run();
        using JsonDocument meta = JsonDocument.Parse(result.Metafile!);
        JsonElement inputs = meta.RootElement.GetProperty("inputs"), outputs = meta.RootElement.GetProperty("outputs");
        Assert.Equal(s_files.Select(file => file.Item1).Order(StringComparer.Ordinal), inputs.EnumerateObject().Select(input => input.Name));
        Assert.Equal(result.OutputFiles.Select(file => site.Files.Paths.GetRelative(site.Options.WorkingDirectory, file.Path)).Order(StringComparer.Ordinal), outputs.EnumerateObject().Select(output => output.Name));
        foreach (OutputFile file in result.OutputFiles)
            Assert.Equal(file.Bytes.Length, outputs.GetProperty(site.Files.Paths.GetRelative(site.Options.WorkingDirectory, file.Path)).GetProperty("bytes").GetInt32());
        JsonElement app = inputs.GetProperty("app.js");
        Assert.Equal(["shared.js import-statement", "a.png import-statement", "one.js dynamic-import", "two.js dynamic-import"],
            app.GetProperty("imports").EnumerateArray().Select(import => $"{import.GetProperty("path")} {import.GetProperty("kind")}"));
        Assert.Equal("esm", app.GetProperty("format").GetString());
        JsonElement one = outputs.EnumerateObject().Single(output => Site.WithoutHashes(output.Name) == "../out/assets/one-#.js").Value;
        Assert.Equal("one.js", one.GetProperty("entryPoint").GetString());
        Assert.Equal("../out/assets/one-#.css", Site.WithoutHashes(one.GetProperty("cssBundle").GetString()!));
        JsonElement main = outputs.EnumerateObject().Single(output => Site.WithoutHashes(output.Name) == "../out/assets/app-#.js").Value;
        Assert.Equal("../out/assets/app-#.css", Site.WithoutHashes(main.GetProperty("cssBundle").GetString()!));
        Assert.Contains("one.js", one.GetProperty("inputs").EnumerateObject().Select(input => input.Name));
    });

    private static string Show(BuildResult result)
    {
        StringBuilder text = new();
        foreach (OutputFile file in result.OutputFiles) text.Append(file.Path).Append('\n').Append(Encoding.UTF8.GetString(file.Bytes)).Append('\n');
        return text.Append(Encoding.UTF8.GetString(result.Metafile!)).ToString();
    }
}
