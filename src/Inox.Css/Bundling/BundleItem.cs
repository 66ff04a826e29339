namespace Inox.Css;

internal enum BundleItemKind : byte
{
    /// <summary>All rules of a sheet but its imports and what <see cref="LeadingLayers"/> has.</summary>
    Sheet,

    /// <summary>The <c>@layer</c> statements of a sheet that stand before its first import.</summary>
    LeadingLayers,

    /// <summary>An import that stays.</summary>
    External,
}

/// <summary>One part of the output under the conditions of the imports on the way to it.</summary>
internal readonly record struct BundleItem(BundleItemKind Kind, int Sheet, string? Url, ConditionPath Path);
