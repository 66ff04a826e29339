namespace Inox.Http;

/// <summary>Answers one exchange. A handler that completes synchronously never leaves the event loop; one that awaits resumes on it.</summary>
public delegate ValueTask HttpHandler(HttpExchange exchange);
