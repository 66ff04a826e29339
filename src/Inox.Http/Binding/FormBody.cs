namespace Inox.Http;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> bodies for generated binders.</summary>
public static class FormBody
{
    /// <summary>The encoded pairs: 415 when the body says it is something else.</summary>
    public static async ValueTask<Result<ReadOnlyMemory<byte>, Problem>> ReadAsync(HttpExchange exchange)
    {
        if (!MediaType.IsForm(exchange.Request)) return new Problem(415, "the body must be application/x-www-form-urlencoded");
        return await exchange.Request.ReadAllAsync();
    }
}
