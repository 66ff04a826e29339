using System.Globalization;

namespace Inox.Http.Generators;

/// <summary>Reads the constraints of a route parameter into calls of `RouteConstraint`.</summary>
internal static class ConstraintReader
{
    private static readonly Dictionary<string, string> s_plain = new()
    {
        ["int"] = "IsInt32({0})",
        ["long"] = "IsInt64({0})",
        ["guid"] = "IsGuid({0})",
        ["bool"] = "IsBoolean({0})",
        ["number"] = "IsNumber({0})",
        ["alpha"] = "IsAlpha({0})",
        ["slug"] = "IsSlug({0})",
        ["date"] = "IsDate({0})",
    };

    private static readonly Dictionary<string, (string Call, int Arguments)> s_calls = new()
    {
        ["min"] = ("IsInRange({{0}}, {0}L, long.MaxValue)", 1),
        ["max"] = ("IsInRange({{0}}, long.MinValue, {0}L)", 1),
        ["range"] = ("IsInRange({{0}}, {0}L, {1}L)", 2),
        ["length"] = ("HasLength({{0}}, {0}, {0})", 1),
        ["minlength"] = ("HasLength({{0}}, {0}, int.MaxValue)", 1),
        ["maxlength"] = ("HasLength({{0}}, 0, {0})", 1),
    };

    public const string Names = "int, long, guid, bool, number, alpha, slug, date, min(n), max(n), range(a,b), length(n), minlength(n) and maxlength(n)";

    public static string? Read(string text)
    {
        if (s_plain.TryGetValue(text, out string? plain)) return plain;
        int open = text.IndexOf('(');
        if (open < 0 || !text.EndsWith(")", StringComparison.Ordinal) || !s_calls.TryGetValue(text.Substring(0, open), out (string Call, int Arguments) call)) return null;
        string[] arguments = text.Substring(open + 1, text.Length - open - 2).Split(',');
        if (arguments.Length != call.Arguments) return null;
        object[] numbers = new object[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (!long.TryParse(arguments[i].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)) return null;
            numbers[i] = number.ToString(CultureInfo.InvariantCulture);
        }
        return string.Format(CultureInfo.InvariantCulture, call.Call, numbers);
    }
}
