using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>
/// SystemJS: variables and functions stand outside of <c>execute</c>, so that functions can be called before it, setters get what is imported each time it
/// changes, and every write of an exported variable tells who imported it.
/// </summary>
internal sealed class SystemForm : ModuleForm
{
    private readonly string _export, _module;

    public SystemForm(TransformContext context) : base(context) => (_export, _module) = (context.NewName("_export"), context.NewName("_context"));

    public override bool Reserves(string name) => name == "System";

    public override Statement[] Write(ModuleShape shape, Statement[] body)
    {
        TextSpan at = TextSpan.At(0);
        List<Statement> outside = [];
        List<Statement> inside = new HoistBindings().Run([.. body], outside);
        ExportWrites writes = new(Context, shape, _export);
        Statement[] execute = writes.Rewrite([.. inside]);
        List<string> variables = [];
        foreach (ModuleRequest request in shape.Requests) if (request.Variable is { } variable) variables.Add(variable);
        List<Statement> statements = [];
        if (variables.Count > 0) statements.Add(Make.Variables(at, variables));
        statements.AddRange(writes.Rewrite([.. outside]));
        statements.AddRange(Early(shape, outside));
        if (writes.Temporaries is { Count: > 0 } temporaries) statements.Insert(0, Make.Variables(at, temporaries));
        FunctionExpression run = Make.Function(at, [], execute);
        run.IsAsync = (Context.Features & ProgramFeatures.TopLevelAwait) != 0;
        ArrayExpression setters = new(at, [.. shape.Requests.ConvertAll(request => Setter(shape, request))]);
        statements.Add(Make.Return(at, new ObjectExpression(at, [Make.Property(at, new IdentifierName(at, "setters"), setters), Make.Property(at, new IdentifierName(at, "execute"), run)])));
        FormalParameter[] parameters = [Make.Parameter(at, Make.Binding(at, _export)), Make.Parameter(at, Make.Binding(at, _module))];
        FunctionExpression declare = Make.Function(at, parameters, StrictBody(shape, statements));
        ArrayExpression paths = new(at, [.. shape.Requests.ConvertAll(static request => request.Source)]);
        return [Make.Statement(Make.Call(at, Make.Dotted(at, "System.register"), paths, declare))];
    }

    // functions are there before anything runs; of the others only the names
    private List<Statement> Early(ModuleShape shape, List<Statement> outside)
    {
        List<Statement> output = [];
        foreach (ModuleExport export in shape.Exports)
        {
            if (export.Local is not { } local) continue;
            bool isFunction = outside.Exists(statement => statement is FunctionDeclaration { Id: { } id } && id.Name == local.Name);
            output.Add(Make.Statement(Export(local.Span, export.Name, isFunction ? Make.Reference(local) : Make.Undefined(local.Span))));
        }
        return output;
    }

    private CallExpression Export(TextSpan span, string name, Expression value) => Make.Call(span, Make.Reference(span, _export), Make.String(span, name), value);

    // function (module) { a_1 = module; _export("b", module.b); __exportStarTo(module, _export, { own: true }); }
    private FunctionExpression Setter(ModuleShape shape, ModuleRequest request)
    {
        TextSpan span = request.Source.Span;
        string parameter = Context.NewName("_module");
        List<Statement> body = [];
        if (request.Variable is { } variable) body.Add(Make.AssignStatement(span, Make.Reference(span, variable), Make.Reference(span, parameter)));
        foreach (ModuleExport export in shape.Exports)
            if (ReferenceEquals(export.Request, request)) body.Add(Make.Statement(Export(span, export.Name, ModuleNames.MemberOf(span, request, export.Member))));
        if (request.IsStarExport)
        {
            ObjectExpression own = new(span, [.. shape.Exports.ConvertAll(export => Make.Property(span, Make.String(span, export.Name), Make.Boolean(span, true)))]);
            body.Add(Make.Statement(Context.Runtime.Call(span, "__exportStarTo", Make.Reference(span, parameter), Make.Reference(span, _export), own)));
        }
        return Make.Function(span, [Make.Parameter(span, Make.Binding(span, parameter))], [.. body]);
    }

    public override Expression Import(ImportExpression node) => Make.Call(node.Span, Make.Dotted(node.Span, _module + ".import"), node.Source);

    public override Expression ImportMeta(TextSpan span) => Make.Dotted(span, _module + ".meta");
}
