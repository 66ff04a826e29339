using Xunit;

namespace Inox.Http.Tests;

/// <summary>Programs, and what is told at which token; those without a finding must compile.</summary>
public sealed class MustNotCompileTests
{
    private const string Main = "new HttpApp().AddState(new Db()); internal sealed class Db; internal sealed record Item(int Id);";

    [Theory]
    [InlineData("""[Get("/a")] internal static string A() => "";""")]
    [InlineData("""[Get("/a/{id}")] internal static string A(int id) => "";""")]
    [InlineData("""[Get("/a/{id}"), Get("/b/{id}")] internal static string A(int id) => "";""")]
    [InlineData("""[Get("/a")] internal static string A(State<Db> db) => "";""")]
    [InlineData("""[Get("/a/{id:int}")] internal static string A(int id) => ""; [Get("/a/{name}")] internal static string B(string name) => "";""")]
    [InlineData("""[Get("/a", Host = "x")] internal static string A() => ""; [Get("/a")] internal static string B() => "";""")]
    [InlineData("""[Get("/a")] internal static string A() => ""; [Post("/a")] internal static string B() => "";""")]
    [InlineData("""[Get("/a")] internal static string A(int n = 5, string? q = null, double d = 1.5, char c = 'x', long l = 3, decimal m = 2) => "";""")]
    [InlineData("""[Get("/a")] internal static string A(Guid g, TimeSpan t, DateTimeOffset? o, DayOfWeek d = DayOfWeek.Friday) => "";""")]
    [InlineData("""[Get("/a")] internal static string A(int[] a, List<int> b, IList<int> c, ICollection<int> d, IEnumerable<int> e, IReadOnlyList<int> f, IReadOnlyCollection<int> g, HashSet<int> h, SortedSet<int> i) => "";""")]
    [InlineData("""[Get("/a/{id}")] internal static string A(int id) => ""; [Catch(404)] internal static string C() => ""; [Catch(500, "/a")] internal static string D(HttpExchange e) => "";""")]
    [InlineData("""[Get("/a/{id")] internal static string A(int id) => "";""", "IX5001 `{id`")]
    [InlineData("""[Get("a")] internal static string A() => "";""", "IX5001 `a`")]
    [InlineData("""[Get("")] internal static string A() => "";""", "IX5001 `\"`")]
    [InlineData("""[Get("/a/x{id}")] internal static string A(int id) => "";""", "IX5001 `x{id}`")]
    [InlineData("""[Get("/{id}/{id}")] internal static string A(int id) => "";""", "IX5001 `{id}`")]
    [InlineData("""[Get("/{id:even}")] internal static string A(int id) => "";""", "IX5001 `{id:even}`")]
    [InlineData("""[Get("/{id:range(1)}")] internal static string A(int id) => "";""", "IX5001 `{id:range(1)}`")]
    [InlineData("""[Get("/{rest*}/x")] internal static string A(string rest) => "";""", "IX5001 `x`")]
    [InlineData("""[Get("/{1a}")] internal static string A() => "";""", "IX5001 `{1a}`")]
    [InlineData("""[Get("/a?b")] internal static string A() => "";""", "IX5001 `a?b`")]
    [InlineData("""[Get("/a/{id}")] internal static string A() => "";""", "IX5002 `{id}`")]
    [InlineData("""[Get("/a/{id:int}/{x}")] internal static string A(int id) => "";""", "IX5002 `{x}`")]
    [InlineData("""[Get("/a/{id}"), Get("/b/{no}")] internal static string A(int id) => "";""", "IX5002 `{no}`")]
    [InlineData("""[Get("/a")] internal string A() => "";""", "IX5003 `A`")]
    [InlineData("""[Get("/a")] private static string A() => "";""", "IX5003 `A`")]
    [InlineData("""[Get("/a")] static string A() => "";""", "IX5003 `A`")]
    [InlineData("""[Get("/a")] internal static string A<T>() => "";""", "IX5003 `A`")]
    [InlineData("""[Get("/a")] internal static string A(Item item) => "";""", "IX5004 `Item`")]
    [InlineData("""[Get("/a")] internal static string A(object o) => "";""", "IX5004 `object`")]
    [InlineData("""[Get("/a")] internal static string A(Queue<int> q) => "";""", "IX5004 `Queue<int>`")]
    [InlineData("""[Get("/a")] internal static string A(IComparer<int> c) => "";""", "IX5004 `IComparer<int>`")]
    [InlineData("""[Get("/a")] internal static string A(Query<object> o) => "";""", "IX5004 `Query<object>`")]
    [InlineData("""[Post("/a")] internal static string A(Body a, Body b) => "";""", "IX5005 `b`")]
    [InlineData("""[Post("/a")] internal static string A(Stream a, Form<Item> b) => "";""", "IX5005 `b`")]
    [InlineData("""[Get("/a")] internal static string A(State<Uri> u) => "";""", "IX5006 `Uri`")]
    [InlineData("""[Get("/a")] internal static Item A() => new(1);""", "IX5007 `Item`")]
    [InlineData("""[Post("/a")] internal static string A(Json<Item> item) => "";""", "IX5007 `Item`")]
    [InlineData("""[Get("/a")] internal static Result<Item, Problem> A() => new Item(1);""", "IX5007 `Item`")]
    [InlineData("""[Get("/a")] internal static Task<Item[]> A() => null!;""", "IX5007 `Item[]`")]
    [InlineData("""[Get("/a")] internal static int A() => 1;""", "IX5007 `int`")]
    [InlineData("""[Get("/a")] internal static string A() => ""; [Get("/a")] internal static string B() => "";""", "IX5008 `/a`")]
    [InlineData("""[Get("/{a}")] internal static string A(int a) => ""; [Get("/{b}")] internal static string B(int b) => "";""", "IX5008 `/{b}`")]
    [InlineData("""[Get("/{a:int}")] internal static string A(int a) => ""; [Get("/{b:int}")] internal static string B(int b) => "";""", "IX5008 `/{b:int}`")]
    [InlineData("""[Get("/x/{a*}")] internal static string A(string a) => ""; [Get("/x/{b*}")] internal static string B(string b) => "";""", "IX5008 `/x/{b*}`")]
    [InlineData("""[Get("/a/../b")] internal static string A() => "";""", "IX5009 `..`")]
    [InlineData("""[Get("/a")] internal static string A() => ""; [Catch(404, "/b")] internal static string C() => "";""", "IX5010 `Catch(404, \"/b\")`")]
    [InlineData("""[Get("/a")] internal static string A() => ""; [Catch(200)] internal static string C() => "";""", "IX5010 `Catch(200)`")]
    public async Task Tells(string members, params string[] expected) =>
        Assert.Equal(expected, await Compiler.FindAsync($"{Main} internal static class Handlers {{ {members} }}"));

