namespace Inox.Http.Generators;

/// <summary>Writes a method for the link to each handler: a wrong link does not compile.</summary>
internal static class UriWriter
{
    public static void Write(CodeWriter code, List<RouteTree.Entry> entries)
    {
        code.Line("/// <summary>Links to the handlers, with their parameters encoded.</summary>");
        code.Open("public static class Uris");
        HashSet<string> names = [];
        foreach (RouteTree.Entry entry in entries)
        {
            string name = entry.Handler.Title.Replace(".", "");
            if (!names.Add(name)) continue;
            WriteLink(code, name, entry);
        }
        code.Close();
    }

    private static void WriteLink(CodeWriter code, string name, RouteTree.Entry entry)
    {
        List<string> parameters = [];
        System.Text.StringBuilder path = new();
        foreach (Segment segment in entry.Route.Pattern.Segments)
        {
            if (segment.Kind == SegmentKind.Literal)
            {
                path.Append('/').Append(System.Uri.EscapeDataString(segment.Text).Replace("{", "{{").Replace("}", "}}"));
                continue;
            }
            ParameterModel parameter = entry.Handler.Parameters.First(each => each.Value.Kind == BindingKind.RouteText && each.Value.Source == segment.Text);
            parameters.Add($"{parameter.Value.Type} {segment.Text}");
            path.Append($"/{{RouteUri.{(segment.Kind == SegmentKind.CatchAll ? "Path" : "Segment")}({segment.Text})}}");
        }
        code.Line($"/// <summary><c>{entry.Route.Method} {entry.Route.Pattern.Text}</c></summary>");
        code.Line($"public static string {name}({string.Join(", ", parameters)}) => $\"{path}\";");
    }
}
