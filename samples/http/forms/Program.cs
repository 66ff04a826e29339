using Inox.Http;

HttpApp app = new HttpApp(Routes.Table).Use(new SecurityHeaders());
await app.RunAsync(args);

internal sealed record Signup(string Name, string Mail, int Age) : IValidated
{
    public IEnumerable<ProblemError> Validate()
    {
        if (Name.Length < 2) yield return new("name", "needs two characters");
        if (!Mail.Contains('@')) yield return new("mail", "is no mail address");
        if (Age is < 18 or > 130) yield return new("age", "must be between 18 and 130");
    }
}

internal static class Pages
{
    [Get("/")]
    internal static Html Form() => Page([]);

    // A `Result` shows the handler why the form could not be bound, so that the page can be shown again with the messages beside the fields.
    [Post("/")]
    internal static AnyOf<Html, Redirect> Submit(Result<Form<Signup>, Problem> form)
    {
        if (!form.IsOk) return Page(form.Error.Errors);
        return new Redirect(Routes.Uris.PagesWelcome(form.Value.Value.Name));
    }

    [Get("/welcome/{name}")]
    internal static Html Welcome(string name) => Html.Of($"<!doctype html><title>Welcome</title><h1>Welcome, {name}!</h1>");

    private static Html Page(IReadOnlyList<ProblemError> errors) => Html.Of($"""
        <!doctype html><title>Sign up</title>
        <form method="post">
          {Field("name", "text", errors)}{Field("mail", "email", errors)}{Field("age", "number", errors)}
          <button>Sign up</button>
        </form>
        """);

    private static Html Field(string name, string type, IReadOnlyList<ProblemError> errors) => Html.Of($"""
        <label>{name} <input name="{name}" type="{type}"> {errors.Where(error => error.Name == name).Select(error => Html.Of($"<em>{error.Detail}</em>"))}</label>
        """);
}
