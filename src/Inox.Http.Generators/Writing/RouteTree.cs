namespace Inox.Http.Generators;

/// <summary>The routes of an assembly by segments. Literals come before parameters, constrained parameters before free ones, catch-alls last.</summary>
internal sealed class RouteTree
{
    public Dictionary<string, RouteTree> Literals { get; } = new(StringComparer.Ordinal);

    public List<(EquatableArray<string> Constraints, RouteTree Child)> Parameters { get; } = [];

    /// <summary>Routes that end in a catch-all here.</summary>
    public List<Entry> CatchAlls { get; } = [];

    /// <summary>Routes that end here.</summary>
    public List<Entry> Ends { get; } = [];

    public static RouteTree Build(IReadOnlyList<Entry> entries)
    {
        RouteTree root = new();
        foreach (Entry entry in entries) root.Add(entry, 0);
        return root;
    }

    private void Add(Entry entry, int depth)
    {
        EquatableArray<Segment> segments = entry.Route.Pattern.Segments;
        if (depth == segments.Count)
        {
            Ends.Add(entry);
            return;
        }
        Segment segment = segments[depth];
        switch (segment.Kind)
        {
            case SegmentKind.CatchAll:
                CatchAlls.Add(entry);
                break;
            case SegmentKind.Literal:
                if (!Literals.TryGetValue(segment.Text, out RouteTree? child)) Literals[segment.Text] = child = new();
                child.Add(entry, depth + 1);
                break;
            default:
                int index = Parameters.FindIndex(each => each.Constraints.Equals(segment.Constraints));
                if (index < 0)
                {
                    // The more a parameter asks for, the sooner it is tried.
                    index = Parameters.FindIndex(each => each.Constraints.Count < segment.Constraints.Count);
                    if (index < 0) index = Parameters.Count;
                    Parameters.Insert(index, (segment.Constraints, new()));
                }
                Parameters[index].Child.Add(entry, depth + 1);
                break;
        }
    }

    /// <summary>A route with the number it has in the table.</summary>
    internal sealed record Entry(int Number, RouteModel Route, HandlerModel Handler);
}
