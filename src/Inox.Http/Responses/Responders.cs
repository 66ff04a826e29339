namespace Inox.Http;

/// <summary>Sends the client elsewhere (RFC 9110 section 15.4): 303 after a form, 307 to repeat the method, 308 for good.</summary>
public sealed record Redirect(string Location, int Status = 303) : IResponder
{
    public static Redirect Permanent(string location) => new(location, 308);

    public static Redirect Temporary(string location) => new(location, 307);

    public ValueTask RespondAsync(HttpExchange exchange)
    {
        exchange.Response.Status = Status;
        exchange.Response.SetField("Location"u8, Location);
        return default;
    }
}

/// <summary>A status without a body.</summary>
public readonly record struct StatusOnly(int Status) : IResponder
{
    public static StatusOnly NoContent => new(204);

    public static StatusOnly NotFound => new(404);

    public ValueTask RespondAsync(HttpExchange exchange)
    {
        exchange.Response.Status = Status;
        return default;
    }
}

/// <summary>A body of any type.</summary>
public readonly record struct Content(ReadOnlyMemory<byte> Bytes, string Type, int Status = 200) : IResponder
{
    public ValueTask RespondAsync(HttpExchange exchange)
    {
        exchange.Response.Status = Status;
        exchange.Response.SetField("Content-Type"u8, Type);
        exchange.Response.SetBody(Bytes);
        return default;
    }
}
