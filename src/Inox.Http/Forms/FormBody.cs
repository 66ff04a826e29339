using System.Buffers;
using System.Text;

namespace Inox.Http;

/// <summary>Reads the bodies of forms for generated binders, <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>.</summary>
public static class FormBody
{
    /// <summary>
    /// The fields as encoded pairs: 415 when the body says it is something else. Files of a multipart body are left for the binder as <see cref="FormFiles"/>: small ones in memory,
    /// others in files that are gone when the exchange ends.
    /// </summary>
    public static async ValueTask<Result<ReadOnlyMemory<byte>, Problem>> ReadAsync(HttpExchange exchange)
    {
        if (MediaType.IsForm(exchange.Request)) return await exchange.Request.ReadAllAsync();
        if (!Multipart.TryOpen(exchange, out Multipart? multipart)) return new Problem(415, "the body must be application/x-www-form-urlencoded or multipart/form-data");
        try
        {
            return await CollectAsync(exchange, multipart);
        }
        catch (BadRequestException exception)
        {
            exchange.Response.CloseConnection = true;
            return new Problem(exception.Status, exception.Message);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> CollectAsync(HttpExchange exchange, Multipart multipart)
    {
        FormFiles files = new();
        exchange.DisposeAtEnd(files);
        exchange.Put(files);
        ArrayBufferWriter<byte> pairs = new();
        int left = exchange.Request.MaxBufferedBody;
        while (await multipart.NextAsync() is { } part)
        {
            if (part.FileName is not null)
            {
                await files.TakeAsync(part);
                continue;
            }
            // All fields together are held in memory: the limit is that of the body, not of each.
            ReadOnlyMemory<byte> value = await part.ReadBytesAsync(left);
            left -= value.Length;
            Append(pairs, part.Name, value.Span);
        }
        return pairs.WrittenMemory;
    }

    // The binders read one form of fields: that of a query.
    private static void Append(ArrayBufferWriter<byte> pairs, string name, ReadOnlySpan<byte> value)
    {
        if (pairs.WrittenCount > 0) pairs.Write("&"u8);
        FormText.Encode(Encoding.UTF8.GetBytes(name), pairs);
        pairs.Write("="u8);
        FormText.Encode(value, pairs);
    }
}
