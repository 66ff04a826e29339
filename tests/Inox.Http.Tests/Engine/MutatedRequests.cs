using System.Text;

namespace Inox.Http.Tests;

/// <summary>Requests with one to three small mistakes, or none that matters.</summary>
internal static class MutatedRequests
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

    public static string Next(Random random) => Mutate(s_seeds[random.Next(s_seeds.Length)], random);

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
}