    [Fact]
    public async Task PrefixesCountIntoPlacesAndCollisions()
    {
        Assert.Equal(["IX5002 `{id}`"], await Compiler.FindAsync($$"""{{Main}} [Prefix("/api")] internal static class H { [Get("/a/{id}")] internal static string A() => ""; }"""));
        Assert.Equal(["IX5008 `/api/a`"], await Compiler.FindAsync($$"""
            {{Main}} [Prefix("/api")] internal static class H { [Get("/a")] internal static string A() => ""; } internal static class I { [Get("/api/a")] internal static string B() => ""; }
            """));
    }

    [Theory]
    [InlineData("""internal static partial class H { [Get("/a")] static string A() => ""; }""")]
    [InlineData("""internal static partial class H { public partial struct S { [Get("/a")] private static Task<string> A(int @class = 1) => null!; [Get("/b")] private static string A(string b) => b; } }""")]
    [InlineData("""namespace A.B { internal partial class H { [Get("/a/{id:int}")] protected static Result<string, Problem> A(int id, State<Db> db) => ""; [Catch(404)] static string C() => ""; } }""")]
    [InlineData("""partial class Program { [Get("/a")] static string A() => ""; }""")]
    [InlineData("""internal static class H { internal static partial class I { [Get("/a")] static string A() => ""; } }""", "IX5003 `A`")]
    [InlineData("""internal static partial class H { static partial class I { [Get("/a")] internal static string A() => ""; } }""", "IX5003 `A`")]
    [InlineData("""internal static partial class H { sealed record P(int X = 1); [Get("/a")] static string A(Query<P> p) => ""; }""", "IX5003 `A`")]
    [InlineData("""file static class H { [Get("/a")] internal static string A() => ""; }""", "IX5003 `A`")]
    [InlineData("""internal static class H { static void M() { [Get("/a")] static string A() => ""; A(); } }""", "IX5003 `A`")]
    public async Task TellsWhatCannotBeCalled(string program, params string[] expected) => Assert.Equal(expected, await Compiler.FindAsync($"{Main} {program}"));

    [Fact]
    public async Task KnowsTheShapesOfContexts()
    {
        string program = $$"""{{Main}} [JsonSerializable(typeof(Item))] internal sealed partial class Ctx : JsonSerializerContext; internal static class H { [Get("/a")] internal static Item A() => new(1); [Get("/b")] internal static Item[] B() => []; }""";
        Assert.Equal(["IX5007 `Item[]`"], (await Compiler.FindAsync(program)).Where(line => line.StartsWith("IX", StringComparison.Ordinal)));
    }
}
