namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>Syntax that a later edition than ES5 brought; a row of <see cref="SyntaxFeatures"/> each.</summary>
internal enum SyntaxFeature : byte
{
    ArrowFunction, Class, Let, Const, TemplateLiteral, Destructuring, Spread, RestParameter, DefaultParameter, ForOf, Generator, NewTarget,
    ShorthandProperty, ShorthandMethod, ComputedKey, Module, RegExpUnicodeFlag, RegExpStickyFlag,
    Exponent,
    AsyncFunction,
    ObjectRest, ObjectSpread, AsyncGenerator, ForAwait, TaggedEscape, RegExpDotAllFlag, RegExpNamedGroup, RegExpLookbehind, RegExpProperty,
    OptionalCatchBinding,
    DynamicImport, BigInt, OptionalChaining, NullishCoalescing, ImportMeta, ExportNamespace,
    LogicalAssignment,
    ClassField, PrivateMember, StaticBlock, PrivateIn, TopLevelAwait, RegExpIndicesFlag,
    Hashbang,
    RegExpSetsFlag,
    ImportAttributes, RegExpModifiers, RegExpDuplicateGroup,
    Using, AwaitUsing, Accessor, ImportPhase, Decorator,
}

/// <summary>Which edition brought a feature, and what it is called in a message.</summary>
internal static class SyntaxFeatures
{
    private static readonly (SyntaxFeature Feature, EcmaVersion Version, string Name)[] s_rows =
    [
        (SyntaxFeature.ArrowFunction, EcmaVersion.Es2015, "an arrow function"),
        (SyntaxFeature.Class, EcmaVersion.Es2015, "`class`"),
        (SyntaxFeature.Let, EcmaVersion.Es2015, "`let`"),
        (SyntaxFeature.Const, EcmaVersion.Es2015, "`const`"),
        (SyntaxFeature.TemplateLiteral, EcmaVersion.Es2015, "a template literal"),
        (SyntaxFeature.Destructuring, EcmaVersion.Es2015, "destructuring"),
        (SyntaxFeature.Spread, EcmaVersion.Es2015, "`...` in a list"),
        (SyntaxFeature.RestParameter, EcmaVersion.Es2015, "a rest parameter"),
        (SyntaxFeature.DefaultParameter, EcmaVersion.Es2015, "a default of a parameter"),
        (SyntaxFeature.ForOf, EcmaVersion.Es2015, "`for` ... `of`"),
        (SyntaxFeature.Generator, EcmaVersion.Es2015, "a generator"),
        (SyntaxFeature.NewTarget, EcmaVersion.Es2015, "`new.target`"),
        (SyntaxFeature.ShorthandProperty, EcmaVersion.Es2015, "a shorthand property"),
        (SyntaxFeature.ShorthandMethod, EcmaVersion.Es2015, "a method of an object literal"),
        (SyntaxFeature.ComputedKey, EcmaVersion.Es2015, "a computed key"),
        (SyntaxFeature.Module, EcmaVersion.Es2015, "`import` or `export`"),
        (SyntaxFeature.RegExpUnicodeFlag, EcmaVersion.Es2015, "the regular expression flag `u`"),
        (SyntaxFeature.RegExpStickyFlag, EcmaVersion.Es2015, "the regular expression flag `y`"),
        (SyntaxFeature.Exponent, EcmaVersion.Es2016, "`**`"),
        (SyntaxFeature.AsyncFunction, EcmaVersion.Es2017, "an async function"),
        (SyntaxFeature.ObjectRest, EcmaVersion.Es2018, "`...` in an object pattern"),
        (SyntaxFeature.ObjectSpread, EcmaVersion.Es2018, "`...` in an object"),
        (SyntaxFeature.AsyncGenerator, EcmaVersion.Es2018, "an async generator"),
        (SyntaxFeature.ForAwait, EcmaVersion.Es2018, "`for await`"),
        (SyntaxFeature.TaggedEscape, EcmaVersion.Es2018, "an escape that only a tagged template may hold"),
        (SyntaxFeature.RegExpDotAllFlag, EcmaVersion.Es2018, "the regular expression flag `s`"),
        (SyntaxFeature.RegExpNamedGroup, EcmaVersion.Es2018, "a named group in a regular expression"),
        (SyntaxFeature.RegExpLookbehind, EcmaVersion.Es2018, "a lookbehind in a regular expression"),
        (SyntaxFeature.RegExpProperty, EcmaVersion.Es2018, "`\\p` in a regular expression"),
        (SyntaxFeature.OptionalCatchBinding, EcmaVersion.Es2019, "`catch` without a binding"),
        (SyntaxFeature.DynamicImport, EcmaVersion.Es2020, "`import()`"),
        (SyntaxFeature.BigInt, EcmaVersion.Es2020, "a BigInt literal"),
        (SyntaxFeature.OptionalChaining, EcmaVersion.Es2020, "`?.`"),
        (SyntaxFeature.NullishCoalescing, EcmaVersion.Es2020, "`??`"),
        (SyntaxFeature.ImportMeta, EcmaVersion.Es2020, "`import.meta`"),
        (SyntaxFeature.ExportNamespace, EcmaVersion.Es2020, "`export * as`"),
        (SyntaxFeature.LogicalAssignment, EcmaVersion.Es2021, "a logical assignment"),
        (SyntaxFeature.ClassField, EcmaVersion.Es2022, "a class field"),
        (SyntaxFeature.PrivateMember, EcmaVersion.Es2022, "a private member"),
        (SyntaxFeature.StaticBlock, EcmaVersion.Es2022, "a static block"),
        (SyntaxFeature.PrivateIn, EcmaVersion.Es2022, "a private name before `in`"),
        (SyntaxFeature.TopLevelAwait, EcmaVersion.Es2022, "a top-level `await`"),
        (SyntaxFeature.RegExpIndicesFlag, EcmaVersion.Es2022, "the regular expression flag `d`"),
        (SyntaxFeature.Hashbang, EcmaVersion.Es2023, "a `#!` line"),
        (SyntaxFeature.RegExpSetsFlag, EcmaVersion.Es2024, "the regular expression flag `v`"),
        (SyntaxFeature.ImportAttributes, EcmaVersion.Es2025, "an import attribute"),
        (SyntaxFeature.RegExpModifiers, EcmaVersion.Es2025, "a group with flags in a regular expression"),
        (SyntaxFeature.RegExpDuplicateGroup, EcmaVersion.Es2025, "a second group of the same name in a regular expression"),
        // in no edition up to 2026
        (SyntaxFeature.Using, EcmaVersion.EsNext, "`using`"),
        (SyntaxFeature.AwaitUsing, EcmaVersion.EsNext, "`await using`"),
        (SyntaxFeature.Accessor, EcmaVersion.EsNext, "`accessor`"),
        (SyntaxFeature.ImportPhase, EcmaVersion.EsNext, "an import phase"),
        (SyntaxFeature.Decorator, EcmaVersion.EsNext, "a decorator"),
    ];

