namespace Inox.Http.Generators;

/// <summary>What must hold between the handlers of a program.</summary>
internal static class RouteRules
{
    /// <summary>The types a handler reads or answers as JSON that no context knows.</summary>
    public static List<string> UnknownShapes(HandlerModel handler, IReadOnlyDictionary<string, string> known)
    {
        IEnumerable<string> used = handler.Parameters.Where(parameter => parameter.Value.Kind == BindingKind.Json).Select(parameter => parameter.Value.Type)
            .Concat(handler.Response.JsonTypes);
        return [.. used.Where(type => !known.ContainsKey(type)).Distinct()];
    }

    /// <summary>What two routes share when one of them can never be reached.</summary>
    public static string Identity(RouteModel route) => $"{route.Method} {route.Pattern.Shape} {route.Host} {route.Field}";

    /// <summary>Why nothing reaches a catcher; null when something does.</summary>
    public static string? WhyUnreachable(CatcherModel catcher, IReadOnlyList<RouteModel> routes)
    {
        if (catcher.Status != 0 && catcher.Status is < 400 or > 599) return $"{catcher.Status} is no error status";
        string scope = catcher.Scope.TrimEnd('/');
        bool isAlive = scope.Length == 0 || routes.Any(route => route.Pattern.Text == scope || route.Pattern.Text.StartsWith(scope + "/", StringComparison.Ordinal) || route.Pattern.Segments.Any(segment => segment.Kind == SegmentKind.CatchAll));
        return isAlive ? null : $"no route is below `{scope}`";
    }
}
