using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Bundler.Output;
using Inox.Bundler.Resolution;
using Inox.Core;
using Inox.JavaScript.Transforms;

namespace Inox.Bundler;

/// <summary>Builds: from entries to the bytes of output files.</summary>
public static class Bundle
{
    private const int StackSize = 256 * 1024 * 1024;

    /// <summary>Runs one build. What is wrong with the input comes back as diagnostics; nothing is written.</summary>
    public static BuildResult Build(BuildOptions options, IFileSystem files)
    {
        BuildResult? result = null;
        Exception? failure = null;
        Thread thread = new(() =>
        {
            try { result = Run(options, files); }
            catch (Exception e) { failure = e; }
        }, StackSize);
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return result!;
    }

    // no linking makes these of one file: it keeps the form that transforming gave it
    private static BuildOptions WithFileFormat(BuildOptions options)
    {
        FileFormat format = options.Format switch
        {
            ModuleFormat.CommonJs => FileFormat.CommonJs,
            ModuleFormat.Amd => FileFormat.Amd,
            ModuleFormat.Umd => FileFormat.Umd,
            ModuleFormat.SystemJs => FileFormat.System,
            _ => FileFormat.Keep,
        };
        return format == FileFormat.Keep ? options : options with { Format = ModuleFormat.Preserve, FileFormat = format };
    }

    private static IEnumerable<Diagnostic> OfConfigurations(List<Module> modules) =>
        modules.Select(static module => module.TsConfig).OfType<TsConfig>().Distinct().SelectMany(static config => config.Diagnostics);

    private static BuildResult Run(BuildOptions options, IFileSystem files)
    {
        // An entry alone: whatever it asks for stays outside, and all of it stays.
        if (!options.Bundle) options = WithFileFormat(options) with { External = ["*"], TreeShaking = false };
        else if (options.Format == ModuleFormat.Preserve) options = options with { Format = ModuleFormat.Esm };
        Resolver resolver = new(files, ResolverSettings.Of(options, files.Paths));
        ModuleLoader loader = new(options, files, resolver);
        LoadedGraph graph = loader.Load();
        EntryPlan plan = ExpandEntries.Run(graph.Entries);
        List<Module> order = OrderModules.Run(graph.Runtime, plan.Roots);
        List<Diagnostic> diagnostics = [.. graph.Diagnostics, .. OfConfigurations(order), .. order.SelectMany(module => module.Diagnostics)];
        string[] inputs = [.. loader.InputPaths.Order(StringComparer.Ordinal)];
        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)) return new([], diagnostics) { InputPaths = inputs };
        LinkContext context = new()
        {
            Options = options, Runtime = graph.Runtime, Plan = plan, Modules = order, Paths = new(options, files.Paths), PublicFolders = [.. graph.Site.PublicFolders()],
        };
        BuildResult result = new Linker(context, files).Run();
        return result with { Diagnostics = [.. diagnostics, .. result.Diagnostics], InputPaths = inputs };
    }
}
