namespace Inox.Css.Tests;

/// <summary>Where the tests touch the API.</summary>
internal static class Check
{
    public static StyleSheet Parse(string input) => CssParser.Parse(new("a.css", input)).StyleSheet;
}
