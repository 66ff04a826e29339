using System.Collections.Concurrent;
using Inox.Bundler.Resolution;
using Inox.Bundler.Runtime;
using Inox.Core;
using Inox.JavaScript.Transforms.Runtime;

namespace Inox.Bundler.Graph;

/// <summary>What loading gives: the entries' modules in their order, the runtime, and what could not be found.</summary>
internal sealed record LoadedGraph(IReadOnlyList<RequestedEntry> Entries, Module Runtime, IReadOnlyList<Diagnostic> Diagnostics, SiteFolder Site);

/// <summary>An entry as it was asked for, and its module.</summary>
internal sealed record RequestedEntry(Module Module, EntryPoint Point);

/// <summary>
/// Loads everything that the entries reach, on several threads: each takes a module, reads it, resolves what it asks for and puts
/// the modules not seen yet on the queue. Nothing of the result depends on which thread was faster.
/// </summary>
internal sealed class ModuleLoader
{
    private const int StackSize = 64 * 1024 * 1024;

    private readonly BuildOptions _options;
    private readonly IFileSystem _files;
    private readonly Resolver _resolver;
    private readonly ModuleReader _reader;
    private readonly FileLoaders _loaders;
    private readonly ExternalRules _externals;
    private readonly ExpandGlobs _globs;
    private readonly ConcurrentDictionary<ModuleId, Module> _modules = new();
    private readonly BlockingCollection<(Module Module, PackageInfo? Package)> _queue = new(new ConcurrentQueue<(Module, PackageInfo?)>());
    private SiteFolder _site = null!;
    private int _pending;
    private Exception? _failure;

    public ModuleLoader(BuildOptions options, IFileSystem files, Resolver resolver)
    {
        _options = options;
        _files = files;
        _resolver = resolver;
        _reader = new(options, files, resolver, options.WorkingDirectory);
        _loaders = new(options);
        _externals = new(options);
        _globs = new(options, files, _loaders);
    }

    public IEnumerable<string> InputPaths => _modules.Keys.Where(id => id.IsFile || id.Space == ModuleSpaces.Asset).Select(id => id.Path).Distinct();

    public LoadedGraph Load()
    {
        List<Diagnostic> diagnostics = [];
        List<RequestedEntry> entries = [];
        Interlocked.Increment(ref _pending);
        foreach (EntryPoint entry in _options.EntryPoints)
            if (FindEntry(entry, diagnostics) is { } module) entries.Add(new(module, entry));
        _site = new(_files, entries.Where(entry => entry.Module.IsHtml).Select(entry => entry.Module.Id.Path));
        Finish();
        RunThreads();
        if (_failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
        return new(entries, ReadRuntime(), diagnostics, _site);
    }

    private Module ReadRuntime()
    {
        Module runtime = new(new("runtime.js", "", ModuleSpaces.Runtime), new("(runtime)", "")) { Loader = FileLoader.JavaScript, HasNoSideEffects = true };
        bool callsHelpers = _modules.Values.Any(module => module.Helpers.Count > 0);
        ModuleReader.ReadText(runtime, RuntimeSource.TextFor(_options) + (callsHelpers ? "\n" + RuntimeLibrary.Text : ""));
        foreach (ImportRecord record in runtime.Records) record.IsExternal = true;
        return runtime;
    }

    private Module? FindEntry(EntryPoint entry, List<Diagnostic> diagnostics)
    {
        string path = _files.Paths.Join(_options.WorkingDirectory, entry.Path);
        ResolveResult found = _files.GetKind(path) == EntryKind.File
            ? new() { Kind = ResolveKind.File, Path = _options.PreserveSymlinks ? path : _files.GetRealPath(path), Package = _resolver.FindPackage(path) }
            : _resolver.ResolveFrom(_options.WorkingDirectory, entry.Path, ImportKind.EntryPoint);
        if (found.Kind == ResolveKind.File) return Get(found, null, kind: null);
        diagnostics.Add(new() { Descriptor = GraphErrors.NoSuchEntry, Arguments = [entry.Path] });
        return null;
    }

    private void RunThreads()
    {
        int count = _options.Threads > 0 ? _options.Threads : Environment.ProcessorCount;
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++)
        {
            threads[i] = new(Work, StackSize) { Name = "inox loader" };
            threads[i].Start();
        }
        foreach (Thread thread in threads) thread.Join();
    }

