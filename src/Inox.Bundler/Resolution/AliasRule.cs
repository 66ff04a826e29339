using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Another name for a request. <c>a</c> also stands for <c>a/b</c>, <c>a$</c> for <c>a</c> alone, <c>@/*</c> hands what the star
/// matched to the star of its targets. The targets are tried in order; none at all makes the module empty.
/// </summary>
public sealed record AliasRule
{
    public AliasRule(string name, params ReadOnlySpan<string> targets)
    {
        IsExact = name.EndsWith('$');
        Name = IsExact ? name[..^1] : name;
        Targets = [.. targets];
        int star = Name.IndexOf('*');
        if (IsExact || star < 0 || star != Name.LastIndexOf('*')) return;
        Prefix = Name[..star];
        Suffix = Name[(star + 1)..];
    }

    public string Name { get; }

    public bool IsExact { get; }

    public ImmutableArray<string> Targets { get; }

    /// <summary>Whether what the rule names is to be replaced by an empty module.</summary>
    public bool IsIgnored => Targets.IsEmpty;

    internal string? Prefix { get; }

    internal string? Suffix { get; }

    public static AliasRule Ignore(string name) => new(name);

    internal bool MatchesName(string request) =>
        request.StartsWith(Name, StringComparison.Ordinal)
        && (request.Length == Name.Length || (!IsExact && (request[Name.Length] == '/' || Name.EndsWith('/'))));

    internal bool MatchesPattern(string request) =>
        Prefix is not null
        && request.Length >= Prefix.Length + Suffix!.Length
        && request.StartsWith(Prefix, StringComparison.Ordinal)
        && request.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The request with <paramref name="target"/> in place of the name; null when it already leads there.</summary>
    internal string? Apply(string request, string target)
    {
        if (MatchesPattern(request))
        {
            string match = request[Prefix!.Length..^Suffix!.Length];
            int star = target.IndexOf('*');
            return star < 0 ? target : string.Concat(target.AsSpan(0, star), match, target.AsSpan(star + 1));
        }
        // `recursive` → `recursive/dir`: `recursive/dir/x` is the answer, not the question.
        bool alreadyThere = request.StartsWith(target, StringComparison.Ordinal)
            && (request.Length == target.Length || request[target.Length] == '/');
        return alreadyThere ? null : string.Concat(target, request.AsSpan(Name.Length));
    }
}
