using System.Net.Http.Headers;
using System.Text;
using Inox.Http.AspNetCore;
using Inox.Testing;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Forms of both codings, with and without files, on both engines.</summary>
public sealed class FormTests
{
    private static readonly TestClient s_client = new(CreateApp());

    private static HttpApp CreateApp() => new HttpApp(Routes.Table) { Log = ConsoleLog.Quiet }.AddState(new Users());

    // `~` is CRLF.
    private static Task<TestResponse> SendAsync(string target, string body, string type = "multipart/form-data; boundary=B", TestClient? client = null) =>
        (client ?? s_client).SendAsync("POST", target, Encoding.UTF8.GetBytes(body.Replace("~", "\r\n")), ("Content-Type", type));

    private static string Part(string head, string content = "x") => $"--B~Content-Disposition: form-data; {head}~~{content}~";

    [Theory]
    [InlineData("--B--", "")]
    [InlineData("--B--~", "")]
    [InlineData("preamble~--B--~epilogue~--B~", "")]
    [InlineData("--B~Content-Disposition: form-data; name=a~~x~--B--", "a|-|-|1")]
    [InlineData("--B \t~Content-Disposition: form-data; name=\"a\"~~x~--B--", "a|-|-|1")]
    [InlineData("--B~CONTENT-DISPOSITION:form-data;NAME=a~~x~--B--", "a|-|-|1")]
    [InlineData("--B~Content-Disposition: form-data; name=a~~~--B--", "a|-|-|0")]
    [InlineData("--B~Content-Disposition: form-data; name=a~~~~--B--", "a|-|-|2")]
    [InlineData("--B~Content-Disposition: form-data; name=a~~-~--~--C~--B--", "a|-|-|10")]
    [InlineData("--B~Content-Type: text/x; q=1~Content-Disposition: form-data; name=a; filename=f~~x~--B--", "a|f|text/x; q=1|1")]
    [InlineData("--B~Content-Disposition: form-data; name=\"a;b\"; filename=\"x; y.txt\"~~x~--B--", "a;b|x; y.txt|-|1")]
    [InlineData("--B~Content-Disposition: form-data; name=\"a\\\"b\"; filename=\"\"~~x~--B--", "a\"b||-|1")]
    [InlineData("--B~Content-Disposition: form-data; name=a; filename=\"C:\\dir\\f.txt\"~~x~--B--", "a|f.txt|-|1")]
    [InlineData("--B~Content-Disposition: form-data; name=a; filename=\"../../etc/passwd\"~~x~--B--", "a|passwd|-|1")]
    [InlineData("--B~Content-Disposition: form-data; name=a; filename=\"é.txt\"~~x~--B--", "a|é.txt|-|1")]
    [InlineData("--B~Content-Disposition: form-data; name=a; filename=x; filename*=UTF-8''%C3%A9%2Fb.txt~~x~--B--", "a|b.txt|-|1")]
    [InlineData("--B~Content-Disposition: form-data; name=a; filename=x; filename*=latin1''%E9~~x~--B--", "a|x|-|1")]
    [InlineData("--B~X-Other: 1~Content-Disposition: form-data; name=a~~x~--B~Content-Disposition: form-data; name=a~~yz~--B--", "a|-|-|1\na|-|-|2")]
    public async Task ReadsParts(string body, string expected)
    {
        TestResponse response = await SendAsync("/parts", body);
        Assert.Equal((200, expected), (response.Status, response.Text));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("--B", 400)]
    [InlineData("--Bx~", 400)]
    [InlineData("--B~", 400)]
    [InlineData("--B~~x~--B--", 400)]
    [InlineData("--B~Content-Disposition: form-data~~x~--B--", 400)]
    [InlineData("--B~Content-Disposition: attachment; name=a~~x~--B--", 400)]
    [InlineData("--B~Content-Disposition: form-data; name=a~Content-Disposition: form-data; name=b~~x~--B--", 400)]
    [InlineData("--B~Content-Disposition: form-data; name=a~~x", 400)]
    [InlineData("--B~Content-Disposition: form-data; name=a~~x~--B", 400)]
    [InlineData("--B~Content-Disposition: form-data; name=a~~x~--B-", 400)]
    [InlineData("--B~Content-Disposition: form-data; name=a~x: 1", 400)]
    [InlineData("--B~Content-Disposition : form-data; name=a~~x~--B--", 400)]
    [InlineData("--B~ Content-Disposition: form-data; name=a~~x~--B--", 400)]
    [InlineData("--B~Content-Disposition: form-data; name=\"a\u0001\"~~x~--B--", 400)]
    [InlineData("--B~Content-Disposition: form-data; name=\"a\nb\"~~x~--B--", 400)]
    public async Task RefusesMalformedParts(string body, int status) => Assert.Equal(status, (await SendAsync("/parts", body)).Status);

