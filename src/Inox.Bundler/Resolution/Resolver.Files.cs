using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Bundler.Resolution;

public sealed partial class Resolver   // paths: as written, with extensions, as folders
{
    private static readonly (string Written, string[] Meant)[] s_typeScriptExtensions =
    [
        (".js", [".ts", ".tsx"]), (".jsx", [".tsx", ".ts"]), (".mjs", [".mts"]), (".cjs", [".cts"]),
    ];

    /// <summary>An absolute path, as a file and then as a folder.</summary>
    private Outcome ResolvePath(string path, Request request, Attempt attempt)
    {
        if (_options.ResolveToContext) return ResolveContext(path, request, attempt);
        Outcome outcome = request.IsDirectory ? Outcome.None : ResolveFile(path, request, attempt);
        return outcome.IsFinal || request.FullySpecified ? outcome : ResolveDirectory(path, request, attempt);
    }

    private Outcome ResolveContext(string path, Request request, Attempt attempt)
    {
        attempt.Tried?.Add(path);
        if (_cache.Get(path) is not { } folder) return Outcome.None;
        string real = _options.Symlinks ? folder.RealPath : folder.Path;
        return IsAllowed(real) ? new(OutcomeKind.Directory, real, request.Query, request.Fragment) : Outcome.None;
    }

    private Outcome ResolveFile(string path, Request request, Attempt attempt)
    {
        string name = Paths.GetName(path);
        string directory = Paths.GetDirectory(path) ?? path;
        Folder? folder = _cache.Get(directory);
        if (name.Length == 0) return Outcome.None;
        Candidate candidate = new(directory, folder, name);
        if (request.FullySpecified || !_options.EnforceExtension)
        {
            Outcome outcome = TryFile(candidate, "", request, attempt);
            if (outcome.IsFinal) return outcome;
        }
        if (!request.FullySpecified)
        {
            bool inPackages = folder is { IsInPackages: true };
            foreach (string extension in inPackages ? attempt.Profile.ExtensionsInPackages : attempt.Profile.Extensions)
            {
                Outcome outcome = TryFile(candidate, extension, request, attempt);
                if (outcome.IsFinal) return outcome;
            }
        }
        return attempt.IsTypeScript ? TryTypeScript(candidate, request, attempt) : Outcome.None;
    }

    private Outcome TryTypeScript(Candidate candidate, Request request, Attempt attempt)
    {
        foreach ((string written, string[] meant) in s_typeScriptExtensions)
        {
            if (!candidate.Name.EndsWith(written, StringComparison.Ordinal)) continue;
            Candidate renamed = candidate with { Name = candidate.Name[..^written.Length] };
            foreach (string extension in meant)
            {
                Outcome outcome = TryFile(renamed, extension, request, attempt);
                if (outcome.IsFinal) return outcome;
            }
        }
        return Outcome.None;
    }

    private Outcome TryFile(Candidate candidate, string extension, Request request, Attempt attempt)
    {
        if (HasFileAliases(candidate))
        {
            string path = Paths.Join(candidate.Directory, candidate.Name + extension);
            if (ApplyFileAliases(path, candidate.Folder, request, attempt, out Outcome outcome)) return outcome;
        }
        if (attempt.TsConfig is not { ModuleSuffixes.IsEmpty: false } config) return Accept(candidate, "", extension, request, attempt);
        return TryModuleSuffixes(config.ModuleSuffixes, candidate, extension, request, attempt);
    }

    // "moduleSuffixes": [".ios", ""] tries a.ios.ts before a.ts.
    private Outcome TryModuleSuffixes(ImmutableArray<string> suffixes, Candidate candidate, string extension, Request request, Attempt attempt)
    {
        string name = candidate.Name;
        if (extension.Length == 0)
        {
            int dot = IsDeclaration(name) ? name.LastIndexOf(".d.", StringComparison.Ordinal) : name.LastIndexOf('.');
            if (dot > 0) (name, extension) = (name[..dot], name[dot..]);
        }
        foreach (string suffix in suffixes)
        {
            Outcome outcome = Accept(candidate with { Name = name }, suffix, extension, request, attempt);
            if (outcome.IsFinal) return outcome;
        }
        return Outcome.None;
    }

