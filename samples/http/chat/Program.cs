using System.Collections.Concurrent;
using Inox.Http;

await new HttpApp(Routes.Table).AddState(new Rooms()).RunAsync(args);

internal sealed class Rooms
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<WebSocketSession, string>> _rooms = new();

    public async Task JoinAsync(string room, string name, WebSocketSession session)
    {
        ConcurrentDictionary<WebSocketSession, string> members = _rooms.GetOrAdd(room, _ => new());
        members[session] = name;
        await SayAsync(members, $"{name} joined");
        try
        {
            while (await session.ReceiveAsync() is { } message) await SayAsync(members, $"{name}: {message.Text}");
        }
        finally
        {
            members.TryRemove(session, out _);
            await SayAsync(members, $"{name} left");
        }
    }

    private static async Task SayAsync(ConcurrentDictionary<WebSocketSession, string> members, string text)
    {
        foreach (WebSocketSession member in members.Keys)
        {
            try
            {
                await member.SendAsync(text);
            }
            catch (Exception exception) when (exception is IOException or System.Net.WebSockets.WebSocketException or ObjectDisposedException)
            {
                // Gone between two messages; its own loop takes it out.
                members.TryRemove(member, out _);
            }
        }
    }
}

internal static class Chat
{
    [Get("/rooms/{room:slug}")]
    internal static WebSocketUpgrade Join(string room, string name, State<Rooms> rooms) => new(session => rooms.Value.JoinAsync(room, name, session));

    [Get("/")]
    internal static Html Page() => Html.Raw("""
        <!doctype html><title>Chat</title><ul id="log"></ul><form><input autofocus><button>Send</button></form>
        <script>
          const socket = new WebSocket(`ws://${location.host}/rooms/lobby?name=${encodeURIComponent(prompt("Your name?") || "somebody")}`);
          socket.onmessage = event => { const item = document.createElement("li"); item.textContent = event.data; log.append(item); };
          document.forms[0].onsubmit = event => { event.preventDefault(); const [input] = event.target; socket.send(input.value); input.value = ""; };
        </script>
        """);
}
