namespace Inox.Bundler.Resolution;

/// <summary>The state of one call to the resolver: what holds for it, and what it met on its way.</summary>
internal sealed class Attempt
{
    private const int MaxDepth = 64;

    private readonly List<(string Directory, string Text)> _open = [];

    public required KindProfile Profile { get; init; }

    public required TsConfig? TsConfig { get; init; }

    /// <summary>Whether the importer is TypeScript, so that <c>./a.js</c> may name <c>a.ts</c>.</summary>
    public required bool IsTypeScript { get; init; }

    /// <summary>Filled only when the caller is to be told; a resolution that succeeds makes no list.</summary>
    public List<string>? Tried { get; init; }

    public ResolveFailure? Failure { get; set; }

    /// <summary>The folder of the package that the request names, once it was seen.</summary>
    public Folder? PackageFolder { get; set; }

    /// <summary>False when the same request is already being followed, or aliases grow without end.</summary>
    public bool Enter(string directory, string text)
    {
        if (_open.Count >= MaxDepth) return false;
        _open.Add((directory, text));
        return true;
    }

    public bool IsOpen(string directory, string text) => _open.Contains((directory, text));

    public void Leave() => _open.RemoveAt(_open.Count - 1);

    public Outcome Fail(ResolveReason reason, string subject, string? configPath = null, IReadOnlyList<string>? choices = null)
    {
        Failure = new(reason) { Subject = subject, ConfigPath = configPath, Choices = choices ?? [] };
        return Outcome.Failed;
    }
}
