using System.Collections.Concurrent;
using Inox.Http;

// Usage: Accounts http://127.0.0.1:8080 KEYS, where KEYS is a file that is made when it is missing.
HttpApp app = new(Routes.Table);
if (args.Length > 1) app.Keys = SecretKeys.FromFile(args[1]);
app.Use(new SecurityHeaders()).Use(new Sessions { Lifetime = TimeSpan.FromDays(7) }).Use(new Csrf { RequiresToken = true });
await app.AddState(new Accounts()).RunAsync(args.Length > 0 ? args[0] : "http://127.0.0.1:8080");

internal sealed class Accounts
{
    // Whoever is not known is compared with this: the time must not tell who has an account.
    private readonly string _nobody = PasswordHash.Create(SecretKeys.Create());
    private readonly ConcurrentDictionary<string, string> _hashes = new();

    public Task<bool> AddAsync(string name, string password) => Blocking.RunAsync(() => _hashes.TryAdd(name, PasswordHash.Create(password)));

    public Task<bool> CheckAsync(string name, string password) => Blocking.RunAsync(() => PasswordHash.Verify(_hashes.GetValueOrDefault(name, _nobody), password));
}

internal sealed record Credentials(string Name, string Password);

/// <summary>A guard: the one who is signed in.</summary>
internal sealed record SignedIn(string Name) : IFromRequest<SignedIn>
{
    public static ValueTask<Result<SignedIn, Problem>> FromRequestAsync(HttpExchange exchange) =>
        new(Session.Of(exchange)["user"] is { } name ? new SignedIn(name) : Problem.Unauthorized("sign in first"));
}

/// <summary>Ten tries a minute for each client: passwords are not to be guessed.</summary>
internal sealed class FewTries : ILayer
{
    private readonly RateLimits _limits = RateLimits.PerClient(10, TimeSpan.FromMinutes(1));

    public HttpHandler Wrap(HttpHandler next) => _limits.Wrap(next);
}

internal static class Pages
{
    [Get("/")]
    internal static Html Home(SignedIn? user, CsrfToken token) => user is null
        ? Html.Of($"<!doctype html><title>Accounts</title>{Form("/register", token)}{Form("/sign-in", token)}")
        : Html.Of($"<!doctype html><title>Accounts</title><p>Hello, {user.Name}!</p><form method=\"post\" action=\"/sign-out\">{token.Field}<button>Sign out</button></form>");

    [Get("/secret")]
    internal static string Secret(SignedIn user) => $"only for {user.Name}";

    [Post("/register"), Layer<FewTries>]
    internal static async Task<AnyOf<Redirect, Problem>> Register(Form<Credentials> form, Session session, State<Accounts> accounts)
    {
        if (!await accounts.Value.AddAsync(form.Value.Name, form.Value.Password)) return Problem.Conflict("this name is taken");
        return await SignInAsync(session, form.Value.Name);
    }

    [Post("/sign-in"), Layer<FewTries>]
    internal static async Task<AnyOf<Redirect, Problem>> SignIn(Form<Credentials> form, Session session, State<Accounts> accounts)
    {
        if (!await accounts.Value.CheckAsync(form.Value.Name, form.Value.Password)) return Problem.Unauthorized("name or password is wrong");
        return await SignInAsync(session, form.Value.Name);
    }

    [Post("/sign-out")]
    internal static async Task<Redirect> SignOut(Session session)
    {
        await session.EndAsync();
        return new("/");
    }

    private static async Task<Redirect> SignInAsync(Session session, string name)
    {
        await session.RenewAsync();
        session["user"] = name;
        return new("/");
    }

    private static Html Form(string action, CsrfToken token) => Html.Of($"""
        <form method="post" action="{action}">{token.Field}<input name="name"><input name="password" type="password"><button>{action[1..]}</button></form>
        """);
}
