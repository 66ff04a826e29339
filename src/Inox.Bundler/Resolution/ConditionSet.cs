using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>The conditions that hold for one kind of request. <c>default</c> always does.</summary>
internal sealed class ConditionSet(params IEnumerable<string> names)
{
    private readonly HashSet<string> _names = [.. names];

    public IEnumerable<string> Names => _names;

    public bool Holds(string condition) => condition == "default" || _names.Contains(condition);

    public static ConditionSet Of(ImmutableArray<string> common, ImmutableArray<string> own) => new([.. common, .. own]);
}
