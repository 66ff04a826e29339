using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.Generators;

/// <summary>
/// Finds where a parameter comes from: its type when that says it, its attribute, the route when it has a parameter of this name, else the query.
/// </summary>
internal static class ParameterReader
{
    private static readonly (string Name, BindingKind Kind)[] s_plain =
    [
        ("HttpExchange", BindingKind.Exchange), ("HttpRequest", BindingKind.Request), ("HttpResponse", BindingKind.Response),
        ("HttpApp", BindingKind.App), ("ConnectionInfo", BindingKind.Connection), ("Body", BindingKind.Body),
        ("Multipart", BindingKind.Multipart), ("Cookies", BindingKind.Cookies), ("Session", BindingKind.Session),
    ];

    private static readonly (string Name, BindingKind Kind)[] s_wrappers =
    [
        ("Json", BindingKind.Json), ("Form", BindingKind.Form), ("FormInput", BindingKind.FormInput), ("Query", BindingKind.Query), ("State", BindingKind.State), ("Service", BindingKind.Service),
    ];

    public static ParameterModel? Read(IParameterSymbol parameter, HashSet<string> routeNames, List<Finding> findings)
    {
        ITypeSymbol type = parameter.Type;
        Absence absence = Absence.Problem;
        if (type.IsInox("Result") && type is INamedTypeSymbol { TypeArguments: [var value, var error] } && error.IsInox("Problem"))
        {
            absence = Absence.Result;
            type = value;
        }
        else if (TextParser.IsNullable(type, out ITypeSymbol inner))
        {
            absence = Absence.Null;
            type = inner;
        }
        string? literal = TextParser.Literal(parameter);
        if (literal is not null && absence != Absence.Result) absence = Absence.Default;
        string name = type.Short(), fault = $"take `{name}` as `Json<{name}>`, `Query<{name}>`, `Form<{name}>`, `State<{name}>` or `Service<{name}>`, or let it implement `IFromRequest<{name}>`";
        Binding? binding = ReadByType(type, ref fault) ?? ReadText(parameter, type, routeNames);
        if (binding is { Kind: BindingKind.QueryTexts } && absence == Absence.Result) binding = null;
        if (binding is not null) return new(parameter.Name, parameter.Type.Full(), binding, absence, literal);
        Location location = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Type: { } syntax } ? syntax.GetLocation() : parameter.Locations[0];
        findings.Add(new(Descriptors.Unbindable, location, parameter.Name, fault));
        return null;
    }

    private static Binding? ReadByType(ITypeSymbol type, ref string fault)
    {
        foreach ((string name, BindingKind kind) in s_plain)
        {
            if (type.IsInox(name)) return Of(kind, type);
        }
        foreach ((string name, BindingKind kind) in s_wrappers)
        {
            if (!type.IsInox(name) || type.Argument() is not { } argument) continue;
            if (kind is BindingKind.State or BindingKind.Service) return Of(kind, argument);
            ShapeModel? shape = ShapeReader.Read(argument, kind != BindingKind.Query, out string why);
            if (kind == BindingKind.Json) return Of(kind, argument) with { Shape = shape };
            if (shape is not null) return Of(kind, kind == BindingKind.FormInput ? type : argument) with { Shape = shape };
            fault = why;
            return null;
        }
        if (type.Name == "CancellationToken" && type.IsIn("System", "Threading")) return Of(BindingKind.Cancellation, type);
        if (type.Name == "Stream" && type.IsIn("System", "IO")) return Of(BindingKind.Stream, type);
        return type.Implements("IFromRequest") ? Of(BindingKind.Guard, type) : null;
    }

    private static Binding? ReadText(IParameterSymbol parameter, ITypeSymbol type, HashSet<string> routeNames)
    {
        (BindingKind kind, string source) = ReadSource(parameter) ?? (routeNames.Contains(parameter.Name) ? BindingKind.RouteText : BindingKind.QueryText, parameter.Name);
        if (TextParser.For(type) is { } parser) return new(kind, type.Full(), source, parser, TextParser.Fault(type), null);
        // Only a query says one name several times.
        if (kind != BindingKind.QueryText || TextParser.ElementOf(type) is not { } element || TextParser.For(element) is not { } each) return null;
        return new(BindingKind.QueryTexts, element.Full(), source, each, TextParser.Fault(element), null);
    }

    internal static (BindingKind Kind, string Source)? ReadSource(ISymbol symbol)
    {
        if (symbol.Attribute("FromFieldAttribute") is { } field) return (BindingKind.FieldText, (string)field.ConstructorArguments[0].Value!);
        if (symbol.Attribute("FromCookieAttribute") is { } cookie) return (BindingKind.CookieText, (string)cookie.ConstructorArguments[0].Value!);
        if (symbol.Attribute("FromQueryAttribute") is { } query) return (BindingKind.QueryText, (string)query.ConstructorArguments[0].Value!);
        return null;
    }

    private static Binding Of(BindingKind kind, ITypeSymbol type) => new(kind, type.Full(), "", "", "", null);
}
