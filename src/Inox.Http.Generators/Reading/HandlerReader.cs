using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.Generators;

/// <summary>
/// Turns an attributed method into a model: 1. the method, 2. its routes with the prefixes of its classes, 3. its parameters, 4. what it returns. The analyzer
/// shows the findings, the generator writes code for what has none.
/// </summary>
internal sealed class HandlerReader(IMethodSymbol method, List<Finding> findings, CancellationToken cancellation)
{
    /// <returns>Null when the method is no handler, or has a finding.</returns>
    public static HandlerModel? Read(IMethodSymbol method, List<Finding> findings, CancellationToken cancellation) =>
        IsHandler(method) ? new HandlerReader(method, findings, cancellation).Read() : null;

    public static bool IsHandler(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => TypeNames.IsRoute(attribute) || attribute.AttributeClass!.IsInox("CatchAttribute"));

    private HandlerModel? Read()
    {
        if (AccessReader.WhyNotCallable(method) is { } fault) findings.Add(new(Descriptors.NotCallable, method.Locations[0], method.Name, fault));
        List<RouteModel> routes = ReadRoutes();
        List<ParameterModel> parameters = [];
        HashSet<string> names = [.. routes.SelectMany(route => route.Pattern.Parameters)];
        string? body = null;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ParameterReader.Read(parameter, names, findings) is not { } model) continue;
            if (model.Value.IsBody && body is not null) findings.Add(new(Descriptors.TwoBodies, LocationOf(parameter), parameter.Name, body));
            if (model.Value.IsBody) body = parameter.Name;
            parameters.Add(model);
        }
        RequireBound(parameters);
        (ITypeSymbol returned, AwaitKind await) = ResponseReader.Unwrap(method.ReturnType);
        ResponseModel response = ResponseReader.Read(returned);
        if (findings.Count > 0) return null;
        return new(method.ContainingType.Full(), method.Name, ReadSummary(), new(routes), new(parameters), response, await,
            ReadBodyLimit(), new(ReadLayers()), new(ReadCatchers()), new(SchemaReader.Read([.. BodyTypes(), returned])), AccessReader.ReadBridge(method));
    }

    private IEnumerable<ITypeSymbol> BodyTypes() =>
        method.Parameters.Select(parameter => parameter.Type).Where(type => type.IsInox("Json")).Select(type => type.Argument()!);

    private List<RouteModel> ReadRoutes()
    {
        List<RouteModel> routes = [];
        string prefix = ReadPrefix();
        foreach (AttributeData attribute in method.GetAttributes().Where(TypeNames.IsRoute))
        {
            string? verb = null, text = null;
            object?[] arguments = [.. attribute.ConstructorArguments.Select(argument => argument.Value)];
            if (arguments.Length == 1) (verb, text) = (attribute.AttributeClass!.Name.Replace("Attribute", "").ToUpperInvariant(), arguments[0] as string);
            else if (arguments.Length == 2) (verb, text) = (arguments[0] as string, arguments[1] as string);
            if (verb is null || text is null) continue;
            string whole = prefix.Length > 0 && text == "/" ? prefix : prefix + text;
            RoutePattern? pattern = PatternReader.Read(whole, out string fault, out int start, out int length);
            if (pattern is null || text.Length == 0 || text[0] != '/')
            {
                findings.Add(new(Descriptors.MalformedPattern, PlaceIn(attribute, start - prefix.Length, length), fault.Length > 0 ? fault : "a route starts with a slash"));
                continue;
            }
            if (pattern.Segments.FirstOrDefault(segment => segment.Text is "." or "..") is { } dots)
                findings.Add(new(Descriptors.NeverMatches, PlaceIn(attribute, text.IndexOf(dots.Text, StringComparison.Ordinal), dots.Text.Length), "dot segments are resolved before a request is routed"));
            routes.Add(new(verb, pattern, Named(attribute, "Host"), Named(attribute, "Field")));
        }
        return routes;
    }

    private string ReadPrefix()
    {
        string prefix = "";
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.Attribute("PrefixAttribute")?.ConstructorArguments[0].Value is string own) prefix = own.TrimEnd('/') + prefix;
        }
        return prefix;
    }

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    // Each parameter of each route must be taken by a parameter of the method.
    private void RequireBound(List<ParameterModel> parameters)
    {
        HashSet<string> taken = [.. parameters.Where(parameter => parameter.Value.Kind == BindingKind.RouteText).Select(parameter => parameter.Value.Source)];
        foreach (AttributeData attribute in method.GetAttributes().Where(TypeNames.IsRoute))
        {
            if (attribute.ConstructorArguments.LastOrDefault().Value is not string text || PatternReader.Read(ReadPrefix() + text, out _, out _, out _) is not { } pattern) continue;
            foreach (Segment segment in pattern.Segments.Where(segment => segment.Kind != SegmentKind.Literal && !taken.Contains(segment.Text)))
                findings.Add(new(Descriptors.UnboundParameter, PlaceIn(attribute, text.IndexOf(segment.Declared, StringComparison.Ordinal), segment.Declared.Length), segment.Text, method.Name));
        }
    }

    // From the text: the compiler parses documentation comments only for programs that write them to a file.
    private string? ReadSummary()
    {
        string trivia = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).GetLeadingTrivia().ToString() ?? "";
        int start = trivia.IndexOf("<summary>", StringComparison.Ordinal), end = trivia.IndexOf("</summary>", StringComparison.Ordinal);
        if (start < 0 || end < start) return null;
        return string.Join(" ", trivia.Substring(start + 9, end - start - 9).Split('\n').Select(line => line.Trim().TrimStart('/').Trim()).Where(line => line.Length > 0));
    }

    private int? ReadBodyLimit() =>
        (method.Attribute("BodyLimitAttribute") ?? method.ContainingType.Attribute("BodyLimitAttribute"))?.ConstructorArguments[0].Value as int?;

    private List<string> ReadLayers()
    {
        List<string> layers = [];
        foreach (ISymbol symbol in new ISymbol[] { method.ContainingType, method })
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass is { } type && type.IsInox("LayerAttribute")) layers.Add(type.TypeArguments[0].Full());
            }
        }
        return layers;
    }

    private List<CatcherModel> ReadCatchers() =>
    [
        .. method.GetAttributes().Where(attribute => attribute.AttributeClass!.IsInox("CatchAttribute"))
            .Select(attribute => new CatcherModel((int)attribute.ConstructorArguments[0].Value!, attribute.ConstructorArguments[1].Value as string ?? "/")),
    ];

    private static Location LocationOf(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax syntax ? syntax.Identifier.GetLocation() : parameter.Locations[0];

    // The place inside of the attribute's literal; the whole argument when it has escapes or is no literal.
    internal static Location PlaceIn(AttributeData attribute, int start, int length)
    {
        SyntaxNode? syntax = attribute.ApplicationSyntaxReference?.GetSyntax();
        AttributeArgumentSyntax? argument = (syntax as AttributeSyntax)?.ArgumentList?.Arguments.LastOrDefault(each => each.NameEquals is null);
        if (argument is null) return syntax?.GetLocation() ?? Location.None;
        bool isPlain = argument.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) &&
            literal.Token.Text.Length == literal.Token.ValueText.Length + 2;
        if (!isPlain || start < 0) return argument.Expression.GetLocation();
        return Location.Create(argument.SyntaxTree, new(argument.Expression.SpanStart + 1 + start, Math.Max(length, 1)));
    }
}
