namespace Inox.Css;

/// <summary><c>display</c> in its short form: two keywords that are one of the first levels of CSS become that.</summary>
internal static class DisplayParser
{
    private static readonly KeywordSet s_single = new(
        "none", "contents", "table-row-group", "table-header-group", "table-footer-group", "table-row", "table-cell", "table-column-group", "table-column", "table-caption",
        "ruby-base", "ruby-text", "ruby-base-container", "ruby-text-container", "inline-block", "inline-table", "inline-flex", "inline-grid",
        "-webkit-box", "-moz-box", "-webkit-inline-box", "-moz-inline-box", "-webkit-flex", "-ms-flexbox", "-webkit-inline-flex", "-ms-inline-flexbox");

    private static readonly KeywordSet s_outside = new("block", "inline", "run-in"), s_inside = new("flow", "flow-root", "table", "flex", "grid", "ruby");

    public static CssValue? Parse(ref ValueReader reader)
    {
        if (reader.TryKeyword(s_single) is { } single) return single;
        string? outside = null, inside = null;
        bool listItem = false;
        while (!reader.AtEnd)
        {
            if (outside is null && reader.TryKeyword(s_outside) is { } first) outside = first.Name;
            else if (inside is null && reader.TryKeyword(s_inside) is { } second) inside = second.Name;
            else if (!listItem && reader.TryIdent("list-item")) listItem = true;
            else return null;
        }

        if (outside is null && inside is null && !listItem) return null;
        return new Keyword(Shorten(outside, inside, listItem));
    }

    private static string Shorten(string? outside, string? inside, bool listItem)
    {
        inside ??= "flow";
        outside ??= inside == "ruby" ? "inline" : "block";
        if (!listItem)
        {
            return (outside, inside) switch
            {
                ("inline", "flow-root") => "inline-block",
                ("inline", "table") => "inline-table",
                ("inline", "flex") => "inline-flex",
                ("inline", "grid") => "inline-grid",
                ("inline", "ruby") => "ruby",
                (_, "flow") => outside,
                ("block", not "ruby") => inside,
                _ => $"{outside} {inside}",
            };
        }

        string text = outside == "block" ? "" : outside + " ";
        if (inside != "flow") text += inside + " ";
        return text + "list-item";
    }
}
