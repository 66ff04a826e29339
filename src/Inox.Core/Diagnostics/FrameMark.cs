namespace Inox.Core;

/// <summary>The part of a span on one line: columns in UTF-16 code units from the start of the line, half open.</summary>
internal readonly record struct FrameMark(int Start, int End, bool IsPrimary, string? Label);
