using System.Text;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>
/// Mutated requests, seeded. However a message is cut into packets, the verdict is the same; after a refusal the connection ends; and whatever was sent, the server still answers others.
/// </summary>
public sealed class FuzzTests(ProbeServer server) : IClassFixture<ProbeServer>
{
    private static readonly string[] s_seeds =
    [
        "GET /path?a=b HTTP/1.1\r\nHost: a\r\nCookie: a=b\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0\r\nT: 1\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\nExpect: 100-continue\r\n\r\n",
        "GET http://b:80/path/../x%20y HTTP/1.0\r\n\r\n",
    ];

    private const string Alphabet = "\r\n\0 \t:;,=\"/%#*+-0159AafxHT\u007f\u0080\u00ff";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void CutsDoNotChangeVerdicts(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 150; i++)
        {
            string message = Mutate(s_seeds[random.Next(s_seeds.Length)], random);
            string whole = Verdict(message, 0), cut = Verdict(message, random.Next(1, message.Length));
            Assert.True(whole == cut, $"{Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(message))}: whole {whole}, cut {cut}");
        }
        using RawClient client = new(server.Address);
        client.Send("GET /path HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Equal("/path", client.Read()!.Text);
    }

    private static string Mutate(string text, Random random)
    {
        StringBuilder message = new(text);
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            int at = random.Next(message.Length);
            char c = Alphabet[random.Next(Alphabet.Length)];
            switch (random.Next(4))
            {
                case 0: message[at] = c; break;
                case 1: message.Insert(at, c); break;
                case 2: message.Remove(at, 1); break;
                default: message.Insert(at, message.ToString(at, Math.Min(random.Next(1, 12), message.Length - at))); break;
            }
        }
        return message.ToString();
    }

    // All statuses until the server closes; the client ends its side, so that what is not complete ends, too.
    private string Verdict(string message, int cut)
    {
        using RawClient client = new(server.Address);
        if (cut > 0)
        {
            client.Send(message[..cut]);
            Thread.Sleep(2);
        }
        client.Send(message[cut..]);
        client.EndSending();
        List<int> statuses = [];
        while (client.Read() is { } response)
        {
            if (response.Status != 100) statuses.Add(response.Status);
            if (statuses.Count > 0 && response.Status is 400 or 413 or 414 or 417 or 431 or 505) Assert.True(response.Closes);
        }
        return string.Join(' ', statuses);
    }
}
