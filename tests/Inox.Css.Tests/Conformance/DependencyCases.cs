using System.Text.Json;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>The URLs of a sheet. Inox leaves data and fragments alone; the reference reports them.</summary>
internal static class DependencyCases
{
    public static CaseResult? Run(JsonElement line)
    {
        if (line.GetProperty("kind").GetString() != "dependencies") return null;
        CssDependencies found = CssDependencies.Scan(Check.Parse(line.GetProperty("input").GetString()!));
        IEnumerable<string> urls = found.Imports.Select(import => import.Url).Concat(found.Urls.Select(url => url.Url));
        IEnumerable<string> expected = line.GetProperty("dependencies").EnumerateArray().Select(item => item.GetProperty("url").GetString()!);
        return CssSuite.Result(line, urls.SequenceEqual(expected));
    }
}
