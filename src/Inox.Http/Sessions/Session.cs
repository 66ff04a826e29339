using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Inox.Http;

/// <summary>
/// What the server remembers of one visitor, as text by name. A handler takes it as a parameter; the layer <see cref="Sessions"/> loads it before and saves it after, when it has changed. A handler
/// that sends its response in pieces calls <see cref="SaveAsync"/> before the first one.
/// </summary>
public sealed class Session
{
    private readonly Sessions _layer;
    private readonly HttpExchange _exchange;
    private Dictionary<string, string> _values = [];
    private string? _ticket;
    private DateTimeOffset _savedAt;
    private bool _isChanged;

    internal Session(Sessions layer, HttpExchange exchange)
    {
        _layer = layer;
        _exchange = exchange;
    }

    /// <summary>Whether nothing was ever saved in it.</summary>
    public bool IsNew => _ticket is null;

    public ICollection<string> Names => _values.Keys;

    /// <summary>A value; null when there is none, and to remove it.</summary>
    public string? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set
        {
            if (value is null ? !_values.Remove(name) : _values.TryGetValue(name, out string? before) && before == value) return;
            if (value is not null) _values[name] = value;
            _isChanged = true;
        }
    }

    /// <exception cref="InvalidOperationException">The application has no layer <see cref="Sessions"/>.</exception>
    public static Session Of(HttpExchange exchange) => exchange.Find<Session>() ?? throw new InvalidOperationException("the application has no sessions: add the layer with Use(new Sessions())");

    /// <summary>A value of a type with a JSON shape; default when there is none.</summary>
    public T? Get<T>(string name, JsonTypeInfo<T> type) => this[name] is { } text ? JsonSerializer.Deserialize(text, type) : default;

    public void Set<T>(string name, T value, JsonTypeInfo<T> type) => this[name] = JsonSerializer.Serialize(value, type);

    /// <summary>Keeps the values under a new ticket. To be called when a visitor signs in: a ticket somebody planted before is then worth nothing.</summary>
    public async ValueTask RenewAsync()
    {
        if (_ticket is not null) await _layer.Store.RemoveAsync(_ticket);
        _ticket = null;
        _isChanged = true;
    }

    /// <summary>Forgets everything, here and at the client.</summary>
    public async ValueTask EndAsync()
    {
        if (_ticket is not null) await _layer.Store.RemoveAsync(_ticket);
        _values = [];
        _ticket = null;
        _isChanged = false;
        _exchange.Cookies.Delete(_layer.CookieName);
    }

    /// <summary>Saves what has changed. The layer does it behind the handler.</summary>
    /// <exception cref="InvalidOperationException">The response has started, so that its cookie cannot be sent any more.</exception>
    public async ValueTask SaveAsync()
    {
        bool isStale = _ticket is not null && DateTimeOffset.UtcNow - _savedAt > _layer.Lifetime / 2;
        if (!_isChanged && !isStale) return;
        if (_exchange.Response.HasStarted)
        {
            // Only what was changed is worth a failure; a longer life can wait for the next request.
            if (_isChanged) throw new InvalidOperationException("the session has changed after the response has started: call SaveAsync before");
            return;
        }
        _savedAt = DateTimeOffset.UtcNow;
        _ticket = await _layer.Store.SaveAsync(_ticket, SessionData.Write(_savedAt, _values), _layer.Lifetime);
        _isChanged = false;
        if (_ticket is null)
        {
            // Ended or renewed by another request, while this one was at work: that one has told the client what its cookie is.
            _values = [];
            return;
        }
        _exchange.Cookies.Set(new Cookie(_layer.CookieName, _ticket) { MaxAge = _layer.Lifetime, IsSecure = _layer.IsSecure });
    }

    internal async ValueTask LoadAsync(string ticket)
    {
        // A ticket nobody knows is not kept: the client does not choose what its session is called.
        if (await _layer.Store.LoadAsync(ticket) is not { } data || !SessionData.TryRead(data, out _savedAt, out Dictionary<string, string> values)) return;
        _values = values;
        _ticket = ticket;
    }
}
