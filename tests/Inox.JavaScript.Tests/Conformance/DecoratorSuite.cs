using System.Text.RegularExpressions;
using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Transforms;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>The checks of decorators that the pack holds, which count themselves: lowered to three targets, each group is a case.</summary>
public sealed partial class DecoratorSuite : IConformanceSuite
{
    private static readonly EcmaVersion[] s_targets = [EcmaVersion.Es2022, EcmaVersion.Es2015, EcmaVersion.Es5];

    public string Name => "decorators";

    public string PackName => "decorators-2023-11";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, PackName + ".zip"));
        string text = pack.ReadText("decorator-tests.ts");
        string[] groups = [.. GroupName().Matches(text).Select(match => match.Groups[1].Value)];
        foreach (EcmaVersion target in s_targets)
        {
            ParseResult parsed = JsParser.Parse("decorator-tests.ts", text);
            TransformResult result = JsTransformer.Transform(parsed, new() { Target = target });
            string code = JsPrinter.Print(result.Program, null, [], PrintOptions.Default).Code;
            ProcessResult run = NodeProcess.RunModule(code);
            bool allPass = run.Succeeded && run.Output.Contains("All checks passed", StringComparison.Ordinal);
            foreach (string group in groups)
            {
                string name = $"{EcmaVersions.NameOf(target)} {group}";
                yield return allPass || (run.Succeeded && !run.Output.Contains(group, StringComparison.Ordinal)) ? CaseResult.Pass(name) : CaseResult.Fail(name, run.Output + run.Error);
            }
        }
    }

    [GeneratedRegex("^  '([^']+)': ", RegexOptions.Multiline)]
    private static partial Regex GroupName();
}
