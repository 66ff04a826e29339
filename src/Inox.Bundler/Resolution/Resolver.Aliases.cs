using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

public sealed partial class Resolver   // other names: aliases, `browser` maps, tsconfig paths, extension aliases
{
    /// <summary>True when a rule applied: its answer counts, even when it is none, and the name as written is not tried.</summary>
    private bool ApplyAliases(ImmutableArray<AliasRule> rules, string directory, Request request, Attempt attempt, out Outcome outcome)
    {
        outcome = Outcome.None;
        foreach (AliasRule rule in rules)
        {
            if (!rule.MatchesName(request.Text) && !rule.MatchesPattern(request.Text)) continue;
            if (rule.IsIgnored)
            {
                outcome = new(OutcomeKind.Ignored, request.Text);
                return true;
            }
            if (ApplyAlias(rule, directory, request, attempt, out outcome)) return true;
        }
        return false;
    }

    private bool ApplyAlias(AliasRule rule, string directory, Request request, Attempt attempt, out Outcome outcome)
    {
        bool applied = false;
        outcome = Outcome.None;
        foreach (string target in rule.Targets)
        {
            if (rule.Apply(request.Text, target) is not { } text) continue;
            if (request.IsDirectory && !text.EndsWith('/')) text += '/';
            // { "a": "b", "b": "a" } swaps two packages instead of going round.
            if (attempt.IsOpen(directory, text)) continue;
            applied = true;
            outcome = ResolveText(directory, text, request, fullySpecified: false, attempt);
            if (outcome.IsFinal) return true;
        }
        return applied;
    }

    private Outcome ApplyTsConfigPaths(string directory, Request request, Attempt attempt)
    {
        if (attempt.TsConfig is not { } config || request.IsRelative || request.Text.Length == 0 || request.Text[0] == '#') return Outcome.None;
        string slash = request.IsDirectory ? "/" : "";
        foreach (string target in config.Paths?.Match(request.Text) ?? [])
        {
            // "*": ["types/*.d.ts"] tells TypeScript about a package; the code is elsewhere.
            if (IsDeclaration(target)) continue;
            Outcome outcome = ResolveTsConfigTarget(directory, target + slash, request, attempt);
            if (outcome.IsFinal) return outcome;
        }
        if (config.BaseUrl is null || Paths.IsAbsolute(request.Text)) return Outcome.None;
        return ResolveTsConfigTarget(directory, Paths.Join(config.BaseUrl, request.Text) + slash, request, attempt);
    }

    private Outcome ResolveTsConfigTarget(string directory, string path, Request request, Attempt attempt)
    {
        Request target = Request.Literal(Paths.Normalize(path)) with
        {
            Query = request.Query,
            Fragment = request.Fragment,
            IsDirectory = request.IsDirectory,
        };
        return ApplyExtensionAliases(directory, target, attempt, out Outcome outcome) ? outcome : ResolvePath(target.Text, target, attempt);
    }

    private static bool IsDeclaration(string path) =>
        path.EndsWith(".d.ts", StringComparison.Ordinal)
        || path.EndsWith(".d.mts", StringComparison.Ordinal)
        || path.EndsWith(".d.cts", StringComparison.Ordinal);

    /// <summary>The <c>browser</c> map of the importer's package, for the request as written.</summary>
    private bool ApplyReplacements(string directory, Request request, Attempt attempt, out Outcome outcome)
    {
        outcome = Outcome.None;
        if (_options.AliasFields.IsEmpty || NearestFolder(directory)?.EnclosingPackage is not { } package) return false;
        if (FieldsOf(package).Replacements.Length == 0) return false;
        string key = request.IsRelative ? RelativeKey(package, Paths.Join(directory, request.Text)) : request.Text;
        return ApplyReplacement(package, key, request, attempt, out outcome);
    }

