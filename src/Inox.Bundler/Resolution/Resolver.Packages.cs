using Inox.Core;

namespace Inox.Bundler.Resolution;

public sealed partial class Resolver   // packages: builtins, self reference, node_modules, `exports` and `imports`
{
    private Outcome ResolveBare(string directory, Request request, Attempt attempt)
    {
        if (attempt.Profile.PreferRelative)
        {
            Outcome beside = ResolvePath(Paths.Join(directory, "./" + request.Text), request, attempt);
            if (beside.IsFinal) return beside;
        }
        bool hasScheme = BuiltinModules.HasScheme(request.Text);
        bool isBuiltin = !request.IsDirectory && BuiltinModules.Contains(request.Text);
        if (hasScheme) return ResolveNodeScheme(request, isBuiltin, attempt);
        Outcome builtin = new(OutcomeKind.Builtin, request.Text);
        if (isBuiltin && _options.Builtins == BuiltinHandling.BeforePackages) return builtin;
        Outcome outcome = ResolvePackage(directory, request, attempt);
        if (outcome.IsFinal || !isBuiltin) return outcome;
        return _options.Builtins == BuiltinHandling.Reject ? attempt.Fail(ResolveReason.NodeBuiltin, request.Text) : builtin;
    }

    private Outcome ResolveNodeScheme(Request request, bool isBuiltin, Attempt attempt)
    {
        if (!isBuiltin) return attempt.Fail(ResolveReason.UnknownBuiltin, request.Text);
        if (_options.Builtins == BuiltinHandling.Reject) return attempt.Fail(ResolveReason.NodeBuiltin, request.Text);
        return new(OutcomeKind.Builtin, request.Text);
    }

    private Outcome ResolvePackage(string directory, Request request, Attempt attempt)
    {
        PackageName name = PackageName.Parse(request.Text);
        if (NearestFolder(directory) is not { } folder) return Outcome.None;
        if (folder.EnclosingPackage is { Problem: null } own && own.Name == name.Name && FieldsOf(own).Exports is [var exports, ..])
        {
            return ResolveExports(own, exports, name.Subpath, request, attempt);
        }
        foreach (ModuleRoot root in _moduleRoots)
        {
            Outcome outcome = root.Directory is { } path
                ? ResolveInModules(_cache.Get(path), name, request, attempt)
                : ResolveInModulesAbove(folder, root.Names, name, request, attempt);
            if (outcome.IsFinal) return outcome;
        }
        return Outcome.None;
    }

    private Outcome ResolveInModulesAbove(Folder folder, string[] names, PackageName name, Request request, Attempt attempt)
    {
        for (Folder? above = folder; above is not null; above = above.Parent)
        {
            foreach (string modules in names)
            {
                Folder? found = modules.Contains('/') ? _cache.Get(Paths.Join(above.Path, modules)) : _cache.Get(above, modules);
                Outcome outcome = ResolveInModules(found, name, request, attempt);
                if (outcome.IsFinal) return outcome;
            }
        }
        return Outcome.None;
    }

    private Outcome ResolveInModules(Folder? modules, PackageName name, Request request, Attempt attempt)
    {
        if (modules is null) return Outcome.None;
        string path = Paths.Join(modules.Path, "./" + name.Name);
        if (name.IsWhole)
        {
            request = request with { FullySpecified = false };
            Outcome single = request.IsDirectory || _options.ResolveToContext ? Outcome.None : ResolveFile(path, request, attempt);
            if (single.IsFinal) return single;
        }
        if (_cache.Get(path) is not { } folder) return Outcome.None;
        attempt.PackageFolder ??= folder;
        return ResolveInPackage(folder, name, request, attempt);
    }

    private Outcome ResolveInPackage(Folder folder, PackageName name, Request request, Attempt attempt)
    {
        if (folder.Package is { } package)
        {
            if (package.Problem is { } problem) return attempt.Fail(ResolveReason.BrokenPackageJson, problem, package.Path);
            // With several fields the first that is there decides, as `exports` alone does.
            if (FieldsOf(package).Exports is [var exports, ..]) return ResolveExports(package, exports, name.Subpath, request, attempt);
        }
        return ResolvePath(Paths.Join(folder.Path, name.Subpath), request, attempt);
    }

    // PACKAGE_EXPORTS_RESOLVE. Whatever goes wrong from here on is the answer: what is not exported is not looked for.
    private Outcome ResolveExports(PackageInfo package, ExportsMap exports, string subpath, Request request, Attempt attempt)
    {
        if (request.IsDirectory) return attempt.Fail(ResolveReason.DirectoryRequest, subpath, package.Path);
        string suffix = request.Query + request.Fragment;
        ExportsMatch match = MatchExports(exports, subpath, suffix, attempt, out bool keepsSuffix);
        if (match.Error != ExportsError.None) return FailExports(match, subpath, package, attempt);
        if (match.Targets.Count == 0)
        {
            ResolveReason reason = match.Key is null ? ResolveReason.NotExported : ResolveReason.ConditionsNotMet;
            return attempt.Fail(reason, subpath, package.Path, [.. exports.Keys]);
        }
        Request rest = keepsSuffix ? request : request with { Query = "", Fragment = "" };
        for (int i = 0; i < match.Targets.Count; i++)
        {
            Request target = Request.Parse(match.Targets[i]).Inherit(rest);
            if (IsValidTarget(target.Text)) return ResolveExportsTarget(package, target, subpath, request.FullySpecified, attempt);
        }
        return attempt.Fail(ResolveReason.InvalidTarget, match.Targets[^1], package.Path);
    }

