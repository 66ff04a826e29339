using System.Text;
using Inox.Http;

// Usage: Proxy http://127.0.0.1:8080 http://127.0.0.1:9000
Upstream upstream = new(args.Length > 1 ? args[1] : "http://127.0.0.1:9000");
await new HttpApp(Routes.Table).AddState(upstream).RunAsync(args.Length > 0 ? args[0] : "http://127.0.0.1:8080");

internal sealed class Upstream(string address)
{
    public HttpMessageInvoker Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Uri Resolve(string target) => new(new Uri(address), target);
}

internal static class Proxy
{
    private static readonly HashSet<string> s_hopByHop = new(StringComparer.OrdinalIgnoreCase)
        { "Connection", "Keep-Alive", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Content-Length", "Host", "Expect", "Date" };

    [Get("/{path*}"), Post("/{path*}"), Put("/{path*}"), Delete("/{path*}"), Patch("/{path*}")]
    internal static async Task Forward(string path, HttpExchange exchange, State<Upstream> upstream, CancellationToken gone)
    {
        HttpRequest from = exchange.Request;
        using HttpRequestMessage to = new(new(Encoding.ASCII.GetString(from.MethodBytes)), upstream.Value.Resolve(Encoding.ASCII.GetString(from.Target)));
        if (from.HasBody) to.Content = new StreamContent(from.OpenBody());
        foreach (FieldLine line in from.Fields)
        {
            string name = Encoding.ASCII.GetString(line.Name), value = Encoding.UTF8.GetString(line.Value);
            if (!s_hopByHop.Contains(name) && !to.Headers.TryAddWithoutValidation(name, value)) to.Content?.Headers.TryAddWithoutValidation(name, value);
        }
        if (exchange.Connection.Remote is { } client) to.Headers.TryAddWithoutValidation("X-Forwarded-For", client.Address.ToString());
        using HttpResponseMessage answer = await SendAsync(upstream.Value.Client, to, gone);
        HttpResponse response = exchange.Response;
        response.Status = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (s_hopByHop.Contains(name)) continue;
            foreach (string value in values) response.AddField(Encoding.ASCII.GetBytes(name), value);
        }
        response.ContentLength = answer.Content.Headers.ContentLength;
        await response.StartAsync();
        if (from.Method != RequestMethod.Head) await answer.Content.CopyToAsync(response.OpenBody(), gone);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, HttpRequestMessage request, CancellationToken gone)
    {
        try
        {
            return await client.SendAsync(request, gone);
        }
        catch (HttpRequestException)
        {
            return new(System.Net.HttpStatusCode.BadGateway);
        }
    }
}
