namespace Inox.Core;

public sealed record RenderOptions
{
    public DiagnosticStyle Style { get; init; }

    /// <summary>Whether <see cref="DiagnosticStyle.Human"/> and <see cref="DiagnosticStyle.Short"/> use ANSI colours.</summary>
    public bool UseColor { get; init; }

    /// <summary>How many characters of a source line a frame shows; longer lines are cut around what is wrong. At least 20.</summary>
    public int Width { get; init; } = 120;

    /// <summary>How many columns apart tab stops are in frames.</summary>
    public int TabWidth { get; init; } = 4;

    /// <summary>The tool that <see cref="DiagnosticStyle.Sarif"/> names.</summary>
    public string ToolName { get; init; } = "inox";

    /// <summary>The tool's version for <see cref="DiagnosticStyle.Sarif"/>, left out when null.</summary>
    public string? ToolVersion { get; init; }
}