    public static EcmaVersion VersionOf(SyntaxFeature feature) => s_rows[(int)feature].Version;

    private const ulong NotLowered = 1UL << (int)SyntaxFeature.Module | 1UL << (int)SyntaxFeature.RegExpLookbehind | 1UL << (int)SyntaxFeature.RegExpModifiers | 1UL << (int)SyntaxFeature.DynamicImport
        | 1UL << (int)SyntaxFeature.BigInt | 1UL << (int)SyntaxFeature.ImportMeta | 1UL << (int)SyntaxFeature.TopLevelAwait | 1UL << (int)SyntaxFeature.Hashbang | 1UL << (int)SyntaxFeature.ImportAttributes
        | 1UL << (int)SyntaxFeature.ImportPhase;

    private const ulong Es2015 = 1UL << (int)SyntaxFeature.ArrowFunction | 1UL << (int)SyntaxFeature.Class | 1UL << (int)SyntaxFeature.Let | 1UL << (int)SyntaxFeature.Const | 1UL << (int)SyntaxFeature.TemplateLiteral
        | 1UL << (int)SyntaxFeature.Destructuring | 1UL << (int)SyntaxFeature.Spread | 1UL << (int)SyntaxFeature.RestParameter | 1UL << (int)SyntaxFeature.DefaultParameter | 1UL << (int)SyntaxFeature.ForOf
        | 1UL << (int)SyntaxFeature.Generator | 1UL << (int)SyntaxFeature.NewTarget | 1UL << (int)SyntaxFeature.ShorthandMethod | 1UL << (int)SyntaxFeature.ShorthandProperty | 1UL << (int)SyntaxFeature.ComputedKey;

    private const ulong Newer = ~Es2015 & ~NotLowered;

    /// <summary>The features that have another form in older syntax.</summary>
    public const ulong Lowerable = ~NotLowered;

    public static ulong Bit(SyntaxFeature feature) => 1UL << (int)feature;

    /// <summary>
    /// What must be lowered along: the forms that lowering writes, and what cannot stand inside of them. Without one of the large features of
    /// ES2015 the others go too, and without them all that came later.
    /// </summary>
    public static ulong WithImplied(ulong features)
    {
        const ulong core = 1UL << (int)SyntaxFeature.ArrowFunction | 1UL << (int)SyntaxFeature.Class | 1UL << (int)SyntaxFeature.Let | 1UL << (int)SyntaxFeature.Const | 1UL << (int)SyntaxFeature.Destructuring
            | 1UL << (int)SyntaxFeature.Spread | 1UL << (int)SyntaxFeature.RestParameter | 1UL << (int)SyntaxFeature.DefaultParameter | 1UL << (int)SyntaxFeature.ForOf | 1UL << (int)SyntaxFeature.Generator
            | 1UL << (int)SyntaxFeature.NewTarget | 1UL << (int)SyntaxFeature.ShorthandMethod | 1UL << (int)SyntaxFeature.ComputedKey;
        if ((features & core) != 0) features |= Es2015 | (Newer & ~(1UL << (int)SyntaxFeature.RegExpUnicodeFlag | 1UL << (int)SyntaxFeature.RegExpStickyFlag));
        if ((features & 1UL << (int)SyntaxFeature.AsyncFunction) != 0) features |= 1UL << (int)SyntaxFeature.AsyncGenerator | 1UL << (int)SyntaxFeature.ForAwait | 1UL << (int)SyntaxFeature.AwaitUsing;
        if ((features & 1UL << (int)SyntaxFeature.AsyncGenerator) != 0) features |= 1UL << (int)SyntaxFeature.ForAwait;
        return features & Lowerable;
    }

    public static string NameOf(SyntaxFeature feature) => s_rows[(int)feature].Name;

    /// <summary>A bit for each feature that is newer than <paramref name="target"/>.</summary>
    public static ulong NewerThan(EcmaVersion target)
    {
        ulong newer = 0;
        foreach ((SyntaxFeature feature, EcmaVersion version, _) in s_rows) if (version > target) newer |= 1UL << (int)feature;
        return newer;
    }
}
