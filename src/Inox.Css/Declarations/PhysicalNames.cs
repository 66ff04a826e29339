using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>What logical properties are called where targets know physical ones only, by the direction of the text (CSS Logical Properties 1).</summary>
internal static class PhysicalNames
{
    private readonly record struct Entry(CssFeature Feature, string[] LeftToRight, string[] RightToLeft);

    private static readonly FrozenDictionary<string, Entry> s_entries = Create();

    public static string[] Of(string name, TargetSet targets, bool rightToLeft)
    {
        if (!s_entries.TryGetValue(name, out Entry entry) || targets.Supports(entry.Feature)) return [name];
        return rightToLeft ? entry.RightToLeft : entry.LeftToRight;
    }

    private static FrozenDictionary<string, Entry> Create()
    {
        Dictionary<string, Entry> entries = [];
        AddBox("margin-", "margin-", "", CssFeature.LogicalMargin);
        AddBox("padding-", "padding-", "", CssFeature.LogicalPadding);
        AddBox("inset-", "", "", CssFeature.LogicalInset);
        foreach (string part in (string[])["", "-width", "-style", "-color"]) AddBox("border-", "border-", part, CssFeature.LogicalBorders);
        AddSizes("");
        AddSizes("min-");
        AddSizes("max-");
        string[] corners = Borders.Radius.Longhands;
        for (int i = 0; i < corners.Length; i++) entries.Add(Borders.LogicalRadii[i], new(CssFeature.LogicalBorderRadius, [corners[i]], [corners[i ^ 1]]));
        return entries.ToFrozenDictionary();

        void AddBox(string logical, string physical, string part, CssFeature feature)
        {
            string left = $"{physical}left{part}", right = $"{physical}right{part}", top = $"{physical}top{part}", bottom = $"{physical}bottom{part}";
            Add($"{logical}block{part}", feature, [top, bottom], [top, bottom]);
            Add($"{logical}block-start{part}", feature, [top], [top]);
            Add($"{logical}block-end{part}", feature, [bottom], [bottom]);
            Add($"{logical}inline{part}", feature, [left, right], [left, right]);
            Add($"{logical}inline-start{part}", feature, [left], [right]);
            Add($"{logical}inline-end{part}", feature, [right], [left]);
        }

        void AddSizes(string bound)
        {
            Add(bound + "block-size", CssFeature.LogicalSize, [bound + "height"], [bound + "height"]);
            Add(bound + "inline-size", CssFeature.LogicalSize, [bound + "width"], [bound + "width"]);
        }

        void Add(string name, CssFeature feature, string[] leftToRight, string[] rightToLeft) => entries.Add(name, new(feature, leftToRight, rightToLeft));
    }
}
