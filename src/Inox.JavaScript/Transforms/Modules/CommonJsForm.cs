using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>
/// CommonJS: a getter for each export, there before anything is required, so that modules in a circle see each other live; then the modules in
/// the order of the imports. Both are in the forms that Node looks for when an ES module imports the file.
/// </summary>
internal class CommonJsForm(TransformContext context) : ModuleForm(context)
{
    public override bool Reserves(string name) => name is "exports" or "module" or "require" or "__filename" or "__dirname";

    public override Statement[] Write(ModuleShape shape, Statement[] body) => StrictBody(shape, [.. Exports(shape), .. Requests(shape), .. body]);

    // Object.defineProperty(exports, "a", { enumerable: true, get: function () { return a; } })
    // or, where that will not stay readable, __defineExports(exports, { a: function () { return a; } })
    protected List<Statement> Exports(ModuleShape shape)
    {
        TextSpan at = TextSpan.At(0);
        List<Statement> output = [];
        if (shape.Exports.Count == 0 && !shape.HasStarExport && shape.Requests.Count > 0 && shape.Body.Count == 0) return output;
        output.Add(Define(at, "__esModule", Make.Property(at, new IdentifierName(at, "value"), Make.Boolean(at, true))));
        List<Node> getters = [];
        foreach (ModuleExport export in shape.Exports)
        {
            TextSpan span = export.Local?.Span ?? at;
            FunctionExpression getter = Getter(span, export.Local is { } local ? Make.Reference(local) : ModuleNames.MemberOf(span, export.Request!, export.Member));
            if (Context.Options.HintsExports) getters.Add(Make.Property(span, ModuleNames.KeyOf(span, export.Name), getter));
            else output.Add(Define(span, export.Name, Make.Property(span, new IdentifierName(span, "enumerable"), Make.Boolean(span, true)), Make.Property(span, new IdentifierName(span, "get"), getter)));
        }
        if (getters.Count > 0) output.Add(Make.Statement(Context.Runtime.Call(at, "__defineExports", Make.Reference(at, "exports"), new ObjectExpression(at, [.. getters]))));
        return output;
    }

    private static ExpressionStatement Define(TextSpan span, string name, params Node[] properties) =>
        Make.Statement(Make.Call(span, Make.Dotted(span, "Object.defineProperty"), Make.Reference(span, "exports"), Make.String(span, name), new ObjectExpression(span, properties)));

    private List<Statement> Requests(ModuleShape shape)
    {
        List<Statement> output = [];
        foreach (ModuleRequest request in shape.Requests)
        {
            TextSpan span = request.Source.Span;
            if (request.Variable is { } variable) output.Add(Make.Variable(span, VariableKind.Const, Make.Binding(span, variable), View(request, Require(request))));
            // required once more where there is a variable: Node looks for `__exportStar(require("a"))`
            if (request.IsStarExport) output.Add(Make.Statement(Context.Runtime.Call(span, "__exportStar", Require(request), Make.Reference(span, "exports"))));
            else if (request.Variable is null) output.Add(Make.Statement(Require(request)));
        }
        return output;
    }

    private static CallExpression Require(ModuleRequest request)
    {
        TextSpan span = request.Source.Span;
        return Make.Call(span, Make.Reference(span, "require"), Make.String(span, request.Source.Value));
    }

    /// <summary>What the file sees of a module, which may be no ES module.</summary>
    protected Expression View(ModuleRequest request, Expression module) =>
        request.NeedsNamespace ? Interop("__importStar", module) : request.UsesDefault ? Interop("__importDefault", module) : module;

    // import(x): Promise.resolve(`${x}`).then(path => __importStar(require(path)))
    public override Expression Import(ImportExpression node)
    {
        TextSpan span = node.Span;
        bool isConstant = node.Source is StringLiteral;
        string path = isConstant ? "" : Context.NewName("_path");
        Expression required = Interop("__importStar", Make.Call(span, Make.Reference(span, "require"), isConstant ? node.Source : Make.Reference(span, path)));
        Expression[] text = isConstant ? [] : [new TemplateLiteral(span, [new TemplateElement(span, "", "", isTail: false), new TemplateElement(span, "", "", isTail: true)], [node.Source])];
        Expression started = Make.Call(span, Make.Dotted(span, "Promise.resolve"), text);
        return Make.Call(span, Make.Member(span, started, "then"), isConstant ? Getter(span, required) : Getter(span, required, path));
    }

    public override Expression ImportMeta(TextSpan span) => Context.Runtime.Call(span, "__importMeta", Make.Reference(span, "require"), Make.Reference(span, "module"));
}
