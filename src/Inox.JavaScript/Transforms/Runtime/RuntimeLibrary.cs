using System.Collections.Frozen;
using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Runtime;

/// <summary>
/// The functions that lowered code calls, from <c>runtime.js</c>: an ES module of ES5 functions, each at top level. It is parsed once to learn where each function is and which others it calls.
/// </summary>
public static class RuntimeLibrary
{
    /// <summary>What it is called where a place in it is named.</summary>
    internal const string FileName = "runtime.js";

    private static readonly Lazy<FrozenDictionary<string, RuntimeFunction>> s_functions = new(Read);

    /// <summary>The text of the module.</summary>
    public static string Text { get; } = Load();

    internal static IEnumerable<string> Names => s_functions.Value.Keys;

    /// <summary>The functions with those names and all they call, in the order of the text.</summary>
    internal static List<RuntimeFunction> Closure(IEnumerable<string> names)
    {
        HashSet<string> seen = [];
        Queue<string> open = new(names);
        List<RuntimeFunction> functions = [];
        while (open.TryDequeue(out string? name))
        {
            if (!seen.Add(name)) continue;
            RuntimeFunction function = s_functions.Value[name];
            functions.Add(function);
            foreach (string callee in function.Calls) open.Enqueue(callee);
        }
        functions.Sort(static (a, b) => a.Place.CompareTo(b.Place));
        return functions;
    }

    private static string Load()
    {
        using Stream stream = typeof(RuntimeLibrary).Assembly.GetManifestResourceStream(FileName)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static FrozenDictionary<string, RuntimeFunction> Read()
    {
        ParseResult parsed = Parse(Text);
        SemanticModel model = SemanticAnalyzer.Analyze(parsed.Program);
        Dictionary<string, RuntimeFunction> functions = [];
        for (int i = 0; i < parsed.Program.Body.Length; i++)
        {
            FunctionDeclaration function = (FunctionDeclaration)((ExportNamedDeclaration)parsed.Program.Body[i]).Declaration!;
            HashSet<string> calls = [];
            for (int r = model.StatementReferenceStarts[i]; r < model.StatementReferenceStarts[i + 1]; r++)
            {
                int symbol = model.References[r].Symbol;
                if (symbol >= 0 && model.Symbols[symbol].Scope == 0) calls.Add(model.Symbols[symbol].Name);
            }
            functions.Add(function.Id!.Name, new(function.Id.Name, i, Text[function.Start..function.End], [.. calls]));
        }
        return functions.ToFrozenDictionary();
    }

    private static ParseResult Parse(string text) =>
        JsParser.Parse(new SourceText(FileName, text), new ParseOptions { SourceType = SourceType.Module, KeepComments = false });
}

/// <summary>One function of the runtime. <paramref name="Place"/> counts them in the order of the text.</summary>
internal sealed record RuntimeFunction(string Name, int Place, string Text, string[] Calls);
