using Inox.Bundler.Resolution;
using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Resolution;

/// <summary>
/// One tree of files and questions about it, asked under both path styles. Paths are written with forward slashes from the root; an importer
/// that ends with a slash is a folder. Answers: a path with its suffix, or a kind and what it is about.
/// </summary>
internal sealed class Check(Dictionary<string, string> files)
{
    private static readonly PathStyle[] s_styles = [PathStyle.Posix, PathStyle.Windows];

    /// <summary>Symbolic links: place and target.</summary>
    public Dictionary<string, string> Links { get; init; } = [];

    public void Resolves(ResolverOptions options, params (string Importer, string Request, string Expected)[] rows) =>
        Run(_ => options, ImportKind.Import, rows);

    public void Resolves(ResolverOptions options, ImportKind kind, params (string Importer, string Request, string Expected)[] rows) =>
        Run(_ => options, kind, rows);

    /// <summary>For options with paths: the function spells them as the file system does.</summary>
    public void ResolvesWith(Func<Func<string, string>, ResolverOptions> options, params (string Importer, string Request, string Expected)[] rows) =>
        Run(options, ImportKind.Import, rows);

    private void Run(Func<Func<string, string>, ResolverOptions> options, ImportKind kind, (string Importer, string Request, string Expected)[] rows)
    {
        List<string> wrong = [];
        foreach (PathStyle style in s_styles)
        {
            InMemoryFileSystem system = Make(style);
            Resolver resolver = new(system, options(system.Spell));
            foreach ((string importer, string request, string expected) in rows)
            {
                string written = request.Replace("{root}", system.Spell("/").TrimEnd('/', '\\'), StringComparison.Ordinal);
                string actual = Show(Ask(resolver, system, importer, written, kind), style);
                if (actual != expected) wrong.Add($"{style.Separator} {importer} asks for {request}: expected {expected}, got {actual}");
            }
        }
        if (wrong.Count > 0) Assert.Fail(string.Join('\n', wrong));
    }

    /// <summary>Runs an assertion on a resolver of each style; <c>spell</c> makes a path of the style.</summary>
    public void ForEachStyle(ResolverOptions options, Action<Resolver, InMemoryFileSystem> assert)
    {
        foreach (PathStyle style in s_styles)
        {
            InMemoryFileSystem system = Make(style);
            assert(new(system, options), system);
        }
    }

    public InMemoryFileSystem Make(PathStyle style)
    {
        InMemoryFileSystem system = new(style, files);
        foreach ((string link, string target) in Links) system.AddLink(link, target);
        return system;
    }

    public static string Show(string path, PathStyle style) => style == PathStyle.Posix ? path : style.ToSlashes(path)["C:".Length..];

    private static ResolveResult Ask(Resolver resolver, InMemoryFileSystem system, string importer, string request, ImportKind kind) =>
        importer.EndsWith('/')
            ? resolver.ResolveFrom(system.Spell(importer), request, kind)
            : resolver.Resolve(system.Spell(importer), request, kind);

    private static string Show(ResolveResult result, PathStyle style) => result.Kind switch
    {
        ResolveKind.File => Show(result.Path, style) + result.Suffix,
        ResolveKind.Directory => $"folder {Show(result.Path, style)}{result.Suffix}",
        ResolveKind.NotFound => $"error {result.Failure!.Reason}",
        ResolveKind.Ignored => $"ignored {(style.IsAbsolute(result.Path) ? Show(result.Path, style) : result.Path)}",
        ResolveKind.Builtin => $"builtin {result.Path}",
        ResolveKind.External => $"external {result.Path}",
        _ => $"data {result.Path}",
    };
}
