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
    ];

    private static readonly (string Name, BindingKind Kind)[] s_wrappers =
    [
        ("Json", BindingKind.Json), ("Form", BindingKind.Form), ("Query", BindingKind.Query), ("State", BindingKind.State), ("Service", BindingKind.Service),
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
        Binding? binding = ReadByType(type) ?? ReadText(parameter, type, routeNames);
        if (binding is not null) return new(parameter.Name, parameter.Type.Full(), binding, absence, literal);
        Location location = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Type: { } syntax } ? syntax.GetLocation() : parameter.Locations[0];
        findings.Add(new(Descriptors.Unbindable, location, parameter.Name, type.Short()));
        return null;
    }

    private static Binding? ReadByType(ITypeSymbol type)
    {
        foreach ((string name, BindingKind kind) in s_plain)
        {
            if (type.IsInox(name)) return Of(kind, type);
        }
        foreach ((string name, BindingKind kind) in s_wrappers)
        {
            if (!type.IsInox(name) || type.Argument() is not { } argument) continue;
            ShapeModel? shape = kind is BindingKind.Form or BindingKind.Query or BindingKind.Json ? ShapeReader.Read(argument) : null;
            return kind is BindingKind.Form or BindingKind.Query && shape is null ? null : Of(kind, argument) with { Shape = shape };
        }
        if (type.Name == "CancellationToken" && type.IsIn("System", "Threading")) return Of(BindingKind.Cancellation, type);
        if (type.Name == "Stream" && type.IsIn("System", "IO")) return Of(BindingKind.Stream, type);
        return type.Implements("IFromRequest") ? Of(BindingKind.Guard, type) : null;
    }

    private static Binding? ReadText(IParameterSymbol parameter, ITypeSymbol type, HashSet<string> routeNames)
    {
        if (TextParser.For(type) is not { } parser) return null;
        (BindingKind kind, string source) = ReadSource(parameter) ?? (routeNames.Contains(parameter.Name) ? BindingKind.RouteText : BindingKind.QueryText, parameter.Name);
        return new(kind, type.Full(), source, parser, TextParser.Name(type), null);
    }

    internal static (BindingKind Kind, string Source)? ReadSource(ISymbol symbol)
    {
        if (symbol.Attribute("FromFieldAttribute") is { } field) return (BindingKind.FieldText, (string)field.ConstructorArguments[0].Value!);
        if (symbol.Attribute("FromCookieAttribute") is { } cookie) return (BindingKind.CookieText, (string)cookie.ConstructorArguments[0].Value!);
        if (symbol.Attribute("FromQueryAttribute") is { } query) return (BindingKind.QueryText, (string)query.ConstructorArguments[0].Value!);
        return null;
    }

    private static Binding Of(BindingKind kind, ITypeSymbol type) => new(kind, type.Full(), "", "", type.Short(), null);
}
