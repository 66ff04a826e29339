using Inox.Bundler;
using Inox.Cli.Commands;
using Inox.Cli.Configuration;
using Inox.Cli.Options;
using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>
/// From a command line to a plan: which folder, which settings file, which entries. <c>inox build DIR</c> takes <c>DIR/inox.json</c>, or else
/// <c>DIR/index.html</c>; entries on the command line win over those of the file.
/// </summary>
internal sealed class BuildPlanner
{
    private readonly CommandCall _call;
    private readonly IFileSystem _files;
    private readonly PathStyle _paths;
    private readonly List<Diagnostic> _diagnostics;

    private BuildPlanner(CommandCall call, List<Diagnostic> diagnostics)
    {
        _call = call;
        _files = call.Terminal.Files;
        _paths = _files.Paths;
        _diagnostics = diagnostics;
    }

    /// <summary>Null when something is wrong, which is then in <paramref name="diagnostics"/>.</summary>
    public static BuildPlan? Plan(CommandCall call, List<Diagnostic> diagnostics)
    {
        BuildPlan? plan = new BuildPlanner(call, diagnostics).Plan();
        return diagnostics.Count == 0 ? plan : null;
    }

    private BuildPlan? Plan()
    {
        string here = _call.Terminal.WorkingDirectory;
        string? named = NamedFolder();
        string? config = _call.Options.Text(BuildTable.Config);
        string folder = named ?? (config is null ? here : _paths.GetDirectory(config) ?? here);
        OptionSet options = ReadConfig(config, folder);
        if (_diagnostics.Count > 0) return null;
        IReadOnlyList<EntryPoint> entries = named is null && _call.Arguments.Count > 0
            ? [.. _call.Arguments.Select(argument => ToEntry(argument, here))]
            : [.. (options.List(BuildTable.EntryPoints) ?? DefaultEntries(folder)).Select(entry => ToEntry(entry, folder))];
        if (entries.Count == 0)
        {
            _diagnostics.Add(CliDiagnostics.NothingToBuild(Shown(folder)));
            return null;
        }
        CheckConflicts(options, entries);
        return new(BuildOptionsFactory.Create(options, entries, folder), folder, options.Text(BuildTable.Metafile), options.Flag(BuildTable.Clean));
    }

    /// <summary>The folder that is the only argument, or null.</summary>
    private string? NamedFolder()
    {
        if (_call.Arguments is not [string argument]) return null;
        string path = _paths.Join(_call.Terminal.WorkingDirectory, argument);
        return _files.GetKind(path) == EntryKind.Directory ? path : null;
    }

    private OptionSet ReadConfig(string? config, string folder)
    {
        string path = config ?? _paths.Join(folder, ConfigFile.FileName);
        if (_files.ReadFile(path) is { } bytes)
        {
            OptionSet settings = ConfigFile.Read(Shown(path), bytes, _paths.GetDirectory(path) ?? folder, _diagnostics);
            return _call.Options.Over(settings);
        }
        if (config is not null) _diagnostics.Add(CliDiagnostics.NoFile(Shown(path)));
        return _call.Options;
    }

    private string[] DefaultEntries(string folder) => _files.GetKind(_paths.Join(folder, "index.html")) == EntryKind.File ? ["index.html"] : [];

    // `pages/home=src/home.ts` names the output. A name that is no file may be that of a package, which the resolver knows.
    private EntryPoint ToEntry(string written, string folder)
    {
        string whole = _paths.Join(folder, written);
        if (_files.GetKind(whole) == EntryKind.File) return new(whole);
        int equals = written.IndexOf('=');
        string path = equals > 0 ? written[(equals + 1)..] : written;
        string? name = equals > 0 ? written[..equals] : null;
        string absolute = _paths.Join(folder, path);
        return new(_files.GetKind(absolute) == EntryKind.File ? absolute : path, name);
    }

    private void CheckConflicts(OptionSet options, IReadOnlyList<EntryPoint> entries)
    {
        if (options.Has(BuildTable.GlobalName) && BuildOptionsFactory.FormatOf(options) is not (null or ModuleFormat.Iife))
            Conflict(BuildTable.GlobalName, $"--format={options.Text(BuildTable.Format)}", "only an iife has a global: set `--format=iife`");
        if (!options.Has(BuildTable.Outfile)) return;
        if (options.Has(BuildTable.Outdir)) Conflict(BuildTable.Outfile, BuildTable.Outdir.Flag, "leave out one of them");
        if (options.Flag(BuildTable.Splitting)) Conflict(BuildTable.Outfile, BuildTable.Splitting.Flag, $"name a folder with {BuildTable.Outdir.Flag}");
        if (entries.Count > 1) Conflict(BuildTable.Outfile, "several entries", $"name a folder with {BuildTable.Outdir.Flag}");
    }

    private void Conflict(OptionDefinition first, string second, string help) => _diagnostics.Add(CliDiagnostics.Conflict(first.Flag, second, help));

    private string Shown(string path) => ShownPath.Of(path, _call.Terminal);
}