    private void Work()
    {
        foreach ((Module module, PackageInfo? package) in _queue.GetConsumingEnumerable())
        {
            try
            {
                if (_failure is null) Load(module, package);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _failure, e, null);
            }
            Finish();
        }
    }

    private void Finish()
    {
        if (Interlocked.Decrement(ref _pending) == 0) _queue.CompleteAdding();
    }

    private void Load(Module module, PackageInfo? package)
    {
        _reader.Read(module, package);
        if (module.IsHtml) ScanPage(module);
        if (_options.Bundle) foreach (GlobRequest glob in module.Globs) _globs.Run(module, glob);
        foreach (ImportRecord record in module.Records)
        {
            if (record.Target is { } inline) Enqueue(inline, package);
            else Resolve(module, record);
        }
    }

    private void ScanPage(Module module)
    {
        HtmlScanner.Scan(module);
        foreach ((string url, TextSpan span) in module.Page!.ClassicScripts)
            if (!_site.IsPublic(url)) module.Diagnostics.Add(new() { Descriptor = GraphErrors.ClassicScript, Source = module.Source, Span = span, Arguments = [url] });
    }

    private void Enqueue(Module module, PackageInfo? package)
    {
        Interlocked.Increment(ref _pending);
        _queue.Add((module, package));
    }

    private void Resolve(Module module, ImportRecord record)
    {
        if (record.IsUrl && !PageUrls.IsFile(record.Specifier))
        {
            record.IsExternal = true;
            return;
        }
        // url(a.png) is beside the sheet, not in a package
        string asked = record.IsUrl && record.Specifier[0] is not ('.' or '/') ? "./" + record.Specifier : record.Specifier;
        bool isExternal = _externals.Matches(asked, _options.WorkingDirectory, module.Id.Path, _files.Paths)
            || record.IsUrl && !_options.ExternalPackages && _externals.Matches(record.Specifier, _options.WorkingDirectory, module.Id.Path, _files.Paths);
        if (isExternal)
        {
            record.IsExternal = true;
            if (record.IsCode) record.ExternalPath = _externals.Written(asked, _options.WorkingDirectory, module.Id.Path, _files.Paths);
            return;
        }
        ResolveResult found = record.IsUrl ? ResolveUrl(module, record) : _resolver.Resolve(module.Id.Path, record.Specifier, KindOf(record));
        if (record.IsExternal) return;
        record.Suffix = found.Suffix;
        switch (found.Kind)
        {
            case ResolveKind.File or ResolveKind.Ignored or ResolveKind.DataUrl when record.Kind != ImportRecordKind.RequireResolve:
                record.Target = Get(found, record.AttributeType, record.Kind);
                if (record.Target is null) ReportNoLoader(module, record, found.Path);
                break;
            case ResolveKind.NotFound:
                ReportNotFound(module, record, found);
                break;
            default:
                record.IsExternal = true;
                break;
        }
    }

    private ResolveResult ResolveUrl(Module module, ImportRecord record)
    {
        string url = record.Specifier;
        if (url[0] == '/' && _files.GetKind(url) != EntryKind.File) return ResolveFromRoot(module, record);
        ResolveResult found = _resolver.Resolve(module.Id.Path, url, KindOf(record));
        // my%20picture.png
        if (!found.IsFound && url.Contains('%')) found = _resolver.Resolve(module.Id.Path, Uri.UnescapeDataString(url), KindOf(record));
        // "cannot find package" would lead astray: a file was meant
        return found.IsFound || url[0] is '.' or '/' ? found : _resolver.Resolve(module.Id.Path, "./" + url, KindOf(record));
    }

    // /logo.svg is a file beside a page or in its public folder; what is neither is the server's, but for code
    private ResolveResult ResolveFromRoot(Module module, ImportRecord record)
    {
        string relative = "." + Uri.UnescapeDataString(record.Specifier);
        foreach (string folder in _site.Folders)
            if (_resolver.ResolveFrom(folder, relative, KindOf(record)) is { Kind: ResolveKind.File } found) return found;
        record.IsPublic = _site.IsPublic(record.Specifier);
        record.IsExternal = record.IsPublic || record.Kind is ImportRecordKind.CssUrl or ImportRecordKind.HtmlUrl;
        return _resolver.ResolveFrom(_files.Paths.GetDirectory(module.Id.Path)!, record.Specifier, KindOf(record));
    }

    private static ImportKind KindOf(ImportRecord record) => record.Kind switch
    {
        ImportRecordKind.Require => ImportKind.Require,
        ImportRecordKind.Dynamic => ImportKind.DynamicImport,
        ImportRecordKind.RequireResolve => ImportKind.RequireResolve,
        ImportRecordKind.NewUrl or ImportRecordKind.HtmlScript or ImportRecordKind.HtmlStyle or ImportRecordKind.HtmlUrl => ImportKind.NewUrl,
        ImportRecordKind.CssImport => ImportKind.CssImport,
        ImportRecordKind.CssUrl => ImportKind.CssUrl,
        _ => ImportKind.Import,
    };

    private Module? Get(ResolveResult found, string? attributeType, ImportRecordKind? kind)
    {
        bool isUrl = kind is ImportRecordKind.NewUrl or ImportRecordKind.CssUrl or ImportRecordKind.HtmlUrl;
        string space = found.Kind switch { ResolveKind.Ignored => ModuleSpaces.Disabled, ResolveKind.DataUrl => ModuleSpaces.Data, _ when isUrl => ModuleSpaces.Asset, _ => "" };
        string suffix = isUrl || attributeType is not null && attributeType != "composes" ? found.Suffix + (attributeType is null ? "" : "#" + attributeType) : found.Suffix;
        ModuleId id = new(found.Path, space == ModuleSpaces.Asset ? "" : suffix, space);
        FileLoader? loader = space switch
        {
            ModuleSpaces.Disabled => FileLoader.JavaScript,
            ModuleSpaces.Data => LoaderOf(DataUrl.Read(found.Path)?.MediaType),
            ModuleSpaces.Asset => UrlLoader(found.Path),
            _ => ChooseLoader(found, attributeType, kind),
        };
        if (loader is not { } chosen) return null;
        Module made = new(id, new(_reader.DisplayPath(id), "")) { Loader = chosen, ExportsDefaultOnly = attributeType == "json", HasNoSideEffects = found.SideEffects == false && chosen is not (FileLoader.Css or FileLoader.CssModule) };
        Module module = _modules.GetOrAdd(id, made);
        if (ReferenceEquals(module, made))
        {
            Enqueue(module, found.Package);
        }
        return module;
    }

    // Only an entry is a page; whoever imports one wants its text.
    private FileLoader? ChooseLoader(ResolveResult found, string? attributeType, ImportRecordKind? asked)
    {
        FileLoader? loader = _loaders.Choose(found.Path, found.Suffix, attributeType);
        return loader == FileLoader.Html && asked is not null ? FileLoader.Text : loader;
    }

    // url(x.svg) is a file of its own unless the options inline such files
    private FileLoader UrlLoader(string path) =>
        _loaders.Choose(path, "", null) is FileLoader.DataUrl or FileLoader.Base64 or FileLoader.Binary ? FileLoader.DataUrl : FileLoader.File;

    private static FileLoader? LoaderOf(string? mediaType) => mediaType switch
    {
        "text/javascript" or "application/javascript" => FileLoader.JavaScript,
        "application/json" => FileLoader.Json,
        "text/css" => FileLoader.Css,
        "text/plain" or "" or null => FileLoader.Text,
        _ => FileLoader.DataUrl,
    };

    private static void ReportNoLoader(Module module, ImportRecord record, string path)
    {
        string extension = System.IO.Path.GetExtension(path);
        module.Diagnostics.Add(new() { Descriptor = GraphErrors.NoLoader, Source = module.Source, Span = record.Span, Arguments = [record.Specifier, extension.Length == 0 ? ".ext" : extension] });
    }

    private static void ReportNotFound(Module module, ImportRecord record, ResolveResult found)
    {
        Diagnostic diagnostic = ResolveDiagnostics.Create(module.Source, record.Span, record.Specifier, found);
        // try { require("x") } catch {}: the program answers for it
        bool isOptional = record.IsGuarded || record.Kind is ImportRecordKind.RequireResolve or ImportRecordKind.NewUrl or ImportRecordKind.HtmlUrl;
        record.IsExternal = isOptional;
        if (isOptional) diagnostic = diagnostic with { Descriptor = diagnostic.Descriptor with { Severity = Severity.Warning } };
        if (!record.IsGuarded) module.Diagnostics.Add(diagnostic);
    }
}
