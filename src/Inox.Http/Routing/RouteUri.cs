using System.Globalization;

namespace Inox.Http;

/// <summary>Encodes values for the links that are generated from routes.</summary>
public static class RouteUri
{
    /// <summary>One segment of a path.</summary>
    public static string Segment<T>(T value) => Uri.EscapeDataString(Text(value));

    /// <summary>What a catch-all takes: its slashes stay.</summary>
    public static string Path<T>(T value) => Uri.EscapeDataString(Text(value)).Replace("%2F", "/", StringComparison.Ordinal);

    private static string Text<T>(T value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
