namespace Inox.Http.Generators;

/// <summary>
/// Reads `/users/{id:int:min(1)}/{rest*}`. A parameter is a whole segment; a catch-all is the last one and takes at least nothing.
/// </summary>
internal static class PatternReader
{
    /// <returns>The pattern, or null with a fault and the place of it in <paramref name="text"/>.</returns>
    public static RoutePattern? Read(string text, out string fault, out int start, out int length)
    {
        fault = "";
        start = 0;
        length = text.Length;
        if (text.Length == 0 || text[0] != '/')
        {
            fault = "a route starts with a slash";
            return null;
        }
        List<Segment> segments = [];
        for (int at = 1; at <= text.Length;)
        {
            int end = text.IndexOf('/', at);
            if (end < 0) end = text.Length;
            start = at;
            length = end - at;
            if (segments.Count > 0 && segments[segments.Count - 1].Kind == SegmentKind.CatchAll) fault = "nothing may follow a catch-all";
            Segment? segment = fault.Length > 0 ? null : ReadSegment(text.Substring(at, end - at), out fault);
            if (segment is null) return null;
            if (segment.Kind != SegmentKind.Literal && segments.Any(other => other.Kind != SegmentKind.Literal && other.Text == segment.Text))
            {
                fault = $"`{{{segment.Text}}}` is there twice";
                return null;
            }
            segments.Add(segment);
            at = end + 1;
        }
        return new(text, new(segments));
    }

    private static Segment? ReadSegment(string text, out string fault)
    {
        fault = "";
        if (text.Length == 0 || text[0] != '{')
        {
            if (text.IndexOfAny(['{', '}']) >= 0) fault = "a parameter must be a whole segment";
            else if (text.IndexOfAny(['?', '#', '\\', ' ', '%']) >= 0) fault = "a literal segment is written decoded and holds no `?`, `#`, `%`, backslash or blank";
            return fault.Length > 0 ? null : new(SegmentKind.Literal, text, default, text);
        }
        if (text[text.Length - 1] != '}')
        {
            fault = "a parameter must be a whole segment, closed by `}`";
            return null;
        }
        string inside = text.Substring(1, text.Length - 2);
        bool isCatchAll = inside.EndsWith("*", StringComparison.Ordinal);
        if (isCatchAll) inside = inside.Substring(0, inside.Length - 1);
        string[] parts = inside.Split(':');
        if (!IsIdentifier(parts[0]))
        {
            fault = $"`{parts[0]}` is no name for a parameter";
            return null;
        }
        List<string> constraints = [];
        foreach (string part in parts.Skip(1))
        {
            if (ConstraintReader.Read(part) is not { } constraint)
            {
                fault = $"`{part}` is no constraint; there are {ConstraintReader.Names}";
                return null;
            }
            constraints.Add(constraint);
        }
        return new(isCatchAll ? SegmentKind.CatchAll : SegmentKind.Parameter, parts[0], new(constraints), text);
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
