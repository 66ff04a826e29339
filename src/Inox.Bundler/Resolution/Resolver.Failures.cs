using System.Text.Json;
using Inox.Core;

namespace Inox.Bundler.Resolution;

public sealed partial class Resolver   // why nothing was found: the same search again, taking notes
{
    private const int MaxTried = 32;

    private ResolveResult Explain(ResolveRequest request)
    {
        Attempt attempt = Begin(request, record: true);
        Run(request, attempt);
        ResolveFailure failure = attempt.Failure ?? Classify(request, attempt);
        failure = failure with { Tried = [.. attempt.Tried!.Distinct(Paths.Comparer).Take(MaxTried)] };
        return new() { Kind = ResolveKind.NotFound, Path = request.Specifier, Failure = Suggest(failure, request) };
    }

    private ResolveFailure Classify(ResolveRequest request, Attempt attempt)
    {
        Request parsed = Request.Parse(request.Specifier);
        if (parsed.IsRelative || Paths.IsAbsolute(parsed.Text) || parsed.Text is "" or ['#', ..])
        {
            return new(ResolveReason.FileNotFound) { Subject = request.Specifier };
        }
        PackageName name = PackageName.Parse(parsed.Text);
        if (attempt.PackageFolder is { } folder)
        {
            ResolveReason reason = !name.IsWhole ? ResolveReason.PackageFileNotFound
                : HasOnlyTypes(folder) ? ResolveReason.TypesOnly : ResolveReason.PackageHasNoEntry;
            return new(reason) { Subject = name.IsWhole ? name.Name : name.Subpath, ConfigPath = folder.Package?.Path ?? folder.Path };
        }
        PackageInfo? importer = NearestFolder(request.Directory)?.EnclosingPackage;
        bool hasTypes = FindInModules(request.Directory, TypesPackageOf(name.Name)) is not null;
        return new(hasTypes ? ResolveReason.TypesOnly : ResolveReason.PackageNotFound)
        {
            Subject = name.Name,
            ConfigPath = importer?.Path,
            IsDeclared = importer is not null && IsDeclared(importer, name.Name),
        };
    }

    private static bool HasOnlyTypes(Folder folder) =>
        folder.Package?.GetString("types") is not null || folder.Package?.GetString("typings") is not null || folder.HasFile("index.d.ts");

    private Folder? FindInModules(string directory, string name)
    {
        for (Folder? above = NearestFolder(directory); above is not null; above = above.Parent)
        {
            if (_cache.Get(Paths.Join(above.Path, "node_modules/" + name)) is { } found) return found;
        }
        return null;
    }

    // DefinitelyTyped: @babel/core is typed by @types/babel__core.
    private static string TypesPackageOf(string name) =>
        "@types/" + (name.StartsWith('@') ? name[1..].Replace("/", "__", StringComparison.Ordinal) : name);

    private static bool IsDeclared(PackageInfo package, string name)
    {
        foreach (string field in (ReadOnlySpan<string>)["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"])
        {
            JsonElement table = package.GetField(field);
            if (table.ValueKind == JsonValueKind.Object && table.TryGetProperty(name, out _)) return true;
        }
        return false;
    }

    private ResolveFailure Suggest(ResolveFailure failure, ResolveRequest request)
    {
        switch (failure.Reason)
        {
            case ResolveReason.FileNotFound:
                return SuggestFile(failure, request, request.Directory);
            case ResolveReason.PackageFileNotFound:
                return SuggestFile(failure, request, request.Directory, FindInModules(request.Directory, PackageName.Parse(request.Specifier).Name)?.Path);
            case ResolveReason.PackageNotFound:
                return failure with { Suggestion = SuggestPackage(failure.Subject, request) };
            case ResolveReason.NotExported or ResolveReason.ConditionsNotMet:
                string name = PackageName.Parse(request.Specifier).Name;
                return Spelling.Closest(failure.Subject, failure.Choices) is { } key && !key.Contains('*')
                    ? failure with { Suggestion = name + key[1..] }
                    : failure;
            case ResolveReason.NotImported:
                return failure with { Suggestion = Spelling.Closest(failure.Subject, failure.Choices) };
            case ResolveReason.UnknownBuiltin:
                return Spelling.Closest(failure.Subject["node:".Length..], BuiltinModules.Names) is { } builtin
                    ? failure with { Suggestion = "node:" + builtin }
                    : failure;
            default:
                return failure;
        }
    }

