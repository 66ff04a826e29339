using Inox.Core;

namespace Inox.JavaScript.Printing;

/// <summary>The text of a tree, and the names that its mappings refer to by index when a map was asked for.</summary>
public readonly record struct PrintResult(string Code, string[] MappedNames);
