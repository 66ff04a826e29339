using System.Security.Claims;
using System.Text;
using Inox.Http;
using Inox.Http.Jwt;

// Usage: Tokens http://127.0.0.1:8080 SECRET, where SECRET has at least 32 characters. For an OpenID provider: JwtAuthentication.OfAuthority("https://login.example.org", "this-api").
string secret = args.Length > 1 ? args[1] : SecretKeys.Create();
HttpApp app = new HttpApp(Routes.Table).AddState(JwtAuthentication.OfKey(Encoding.UTF8.GetBytes(secret), "https://example.org"));
await app.RunAsync(args.Length > 0 ? args[0] : "http://127.0.0.1:8080");

internal sealed class Admins : IPolicy
{
    public static bool Allows(JwtUser user) => user.HasRole("admin");
}

internal static class Tokens
{
    /// <summary>Gives a token for name and password, ada with the role of an administrator.</summary>
    [Post("/token")]
    internal static Result<string, Problem> Issue(BasicCredentials credentials, State<JwtAuthentication> tokens)
    {
        if (!credentials.Are("ada", "lovelace") && !credentials.Are("grace", "hopper")) return BasicCredentials.Reject();
        return tokens.Value.Issue(credentials.Name, TimeSpan.FromHours(1), credentials.Name == "ada" ? [new Claim("roles", "admin")] : []);
    }

    [Get("/me")]
    internal static string Me(JwtUser user) => user.Subject;

    // Without a token 401, without the role 403: the parameter is the guard.
    [Delete("/everything")]
    internal static string DeleteEverything(Allowed<Admins> admin) => $"{admin.User.Subject} may";
}
