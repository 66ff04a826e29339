namespace Inox.Http.Generators;

internal enum BindingKind
{
    Exchange,
    Request,
    Response,
    App,
    Cancellation,
    Connection,
    Cookies,
    Session,
    Stream,
    Body,
    Json,
    Form,
    FormInput,
    Multipart,
    Query,
    State,
    Service,
    Guard,
    RouteText,
    QueryText,
    QueryTexts,
    FieldText,
    CookieText,
}

/// <summary>Where a value comes from.</summary>
/// <param name="Kind">The source.</param>
/// <param name="Type">The type of the value inside of `Json`, `Query` and the like; of one element for `QueryTexts`.</param>
/// <param name="Source">The name in the route, query, field or cookie.</param>
/// <param name="Parser">How text becomes the value, for the text kinds.</param>
/// <param name="Fault">What is said of text that does not become one, such as `is no boolean`.</param>
/// <param name="Shape">The members of `Query`, `Form` and `FormInput`.</param>
internal sealed record Binding(BindingKind Kind, string Type, string Source, string Parser, string Fault, ShapeModel? Shape)
{
    public bool IsAsync => Kind is BindingKind.Body or BindingKind.Json or BindingKind.Form or BindingKind.FormInput or BindingKind.Guard;

    public bool IsBody => Kind is BindingKind.Body or BindingKind.Json or BindingKind.Form or BindingKind.FormInput or BindingKind.Multipart or BindingKind.Stream;

    public bool IsText => Kind >= BindingKind.RouteText;
}

/// <summary>A type whose members are bound by name.</summary>
internal sealed record ShapeModel(string Type, bool IsValidated, EquatableArray<MemberModel> Members);

internal enum MemberKind
{
    Text,
    Texts,
    File,
    Files,
}

/// <param name="Type">As declared, without its question mark.</param>
/// <param name="Element">What one text becomes: the type itself, or that of a list's elements.</param>
internal sealed record MemberModel(string Name, MemberKind Kind, string Type, string Element, string Source, string Parser, string Fault, bool IsConstructor, Absence Absence, string? Default);
