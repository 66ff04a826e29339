namespace Inox.Http.Generators;

internal enum SegmentKind
{
    Literal,
    Parameter,
    CatchAll,
}

/// <summary>One part of a path between slashes.</summary>
/// <param name="Text">The literal, or the parameter's name.</param>
/// <param name="Constraints">Calls of `RouteConstraint`, such as `IsInt32`, with `{0}` where the segment goes.</param>
internal sealed record Segment(SegmentKind Kind, string Text, EquatableArray<string> Constraints, string Declared);

internal sealed record RoutePattern(string Text, EquatableArray<Segment> Segments)
{
    public IEnumerable<string> Parameters => Segments.Where(segment => segment.Kind != SegmentKind.Literal).Select(segment => segment.Text);

    public int IndexOf(string parameter) => Parameters.ToList().IndexOf(parameter);

    /// <summary>What two patterns share when they match the same paths.</summary>
    public string Shape => string.Join("/", Segments.Select(segment => segment.Kind switch
    {
        SegmentKind.Literal => segment.Text,
        SegmentKind.CatchAll => "{*}",
        _ => "{" + string.Join(":", segment.Constraints.OrderBy(text => text, StringComparer.Ordinal)) + "}",
    }));
}
