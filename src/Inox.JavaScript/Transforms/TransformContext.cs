using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.Modules;
using Inox.JavaScript.Transforms.Runtime;

namespace Inox.JavaScript.Transforms;

/// <summary>What the passes over one file share.</summary>
internal sealed class TransformContext(ParseResult parsed, TransformOptions options)
{
    private readonly Dictionary<string, int> _counts = [];
    private HashSet<string>? _names;
    private char _nextLetter = 'a';

    public Program Program { get; } = parsed.Program;

    public SourceText Source { get; } = parsed.Source;

    public ProgramFeatures Features { get; } = parsed.Features;

    /// <summary>Whether the file is TypeScript, where an import that is not used as a value goes, types or none.</summary>
    public bool IsTypeScript { get; } = parsed.Language is Language.TypeScript or Language.Tsx or Language.Declarations;

    public TransformOptions Options { get; } = options;

    /// <summary>Whether decorators are TypeScript's own; those of a JavaScript file are always the standard ones.</summary>
    public bool UsesLegacyDecorators => IsTypeScript && Options.TypeScript.ExperimentalDecorators;

    public bool EmitsDecoratorMetadata => UsesLegacyDecorators && Options.TypeScript.EmitDecoratorMetadata && (Features & ProgramFeatures.Decorators) != 0;

    public JsxSettings Jsx { get; } = JsxSettings.Read(parsed, options.Jsx);

    public List<Diagnostic> Diagnostics { get; } = [];

    public Dictionary<string, EnumConstants> Enums { get; } = [];

    public List<BindingIdentifier> PossibleTypes { get; } = [];

    public SemanticModel Model { get; private set; } = SemanticAnalyzer.Begin(parsed, new() { CheckDeclarations = options.CheckDeclarations });

    /// <summary>The functions of the runtime that the passes made the file call.</summary>
    public RuntimeCalls Runtime { get; } = new();

    /// <summary>The imports and exports of a file that became CommonJS.</summary>
    public ModuleShape? CommonJsModule { get; set; }

    /// <summary>Names in the file of helpers that are not in it, each with that of the helper.</summary>
    public Dictionary<string, string> SharedHelpers { get; } = [];

    /// <summary>Set by a pass after which the model no longer fits the tree.</summary>
    public bool IsModelStale { get; set; }

    /// <summary>Set when a define was replaced, as only then constants are worth folding.</summary>
    public bool HasReplacedDefines { get; set; }

    public void RefreshModel()
    {
        if (!IsModelStale) return;
        Model = SemanticAnalyzer.Renew(Model);
        IsModelStale = false;
    }

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments) =>
        Diagnostics.Add(new() { Descriptor = descriptor, Source = Source, Span = span, Arguments = arguments });

    /// <summary>A name that nothing in the file has, made from a wish by adding a number.</summary>
    public string NewName(string wish)
    {
        _names ??= CollectNames();
        if (_names.Add(wish)) return wish;
        ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, wish, out _);
        string name;
        do name = $"{wish}_{++count}";
        while (!_names.Add(name));
        return name;
    }

    /// <summary>A short name for a variable that stands for nothing in the source: `_a`, `_b`, ..., `_z`, `_z_1`.</summary>
    public string NewTemporary()
    {
        _names ??= CollectNames();
        while (_nextLetter < 'z')
        {
            string name = $"_{_nextLetter++}";
            if (_names.Add(name)) return name;
        }
        return NewName("_z");
    }

    private HashSet<string> CollectNames()
    {
        HashSet<string> names = [];
        foreach (ref readonly Symbol symbol in Model.Symbols) names.Add(symbol.Name);
        foreach (ref readonly Reference reference in Model.References) names.Add(reference.Node.Name);
        return names;
    }
}
