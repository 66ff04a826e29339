using Inox.Core;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// ESTree JSON against acorn and typescript-estree over every source of the packages that <c>tests/packages</c> installs: antd, d3, lodash, moment, react-dom, rxjs, svelte,
/// three, typescript, vue and others. By hand only: it takes minutes.
/// </summary>
public sealed class EstreePackagesSuite : IConformanceSuite
{
    private const long LongestFile = 2 * 1024 * 1024;

    public string Name => "estree-packages";

    public string PackName => "";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        string modules = Repository.At("tests/packages/node_modules");
        if (!Directory.Exists(modules)) throw new DirectoryNotFoundException("run `npm ci` in tests/packages first");
        return EstreeComparison.Run(Directory.EnumerateFiles(modules, "*", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)
            .Select(path => new EstreeCase(Path.GetRelativePath(modules, path), SourceText.Decode(path, File.ReadAllBytes(path)).Text, OptionsOf(path))));
    }

    private static bool IsSource(string path) =>
        Path.GetExtension(path) is ".js" or ".mjs" or ".cjs" or ".jsx" or ".ts" or ".mts" or ".cts" or ".tsx" && new FileInfo(path).Length < LongestFile;

    // acorn has no goal of CommonJS files, but may return anywhere in none
    private static ParseOptions OptionsOf(string path)
    {
        ParseOptions options = ParseOptions.ForPath(path);
        return options.SourceType == Syntax.SourceType.CommonJs ? options with { SourceType = Syntax.SourceType.Script } : options;
    }
}
