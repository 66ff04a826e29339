using System.IO.Compression;
using System.Text.Json;
using Inox.Bundler.Resolution;
using Inox.Core;
using Inox.Testing;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>One judged case of a pack.</summary>
public readonly record struct SuiteCase(string Id, bool Passed, string Why);

/// <summary>
/// The pack <c>resolver.zip</c>: requests with the answers that enhanced-resolve and oxc-resolver gave. Fixtures are extracted into a temporary
/// folder, volumes live in memory. Lines that record neither a result nor an error have nothing to compare and are left out.
/// </summary>
public static class ResolverSuite
{
    private const string Placeholder = "{FIXTURES}";

    /// <param name="packs">The folder of the packs.</param>
    public static IReadOnlyList<SuiteCase> Run(string packs)
    {
        using TempFolder folder = new();
        ZipFile.ExtractToDirectory(Path.Combine(packs, "resolver.zip"), folder.Root);
        string pack = folder["resolver"];
        MakeLinks(pack);
        List<SuiteCase> cases = [];
        List<InMemoryFileSystem> volumes = ReadVolumes(Path.Combine(pack, "enhanced-resolve", "volumes.json"));
        RunFile(Path.Combine(pack, "enhanced-resolve"), volumes, cases);
        RunFile(Path.Combine(pack, "oxc-resolver"), volumes, cases);
        return cases;
    }

    private static void MakeLinks(string pack)
    {
        foreach (string line in File.ReadLines(Path.Combine(pack, "links.jsonl")))
        {
            if (line.Length == 0) continue;
            JsonElement link = JsonDocument.Parse(line).RootElement;
            string path = Path.Combine(pack, link.GetProperty("link").GetString()!);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!Path.Exists(path)) Directory.CreateSymbolicLink(path, link.GetProperty("target").GetString()!);
        }
    }

    private static List<InMemoryFileSystem> ReadVolumes(string path)
    {
        List<InMemoryFileSystem> volumes = [];
        foreach (JsonElement volume in JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray())
        {
            InMemoryFileSystem files = new(PathStyle.Posix);
            foreach (JsonProperty file in volume.EnumerateObject()) files.Add(file.Name, file.Value.GetString()!);
            volumes.Add(files);
        }
        return volumes;
    }

    private static void RunFile(string folder, List<InMemoryFileSystem> volumes, List<SuiteCase> cases)
    {
        string fixtures = Path.Combine(folder, "fixtures");
        DirectoryCache cache = new(new RealFileSystem());
        foreach (string line in File.ReadLines(Path.Combine(folder, "cases.jsonl")))
        {
            if (line.Length == 0) continue;
            JsonElement test = JsonDocument.Parse(line.Replace(Placeholder, fixtures, StringComparison.Ordinal)).RootElement;
            string id = test.GetProperty("id").GetString()!;
            string? why;
            try
            {
                if (!Judge(test, cache, volumes, out why)) continue;
            }
            catch (Exception e)
            {
                why = $"threw {e.GetType().Name}: {e.Message}";
            }
            cases.Add(new(id, why is null, why ?? ""));
        }
    }

    /// <summary>False when the line has no answer; <paramref name="why"/> is null when ours is the same.</summary>
    private static bool Judge(JsonElement test, DirectoryCache cache, List<InMemoryFileSystem> volumes, out string? why)
    {
        why = null;
        string kind = test.GetProperty("kind").GetString()!;
        if (kind is "exports-field" or "imports-field")
        {
            why = JudgeField(test, kind == "imports-field");
            return true;
        }
        if (!test.TryGetProperty("result", out _) && !test.TryGetProperty("error", out _)) return false;
        why = JudgeResult(test, kind switch
        {
            "resolve" => ResolveIn(test, cache),
            "resolve-volume" => ResolveIn(test, new DirectoryCache(volumes[test.GetProperty("volume").GetInt32()])),
            "resolve-file" => ResolveFile(test, cache),
            "resolve-types" => ResolveTypes(test, cache),
            _ => throw new NotSupportedException($"unknown kind {kind}"),
        });
        return true;
    }

    private static string? JudgeField(JsonElement test, bool isImports)
    {
        ConditionSet conditions = new(SuiteOptions.Texts(test.GetProperty("conditions")));
        JsonElement field = test.GetProperty("field");
        ExportsMap map = isImports ? ExportsMap.ForImports(field) : ExportsMap.ForExports(field);
        ExportsMatch match = map.Match(test.GetProperty("request").GetString()!, conditions);
        string actual = match.Error == ExportsError.None ? string.Join(" | ", match.Targets) : "an error";
        string expected = test.TryGetProperty("targets", out JsonElement targets) ? string.Join(" | ", SuiteOptions.Texts(targets)) : "an error";
        return actual == expected ? null : $"expected {expected}, got {actual}";
    }

    private static string? JudgeResult(JsonElement test, ResolveResult result)
    {
        string expected = !test.TryGetProperty("result", out JsonElement answer) ? "an error"
            : answer.ValueKind == JsonValueKind.False ? "ignored" : answer.GetString()!;
        string actual = result.Kind switch
        {
            ResolveKind.NotFound => "an error",
            ResolveKind.Ignored => "ignored",
            // enhanced-resolve marks a `#` of a path with a zero byte before it.
            _ => result.Path.Replace("#", "\0#", StringComparison.Ordinal) + result.Suffix,
        };
        return actual == expected ? null : $"expected {expected}, got {actual} {result.Failure?.Reason}";
    }

    private static ResolveResult ResolveIn(JsonElement test, DirectoryCache cache)
    {
        Resolver resolver = new(cache, SuiteOptions.Read(test.GetProperty("options")));
        // A request that is no text at all cannot be put to this resolver; no text stands for it.
        string request = test.TryGetProperty("request", out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return resolver.ResolveFrom(test.GetProperty("dir").GetString()!, request);
    }

    private static ResolveResult ResolveFile(JsonElement test, DirectoryCache cache)
    {
        Resolver resolver = new(cache, SuiteOptions.Read(test.GetProperty("options")));
        return resolver.Resolve(test.GetProperty("importer").GetString()!, test.GetProperty("request").GetString()!);
    }

    private static ResolveResult ResolveTypes(JsonElement test, DirectoryCache cache)
    {
        ResolverOptions options = SuiteOptions.Read(test.GetProperty("options")) with { TsConfig = TsConfigOptions.Nearest };
        return new TypeResolver(cache, options).Resolve(test.GetProperty("importer").GetString()!, test.GetProperty("request").GetString()!);
    }
}
