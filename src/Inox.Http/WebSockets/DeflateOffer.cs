using System.Net.WebSockets;

namespace Inox.Http;

/// <summary>One acceptable offer of permessage-deflate (RFC 7692 section 7.1) and the answer to it.</summary>
internal sealed record DeflateOffer(WebSocketDeflateOptions Options, string Answer)
{
    /// <summary>The first offer that can be met; null when there is none. An offer with a parameter that is unknown, repeated or malformed is declined, as section 7.1 asks.</summary>
    public static DeflateOffer? Choose(string? extensions)
    {
        foreach (string offer in (extensions ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = offer.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0] == "permessage-deflate" && Read(parts.AsSpan(1)) is { } chosen) return chosen;
        }
        return null;
    }

    private static DeflateOffer? Read(ReadOnlySpan<string> parameters)
    {
        WebSocketDeflateOptions options = new();
        string answer = "permessage-deflate";
        HashSet<string> seen = [];
        foreach (string parameter in parameters)
        {
            int equals = parameter.IndexOf('=');
            string name = equals < 0 ? parameter : parameter[..equals].TrimEnd();
            string? value = equals < 0 ? null : parameter[(equals + 1)..].Trim().Trim('"');
            if (!seen.Add(name)) return null;
            switch (name)
            {
                case "server_no_context_takeover" when value is null:
                    options.ServerContextTakeover = false;
                    answer += "; server_no_context_takeover";
                    break;
                case "client_no_context_takeover" when value is null:
                    options.ClientContextTakeover = false;
                    answer += "; client_no_context_takeover";
                    break;
                case "server_max_window_bits" when TryBits(value, out int bits):
                    options.ServerMaxWindowBits = bits;
                    answer += $"; server_max_window_bits={bits}";
                    break;
                // Without a value: the client could live with a smaller window, but need not.
                case "client_max_window_bits" when value is null:
                    break;
                case "client_max_window_bits" when TryBits(value, out int bits):
                    options.ClientMaxWindowBits = bits;
                    answer += $"; client_max_window_bits={bits}";
                    break;
                default:
                    return null;
            }
        }
        return new(options, answer);
    }

    // 8 is allowed by the RFC, but zlib has no such window for raw deflate.
    private static bool TryBits(string? value, out int bits) => int.TryParse(value, out bits) && bits is >= 9 and <= 15 && value![0] != '0';
}
