using Inox.Core;

namespace Inox.Bundler.Resolution;

public sealed partial class Resolver   // what a request is: suffixes, URLs, relative and absolute paths
{
    private Outcome ResolveText(string directory, string text, Request replaced, bool fullySpecified, Attempt attempt)
    {
        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return ResolveFileUrl(directory, text, fullySpecified, attempt);
        if (IsUrl(text)) return ResolveUrl(directory, text, replaced, attempt);
        if (!attempt.Enter(directory, text)) return attempt.Fail(ResolveReason.Circular, text);
        Outcome outcome = Outcome.None;
        if (Request.HasSuffix(text))
        {
            // A file that is really called `a#b.js` wins over fragment `#b.js` of a file `a`.
            Request literal = Request.Literal(text).Inherit(replaced) with { FullySpecified = fullySpecified };
            outcome = ResolveRequest(directory, literal, attempt);
            if (!outcome.IsFound) attempt.Failure = null;
        }
        if (!outcome.IsFound)
        {
            Request request = Request.Parse(text).Inherit(replaced) with { FullySpecified = fullySpecified };
            outcome = ResolveRequest(directory, request, attempt);
        }
        attempt.Leave();
        return outcome;
    }

    private Outcome ResolveRequest(string directory, Request request, Attempt attempt)
    {
        Outcome outcome = ResolveMapped(directory, request, attempt);
        if (!outcome.IsFinal && !_options.Fallback.IsEmpty) ApplyAliases(_options.Fallback, directory, request, attempt, out outcome);
        return outcome;
    }

    /// <summary>The request after everything that gives it another name.</summary>
    private Outcome ResolveMapped(string directory, Request request, Attempt attempt)
    {
        if (ApplyAliases(_options.Alias, directory, request, attempt, out Outcome outcome)) return outcome;
        outcome = ApplyTsConfigPaths(directory, request, attempt);
        if (outcome.IsFinal) return outcome;
        if (ApplyReplacements(directory, request, attempt, out outcome)) return outcome;
        if (ApplyExtensionAliases(directory, request, attempt, out outcome)) return outcome;
        return ResolvePlain(directory, request, attempt);
    }

    private Outcome ResolvePlain(string directory, Request request, Attempt attempt)
    {
        if (request.Text.Length == 0) return attempt.Fail(ResolveReason.EmptyRequest, "");
        if (request.Text[0] == '#') return ResolveImport(directory, request, attempt);
        if (request.IsRelative) return ResolveRelative(directory, request, attempt);
        return Paths.IsAbsolute(request.Text) ? ResolveAbsolute(directory, request, attempt) : ResolveBare(directory, request, attempt);
    }

    private Outcome ResolveRelative(string directory, Request request, Attempt attempt)
    {
        string path = Paths.Join(directory, request.Text);
        Outcome outcome = ResolvePath(path, request, attempt);
        if (outcome.IsFinal || attempt.TsConfig is not { RootDirs.IsEmpty: false } config) return outcome;
        return ResolveInRootDirs(config, path, request, attempt);
    }

    // `rootDirs` are one folder to TypeScript: `./a` of src/x.ts may be generated/a.ts.
    private Outcome ResolveInRootDirs(TsConfig config, string path, Request request, Attempt attempt)
    {
        string? around = null;
        foreach (string root in config.RootDirs)
        {
            if (Paths.Contains(root, path) && (around is null || root.Length > around.Length)) around = root;
        }
        if (around is null) return Outcome.None;
        string below = Paths.GetRelative(around, path);
        foreach (string root in config.RootDirs)
        {
            if (root == around) continue;
            Outcome outcome = ResolvePath(Paths.Join(root, below), request, attempt);
            if (outcome.IsFinal) return outcome;
        }
        return Outcome.None;
    }

    private Outcome ResolveAbsolute(string directory, Request request, Attempt attempt)
    {
        string path = Paths.Join(directory, request.Text);
        Outcome outcome = _options.PreferAbsolute ? ResolvePath(path, request, attempt) : Outcome.None;
        if (outcome.IsFinal) return outcome;
        if (request.Text[0] == '/')
        {
            foreach (string root in _options.Roots)
            {
                outcome = ResolvePath(Paths.Join(root, "." + request.Text), request, attempt);
                if (outcome.IsFinal) return outcome;
            }
        }
        return _options.PreferAbsolute ? Outcome.None : ResolvePath(path, request, attempt);
    }

    // WHATWG URL: the path without query and fragment, percent-encoding undone.
    private Outcome ResolveFileUrl(string directory, string text, bool fullySpecified, Attempt attempt)
    {
        string path = text["file:".Length..];
        int end = path.AsSpan().IndexOfAny('?', '#');
        if (end >= 0) path = path[..end];
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            int host = path.IndexOf('/', 2);
            path = host < 0 ? "/" : path[host..];
        }
        path = Uri.UnescapeDataString(path);
        bool isDrive = Paths == PathStyle.Windows && path.Length > 2 && path[0] == '/' && path[2] == ':';
        Request request = Request.Literal(isDrive ? path[1..] : path) with { FullySpecified = fullySpecified };
        return ResolveRequest(directory, request, attempt);
    }

    private Outcome ResolveUrl(string directory, string text, Request replaced, Attempt attempt)
    {
        if (!attempt.Enter(directory, text)) return attempt.Fail(ResolveReason.Circular, text);
        Request whole = new Request(text, "", "").Inherit(replaced);
        bool isAliased = ApplyAliases(_options.Alias, directory, whole, attempt, out Outcome outcome);
        attempt.Leave();
        if (isAliased) return outcome;
        bool isData = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
        return new(isData ? OutcomeKind.DataUrl : OutcomeKind.External, text);
    }

    private static bool IsUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("//", StringComparison.Ordinal);
}
