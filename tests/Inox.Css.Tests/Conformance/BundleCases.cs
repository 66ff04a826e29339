using System.Text.Json;
using Inox.Core;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>Sheets with imports, and the one sheet that they become; both texts are printed again before they are compared.</summary>
internal static class BundleCases
{
    public static CaseResult? Run(JsonElement line)
    {
        if (line.GetProperty("kind").GetString() != "bundle" || line.TryGetProperty("cssModules", out _)) return null;
        return CssSuite.Result(line, RunBundle(line));
    }

    private static bool RunBundle(JsonElement line)
    {
        List<string> paths = [];
        List<CssBundleSheet> sheets = [];
        foreach (JsonProperty file in line.GetProperty("files").EnumerateObject())
        {
            paths.Add(file.Name);
            sheets.Add(new() { StyleSheet = CssParser.Parse(new(file.Name, file.Value.GetString()!)).StyleSheet });
        }

        for (int i = 0; i < sheets.Count; i++)
        {
            string folder = PathStyle.Posix.GetDirectory(paths[i])!;
            sheets[i] = sheets[i] with { Imports = [.. CssDependencies.Scan(sheets[i].StyleSheet).Imports.Select(import => Target(folder, import.Url))] };
        }

        string text = CssBundler.Concatenate(sheets, [paths.IndexOf(line.GetProperty("entry").GetString()!)], new()).Text;
        return CssSuite.Reprint(text) == CssSuite.Reprint(line.GetProperty("expected").GetString()!);

        CssImportTarget Target(string folder, string url)
        {
            if (url.StartsWith("https:", StringComparison.Ordinal)) return CssImportTarget.ToUrl(url);
            int index = paths.IndexOf(PathStyle.Posix.Join(folder, url.StartsWith("foo:", StringComparison.Ordinal) ? url[4..] : url));
            return index < 0 ? CssImportTarget.None : CssImportTarget.ToSheet(index);
        }
    }
}
