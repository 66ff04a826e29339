using System.Globalization;
using System.Text;

namespace Inox.Http;

/// <summary>When a browser sends a cookie with requests that other sites begin (RFC 6265bis section 5.5.7).</summary>
public enum SameSite
{
    /// <summary>Only when a user follows a link.</summary>
    Lax,

    /// <summary>Never.</summary>
    Strict,

    /// <summary>Always; browsers ask for <see cref="Cookie.IsSecure"/> with it.</summary>
    None,
}

/// <summary>A cookie to be set (RFC 6265 section 4.1). The defaults are careful: no script reads it, no other site's form sends it.</summary>
public sealed record Cookie(string Name, string Value)
{
    public string Path { get; init; } = "/";

    /// <summary>The hosts below this one get it, too; only the host itself when null.</summary>
    public string? Domain { get; init; }

    /// <summary>How long it is kept; until the browser is closed when null.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Whether scripts of the page cannot read it.</summary>
    public bool IsHttpOnly { get; init; } = true;

    /// <summary>Whether it is sent by TLS alone; as the request came when null.</summary>
    public bool? IsSecure { get; init; }

    public SameSite SameSite { get; init; } = SameSite.Lax;

    /// <summary>The value of <c>Set-Cookie</c>; characters that may not stand in a cookie are percent-encoded.</summary>
    internal string ToField(bool isSecure)
    {
        if (Name.Length == 0 || Encoding.UTF8.GetBytes(Name).AsSpan().IndexOfAnyExcept(Characters.Token) >= 0) throw new ArgumentException($"`{Name}` is no name for a cookie");
        StringBuilder field = new();
        field.Append(Name).Append('=').Append(Uri.EscapeDataString(Value));
        if (MaxAge is { } age) field.Append("; Max-Age=").Append(((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        Add(field, "Path", Path);
        if (Domain is not null) Add(field, "Domain", Domain);
        if (isSecure) field.Append("; Secure");
        if (IsHttpOnly) field.Append("; HttpOnly");
        return field.Append("; SameSite=").Append(SameSite).ToString();
    }

    // A semicolon in it would begin an attribute of somebody else's choice.
    private static void Add(StringBuilder field, string name, string value)
    {
        if (value.Contains(';')) throw new ArgumentException($"the {name} of a cookie holds a semicolon");
        field.Append("; ").Append(name).Append('=').Append(value);
    }
}
