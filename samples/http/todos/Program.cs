using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inox.Http;

HttpApp app = new HttpApp(Routes.Table).AddState(new TodoStore());
app.Use(new RequestIds()).Use(new SecurityHeaders()).Use(new Compression());
await app.RunAsync(args);

internal sealed record Todo(int Id, string Title, bool IsDone);

internal sealed record NewTodo(string Title) : IValidated
{
    public IEnumerable<ProblemError> Validate()
    {
        if (string.IsNullOrWhiteSpace(Title)) yield return new("title", "must not be empty");
    }
}

internal sealed record Filter(bool? Done = null);

internal sealed class TodoStore
{
    private int _last;

    public ConcurrentDictionary<int, Todo> Items { get; } = new();

    public Todo Add(string title)
    {
        Todo todo = new(Interlocked.Increment(ref _last), title, false);
        return Items[todo.Id] = todo;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Todo)), JsonSerializable(typeof(Todo[])), JsonSerializable(typeof(NewTodo))]
internal sealed partial class TodoJson : JsonSerializerContext;

[Prefix("/todos")]
internal static class Todos
{
    [Get("/")]
    internal static Todo[] List(State<TodoStore> store, Query<Filter> filter) =>
        [.. store.Value.Items.Values.Where(todo => filter.Value.Done is null || todo.IsDone == filter.Value.Done).OrderBy(todo => todo.Id)];

    [Get("/{id:int}")]
    internal static Todo? Find(int id, State<TodoStore> store) => store.Value.Items.GetValueOrDefault(id);

    /// <summary>Adds something to do.</summary>
    [Post("/")]
    internal static Created<Todo> Add(Json<NewTodo> body, State<TodoStore> store)
    {
        Todo todo = store.Value.Add(body.Value.Title);
        return new(todo, Routes.Uris.TodosFind(todo.Id));
    }

    [Put("/{id:int}/done")]
    internal static Result<Todo, Problem> Finish(int id, State<TodoStore> store)
    {
        if (!store.Value.Items.TryGetValue(id, out Todo? todo)) return Problem.NotFound($"there is no todo {id}");
        return store.Value.Items[id] = todo with { IsDone = true };
    }

    [Delete("/{id:int}")]
    internal static StatusOnly Remove(int id, State<TodoStore> store) => store.Value.Items.TryRemove(id, out _) ? StatusOnly.NoContent : StatusOnly.NotFound;
}

internal static class Documents
{
    [Get("/openapi.json")]
    internal static Content OpenApi() => new(Routes.Table.OpenApi, "application/json");
}
