using System.Text.Json;

namespace Inox.Bundler.Resolution;

/// <summary><c>sideEffects</c> of package.json: true, false, or patterns of the files that have some.</summary>
internal sealed class SideEffectsField
{
    private readonly bool? _all;
    private readonly GlobPattern[] _patterns = [];

    public SideEffectsField(JsonElement field)
    {
        switch (field.ValueKind)
        {
            case JsonValueKind.True:
            case JsonValueKind.False:
                _all = field.GetBoolean();
                break;
            case JsonValueKind.String:
                _patterns = [Pattern(field.GetString()!)];
                break;
            case JsonValueKind.Array:
                List<GlobPattern> patterns = [];
                foreach (JsonElement item in field.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.String) patterns.Add(Pattern(item.GetString()!));
                }
                _patterns = [.. patterns];
                break;
        }
        IsSet = _all is not null || field.ValueKind is JsonValueKind.String or JsonValueKind.Array;
    }

    private bool IsSet { get; }

    /// <param name="relativePath">From the package's folder, with forward slashes.</param>
    public bool? Has(string relativePath)
    {
        if (!IsSet) return null;
        if (_all is { } all) return all;
        foreach (GlobPattern pattern in _patterns)
        {
            if (pattern.Matches(relativePath)) return true;
        }
        return false;
    }

    // `*.css` means every style sheet of the package, `./a.js` and `a/b.js` one file.
    private static GlobPattern Pattern(string text)
    {
        string trimmed = text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text.TrimStart('/');
        return new(text.Contains('/') ? trimmed : "**/" + trimmed);
    }
}
