using System.Globalization;

namespace Inox.Core;

/// <summary>One finding. Cheap to make: its text is put together only when it is shown.</summary>
public sealed record Diagnostic
{
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>The text <see cref="Span"/> points into; null for a finding about no file.</summary>
    public SourceText? Source { get; init; }

    public TextSpan Span { get; init; }

    /// <summary>What the primary span is called in the frame, such as <c>opened here</c>.</summary>
    public string? Label { get; init; }

    /// <summary>Arguments of the descriptor's message and help.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>Other places that explain the finding, in this or another text.</summary>
    public RelatedPlace[] Related { get; init; } = [];

    /// <summary>Lines shown below the frame, such as what was tried.</summary>
    public string[] Notes { get; init; } = [];

    public string Code => Descriptor.Code;

    public Severity Severity => Descriptor.Severity;

    public string Message => Format(Descriptor.Message);

    public string? Help => Descriptor.Help is { } help ? Format(help) : null;

    private string Format(string text) =>
        Arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, Arguments);
}

/// <summary>A second place of a <see cref="Diagnostic"/> with what it has to do with it.</summary>
public readonly record struct RelatedPlace(SourceText Source, TextSpan Span, string Label);
