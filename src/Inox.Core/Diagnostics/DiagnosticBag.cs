namespace Inox.Core;

/// <summary>Collects diagnostics from several threads.</summary>
public sealed class DiagnosticBag
{
    private readonly Lock _lock = new();
    private readonly List<Diagnostic> _diagnostics = [];
    private int _errors;

    public int Count
    {
        get
        {
            lock (_lock) return _diagnostics.Count;
        }
    }

    public bool HasErrors => Volatile.Read(ref _errors) > 0;

    public void Add(Diagnostic diagnostic)
    {
        lock (_lock)
        {
            _diagnostics.Add(diagnostic);
            if (diagnostic.Severity == Severity.Error) _errors++;
        }
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>
    /// What was added, by path, place, code and message, so that a run on several threads reports in the same order each time; those
    /// about no file come first.
    /// </summary>
    public Diagnostic[] ToSortedArray()
    {
        Diagnostic[] sorted;
        lock (_lock) sorted = [.. _diagnostics];
        Array.Sort(sorted, Compare);
        return sorted;
    }

    private static int Compare(Diagnostic a, Diagnostic b)
    {
        int order = string.CompareOrdinal(a.Source?.Path, b.Source?.Path);
        if (order == 0) order = a.Span.Start.CompareTo(b.Span.Start);
        if (order == 0) order = a.Span.End.CompareTo(b.Span.End);
        if (order == 0) order = string.CompareOrdinal(a.Code, b.Code);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }
}
