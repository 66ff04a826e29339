namespace Inox.Core;

/// <summary>One name in a folder. A link has the kind <see cref="EntryKind.None"/> until <see cref="IFileSystem.GetKind"/> follows it.</summary>
public readonly record struct DirectoryEntry(string Name, EntryKind Kind, bool IsLink);
