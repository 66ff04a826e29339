using System.Diagnostics;
using System.Globalization;
using Inox.Bundler;
using Inox.Cli.Commands;
using Inox.Cli.Files;
using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>One build of a plan: bundles, shows what is wrong, writes when nothing is, and sums up. Kept between the builds of a watch.</summary>
internal sealed class BuildRun(CommandCall call, BuildPlan plan)
{
    private readonly IFileSystem _files = call.Terminal.Files;
    private readonly string _folder = OutputFolder(plan.Options, call.Terminal.Files.Paths);

    public bool IsWatching { get; init; }

    /// <summary>Where records are kept.</summary>
    public string? CacheFolder { get; init; } = OutputRecord.DefaultFolder;

    public BuildResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        BuildResult result;
        using (new ProgressLine(call.Terminal, call.Reporter.ShowsInfo)) result = Bundle.Build(plan.Options, _files);
        List<Diagnostic> diagnostics = [.. result.Diagnostics];
        if (!result.HasErrors) diagnostics.AddRange(Write(result));
        call.Reporter.Show(diagnostics);
        if (diagnostics.Count > result.Diagnostics.Count) return result with { Diagnostics = diagnostics };
        if (!result.HasErrors) Summarise(result, Stopwatch.GetElapsedTime(start));
        return result;
    }

    private static string BuildName(BuildOptions options) =>
        string.Join('\0', [options.WorkingDirectory, options.Outfile ?? "", .. options.EntryPoints.Select(entry => entry.Path)]);

    private List<Diagnostic> Write(BuildResult result)
    {
        List<Diagnostic> faults = FindFaults(result);
        if (faults.Count > 0) return faults;
        try
        {
            OutputRecord record = new(_files, CacheFolder, _folder, BuildName(plan.Options));
            IEnumerable<string> previous = plan.Clean ? [.. OutputCleaner.FilesBelow(_folder, _files)] : record.Read();
            new OutputStage(_files, _folder) { KeepsIdentical = IsWatching }.Write(result.OutputFiles, previous);
            record.Write(result.OutputFiles);
            if (plan.Metafile is { } metafile && result.Metafile is { } bytes) _files.WriteFile(metafile, bytes);
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [CliDiagnostics.CannotWrite(Shown(_folder), e.Message.TrimEnd('.'))];
        }
    }

    private List<Diagnostic> FindFaults(BuildResult result)
    {
        List<Diagnostic> faults = FileOutput.FindOverwritten(call, result);
        if (plan.Clean && OutputCleaner.FindObstacle(_folder, plan.Options.WorkingDirectory, result.InputPaths, _files.Paths) is { } obstacle)
        {
            faults.Add(CliDiagnostics.Uncleanable(Shown(_folder), Shown(obstacle)));
        }
        return faults;
    }

    private void Summarise(BuildResult result, TimeSpan time)
    {
        if (!call.Reporter.ShowsInfo || call.Reporter.IsMachine) return;
        if (!IsWatching) call.Terminal.Output.Write(SizeTable.Format(result.OutputFiles, Shown, call.Reporter.UseOutputColor));
        string files = result.OutputFiles.Count == 1 ? "file" : "files";
        call.Terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"built {result.OutputFiles.Count} {files} in {time.TotalMilliseconds:F0} ms"));
        call.Terminal.Output.Flush();
    }

    private static string OutputFolder(BuildOptions options, PathStyle paths) =>
        options.Outdir ?? paths.GetDirectory(options.Outfile!) ?? options.WorkingDirectory;

    private string Shown(string path) => ShownPath.Of(path, call.Terminal);
}
