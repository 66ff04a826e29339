namespace Inox.Core;

public enum Severity : byte { Error, Warning, Info }
