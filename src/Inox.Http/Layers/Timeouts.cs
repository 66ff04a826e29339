namespace Inox.Http;

/// <summary>
/// Cancels a handler that takes longer, through <see cref="HttpExchange.Aborted"/>, and answers 503 when it has ended by that; one that has started its response is
/// cut off.
/// </summary>
public sealed class Timeouts(TimeSpan limit) : ILayer
{
    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        ValueTask handling = next(exchange);
        return handling.IsCompleted ? handling : WaitAsync(exchange, handling.AsTask());
    };

    // The exchange belongs to the handler until it has ended: it is cancelled and waited for, never left running.
    private async ValueTask WaitAsync(HttpExchange exchange, Task handling)
    {
        try
        {
            // Its timer ends with it: one that ran on would stay in memory for the whole limit, for each request.
            await handling.WaitAsync(limit);
            return;
        }
        catch (TimeoutException) when (!handling.IsCompleted)
        {
            exchange.Cancel();
        }
        await handling;
    }
}
