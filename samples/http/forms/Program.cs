using Inox.Http;

HttpApp app = new HttpApp(Routes.Table).Use(new SecurityHeaders()).Use(new Csrf());
await app.RunAsync(args);

internal enum Plan
{
    Free,
    Team,
}

internal sealed record Signup(string Name, string Mail, int Age, Plan Plan, string[] Topics) : IValidated
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
    internal static Html Form() => Page(FormInput<Signup>.Empty);

    // The page comes again with what was typed, and a message beside each field, until all is well.
    [Post("/")]
    internal static AnyOf<Html, Redirect> Submit(FormInput<Signup> form) => form.IsValid ? new Redirect(Routes.Uris.PagesWelcome(form.Value.Name)) : Page(form);

    [Get("/welcome/{name}")]
    internal static Html Welcome(string name) => Html.Of($"<!doctype html><title>Welcome</title><h1>Welcome, {name}!</h1>");

    private static Html Page(FormInput<Signup> form) => Html.Of($"""
        <!doctype html><title>Sign up</title>
        <form method="post">
          {Field(form, "name", "text")}{Field(form, "mail", "email")}{Field(form, "age", "number")}
          <select name="plan">{Enum.GetNames<Plan>().Select(plan => Html.Of($"<option>{plan}</option>"))}</select>
          {new[] { "web", "native" }.Select(topic => Html.Of($"<label><input type=\"checkbox\" name=\"topics\" value=\"{topic}\"> {topic}</label>"))}
          <button>Sign up</button>
        </form>
        """);

    private static Html Field(FormInput<Signup> form, string name, string type) =>
        Html.Of($"<label>{name} <input name=\"{name}\" type=\"{type}\" value=\"{form.Text(name)}\"> {(form.Error(name) is { } error ? Html.Of($"<em>{error}</em>") : null)}</label>");
}
