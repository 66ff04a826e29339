using System.Text;

namespace Inox.Css;

/// <summary>Writes an import that stays. Conditions of several imports on the way cannot be joined in one rule: they become imports of imports in data URLs.</summary>
internal static class ExternalImport
{
    public static string Write(BundleItem item)
    {
        string url = item.Url!;
        ConditionPath[] steps = item.Path.ToArray();
        if (steps.Length == 0) return Statement(url, null);
        for (int i = steps.Length - 1; i > 0; i--) url = "data:text/css," + Uri.EscapeDataString(Statement(url, steps[i].Own) + ";");
        return Statement(url, steps[0].Own);
    }

    private static string Statement(string url, CssImportConditions? conditions)
    {
        StringBuilder text = new("@import ");
        text.Append(CssEscapes.QuotedString(url));
        if (conditions?.Layer is { } layer) text.Append(layer.IsEmpty ? " layer" : $" layer({layer})");
        if (conditions?.Supports is { } supports) text.Append($" supports({supports})");
        if (conditions?.Media is { } media) text.Append($" {media}");
        return text.ToString();
    }
}
