namespace Inox.Http;

/// <summary>One part of a request that was not as it must be.</summary>
public readonly record struct ProblemError(string Name, string Detail);
