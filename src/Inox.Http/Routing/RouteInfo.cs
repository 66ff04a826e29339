namespace Inox.Http;

/// <summary>A route as it was declared, for logs, metrics and documents.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Pattern">Such as <c>/users/{id:int}</c>.</param>
/// <param name="Name">Such as <c>Users.Find</c>.</param>
public sealed record RouteInfo(string Method, string Pattern, string Name);
