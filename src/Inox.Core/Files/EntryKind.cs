namespace Inox.Core;

public enum EntryKind : byte { None, File, Directory }
