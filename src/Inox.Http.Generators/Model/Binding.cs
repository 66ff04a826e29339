namespace Inox.Http.Generators;

internal enum BindingKind
{
    Exchange,
    Request,
    Response,
    App,
    Cancellation,
    Connection,
    Stream,
    Body,
    Json,
    Form,
    Query,
    State,
    Service,
    Guard,
    RouteText,
    QueryText,
    FieldText,
    CookieText,
}

/// <summary>Where a value comes from.</summary>
/// <param name="Kind">The source.</param>
/// <param name="Type">The type of the value inside of `Json`, `Query` and the like.</param>
/// <param name="Source">The name in the route, query, field or cookie.</param>
/// <param name="Parser">How text becomes the value, for the text kinds.</param>
/// <param name="Shape">The members of `Query` and `Form`.</param>
internal sealed record Binding(BindingKind Kind, string Type, string Source, string Parser, string TypeName, ShapeModel? Shape)
{
    public bool IsAsync => Kind is BindingKind.Body or BindingKind.Json or BindingKind.Form or BindingKind.Guard;

    public bool IsBody => Kind is BindingKind.Body or BindingKind.Json or BindingKind.Form or BindingKind.Stream;

    public bool IsText => Kind >= BindingKind.RouteText;
}

/// <summary>A type whose members are bound by name.</summary>
internal sealed record ShapeModel(string Type, bool IsValidated, EquatableArray<MemberModel> Members);

internal sealed record MemberModel(string Name, string Type, string Source, string Parser, string TypeName, bool IsConstructor, Absence Absence, string? Default);