    private bool ApplyReplacement(PackageInfo package, string key, Request request, Attempt attempt, out Outcome outcome)
    {
        outcome = Outcome.None;
        foreach (Dictionary<string, string?> table in FieldsOf(package).Replacements)
        {
            bool found = table.TryGetValue(key, out string? target)
                || (key.StartsWith("./", StringComparison.Ordinal) && table.TryGetValue(key[2..], out target));
            if (!found || target == key) continue;
            if (target is null)
            {
                outcome = new(OutcomeKind.Ignored, key.StartsWith("./", StringComparison.Ordinal) ? Paths.Join(package.Directory, key) : key);
                return true;
            }
            // { "./a.js": "./a" }: the answer leads back here, the file itself is meant.
            if (attempt.IsOpen(package.Directory, target)) continue;
            outcome = ResolveText(package.Directory, target, request, fullySpecified: false, attempt);
            return true;
        }
        return false;
    }

    private string RelativeKey(PackageInfo package, string path)
    {
        string relative = Paths.GetRelative(package.Directory, path);
        if (relative.Length == 0) return ".";
        return relative.StartsWith("../", StringComparison.Ordinal) ? relative : "./" + relative;
    }

    /// <summary>Aliases and <c>browser</c> entries that name a file by its path.</summary>
    private bool ApplyFileAliases(string path, Folder? folder, Request request, Attempt attempt, out Outcome outcome)
    {
        outcome = Outcome.None;
        string directory = Paths.GetDirectory(path) ?? path;
        foreach (AliasRule rule in _fileAliases)
        {
            string name = Paths.Normalize(rule.Name);
            if (!(rule.IsExact ? Paths.Comparer.Equals(name, path) : Paths.Contains(name, path))) continue;
            if (ApplyFileAlias(rule, name, path, directory, request, attempt, out outcome)) return true;
        }
        PackageInfo? package = (folder ?? NearestFolder(directory))?.EnclosingPackage;
        return package is not null
            && FieldsOf(package).Replacements.Length > 0
            && ApplyReplacement(package, RelativeKey(package, path), request, attempt, out outcome);
    }

    private bool ApplyFileAlias(AliasRule rule, string name, string path, string directory, Request request, Attempt attempt, out Outcome outcome)
    {
        outcome = new(OutcomeKind.Ignored, path);
        if (rule.IsIgnored) return true;
        bool applied = false;
        foreach (string target in rule.Targets)
        {
            if (Paths.Contains(target, path)) continue;
            string text = target + path[name.Length..];
            if (attempt.IsOpen(directory, text)) continue;
            applied = true;
            outcome = ResolveText(directory, text, request, fullySpecified: false, attempt);
            if (outcome.IsFinal) return true;
        }
        if (!applied) outcome = Outcome.None;
        return applied;
    }

    /// <summary>True when the extension has an alias: nothing else is tried.</summary>
    private bool ApplyExtensionAliases(string directory, Request request, Attempt attempt, out Outcome outcome)
    {
        outcome = Outcome.None;
        // `highlight.js` is the name of a package.
        bool isPackageName = !request.IsRelative && !Paths.IsAbsolute(request.Text) && PackageName.Parse(request.Text).IsWhole;
        if (isPackageName || FindExtensionAlias(request.Text) is not { } alias) return false;
        foreach (string target in alias.Targets)
        {
            Request renamed = request with { Text = request.Text[..^alias.Extension.Length] + target, FullySpecified = true };
            outcome = ResolvePlain(directory, renamed, attempt);
            if (outcome.IsFound) return true;
        }
        return true;
    }

    /// <summary>A path with what its extension may stand for.</summary>
    private Outcome ResolveAliasedPath(string path, Request request, Attempt attempt)
    {
        if (request.IsDirectory || FindExtensionAlias(path) is not { } alias) return ResolvePath(path, request, attempt);
        foreach (string target in alias.Targets)
        {
            Outcome outcome = ResolvePath(path[..^alias.Extension.Length] + target, request with { FullySpecified = true }, attempt);
            if (outcome.IsFinal) return outcome;
        }
        return Outcome.None;
    }

    private ExtensionAlias? FindExtensionAlias(string path)
    {
        foreach (ExtensionAlias alias in _options.ExtensionAlias)
        {
            if (path.EndsWith(alias.Extension, StringComparison.Ordinal)) return alias;
        }
        return null;
    }
}
