using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// The pack <c>babel-parser.zip</c>: <c>accept</c> tests must parse without an error, <c>reject</c> tests must not. Tests whose options loosen the
/// grammar in a way the parser has no option for are left out; <see cref="CountLeftOut"/> says how many.
/// </summary>
public sealed class BabelParserSuite : IConformanceSuite
{
    public string Name => "babel-parser";

    public string PackName => "babel-parser";

    // they change Babel's tree, not what is accepted
    private static readonly HashSet<string> s_harmless =
    [
        "sourceType", "plugins", "createImportExpressions", "createParenthesizedExpressions", "tokens", "ranges", "attachComment", "sourceFilename",
        "startIndex", "startColumn", "startLine", "errorRecovery", "allowReturnOutsideFunction",
    ];

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "babel-parser.zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("babel-parser.tar");
        foreach (JsonElement test in pack.ReadLines("babel-parser-index.jsonl"))
        {
            if (!HasCounterpart(test)) continue;
            string input = test.GetProperty("input").GetString()!;
            yield return Judge(test, SourceText.Decode(input, files[input]));
        }
    }

    public static int CountLeftOut(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "babel-parser.zip"));
        return pack.ReadLines("babel-parser-index.jsonl").Count(test => !HasCounterpart(test));
    }

    internal static bool HasCounterpart(JsonElement test)
    {
        if (Plugins(test).Contains("moduleBlocks") || IsAboutOptions(test)) return false;
        foreach (JsonProperty option in test.GetProperty("options").EnumerateObject())
        {
            bool isDefault = option.Name is "annexB" or "strictMode" ? option.Value.ValueKind == JsonValueKind.Null : option.Value.ValueKind == JsonValueKind.False;
            if (!s_harmless.Contains(option.Name) && !isDefault) return false;
        }
        return true;
    }

    // options of Babel that exclude each other
    private static bool IsAboutOptions(JsonElement test) => test.GetProperty("throws").GetString() is { } message
        && (message.Contains("`sourceType: 'commonjs'`", StringComparison.Ordinal) || message.Contains("you must also specify", StringComparison.Ordinal));

    private static CaseResult Judge(JsonElement test, SourceText source)
    {
        // what Babel has an option for goes by the name of the file here
        if (test.GetProperty("options").GetRawText().Contains("\"disallowAmbiguousJSXLike\":true", StringComparison.Ordinal)) source = new("input.mts", source.Text);
        Diagnostic? first = EarlyErrors.First(source, OptionsOf(test), EarlyErrors.Declarations);
        string id = test.GetProperty("id").GetString()!;
        bool mustReject = test.GetProperty("verdict").GetString() == "reject";
        if (mustReject == first is not null) return CaseResult.Pass(id);
        return CaseResult.Fail(id, first is null ? $"was accepted: {test.GetProperty("throws")} {test.GetProperty("errors")}" : "was rejected: " + EarlyErrors.Show(first));
    }

    internal static ParseOptions OptionsOf(JsonElement test)
    {
        HashSet<string> plugins = Plugins(test);
        JsonElement options = test.GetProperty("options");
        bool isTypeScript = plugins.Contains("typescript"), isJsx = plugins.Contains("jsx");
        string goal = options.TryGetProperty("sourceType", out JsonElement value) ? value.GetString()! : "script";
        return new()
        {
            Language = isTypeScript ? IsDeclarations(test) ? Language.Declarations : isJsx ? Language.Tsx : Language.TypeScript : isJsx ? Language.Jsx : Language.JavaScript,
            SourceType = goal switch { "module" => SourceType.Module, "commonjs" => SourceType.CommonJs, "unambiguous" => null, _ => SourceType.Script },
            AllowReturnOutsideFunction = options.TryGetProperty("allowReturnOutsideFunction", out JsonElement allow) && allow.ValueKind == JsonValueKind.True,
        };
    }

    private static HashSet<string> Plugins(JsonElement test) =>
        [.. test.GetProperty("plugins").EnumerateArray().Select(plugin => plugin.ValueKind == JsonValueKind.Array ? plugin[0].GetString()! : plugin.GetString()!)];

    private static bool IsDeclarations(JsonElement test) => test.GetProperty("options").TryGetProperty("plugins", out JsonElement plugins)
        && plugins.ValueKind == JsonValueKind.Array && plugins.EnumerateArray().Any(plugin => plugin.ValueKind == JsonValueKind.Array && plugin.GetArrayLength() > 1
            && plugin[1].TryGetProperty("dts", out JsonElement dts) && dts.ValueKind == JsonValueKind.True);
}
