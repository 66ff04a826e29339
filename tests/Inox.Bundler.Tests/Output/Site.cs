using System.Text.RegularExpressions;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Output;

/// <summary>Builds files in memory from <c>/site</c> to <c>/out</c> and shows what came out.</summary>
internal sealed partial class Site(PathStyle style)
{
    public InMemoryFileSystem Files { get; } = new(style);

    public BuildOptions Options { get; set; } = new()
    {
        WorkingDirectory = style == PathStyle.Windows ? @"C:\site" : "/site", Outdir = style == PathStyle.Windows ? @"C:\out" : "/out", EntryPoints = [],
    };

    public static IEnumerable<PathStyle> Styles => [PathStyle.Posix, PathStyle.Windows];

    /// <summary>Runs a check with both styles of paths; <paramref name="files"/> are names below the site and their texts.</summary>
    public static void InBothStyles(string[] entries, (string Path, string Text)[] files, Action<Site> check)
    {
        foreach (PathStyle style in Styles)
        {
            Site site = new(style);
            foreach ((string path, string text) in files) site.Files.Add("/site/" + path, text);
            site.Options = site.Options with { EntryPoints = [.. entries.Select(entry => new EntryPoint(entry))] };
            check(site);
        }
    }

    public BuildResult Run() => Bundle.Build(Options, Files);

    /// <summary>The outputs by path below <c>/out</c>; the build has no errors.</summary>
    public Dictionary<string, string> Build()
    {
        BuildResult result = Run();
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => $"{diagnostic.Source?.Path}: {diagnostic.Message}"));
        return result.OutputFiles.ToDictionary(file => style.GetRelative(Options.Outdir!, file.Path), file => System.Text.Encoding.UTF8.GetString(file.Bytes));
    }

    /// <summary>As <see cref="Build"/>, with <c>#</c> for each hash.</summary>
    public Dictionary<string, string> BuildWithoutHashes() => Build().GroupBy(file => WithoutHashes(file.Key)).ToDictionary(files => files.Key, files => string.Join("\n---\n", files.Select(file => WithoutHashes(file.Value))));

    public string[] Messages() => [.. Run().Diagnostics.Select(Show)];

    /// <summary><c>path:line:column: message</c>, both from one.</summary>
    public static string Show(Diagnostic diagnostic)
    {
        LineColumn place = diagnostic.Source!.GetLineColumn(diagnostic.Span.Start);
        return $"{diagnostic.Source.Path}:{place.Line + 1}:{place.Column + 1}: {diagnostic.Message}";
    }

    public static string WithoutHashes(string text) => HashPattern().Replace(text, "-#.");

    [GeneratedRegex(@"-[a-z2-7]{8}\.")]
    private static partial Regex HashPattern();
}
