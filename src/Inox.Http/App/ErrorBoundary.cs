namespace Inox.Http;

/// <summary>
/// Stands around the router and around each layer, so that the layers outside see a failure as a response, whoever failed: an exception becomes a response, and an error status without a body gets the page of its catcher, or a problem body.
/// No stack trace leaves the process outside of development.
/// </summary>
internal sealed class ErrorBoundary(HttpHandler next, Router router)
{
    public ValueTask HandleAsync(HttpExchange exchange)
    {
        ValueTask handling;
        try
        {
            handling = next(exchange);
        }
        catch (Exception exception)
        {
            return RecoverAsync(exchange, exception);
        }
        return handling.IsCompletedSuccessfully ? Finish(exchange) : AwaitAsync(exchange, handling);
    }

    private async ValueTask AwaitAsync(HttpExchange exchange, ValueTask handling)
    {
        try
        {
            await handling;
        }
        catch (Exception exception)
        {
            await RecoverAsync(exchange, exception);
            return;
        }
        await Finish(exchange);
    }

    private ValueTask Finish(HttpExchange exchange)
    {
        HttpResponse response = exchange.Response;
        return response.Status < 400 || response.HasBody || response.HasStarted ? default : CatchAsync(exchange, response.Status, null);
    }

    private async ValueTask RecoverAsync(HttpExchange exchange, Exception exception)
    {
        // Nobody is left to be told.
        if (exchange.IsAborted && exception is IOException or OperationCanceledException) return;
        if (exchange.Response.HasStarted)
        {
            // The client has a head that promises a body: only a broken connection says that it is not whole.
            if (exception is not (IOException or OperationCanceledException)) exchange.App.Log.Failed("a handler failed while it was answering", exception);
            exchange.Transport.Abort();
            return;
        }
        if (exception is OperationCanceledException && exchange.IsTimedOut)
        {
            exchange.Response.ClearContent();
            await CatchAsync(exchange, 503, "the request took too long");
            return;
        }
        if (exception is BadRequestException bad)
        {
            exchange.Response.CloseConnection = true;
            await CatchAsync(exchange, bad.Status, bad.Message);
            return;
        }
        string id = Guid.NewGuid().ToString("N");
        exchange.App.Log.Failed($"a handler failed ({id})", exception);
        exchange.Response.ClearContent();
        await CatchAsync(exchange, 500, exchange.App.IsDevelopment ? exception.ToString() : $"the server failed; its log has more under {id}");
    }

    private async ValueTask CatchAsync(HttpExchange exchange, int status, string? detail)
    {
        HttpResponse response = exchange.Response;
        response.Status = status;
        if (router.FindCatcher(exchange, status) is { } catcher)
        {
            try
            {
                await catcher(exchange);
                if (response.Status == 200) response.Status = status;
                return;
            }
            catch (Exception exception) when (!response.HasStarted)
            {
                exchange.App.Log.Failed("a catcher failed", exception);
            }
        }
        Problem.Write(response, status, detail);
    }
}