    private Outcome Accept(Candidate candidate, string suffix, string extension, Request request, Attempt attempt)
    {
        attempt.Tried?.Add(Paths.Join(candidate.Directory, candidate.Name + suffix + extension));
        if (candidate.Folder is not { } folder || FindEntry(folder, candidate.Name, suffix, extension) is not { } entry) return Outcome.None;
        if (folder.KindOf(entry) != EntryKind.File) return Outcome.None;
        string path = _options.Symlinks ? folder.RealPathOf(entry) : folder.PathOf(entry);
        return IsAllowed(path) ? new(OutcomeKind.File, path, request.Query, request.Fragment) : Outcome.None;
    }

    /// <summary>Looks a name up without making it a string: most candidates are not there.</summary>
    private static Folder.Entry? FindEntry(Folder folder, string name, string suffix, string extension)
    {
        if (suffix.Length + extension.Length == 0) return folder.Find(name);
        int length = name.Length + suffix.Length + extension.Length;
        Span<char> buffer = length <= 256 ? stackalloc char[256] : new char[length];
        name.CopyTo(buffer);
        suffix.CopyTo(buffer[name.Length..]);
        extension.CopyTo(buffer[(name.Length + suffix.Length)..]);
        return folder.Find(buffer[..length]);
    }

    private bool HasFileAliases(Candidate candidate)
    {
        if (_fileAliases.Length > 0) return true;
        if (_options.AliasFields.IsEmpty) return false;
        Folder? folder = candidate.Folder ?? NearestFolder(candidate.Directory);
        return folder?.EnclosingPackage is { } package && FieldsOf(package).Replacements.Length > 0;
    }

    private bool IsAllowed(string path)
    {
        foreach (Restriction restriction in _options.Restrictions)
        {
            if (restriction.Directory is { } directory && !Paths.Contains(directory, path)) return false;
            if (restriction.Pattern is { } pattern && !pattern.IsMatch(path)) return false;
        }
        return true;
    }

    private Outcome ResolveDirectory(string path, Request request, Attempt attempt)
    {
        if (_cache.Get(path) is not { } folder) return Outcome.None;
        if (folder.Package is { } package)
        {
            if (package.Problem is { } problem) return attempt.Fail(ResolveReason.BrokenPackageJson, problem, package.Path);
            Outcome outcome = ResolveMain(folder, package, request, attempt);
            if (outcome.IsFinal) return outcome;
        }
        foreach (string mainFile in _options.MainFiles)
        {
            Outcome outcome = ResolveFile(Paths.Join(folder.Path, mainFile), request with { FullySpecified = false }, attempt);
            if (outcome.IsFinal) return outcome;
        }
        return Outcome.None;
    }

    private Outcome ResolveMain(Folder folder, PackageInfo package, Request request, Attempt attempt)
    {
        foreach (FieldPath field in attempt.Profile.MainFields)
        {
            if (package.GetString(field) is not { Length: > 0 } main) continue;
            string path = Paths.Join(folder.Path, "./" + main);
            // "main": "." and a main that leads round in a circle say nothing.
            if (path == folder.Path || !attempt.Enter(folder.Path, "main " + path)) continue;
            Outcome outcome = ResolvePath(path, request with { IsDirectory = main.EndsWith('/'), FullySpecified = false }, attempt);
            attempt.Leave();
            if (outcome.IsFinal) return outcome;
        }
        return Outcome.None;
    }

    /// <summary>A file's name before its extension, in a folder that may not be there.</summary>
    private readonly record struct Candidate(string Directory, Folder? Folder, string Name);
}
