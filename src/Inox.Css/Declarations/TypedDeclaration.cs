using Inox.Core;

namespace Inox.Css;

/// <summary>A declaration while it is optimized: a typed value, or text where the value is not one that the property's grammar tells.</summary>
internal sealed record TypedDeclaration(string Name, VendorPrefix Prefix, CssValue Value, bool IsImportant, TextSpan Span)
{
    /// <summary>Whether the value is text: one with <c>var()</c>, or one that the grammar does not know.</summary>
    public bool IsUnparsed => Value is UnparsedValue;

    /// <summary>Whether the value is one of the keywords that every property takes.</summary>
    public bool IsWide => Value is Keyword keyword && WideKeywords.Is(keyword.Name);

    /// <summary>Whether the declaration takes part in no merge: what it sets is not known here.</summary>
    public bool StandsAlone => IsUnparsed || IsWide;

    public TypedDeclaration With(CssValue value) => this with { Value = value };

    public bool SameAs(TypedDeclaration other) => Name == other.Name && Prefix == other.Prefix && IsImportant == other.IsImportant && Value.Same(other.Value);

    /// <summary>Whether nothing is left of an earlier declaration behind this one.</summary>
    public bool Overrides(TypedDeclaration earlier, TargetSet targets) =>
        Name == earlier.Name && (earlier.Prefix & ~Prefix) == 0 && IsImportant == earlier.IsImportant
        && (Value.Same(earlier.Value) || Name.StartsWith("--", StringComparison.Ordinal) || ((Prefix & VendorPrefix.None) != 0 && Value.IsCompatible(targets) && !Value.HasVendorPrefix));

    /// <summary>A descriptor of an at-rule such as <c>@property</c>.</summary>
    public static TypedDeclaration ParseDescriptor(Declaration node)
    {
        string name = node.Name.ToString().ToLowerInvariant();
        CssValue? value = name switch
        {
            "font-family" => PropertyTable.Find("font-family")!.Parse(node.Value),
            "initial-value" => InitialValues.Parse(node.Value),
            "syntax" => InitialValues.ParseSyntax(node.Value),
            "override-colors" => InitialValues.ParseOverrides(node.Value),
            _ => null,
        };
        return new(name, VendorPrefix.None, value ?? new UnparsedValue(node.Value), node.IsImportant, node.Span);
    }

    /// <summary>A descriptor of <c>@font-face</c>.</summary>
    public static TypedDeclaration ParseFontFace(Declaration node)
    {
        string name = node.Name.ToString().ToLowerInvariant();
        return FontFaceDescriptors.Parse(name, node.Value) is { } value ? new(name, VendorPrefix.None, value, node.IsImportant, node.Span) : Parse(node);
    }

    public static TypedDeclaration Parse(Declaration node)
    {
        if (node.IsCustomProperty) return new(node.Name.ToString(), VendorPrefix.None, new UnparsedValue(node.Value), node.IsImportant, node.Span);
        string name = node.Name.Span.ContainsAnyExceptInRange('-', 'z') || node.Name.Span.ContainsAnyInRange('A', 'Z') ? CssEscapes.Decode(node.Name.Span).ToLowerInvariant() : node.Name.ToString();
        VendorPrefix prefix = VendorPrefixes.Of(name);
        string standard = PrefixedNames.Standard(name, prefix);
        PropertyDefinition? definition = PropertyTable.Find(standard);
        if (definition is null || (prefix != VendorPrefix.None && (definition.Prefixes & prefix) == 0))
        {
            definition = prefix == VendorPrefix.None ? null : PropertyTable.Find(name);
            (standard, prefix) = (name, VendorPrefix.None);
        }

        CssValue value = definition?.Parse(node.Value) ?? new UnparsedValue(node.Value);
        return new(standard, prefix, value, node.IsImportant, node.Span);
    }
}

/// <summary>A value kept as its tokens, its colours in the notation of <paramref name="kind"/> where one is given.</summary>
internal sealed class UnparsedValue(CssText source, FallbackKinds kind = FallbackKinds.None) : CssValue
{
    public CssText Source { get; } = source;

    /// <summary>Whether the value is known where it is used only: browsers take it for valid until then.</summary>
    public bool HasVariables => Source.Span.Contains("var(", StringComparison.OrdinalIgnoreCase) || Source.Span.Contains("env(", StringComparison.OrdinalIgnoreCase);

    // height: -moz-calc(1px) takes the place of no other value: browsers drop what they do not know.
    public override bool IsCompatible(TargetSet targets) => HasVariables;

    public UnparsedValue With(FallbackKinds own) => new(Source, own);

    public override void Write(ValueWriter writer) => TokenText.Write(Source, writer, kind);
}

/// <summary>Values of <c>@property</c> and <c>@font-palette-values</c>, which no property's grammar reads.</summary>
internal static class InitialValues
{
    private static readonly ValueGrammar[] s_known = Array.ConvertAll((string[])["<color>#", "<color>+", "<length-percentage>", "<angle>", "<time>", "<image>", "<number>"], ValueGrammar.Compile);
    private static readonly ValueGrammar s_override = ValueGrammar.Compile("[ <integer> <color> ]#");

    public static CssValue? Parse(CssText text)
    {
        foreach (ValueGrammar grammar in s_known)
        {
            if (Match(grammar, text) is { } value) return value;
        }

        return null;
    }

    public static CssValue? ParseOverrides(CssText text) => Match(s_override, text);

    // "a | <length>": the blanks around the bar mean nothing
    public static CssValue? ParseSyntax(CssText text)
    {
        ValueReader reader = new(text);
        if (reader.TryString() is not { } syntax || !reader.AtEnd) return null;
        string[] parts = syntax.Split('|', StringSplitOptions.TrimEntries);
        return new RawValue($"\"{string.Join('|', parts)}\"", $"\"{string.Join(" | ", parts)}\"");
    }

    private static CssValue? Match(ValueGrammar grammar, CssText text)
    {
        ValueReader reader = new(text);
        return grammar.Match(ref reader) is { } value && reader.Kind == CssTokenKind.EndOfFile ? value : null;
    }
}
