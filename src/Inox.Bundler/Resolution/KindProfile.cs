using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>The part of <see cref="ResolverOptions"/> that differs between kinds of requests.</summary>
internal sealed class KindProfile
{
    public KindProfile(ResolverOptions options, ImportKind kind)
    {
        bool isRequire = kind is ImportKind.Require or ImportKind.RequireResolve;
        bool isStyle = kind == ImportKind.CssImport;
        Conditions = ConditionSet.Of(
            options.Conditions, isStyle ? options.StyleConditions : isRequire ? options.RequireConditions : options.ImportConditions);
        ImmutableArray<FieldPath> requireFields = options.MainFieldsForRequire.IsEmpty ? options.MainFields : options.MainFieldsForRequire;
        MainFields = isStyle ? options.StyleMainFields : isRequire ? requireFields : options.MainFields;
        Extensions = isStyle ? options.StyleExtensions : options.Extensions;
        ExtensionsInPackages = isStyle || options.ExtensionsInPackages.IsEmpty ? Extensions : options.ExtensionsInPackages;
        // `url(a.png)` and `inox build app.ts` mean the file beside them.
        PreferRelative = options.PreferRelative
            || kind is ImportKind.EntryPoint or ImportKind.NewUrl or ImportKind.CssImport or ImportKind.CssUrl;
    }

    public ConditionSet Conditions { get; }

    public ImmutableArray<FieldPath> MainFields { get; }

    public ImmutableArray<string> Extensions { get; }

    public ImmutableArray<string> ExtensionsInPackages { get; }

    public bool PreferRelative { get; }
}