    [Theory]
    [InlineData("multipart/form-data", 415)]
    [InlineData("multipart/form-data; boundary=", 415)]
    [InlineData("multipart/form-data; boundary=\"\"", 415)]
    [InlineData("multipart/form-data; boundary=1234567890123456789012345678901234567890123456789012345678901234567890x", 415)]
    [InlineData("multipart/mixed; boundary=B", 415)]
    [InlineData("application/json", 415)]
    [InlineData("Multipart/Form-Data; charset=utf-8; Boundary=\"B\"", 200)]
    public async Task AsksForABoundary(string type, int status) => Assert.Equal(status, (await SendAsync("/parts", "--B--", type)).Status);

    [Fact]
    public async Task SkipsWhatIsNotRead()
    {
        string body = string.Concat("abc".Select(c => Part($"name={c}", c + new string('-', 100_000)))) + Part("name=empty", "") + "--B--";
        Assert.Equal("abc-", (await SendAsync("/parts/first", body)).Text);
    }

    [Fact]
    public async Task HoldsPartsToLimits()
    {
        TestClient small = new(new HttpApp(Routes.Table) { Log = ConsoleLog.Quiet, Limits = HttpLimits.Default with { MaxParts = 3, MaxPartHead = 200, MaxBufferedBody = 100 } }.AddState(new Users()));
        string[] bodies =
        [
            string.Concat(Enumerable.Repeat(Part("name=a"), 4)) + "--B--",
            Part($"name={new string('a', 300)}") + "--B--",
            string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i == 0 ? "--B~" : "")}X{i}: 1~")),
            $"--B~{new string('a', 100_000)}",
        ];
        foreach (string body in bodies) Assert.Equal(413, (await SendAsync("/parts", body, client: small)).Status);
        Assert.Equal(413, (await SendAsync("/parts/short", Part("name=a", new string('x', 11)) + "--B--")).Status);
        // Fields that are held in memory count together.
        Assert.Equal(413, (await SendAsync("/signup", Part("name=name", new string('x', 60)) + Part("name=age", new string('1', 60)) + "--B--", client: small)).Status);
        Assert.Equal(200, (await SendAsync("/signup", Part("name=name", new string('x', 60)) + Part("name=age", "1") + "--B--", client: small)).Status);
    }

    [Fact]
    public async Task LeavesNothingOfAFileThatIsTooLong()
    {
        using TempFolder folder = new();
        TestClient client = new(new HttpApp(Routes.Table) { Log = ConsoleLog.Quiet }.AddState(new Users()).AddState(new DirectoryInfo(folder.Root)));
        Assert.Equal(413, (await SendAsync("/parts/save", Part("name=big; filename=b", new string('x', 1_000_001)) + "--B--", client: client)).Status);
        Assert.Equal(400, (await SendAsync("/parts/save", "--B~Content-Disposition: form-data; name=cut~~xxx", client: client)).Status);
        Assert.Empty(Directory.GetFiles(folder.Root));
        Assert.Equal("300000", (await SendAsync("/parts/save", Part("name=good; filename=b", new string('x', 300_000)) + "--B--", client: client)).Text);
        Assert.Equal(300_000, new FileInfo(folder["good"]).Length);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(70_000)]
    [InlineData(2_000_000)]
    public async Task BindsFilesOnBothEngines(int size)
    {
        foreach (HttpEngine? engine in new HttpEngine?[] { null, new KestrelEngine() })
        {
            HttpApp app = CreateApp();
            app.Engine = engine;
            await using HttpServer server = await app.StartAsync("http://127.0.0.1:0");
            using HttpClient client = new() { BaseAddress = server.BaseAddress };
            using MultipartFormDataContent form = new()
            {
                { new StringContent("A title"), "title" }, { new StringContent("green"), "colour" }, { new StringContent("a b"), "tags" }, { new StringContent("c&d"), "tags" },
                { new StringContent(new string('x', size)) { Headers = { ContentType = new MediaTypeHeaderValue("text/x") } }, "cover", "c.txt" },
                { new ByteArrayContent(new byte[5]), "pages", "1" }, { new ByteArrayContent(new byte[size]), "pages", "2" },
            };
            using HttpResponseMessage response = await client.PostAsync("/uploads", form, TestContext.Current.CancellationToken);
            Assert.Equal($"A title Green [a b,c&d] c.txt text/x {size} {size} [5,{size}]", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task ReadsPartsThatComeByteByByte()
    {
        await using HttpServer server = await CreateApp().StartAsync("http://127.0.0.1:0");
        using RawClient client = new(server.Addresses[0]);
        string body = (Part("name=a", "~--~-~--A") + Part("name=b; filename=f", "xyz") + "--B--").Replace("~", "\r\n");
        client.Send($"POST /parts HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: {body.Length}\r\n\r\n");
        foreach (char each in body) client.Send(each.ToString());
        Assert.Equal("a|-|-|12\nb|f|-|3", Encoding.UTF8.GetString(client.Read()!.Body));
    }

    [Theory]
    [InlineData("title=T&colour=red", "T Red [] - []")]
    [InlineData("title=T&colour=red&tags=a&tags=b%26c", "T Red [a,b&c] - []")]
    public async Task BindsListsOfForms(string pairs, string expected) => Assert.Equal(expected, (await s_client.PostFormAsync("/uploads", pairs)).Text);

    [Theory]
    [InlineData("/tags?tag=a&x=1&tag=b+c&n=1&n=2", 200, "a,b c 1,2")]
    [InlineData("/tags", 200, " -")]
    [InlineData("/tags?n=1&n=x", 400, null)]
    public async Task BindsListsOfQueries(string target, int status, string? expected)
    {
        TestResponse response = await s_client.GetAsync(target);
        Assert.Equal(status, response.Status);
        if (expected is not null) Assert.Equal(expected, response.Text);
    }

    [Fact]
    public async Task TellsOfFilesThatAreMissing()
    {
        TestResponse none = await SendAsync("/portraits", Part("name=name", "Ada") + "--B--"), empty = await SendAsync("/portraits", Part("name=name", "Ada") + Part("name=picture; filename=\"\"", "") + "--B--");
        Assert.Equal((400, 400), (none.Status, empty.Status));
        Assert.Contains("""{"name":"picture","detail":"is missing"}""", empty.Text, StringComparison.Ordinal);
        Assert.Equal("p.png", (await SendAsync("/portraits", Part("name=name", "Ada") + Part("name=picture; filename=\"p.png\"", "") + "--B--")).Text);
    }

    [Theory]
    [InlineData("name=Ada&age=36", "Ada 36")]
    [InlineData("name=A&age=36", "A:needs two characters 36:")]
    [InlineData("name=%3CA&age=x", "<A: x:is no whole number of its range")]
    [InlineData("age=x", ":is missing x:is no whole number of its range")]
    public async Task GivesInputBack(string pairs, string expected) => Assert.Equal(expected, (await s_client.PostFormAsync("/signup", pairs)).Text);

    [Fact]
    public async Task EmptyInputHasNoMessages() => Assert.Equal("False", (await s_client.GetAsync("/signup")).Text);
}
