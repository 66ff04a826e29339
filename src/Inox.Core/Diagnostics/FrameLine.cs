namespace Inox.Core;

/// <summary>A line of a frame, or the window of a long line from <see cref="Start"/> to <see cref="End"/>, with the marks under it.</summary>
internal sealed class FrameLine(int line, int start, int end)
{
    public int Line { get; } = line;

    public int Start { get; } = start;

    public int End { get; } = end;

    public List<FrameMark> Marks { get; } = [];
}
