using System.Xml.Linq;
using Inox.Testing;
using Xunit;

namespace Inox.Core.Tests;

/// <summary>
/// Holds the references of the projects in <c>src</c> against the map of rooms: references point down only, and rooms on one level do not know
/// each other.
/// </summary>
public sealed class ArchitectureTests
{
    // The table of ARCHITECTURE.md. Glue between two rooms is a small room of its own one level above both.
    private static readonly Dictionary<string, int> s_levels = new()
    {
        ["Inox.Core"] = 0,
        ["Inox.JavaScript"] = 1,
        ["Inox.Css"] = 1,
        ["Inox.Incremental"] = 1,
        ["Inox.Http"] = 1,
        ["Inox.Sql"] = 1,
        ["Inox.Format"] = 2,
        ["Inox.Lint"] = 2,
        ["Inox.Packages"] = 2,
        ["Inox.Bundler"] = 2,
        ["Inox.Http.AspNetCore"] = 2,
        ["Inox.Http.Jwt"] = 2,
        ["Inox.Data"] = 2,
        ["Inox.Database"] = 2,
        ["Inox.UI"] = 2,
        ["Inox.Runtime"] = 3,
        ["Inox.Workers"] = 4,
        ["Inox.Desktop"] = 4,
        ["Inox.Deploy"] = 4,
        ["Inox.Cli"] = 5,
    };

    // Projects that users' compilers load stand beside their room and reference nothing of ours.
    private static readonly string[] s_compilerSuffixes = [".Generators", ".Analyzers", ".CodeFixes"];

    [Fact]
    public void ReferencesPointDown()
    {
        List<string> faults = [];
        string[] projects = Directory.GetFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        foreach (string project in projects) faults.AddRange(FindFaults(Path.GetFileNameWithoutExtension(project), References(project)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void FaultsAreFound()
    {
        Assert.Empty(FindFaults("Inox.Bundler", ["Inox.Core", "Inox.Css", "Inox.JavaScript"]));
        Assert.Empty(FindFaults("Inox.Sql.Generators", []));
        Assert.Equal(["Inox.Css (level 1) references Inox.JavaScript (level 1)"], FindFaults("Inox.Css", ["Inox.Core", "Inox.JavaScript"]));
        Assert.Equal(["Inox.Core (level 0) references Inox.Cli (level 5)"], FindFaults("Inox.Core", ["Inox.Cli"]));
        Assert.Equal(["Inox.Shed is no room of the map"], FindFaults("Inox.Shed", []));
        Assert.Equal(["Inox.Css references Inox.Shed, which is no room of the map"], FindFaults("Inox.Css", ["Inox.Shed"]));
        Assert.Equal(["Inox.Sql.Generators references Inox.Core, but compilers load it alone"], FindFaults("Inox.Sql.Generators", ["Inox.Core"]));
    }

    // What is only built, such as the generator a package carries, is not referenced.
    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path));

    private static List<string> FindFaults(string room, IEnumerable<string> references)
    {
        string? suffix = s_compilerSuffixes.FirstOrDefault(suffix => room.EndsWith(suffix, StringComparison.Ordinal));
        if (suffix is not null && s_levels.ContainsKey(room[..^suffix.Length]))
            return [.. references.Select(reference => $"{room} references {reference}, but compilers load it alone")];
        if (!s_levels.TryGetValue(room, out int level)) return [$"{room} is no room of the map"];
        List<string> faults = [];
        foreach (string reference in references)
        {
            if (!s_levels.TryGetValue(reference, out int below)) faults.Add($"{room} references {reference}, which is no room of the map");
            else if (below >= level) faults.Add($"{room} (level {level}) references {reference} (level {below})");
        }
        return faults;
    }
}