    private string? SuggestPackage(string name, ResolveRequest request)
    {
        ResolveRequest beside = request with { Specifier = "./" + request.Specifier };
        if (Run(beside, Begin(beside, record: false)).IsFound) return beside.Specifier;
        List<string> installed = [];
        for (Folder? above = NearestFolder(request.Directory); above is not null; above = above.Parent)
        {
            if (_cache.Get(above, "node_modules") is { } modules) AddPackageNames(modules, installed);
        }
        string? closest = Spelling.Closest(name, installed);
        return closest is null ? null : closest + request.Specifier[name.Length..];
    }

    private void AddPackageNames(Folder modules, List<string> names)
    {
        foreach (string name in modules.Names)
        {
            if (name[0] == '.') continue;
            if (name[0] != '@') names.Add(name);
            else if (_cache.Get(modules, name) is { } scope) names.AddRange(scope.Names.Select(inner => $"{name}/{inner}"));
        }
    }

    /// <summary>Looks where the path breaks off for an entry that was meant, and offers it only if the whole request then leads to a file.</summary>
    private ResolveFailure SuggestFile(ResolveFailure failure, ResolveRequest request, string directory, string? packageDirectory = null)
    {
        string text = Request.Parse(request.Specifier).Text;
        string suffix = request.Specifier[text.Length..];
        string[] parts = text.Split('/');
        int first = packageDirectory is null ? 0 : PackageName.Parse(text).Name.Count(c => c == '/') + 1;
        Folder? folder = Paths.IsAbsolute(text) ? _cache.Get(Paths.Join(directory, "/")) : _cache.Get(packageDirectory ?? directory);
        for (int i = first; i < parts.Length && folder is not null; i++)
        {
            if (parts[i].Length == 0 || parts[i].EndsWith(':')) continue;
            Folder? next = _cache.Get(Paths.Join(folder.Path, parts[i]));
            if (next is not null && i + 1 < parts.Length)
            {
                folder = next;
                continue;
            }
            foreach (string name in NamesLike(parts[i], folder))
            {
                string[] changed = [.. parts];
                changed[i] = name;
                ResolveRequest other = request with { Specifier = string.Join('/', changed) + suffix };
                if (!Run(other, Begin(other, record: false)).IsFound) continue;
                bool isCase = name.StartsWith(parts[i], StringComparison.OrdinalIgnoreCase) && !name.StartsWith(parts[i], StringComparison.Ordinal);
                return failure with { Suggestion = other.Specifier, IsCaseMismatch = isCase };
            }
            break;
        }
        return failure;
    }

    /// <summary>Other letter case first, then the name with an extension that is not looked for, then the nearest spelling.</summary>
    private static List<string> NamesLike(string name, Folder folder)
    {
        List<string> likely = [], all = [.. folder.Names];
        foreach (string entry in all)
        {
            string stem = Path.GetFileNameWithoutExtension(entry);
            if (entry.Equals(name, StringComparison.OrdinalIgnoreCase) || stem.Equals(name, StringComparison.OrdinalIgnoreCase)) likely.Add(entry);
        }
        string written = Path.GetFileNameWithoutExtension(name);
        foreach (string entry in all)
        {
            if (Path.GetFileNameWithoutExtension(entry).Equals(written, StringComparison.OrdinalIgnoreCase)) likely.Add(entry);
        }
        if (Spelling.Closest(name, all) is { } closest) likely.Add(closest);
        if (Spelling.Closest(written, all.Select(entry => Path.GetFileNameWithoutExtension(entry))) is { } near)
        {
            likely.AddRange(all.Where(entry => Path.GetFileNameWithoutExtension(entry) == near));
        }
        return likely;
    }
}
