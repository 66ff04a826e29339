using Inox.Core;

namespace Inox.JavaScript.Parsing;

/// <summary>The diagnostics of one parse. Speculation takes <see cref="Count"/> and gives it back to <see cref="Truncate"/>.</summary>
internal sealed class ParseErrorLog(SourceText source, bool keepsEarlyErrors)
{
    private readonly List<Diagnostic> _items = [];

    public int Count => _items.Count;

    public SourceText Source => source;

    /// <summary>Reports what the grammar allows and a rule forbids.</summary>
    public void AddEarly(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        if (keepsEarlyErrors) Add(descriptor, span, arguments);
    }

    public void Add(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments) =>
        Add(new() { Descriptor = descriptor, Source = source, Span = span, Arguments = arguments.ToArray() });

    /// <summary>Reports with the place that explains it, such as the bracket that was never closed.</summary>
    public void AddRelated(DiagnosticDescriptor descriptor, TextSpan span, TextSpan related, string label, params ReadOnlySpan<string> arguments) =>
        Add(new()
        {
            Descriptor = descriptor,
            Source = source,
            Span = span,
            Arguments = arguments.ToArray(),
            Related = [new(source, related, label)],
        });

    public void Add(Diagnostic diagnostic)
    {
        // two findings about one place are one finding to the reader
        if (_items.Count > 0 && _items[^1].Span.Start == diagnostic.Span.Start) return;
        _items.Add(diagnostic);
    }

    public void Truncate(int count) => _items.RemoveRange(count, _items.Count - count);

    /// <summary>Forgets what was found at or behind a place by a reading that is replaced by another.</summary>
    public void TruncateFrom(int start)
    {
        while (_items.Count > 0 && _items[^1].Span.Start >= start) _items.RemoveAt(_items.Count - 1);
    }

    public Diagnostic[] ToArray() => _items.Count == 0 ? [] : [.. _items];
}
