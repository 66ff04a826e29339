namespace Inox.Css;

/// <summary>
/// A property whose keywords vendors have had other names for. Where targets are known, the standard keyword takes the place of all of its names
/// and gets those that targets need; else each stays.
/// </summary>
internal sealed class VendorKeywordHandler : DeclarationHandler
{
    private readonly List<TypedDeclaration> _kept = [];
    private TypedDeclaration? _current;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (TryPass(declaration, context)) return;
        if (_current is { } earlier && !earlier.Value.Same(declaration.Value)) Replace(earlier, declaration, context.Targets.Browsers is not null);
        _current = declaration;
    }

    private void Replace(TypedDeclaration earlier, TypedDeclaration declaration, bool hasTargets)
    {
        string name = declaration.Value.Text;
        bool isVendor = name[0] == '-', isSame = VendorKeywords.Standard(earlier.Value.Text) == VendorKeywords.Standard(name);
        if (!isVendor && (hasTargets || !isSame)) _kept.Clear();
        else if (!hasTargets || !isSame || earlier.Value.Text[0] == '-') _kept.Add(earlier);
    }

    public override void Finish(DeclarationContext context)
    {
        if (_current is not { } current) return;
        foreach (TypedDeclaration kept in _kept) context.Add(kept);
        if (context.Targets.Browsers is not null)
        {
            foreach (string name in VendorKeywords.Needed(current.Value.Text, context.Targets)) context.Add(current.With(new Keyword(name)));
        }

        context.Add(current);
        _kept.Clear();
        _current = null;
    }
}

/// <summary>The names that vendors have had for keywords of <c>display</c> and <c>position</c>.</summary>
internal static class VendorKeywords
{
    private static readonly (string Standard, VendorPrefix Prefix, bool IsFirstFlexbox, string Name)[] s_names =
    [
        ("flex", VendorPrefix.Webkit, true, "-webkit-box"),
        ("flex", VendorPrefix.Moz, true, "-moz-box"),
        ("flex", VendorPrefix.Webkit, false, "-webkit-flex"),
        ("flex", VendorPrefix.Ms, false, "-ms-flexbox"),
        ("inline-flex", VendorPrefix.Webkit, true, "-webkit-inline-box"),
        ("inline-flex", VendorPrefix.Moz, true, "-moz-inline-box"),
        ("inline-flex", VendorPrefix.Webkit, false, "-webkit-inline-flex"),
        ("inline-flex", VendorPrefix.Ms, false, "-ms-inline-flexbox"),
        ("sticky", VendorPrefix.Webkit, false, "-webkit-sticky"),
    ];

    /// <summary>What the keyword is called today.</summary>
    public static string Standard(string name)
    {
        foreach ((string standard, _, _, string own) in s_names)
        {
            if (own == name) return standard;
        }

        return name;
    }

    /// <summary>The older names of a keyword that targets need, oldest first.</summary>
    public static List<string> Needed(string standard, TargetSet targets)
    {
        List<string> names = [];
        VendorPrefix prefixes = targets.PrefixesOf(standard == "flex" ? "display-flex" : standard);
        foreach ((string own, VendorPrefix prefix, bool isFirst, string name) in s_names)
        {
            if (own == standard && ((isFirst ? LegacyFlexbox.FirstPrefixes(targets) : prefixes) & prefix) != 0) names.Add(name);
        }

        return names;
    }
}