    private ExportsMatch MatchExports(ExportsMap exports, string subpath, string suffix, Attempt attempt, out bool keepsSuffix)
    {
        string whole = suffix.Length == 0 ? subpath : (subpath == "." ? "./" : subpath) + suffix;
        ExportsMatch match = exports.Match(whole, attempt.Profile.Conditions);
        keepsSuffix = suffix.Length > 0 && match.Targets.Count == 0 && match.Error == ExportsError.None && _options.IgnoreSuffixInExports;
        return keepsSuffix ? exports.Match(subpath, attempt.Profile.Conditions) : match;
    }

    private Outcome ResolveExportsTarget(PackageInfo package, Request target, string subpath, bool fullySpecified, Attempt attempt)
    {
        target = target with { FullySpecified = fullySpecified };
        string path = Paths.Join(package.Directory, target.Text);
        Outcome outcome = _options.ExtensionAliasForExports ? ResolveAliasedPath(path, target, attempt) : ResolvePath(path, target, attempt);
        return outcome.IsFinal ? outcome : attempt.Fail(ResolveReason.TargetNotFound, target.Text, package.Path, [subpath]);
    }

    private static Outcome FailExports(ExportsMatch match, string request, PackageInfo package, Attempt attempt)
    {
        ResolveReason reason = match.Error switch
        {
            ExportsError.DirectoryRequest => ResolveReason.DirectoryRequest,
            ExportsError.InvalidKeys => ResolveReason.InvalidExports,
            ExportsError.FolderTarget or ExportsError.FileTarget => ResolveReason.InvalidTarget,
            _ => ResolveReason.NotExported,
        };
        return attempt.Fail(reason, match.Key ?? request, package.Path);
    }

    // PACKAGE_IMPORTS_RESOLVE
    private Outcome ResolveImport(string directory, Request request, Attempt attempt)
    {
        PackageInfo? package = NearestFolder(directory)?.EnclosingPackage;
        if (package is null || FieldsOf(package).Imports is not [var imports, ..])
        {
            // Not Node's business: a fallback alias may still know the name.
            attempt.Fail(ResolveReason.NotImported, request.Text, package?.Path);
            return Outcome.None;
        }
        if (request.IsDirectory) return attempt.Fail(ResolveReason.DirectoryRequest, request.Text, package.Path);
        string suffix = request.Query + request.Fragment;
        ExportsMatch match = imports.Match(request.Text + suffix, attempt.Profile.Conditions);
        bool keepsSuffix = suffix.Length > 0 && match.Targets.Count == 0 && _options.IgnoreSuffixInExports;
        if (keepsSuffix) match = imports.Match(request.Text, attempt.Profile.Conditions);
        if (match.Error != ExportsError.None) return FailExports(match, request.Text, package, attempt);
        if (match.Targets.Count == 0)
        {
            ResolveReason reason = match.Key is null ? ResolveReason.NotImported : ResolveReason.ConditionsNotMet;
            return attempt.Fail(reason, request.Text, package.Path, [.. imports.Keys]);
        }
        return ResolveImportTargets(package, match.Targets, keepsSuffix ? request : request with { Query = "", Fragment = "" }, attempt);
    }

    private Outcome ResolveImportTargets(PackageInfo package, IReadOnlyList<string> targets, Request request, Attempt attempt)
    {
        foreach (string target in targets)
        {
            bool isPath = target.Length == 0 || target[0] is '.' or '/';
            if (!isPath) return ResolveText(package.Directory, target, request, fullySpecified: true, attempt);
            Request parsed = Request.Parse(target).Inherit(request) with { FullySpecified = request.FullySpecified };
            if (!IsValidTarget(parsed.Text)) continue;
            Outcome outcome = ResolveAliasedPath(Paths.Join(package.Directory, parsed.Text), parsed, attempt);
            return outcome.IsFinal ? outcome : attempt.Fail(ResolveReason.TargetNotFound, target, package.Path, [request.Text]);
        }
        return attempt.Fail(ResolveReason.InvalidTarget, targets[^1], package.Path);
    }

    // PACKAGE_TARGET_RESOLVE: starts with ./ and has no segment that is empty, `.`, `..` or node_modules, percent-encoded or not.
    private static bool IsValidTarget(string target)
    {
        if (!target.StartsWith("./", StringComparison.Ordinal)) return false;
        ReadOnlySpan<char> rest = target.AsSpan(2);
        foreach (Range range in rest.SplitAny('/', '\\'))
        {
            ReadOnlySpan<char> segment = rest[range];
            string decoded = segment.Contains('%') ? Uri.UnescapeDataString(segment.ToString()) : segment.ToString();
            if (decoded is "" or "." or ".." || decoded.Equals("node_modules", StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }
}
