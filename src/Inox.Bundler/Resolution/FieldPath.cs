using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>A field of package.json: <c>exports</c>, or <c>["publishConfig", "exports"]</c> for one inside another.</summary>
public readonly record struct FieldPath(ImmutableArray<string> Keys)
{
    public static implicit operator FieldPath(string key) => new([key]);

    public override string ToString() => string.Join('.', Keys);
}
