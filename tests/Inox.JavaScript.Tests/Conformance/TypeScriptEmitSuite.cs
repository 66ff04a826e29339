using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// What <c>transpileModule</c> of TypeScript gives for its own tests, compared as trees. Left out are tests with enums, namespaces and <c>import =</c>,
/// whose emitted shape is each tool's own, of decorated files the helper functions, and of elements the two numbers of their place.
/// </summary>
public sealed class TypeScriptEmitSuite : IConformanceSuite
{
    private static readonly string[] s_variants = ["esnext", "assign-fields", "jsx-classic", "jsx-automatic", "jsx-dev"];
    private const string Legacy = "legacy-decorators";

    // of assigned fields the decorators are lowered, in a shape of TypeScript's own
    private static readonly string[] s_decorated = ["esnext", Legacy];

    public string Name => "typescript-emit";

    public string PackName => "typescript";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "typescript.zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("typescript.tar");
        Dictionary<string, byte[]> outputs = pack.ReadTar("expected.tar");
        foreach (JsonElement test in pack.ReadLines("typescript-index.jsonl"))
        {
            if (!test.TryGetProperty("expected", out JsonElement expected) || expected.ValueKind != JsonValueKind.Object || HasTag(test, "enum", "namespace", "import-equals")) continue;
            string path = test.GetProperty("path").GetString()!;
            string unit = test.GetProperty("units")[0].GetProperty("name").GetString()!;
            foreach (string variant in HasTag(test, "decorator") ? s_decorated : s_variants)
            {
                if (!expected.TryGetProperty(variant, out JsonElement file)) continue;
                yield return Judge($"{variant} {path}", unit, files[path], outputs[file.GetString()!], OptionsOf(variant, test));
            }
        }
    }

    private static bool HasTag(JsonElement test, params string[] names)
    {
        foreach (JsonElement tag in test.GetProperty("tags").EnumerateArray())
            if (names.Contains(tag.GetString())) return true;
        return false;
    }

    private static TransformOptions OptionsOf(string variant, JsonElement test) => new()
    {
        TypeScript = new()
        {
            UseDefineForClassFields = variant != "assign-fields",
            ExperimentalDecorators = variant == Legacy,
            EmitDecoratorMetadata = test.GetProperty("settings").TryGetProperty("emitdecoratormetadata", out JsonElement emits) && emits.GetString() == "true",
        },
        Jsx = new()
        {
            Mode = variant switch { "jsx-classic" => JsxMode.Classic, "jsx-automatic" or "jsx-dev" => JsxMode.Automatic, _ => JsxMode.Preserve },
            Development = variant == "jsx-dev",
        },
    };

    private static CaseResult Judge(string name, string unit, byte[] input, byte[] output, TransformOptions options)
    {
        ParseResult parsed = JsParser.Parse(SourceText.Decode(unit[(unit.LastIndexOf('/') + 1)..], input), ParseOptions.ForPath(unit));
        TransformResult result = JsTransformer.Transform(parsed, options);
        string printed = JsPrinter.Print(result.Program, parsed.Source, [], PrintOptions.Default).Code;
        ParseOptions reading = new() { Language = Language.Jsx, SourceType = result.Program.SourceType };
        Node? ours = EmitForm.Of(JsParser.Parse(new SourceText("ours", printed), reading).Program);
        Node? theirs = EmitForm.Of(JsParser.Parse(SourceText.Decode("theirs", output), reading).Program);
        return TreeComparer.AreEqual(ours, theirs) ? CaseResult.Pass(name) : CaseResult.Fail(name, $"another tree: {printed}");
    }
}

/// <summary>A tree without what the comparison is not about: empty statements, empty exports, marks of purity, the raw text of literals.</summary>
internal sealed class EmitForm : SyntaxRewriter
{
    public static Node? Of(Program program) => new EmitForm().Visit(program);

    // `var __decorate = ...` there, `function __decorate` here
    protected override Node? VisitProgram(Program node)
    {
        base.VisitProgram(node);
        node.Body = [.. node.Body.Where(static statement => statement is not (VariableDeclaration { Declarations: [{ Id: BindingIdentifier { Name: ['_', '_', ..] } }] } or FunctionDeclaration { Id.Name: ['_', '_', ..] }))];
        return node;
    }

    protected override Node? VisitEmptyStatement(EmptyStatement node) => null;

    protected override Node? VisitExportNamedDeclaration(ExportNamedDeclaration node) =>
        node is { Declaration: null, Source: null, Specifiers.Length: 0 } ? null : base.VisitExportNamedDeclaration(node);

    protected override Node? VisitDirective(Directive node) => new Directive(node.Span, node.Expression, node.Expression.Value);

    protected override Node? VisitTemplateElement(TemplateElement node) => node.Cooked is null ? node : new TemplateElement(node.Span, "", node.Cooked, node.IsTail);

    protected override Node? VisitCallExpression(CallExpression node)
    {
        node.IsPure = false;
        return base.VisitCallExpression(node);
    }

    // TypeScript counts the place of an element from the blank before it.
    protected override Node? VisitProperty(Property node) =>
        node.Key is IdentifierName { Name: "lineNumber" or "columnNumber" } ? new Property(node.Span, PropertyKind.Init, node.Key, new NullLiteral(node.Span)) : base.VisitProperty(node);
}
