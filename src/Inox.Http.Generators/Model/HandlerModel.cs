namespace Inox.Http.Generators;

/// <summary>A handler as far as code is written for it. Holds text alone: symbols would keep whole compilations alive.</summary>
internal sealed record HandlerModel(
    string Container,
    string Name,
    string? Summary,
    EquatableArray<RouteModel> Routes,
    EquatableArray<ParameterModel> Parameters,
    ResponseModel Response,
    AwaitKind Await,
    int? BodyLimit,
    EquatableArray<string> Layers,
    EquatableArray<CatcherModel> Catchers,
    EquatableArray<SchemaModel> Schemas,
    BridgeModel? Bridge)
{
    public string Call => $"{Container}.{CallName}";

    public string CallName => Bridge is null ? Name : $"__Route{Name}";

    /// <summary>`global::App.Users` and `Find` are called `Users.Find`.</summary>
    public string Title => $"{Container.Substring(Container.LastIndexOfAny(['.', ':']) + 1)}.{Name}";

    public bool IsAsync => Await != AwaitKind.None || Parameters.Any(parameter => parameter.Value.IsAsync);
}

/// <summary>Whether the method returns a task.</summary>
internal enum AwaitKind
{
    None,
    Nothing,
    Value,
}

internal sealed record RouteModel(string Method, RoutePattern Pattern, string? Host, string? Field)
{
    public bool HasPredicate => Host is not null || Field is not null;
}

internal sealed record CatcherModel(int Status, string Scope);

/// <summary>A parameter: where it comes from, and what becomes of it when it is absent or malformed.</summary>
internal sealed record ParameterModel(string Name, string Type, Binding Value, Absence Absence, string? Default);

internal enum Absence
{
    Problem,
    Null,
    Default,
    Result,
}

/// <summary>A type in a document: properties with their schemas, as JSON with names still as in C#.</summary>
internal sealed record SchemaModel(string Type, string Name, EquatableArray<SchemaProperty> Properties);

internal sealed record SchemaProperty(string Name, string Schema, bool IsRequired);
