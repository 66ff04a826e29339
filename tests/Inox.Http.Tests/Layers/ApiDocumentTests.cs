using System.Text.Json;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>The document of an API and the page to try it.</summary>
public sealed class ApiDocumentTests
{
    [Fact]
    public async Task ServesDocumentAndPage()
    {
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Use(new ApiDocument(Routes.Table) { Title = "Users \"API\"", Version = "2", Prefix = "/v2" }));
        JsonElement document = JsonDocument.Parse((await client.GetAsync("/openapi.json")).Text).RootElement;
        Assert.Equal(("3.1.0", "Users \"API\"", "2"), (document.GetProperty("openapi").GetString(), document.GetProperty("info").GetProperty("title").GetString(), document.GetProperty("info").GetProperty("version").GetString()));
        JsonElement upload = document.GetProperty("paths").GetProperty("/v2/uploads").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        JsonElement fields = upload.GetProperty("multipart/form-data").GetProperty("schema").GetProperty("properties");
        Assert.Equal(("string", "array"), (fields.GetProperty("title").GetProperty("type").GetString(), fields.GetProperty("pages").GetProperty("type").GetString()));
        TestResponse page = await client.GetAsync("/docs");
        Assert.Equal("text/html; charset=utf-8", page.Field("Content-Type"));
        Assert.Contains("fetch(\"/openapi.json\")", page.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await client.GetAsync("/docs/")).Status);
    }
}
