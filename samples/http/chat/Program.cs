using System.Collections.Concurrent;
using Inox.Http;

await new HttpApp(Routes.Table).AddState(new Rooms()).RunAsync(args);

internal sealed class Rooms
{
    private readonly ConcurrentDictionary<string, Room> _rooms = new();

    public Room this[string name] => _rooms.GetOrAdd(name, _ => new());
}

internal abstract record RoomMessage(Member Member);

internal sealed record Join(Member Member) : RoomMessage(Member);

internal sealed record Leave(Member Member) : RoomMessage(Member);

internal sealed record Say(Member Member, string Text) : RoomMessage(Member);

/// <summary>Who is in a room. Only its mailbox touches the list, so there is no lock.</summary>
internal sealed class Room : Actor<RoomMessage>
{
    private readonly HashSet<Member> _members = [];

    protected override ValueTask ReceiveAsync(RoomMessage message)
    {
        if (message is Join) _members.Add(message.Member);
        if (message is Leave) _members.Remove(message.Member);
        string line = message switch
        {
            Join => $"{message.Member.Name} joined",
            Leave => $"{message.Member.Name} left",
            _ => $"{message.Member.Name}: {((Say)message).Text}",
        };
        foreach (Member member in _members)
        {
            // Whoever does not keep up is let go: one slow reader must not hold the room.
            if (!member.Tell(line)) member.Drop();
        }
        return default;
    }
}

/// <summary>One connection: its mailbox is what waits to be sent to it.</summary>
internal sealed class Member(string name, WebSocketSession session) : Actor<string>(capacity: 100)
{
    public string Name => name;

    public void Drop() => session.Dispose();

    protected override ValueTask ReceiveAsync(string message) => session.SendAsync(message);

    // Gone between two messages.
    protected override bool Survives(Exception exception) => exception is IOException or System.Net.WebSockets.WebSocketException or ObjectDisposedException;
}

internal static class Chat
{
    [Get("/rooms/{room:slug}")]
    internal static WebSocketUpgrade Enter(string room, string name, State<Rooms> rooms) => new(async session =>
    {
        await using Member member = new(name, session);
        Room entered = rooms.Value[room];
        await entered.TellAsync(new Join(member));
        try
        {
            while (await session.ReceiveAsync() is { } message) await entered.TellAsync(new Say(member, message.Text));
        }
        finally
        {
            // Whoever is gone without a word leaves, too.
            await entered.TellAsync(new Leave(member));
        }
    });

    [Get("/")]
    internal static Html Page() => Html.Raw("""
        <!doctype html><title>Chat</title><ul id="log"></ul><form><input autofocus><button>Send</button></form>
        <script>
          const room = location.hash.slice(1) || "lobby", name = encodeURIComponent(prompt("Your name?") || "somebody");
          const socket = new WebSocket(`ws://${location.host}/rooms/${room}?name=${name}`);
          socket.onmessage = event => { const item = document.createElement("li"); item.textContent = event.data; log.append(item); };
          document.forms[0].onsubmit = event => { event.preventDefault(); const [input] = event.target; socket.send(input.value); input.value = ""; };
        </script>
        """);
}
