namespace System.Runtime.CompilerServices;

/// <summary>What `init` and records need from the framework, which netstandard2.0 does not have.</summary>
internal static class IsExternalInit;
