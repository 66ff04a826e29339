using Inox.Bundler.Resolution;

namespace Inox.Bundler.Graph;

/// <summary>The resolver's options for those of a build.</summary>
internal static class ResolverSettings
{
    public static ResolverOptions Of(BuildOptions options, Core.PathStyle paths)
    {
        ResolverOptions resolver = options.Platform switch
        {
            Platform.Browser => ResolverOptions.ForBrowser,
            Platform.Node => ResolverOptions.ForNode,
            _ => new ResolverOptions { MainFields = [], Builtins = BuiltinHandling.Reject },
        };
        List<string> conditions = [.. resolver.Conditions];
        if (options.Conditions is not null) conditions = [.. conditions.Where(condition => condition != "module"), .. options.Conditions];
        if (options.Defines.GetValueOrDefault("process.env.NODE_ENV") is { } mode) conditions.Add(mode == "\"production\"" ? "production" : "development");
        return resolver with
        {
            Extensions = [.. options.ResolveExtensions],
            ExtensionsInPackages = [.. options.ResolveExtensions.Where(extension => !IsTypeScript(extension)), .. options.ResolveExtensions.Where(IsTypeScript)],
            MainFields = options.MainFields is null ? resolver.MainFields : [.. options.MainFields],
            MainFieldsForRequire = options.MainFields is null ? resolver.MainFieldsForRequire : [.. options.MainFields],
            Conditions = [.. conditions.Distinct()],
            Alias = [.. options.Alias.Select(alias => new AliasRule(alias.Key, AliasTarget(alias.Value, options, paths)))],
            Symlinks = !options.PreserveSymlinks,
            TsConfig = options.TsConfig is null ? TsConfigOptions.Nearest : new() { Path = paths.Join(options.WorkingDirectory, options.TsConfig) },
        };
    }

    private static bool IsTypeScript(string extension) => extension is ".ts" or ".tsx" or ".mts" or ".cts";

    // --alias:a=./b is relative to the folder of the build, whoever imports it
    private static string AliasTarget(string target, BuildOptions options, Core.PathStyle paths) =>
        target.StartsWith('.') ? paths.Join(options.WorkingDirectory, target) : target;
}
