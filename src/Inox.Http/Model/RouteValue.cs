namespace Inox.Http;

/// <summary>What a <c>{parameter}</c> of a route matched, as a part of <see cref="HttpRequest.Path"/>.</summary>
internal readonly record struct RouteValue(int Start, int Length);
