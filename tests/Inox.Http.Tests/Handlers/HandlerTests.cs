using System.Text.Json;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>What generated code does with requests, through the client without a socket.</summary>
public sealed class HandlerTests
{
    private static readonly TestClient s_client = new(new HttpApp(Routes.Table) { Log = ConsoleLog.Quiet }.AddState(new Users()));

    [Theory]
    [InlineData("/", 200, "root")]
    [InlineData("/void", 204, "")]
    [InlineData("/task", 204, "")]
    [InlineData("/later", 200, "later")]
    [InlineData("/bytes", 200, "\u0001\u0002\u0003")]
    [InlineData("/int/42", 200, "int 42")]
    [InlineData("/int/-1", 200, "int -1")]
    [InlineData("/int/x", 400, null)]
    [InlineData("/int/99999999999", 400, null)]
    [InlineData("/int/", 404, null)]
    [InlineData("/int", 404, null)]
    [InlineData("/int/1/", 404, null)]
    [InlineData("/kinds/7", 200, "id 7")]
    [InlineData("/kinds/0f8fad5b-d9cb-469f-a165-70867728950e", 200, "guid 0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("/kinds/seven", 200, "name seven")]
    [InlineData("/kinds/special", 200, "special")]
    [InlineData("/kinds/a%20b", 200, "name a b")]
    [InlineData("/kinds/a%2Fb", 200, "name a/b")]
    [InlineData("/kinds/a%252Fb", 200, "name a%2Fb")]
    [InlineData("/kinds/7/a/b", 200, "7: a/b")]
    [InlineData("/kinds/7/", 200, "7: ")]
    [InlineData("/kinds/x/a", 404, null)]
    [InlineData("/files/a/b/c.txt", 200, "a/b/c.txt")]
    [InlineData("/files/", 200, "")]
    [InlineData("/files", 200, "")]
    [InlineData("/files/known", 200, "known")]
    [InlineData("/files/known/more", 200, "known/more")]
    [InlineData("/filesx", 404, null)]
    [InlineData("/range/5", 200, "5")]
    [InlineData("/range/10", 404, null)]
    [InlineData("/query?q=a", 200, "a 1 - False")]
    [InlineData("/query?q=a%20b+c&page=3&colour=green&deep=true", 200, "a b c 3 Green True")]
    [InlineData("/query?%71=a", 200, "a 1 - False")]
    [InlineData("/query?q=", 200, " 1 - False")]
    [InlineData("/query?page=2", 400, null)]
    [InlineData("/query?q=a&page=x", 400, null)]
    [InlineData("/query?q=a&colour=9", 400, null)]
    [InlineData("/date?day=2026-11-24&x=1.5", 200, "2026-11-24 1.5 0")]
    [InlineData("/date?day=24.11.&x=1.5", 400, null)]
    [InlineData("/shape", 200, "1 - name")]
    [InlineData("/shape?page=2&size=10&sort=age", 200, "2 10 age")]
    [InlineData("/shape?page=x", 400, null)]
    [InlineData("/seen?n=5", 200, "5")]
    [InlineData("/seen?n=x", 200, "the query parameter `n` is no whole number of its range")]
    [InlineData("/seen", 200, "the query parameter `n` is missing")]
    [InlineData("/field", 400, null)]
    [InlineData("/guarded", 401, null)]
    [InlineData("/maybe", 200, "nobody")]
    [InlineData("/users/1", 200, """{"id":1,"name":"Ada","mail":null}""")]
    [InlineData("/users/9", 404, null)]
    [InlineData("/nullable/2", 200, """{"id":2,"name":"Grace","mail":"g@example.org"}""")]
    [InlineData("/nullable/9", 404, null)]
    [InlineData("/users", 200, """[{"id":1,"name":"Ada","mail":null},{"id":2,"name":"Grace","mail":"g@example.org"}]""")]
    [InlineData("/hosted", 200, "none")]
    [InlineData("/version", 200, "one")]
    [InlineData("/fails", 500, null)]
    [InlineData("/%C3%A9cran/%C3%A9", 200, "é")]
    [InlineData("/exchange", 200, "/exchange")]
    [InlineData("/nested", 200, "nested root")]
    [InlineData("/nested/deep", 200, "nested deep")]
    [InlineData("/nested/x/y", 404, "lost /nested/x/y")]
    [InlineData("/nestedx", 404, null)]
    [InlineData("/nowhere", 404, null)]
    [InlineData("/private/7?page=2", 200, "7 on 2")]
    [InlineData("/private/text/a", 200, "a")]
    [InlineData("/private/later", 200, "later")]
    public async Task Gets(string target, int status, string? body)
    {
        TestResponse response = await s_client.GetAsync(target);
        Assert.Equal(status, response.Status);
        if (body is not null) Assert.Equal(body, response.Text);
        else Assert.Equal(status, JsonDocument.Parse(response.Body).RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/hosted", "Host", "api.example.org:8080", "api")]
    [InlineData("/hosted", "Host", "API.example.org", "api")]
    [InlineData("/hosted", "Host", "x.example.org", "any")]
    [InlineData("/hosted", "Host", "example.org", "none")]
    [InlineData("/version", "X-Version", "2", "two")]
    [InlineData("/version", "X-Version", "3", "one")]
    [InlineData("/guarded", "Authorization", "Bearer ada", "ada")]
    [InlineData("/maybe", "Authorization", "Bearer ada", "ada")]
    public async Task LooksAtFields(string target, string name, string value, string body) =>
        Assert.Equal(body, (await s_client.GetAsync(target, (name, value))).Text);

    [Fact]
    public async Task BindsFieldsAndCookies()
    {
        TestResponse response = await s_client.GetAsync("/field", ("X-Thing", "a"), ("Cookie", "x=1; sid=\"abc\"; sid=2"));
        Assert.Equal("a abc", response.Text);
    }

    [Theory]
    [InlineData("GET", "/users", 200, null)]
    [InlineData("HEAD", "/users", 200, null)]
    [InlineData("DELETE", "/users", 405, "GET, HEAD, POST, OPTIONS")]
    [InlineData("OPTIONS", "/users", 204, "GET, HEAD, POST, OPTIONS")]
    [InlineData("OPTIONS", "/users/1", 204, "GET, HEAD, PUT, PATCH, OPTIONS")]
    [InlineData("OPTIONS", "/nowhere", 404, null)]
    [InlineData("POST", "/", 405, "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/files/known", 200, null)]
    [InlineData("PURGE", "/cache/a", 200, null)]
    [InlineData("PURGE", "/users", 501, null)]
    [InlineData("GET", "/cache/a", 404, null)]
    [InlineData("TRACE", "/users", 405, "GET, HEAD, POST, OPTIONS")]
    public async Task KnowsMethods(string method, string target, int status, string? allow)
    {
        TestResponse response = await s_client.SendAsync(method, target);
        Assert.Equal(status, response.Status);
        if (allow is not null) Assert.Equal(allow, response.Field("Allow"));
    }

    [Theory]
    [InlineData("""{"name":"Alan","age":41}""", 201, """{"id":3,"name":"Alan","mail":null}""")]
    [InlineData("""{"name":"","age":-1}""", 422, null)]
    [InlineData("""{"name":"Alan","age":"old"}""", 422, null)]
    [InlineData("""{"name":"Alan",""", 400, null)]
    [InlineData("null", 422, null)]
    [InlineData("", 400, null)]
    public async Task ReadsJson(string json, int status, string? body)
    {
        TestResponse response = await s_client.PostJsonAsync("/users", json);
        Assert.Equal(status, response.Status);
        if (body is null) return;
        Assert.Equal(body, response.Text);
        Assert.Equal("/users/3", response.Field("Location"));
    }

    [Fact]
    public async Task RefusesOtherTypesAndSizes()
    {
        Assert.Equal(415, (await s_client.SendAsync("POST", "/users", "{}"u8.ToArray())).Status);
        Assert.Equal(415, (await s_client.PostJsonAsync("/form", "{}")).Status);
        Assert.Equal(413, (await s_client.SendAsync("POST", "/small", new byte[11])).Status);
        Assert.Equal("10", (await s_client.SendAsync("POST", "/small", new byte[10])).Text);
        Assert.Equal("11", (await s_client.SendAsync("POST", "/raw", new byte[11])).Text);
        Assert.Equal("11", (await s_client.SendAsync("POST", "/stream", new byte[11])).Text);
    }

    [Theory]
    [InlineData("name=A+B&age=3", 200, "A B 3")]
    [InlineData("name=%C3%A9&age=3", 200, "é 3")]
    [InlineData("name=&age=3", 422, null)]
    [InlineData("age=x", 400, null)]
    public async Task ReadsForms(string pairs, int status, string? body)
    {
        TestResponse response = await s_client.PostFormAsync("/form", pairs);
        Assert.Equal(status, response.Status);
        if (body is not null) Assert.Equal(body, response.Text);
    }

    [Fact]
    public async Task ShowsProblemsToHandlersThatAsk()
    {
        Assert.Equal("Ada", (await s_client.PostFormAsync("/seen-form", "name=Ada&age=3")).Text);
        Assert.Equal("name, age", (await s_client.PostFormAsync("/seen-form", "age=x")).Text);
        Assert.Equal("Ada", (await s_client.PostJsonAsync("/maybe-json", "{\"name\":\"Ada\",\"age\":1}")).Text);
        Assert.Equal("nobody", (await s_client.SendAsync("POST", "/maybe-json")).Text);
        Assert.Equal(400, (await s_client.PostJsonAsync("/maybe-json", "{")).Status);
    }

    [Fact]
    public async Task NamesEveryMistake()
    {
        JsonElement problem = JsonDocument.Parse((await s_client.PostFormAsync("/form", "age=x")).Body).RootElement;
        Assert.Equal(["name", "age"], problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task AnswersUnionsAndLayers()
    {
        TestResponse response = await s_client.SendAsync("PUT", "/users/2", """{"name":"X","age":1}"""u8.ToArray(), ("Content-Type", "application/json"));
        Assert.Equal((303, "/users"), (response.Status, response.Field("Location")));
        response = await s_client.SendAsync("PATCH", "/users/1", """{"name":"X","age":1}"""u8.ToArray(), ("Content-Type", "application/json; charset=utf-8"));
        Assert.Equal((200, """{"id":1,"name":"X","mail":null}"""), (response.Status, response.Text));
        Assert.Equal("1", (await s_client.GetAsync("/layered")).Field("X-Stamp"));
    }

    [Fact]
    public async Task KeepsSecrets()
    {
        TestResponse response = await s_client.GetAsync("/fails");
        Assert.DoesNotContain("secret", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void LinksAndDocumentsRoutes()
    {
        Assert.Equal("/users/7", Routes.Uris.SampleHandlersFind(7));
        Assert.Equal("/kinds/a%2Fb", Routes.Uris.SampleHandlersByName("a/b"));
        Assert.Equal("/files/a/b%20c", Routes.Uris.SampleHandlersFiles("a/b c"));
        JsonElement document = JsonDocument.Parse(Routes.Table.OpenApi).RootElement;
        JsonElement post = document.GetProperty("paths").GetProperty("/users").GetProperty("post");
        Assert.Equal("Adds a user.", post.GetProperty("summary").GetString());
        Assert.Equal("#/components/schemas/NewUser", post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.Equal(["id", "name"], document.GetProperty("components").GetProperty("schemas").GetProperty("User").GetProperty("required").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task MissingStateEndsTheStart()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new HttpApp(Routes.Table).StartAsync("http://127.0.0.1:0"));
        Assert.Contains("Users", exception.Message, StringComparison.Ordinal);
    }
}
