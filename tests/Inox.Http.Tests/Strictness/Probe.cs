namespace Inox.Http.Tests;

/// <summary>One message to the server and what must come back. <paramref name="Expected"/>: a status, <c>close</c>, or alternatives with a bar.</summary>
public readonly record struct Probe(string Name, string Message, string Expected, string? Body = null);
