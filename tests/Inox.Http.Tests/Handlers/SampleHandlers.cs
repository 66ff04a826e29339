using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inox.Http.Tests;

public sealed record User(int Id, string Name, string? Mail = null);

public sealed record NewUser(string Name, int Age) : IValidated
{
    public IEnumerable<ProblemError> Validate()
    {
        if (Name.Length == 0) yield return new("name", "must not be empty");
        if (Age < 0) yield return new("age", "must not be negative");
    }
}

public sealed record Paging(int Page = 1, int? Size = null, string Sort = "name");

public enum Colour
{
    Red,
    Green,
}

public sealed class Users
{
    public Dictionary<int, User> All { get; } = new() { [1] = new(1, "Ada"), [2] = new(2, "Grace", "g@example.org") };
}

/// <summary>A guard: whoever sends the right token.</summary>
public sealed record Caller(string Name) : IFromRequest<Caller>
{
    public static ValueTask<Result<Caller, Problem>> FromRequestAsync(HttpExchange exchange) =>
        new(exchange.Request.Fields.Text("Authorization"u8) is "Bearer ada" ? new Caller("ada") : Problem.Unauthorized("who are you?"));
}

public sealed class Stamp : ILayer
{
    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        exchange.Response.AddField("X-Stamp"u8, "1"u8);
        return next(exchange);
    };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(User[]))]
[JsonSerializable(typeof(NewUser))]
[JsonSerializable(typeof(Paging))]
internal sealed partial class TestJson : JsonSerializerContext;

internal static class SampleHandlers
{
    [Get("/")]
    public static string Root() => "root";

    [Get("/void")]
    public static void Nothing()
    {
    }

    [Get("/task")]
    public static async Task Later() => await Task.Yield();

    [Get("/later")]
    public static async Task<string> LaterText()
    {
        await Task.Yield();
        return "later";
    }

    [Get("/bytes")]
    public static byte[] Bytes() => [1, 2, 3];

    [Get("/int/{id}")]
    public static string Number(int id) => $"int {id}";

    [Get("/kinds/{id:int}")]
    public static string ById(int id) => $"id {id}";

    [Get("/kinds/{id:guid}")]
    public static string ByGuid(Guid id) => $"guid {id}";

    [Get("/kinds/{name}")]
    public static string ByName(string name) => $"name {name}";

    [Get("/kinds/special")]
    public static string Special() => "special";

    [Get("/kinds/{id:int}/{rest*}")]
    public static string Rest(int id, string rest) => $"{id}: {rest}";

    [Get("/files/{path*}")]
    public static string Files(string path) => path;

    [Get("/files/known")]
    public static string Known() => "known";

    [Post("/files/known")]
    public static string PostKnown() => "posted";

    [Get("/range/{n:range(1, 9)}")]
    public static string Ranged(int n) => $"{n}";

    [Get("/query")]
    public static string FromQuery(string q, int page = 1, Colour? colour = null, bool deep = false) => $"{q} {page} {colour?.ToString() ?? "-"} {deep}";

    [Get("/date")]
    public static string Date(DateOnly day, double x, DateTime? at) => $"{day:yyyy-MM-dd} {x.ToString(System.Globalization.CultureInfo.InvariantCulture)} {at?.Year ?? 0}";

    [Get("/shape")]
    public static string Shape(Query<Paging> page) => $"{page.Value.Page} {page.Value.Size?.ToString() ?? "-"} {page.Value.Sort}";

    [Get("/seen")]
    public static string Seen(Result<int, Problem> n) => n.IsOk ? $"{n.Value}" : n.Error.Detail!;

    [Get("/field")]
    public static string Field([FromField("X-Thing")] string thing, [FromCookie("sid")] string? session) => $"{thing} {session ?? "-"}";

    [Get("/guarded")]
    public static string Guarded(Caller caller) => caller.Name;

    [Get("/maybe")]
    public static string Maybe(Caller? caller) => caller?.Name ?? "nobody";

    [Get("/users/{id:int}")]
    public static Result<User, Problem> Find(int id, State<Users> users) =>
        users.Value.All.TryGetValue(id, out User? user) ? user : Problem.NotFound($"there is no user {id}");

    [Get("/nullable/{id:int}")]
    public static User? FindOrNull(int id, State<Users> users) => users.Value.All.GetValueOrDefault(id);

    [Get("/users")]
    public static Json<User[]> List(State<Users> users) => new([.. users.Value.All.Values]);

    /// <summary>Adds a user.</summary>
    [Post("/users")]
    public static Created<User> Add(Json<NewUser> user) => new(new(3, user.Value.Name), Routes.Uris.SampleHandlersFind(3));

    [Put("/users/{id:int}"), Patch("/users/{id:int}")]
    public static AnyOf<User, Redirect> Change(int id, Json<NewUser> user) => id == 1 ? new User(1, user.Value.Name) : new Redirect("/users");

    [Post("/form")]
    public static string Form(Form<NewUser> form) => $"{form.Value.Name} {form.Value.Age}";

    [Post("/seen-form")]
    public static string SeenForm(Result<Form<NewUser>, Problem> form) => form.IsOk ? form.Value.Value.Name : string.Join(", ", form.Error.Errors.Select(error => error.Name));

    [Post("/maybe-json")]
    public static string MaybeJson(Json<NewUser>? user) => user?.Value.Name ?? "nobody";

    [Post("/raw")]
    public static string Raw(Body body) => $"{body.Bytes.Length}";

    [Post("/stream")]
    public static async Task<string> Stream(Stream body)
    {
        using MemoryStream copy = new();
        await body.CopyToAsync(copy);
        return $"{copy.Length}";
    }

    [Post("/small"), BodyLimit(10)]
    public static string Small(Body body) => $"{body.Bytes.Length}";

    [Get("/layered"), Layer<Stamp>]
    public static string Layered() => "layered";

    [Get("/hosted", Host = "api.example.org")]
    public static string ApiHost() => "api";

    [Get("/hosted", Host = "*.example.org")]
    public static string AnyHost() => "any";

    [Get("/hosted")]
    public static string NoHost() => "none";

    [Get("/version", Field = "X-Version: 2")]
    public static string Second() => "two";

    [Get("/version")]
    public static string First() => "one";

    [Route("PURGE", "/cache/{key}")]
    public static string Purge(string key) => $"purged {key}";

    [Get("/fails")]
    public static string Fails() => throw new InvalidOperationException("secret");

    [Get("/écran/{naïve}")]
    public static string Unicode(string naïve) => naïve;

    [Get("/exchange")]
    public static void Exchange(HttpExchange exchange, HttpRequest request, HttpResponse response, CancellationToken cancellation) =>
        response.Write(request.Path);

    [Prefix("/nested")]
    internal static class Nested
    {
        [Get("/")]
        public static string Root() => "nested root";

        [Get("/deep")]
        public static string Deep() => "nested deep";

        [Catch(404, "/nested")]
        public static string Lost(HttpRequest request) => $"lost {System.Text.Encoding.UTF8.GetString(request.Path)}";
    }
}

/// <summary>Handlers that only the table may call.</summary>
internal static partial class PrivateHandlers
{
    [Get("/private/{id:int}")]
    static Result<string, Problem> Find(int id, Query<Paging> page, State<Users> users) => $"{id} on {page.Value.Page}";

    [Get("/private/text/{text}")]
    static string Find(string text) => text;

    public sealed partial record Nested
    {
        [Get("/private/later")]
        private static async Task<string> LaterAsync()
        {
            await Task.Yield();
            return "later";
        }
    }
}
