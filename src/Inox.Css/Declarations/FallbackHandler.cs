namespace Inox.Css;

/// <summary>
/// Single properties whose later value replaces the earlier where every target reads it, and whose colours get fallbacks. A value with variables
/// replaces too: where its variables fail, no earlier value counts.
/// </summary>
internal sealed class FallbackHandler : DeclarationHandler
{
    private readonly Dictionary<string, int> _last = [];

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        bool replaces = declaration.Value.IsCompatible(context.Targets);
        if (replaces && _last.TryGetValue(declaration.Name, out int index) && !HasRival(context, index)) context.Output[index] = declaration;
        else
        {
            context.AddWithFallbacks(declaration);
            _last[declaration.Name] = context.Output.Count - 1;
        }
    }

    // A value for newer browsers must stay behind the one that it has been given as fallback.
    private static bool HasRival(DeclarationContext context, int index) =>
        (context.Output[index].IsUnparsed && context.Targets.Browsers is not null) || context.Output[index].Value is Keyword { Name: ['-', ..] };

    public override void Finish(DeclarationContext context) => _last.Clear();
}

/// <summary>Properties that some browsers know under a prefix: the same value under several names is one declaration with the prefixes that targets want.</summary>
internal sealed class PrefixHandler : DeclarationHandler
{
    private readonly Dictionary<string, int> _last = [];

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (_last.TryGetValue(declaration.Name, out int index))
        {
            TypedDeclaration earlier = context.Output[index];
            if (earlier.Value.Same(declaration.Value))
            {
                context.Output[index] = earlier with { Prefix = context.Prefixes(earlier.Prefix | declaration.Prefix, declaration.Name) };
                return;
            }

            if (earlier.Prefix == declaration.Prefix && !declaration.IsUnparsed && declaration.Value.IsCompatible(context.Targets))
            {
                context.Output[index] = declaration;
                return;
            }
        }

        context.AddWithFallbacks(declaration with { Prefix = context.Prefixes(declaration.Prefix, declaration.Name) }, narrowsColors: true);
        _last[declaration.Name] = context.Output.Count - 1;
    }

    public override void Finish(DeclarationContext context) => _last.Clear();
}

/// <summary>Colours wherever they stand in a value.</summary>
internal static class ColorLists
{
    /// <summary>The value in older notations, oldest first; <paramref name="result"/> is what comes last.</summary>
    public static List<CssValue> Fallbacks(CssValue value, TargetSet targets, out TypedDeclaration result, TypedDeclaration declaration)
    {
        result = declaration;
        if (targets.Browsers is null) return [];
        FallbackKinds kinds = Needed(value, targets);
        List<CssValue> list = [];
        if ((kinds & FallbackKinds.Rgb) != 0) list.Add(Convert(value, FallbackKinds.Rgb));
        if ((kinds & FallbackKinds.P3) != 0) list.Add(Convert(value, FallbackKinds.P3));

        // Lab is read wherever Oklab is, so it takes its place.
        if ((kinds & FallbackKinds.Lab) != 0) result = declaration.With(Convert(value, FallbackKinds.Lab));
        return list;
    }

    public static FallbackKinds Needed(CssValue value, TargetSet targets) => value switch
    {
        ListValue list => list.Items.Aggregate(FallbackKinds.None, (kinds, item) => kinds | Needed(item, targets)),
        IColored colored => colored.Colors().Aggregate(FallbackKinds.None, (kinds, item) => kinds | Needed(item, targets)),
        _ => ColorFallbacks.Needed(value, targets),
    };

    public static CssValue Convert(CssValue value, FallbackKinds kind) => value switch
    {
        ListValue list => new ListValue(list.Separator, [.. list.Items.Select(item => Convert(item, kind))]),
        IColored colored => colored.WithColors(color => Convert(color, kind)),
        _ => ColorFallbacks.Convert(value, kind),
    };
}

/// <summary>A value with colours in it.</summary>
internal interface IColored
{
    IEnumerable<CssValue> Colors();

    CssValue WithColors(Func<CssValue, CssValue> convert);
}
