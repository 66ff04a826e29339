using System.Text;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>
/// Mutated requests, seeded. However a message is cut into packets, the verdict is the same; after a refusal the connection ends; and whatever was sent, the server still answers others.
/// </summary>
public sealed class FuzzTests(ProbeServer server) : IClassFixture<ProbeServer>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void CutsDoNotChangeVerdicts(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 150; i++)
        {
            string message = MutatedRequests.Next(random);
            string whole = Verdict(message, 0), cut = Verdict(message, random.Next(1, message.Length));
            Assert.True(whole == cut, $"{Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(message))}: whole {whole}, cut {cut}");
        }
        using RawClient client = new(server.Address);
        client.Send("GET /path HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Equal("/path", client.Read()!.Text);
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
