using System.Collections.Concurrent;
using Inox.Http;

namespace PROJECT;

internal sealed record Item(int Id, string Name);

internal sealed record NewItem(string Name) : IValidated
{
    public IEnumerable<ProblemError> Validate()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new("name", "must not be empty");
    }
}

/// <summary>Items in memory; put a database in its place.</summary>
internal sealed class ItemStore
{
    private readonly ConcurrentDictionary<int, Item> _items = new();
    private int _last;

    public Item[] All => [.. _items.Values.OrderBy(item => item.Id)];

    public Item? Find(int id) => _items.GetValueOrDefault(id);

    public Item Add(string name)
    {
        int id = Interlocked.Increment(ref _last);
        return _items[id] = new(id, name);
    }

    public bool Remove(int id) => _items.TryRemove(id, out _);
}

[Prefix("/items")]
internal static class Items
{
    [Get("/")]
    internal static Item[] List(State<ItemStore> store) => store.Value.All;

    /// <summary>Finds one item.</summary>
    [Get("/{id:int}")]
    internal static Result<Item, Problem> Find(int id, State<ItemStore> store) => store.Value.Find(id) is { } item ? item : Problem.NotFound($"there is no item {id}");

    /// <summary>Adds an item.</summary>
    [Post("/")]
    internal static Created<Item> Add(Json<NewItem> item, State<ItemStore> store)
    {
        Item added = store.Value.Add(item.Value.Name);
        return new(added, Routes.Uris.ItemsFind(added.Id));
    }

    [Delete("/{id:int}")]
    internal static StatusOnly Remove(int id, State<ItemStore> store) => store.Value.Remove(id) ? StatusOnly.NoContent : StatusOnly.NotFound;
}
