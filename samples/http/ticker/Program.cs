using System.Runtime.CompilerServices;
using Inox.Http;

await new HttpApp(Routes.Table).RunAsync(args);

internal static class Ticker
{
    [Get("/ticks")]
    internal static ServerSentEvents Ticks(CancellationToken gone, int every = 1000) => new(CountAsync(TimeSpan.FromMilliseconds(every), gone));

    [Get("/")]
    internal static Html Page() => Html.Raw("""<!doctype html><title>Ticker</title><output id="o"></output><script>new EventSource("/ticks").onmessage = e => o.value = e.data</script>""");

    private static async IAsyncEnumerable<ServerSentEvent> CountAsync(TimeSpan every, [EnumeratorCancellation] CancellationToken gone)
    {
        for (int i = 0; !gone.IsCancellationRequested; i++)
        {
            yield return new($"tick {i}", Id: $"{i}");
            await Task.Delay(every, gone);
        }
    }
}
