using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>
/// AMD: <c>define(["require", "exports", "a"], function (require, exports, a_1) { ... })</c>, and UMD, which gives the same function to whichever of
/// CommonJS and AMD is there.
/// </summary>
internal sealed class AmdForm(TransformContext context, bool isUniversal) : CommonJsForm(context)
{
    public override bool Reserves(string name) => name is "exports" or "module" or "require" or "define";

    public override Statement[] Write(ModuleShape shape, Statement[] body) =>
        isUniversal ? Wrap([.. shape.Requests.ConvertAll(static request => request.Source)], [], base.Write(shape, body)) : WriteAmd(shape, body);

    /// <summary>A file that was CommonJS all along: what it requires at once is loaded with it.</summary>
    public Statement[] WriteCommonJs(Statement[] body) => Wrap(RequiredPaths.Of(body), [], body);

    private Statement[] WriteAmd(ModuleShape shape, Statement[] body)
    {
        List<Statement> head = Exports(shape);
        List<StringLiteral> paths = [];
        List<string> parameters = [];
        // those without a variable come last: parameters go by place
        foreach (ModuleRequest request in shape.Requests.OrderBy(static request => request.Variable is null && !request.IsStarExport))
        {
            TextSpan span = request.Source.Span;
            paths.Add(request.Source);
            if (request.IsStarExport) request.Variable ??= Context.NewName("_star");
            if (request.Variable is not { } variable) continue;
            parameters.Add(variable);
            if (View(request, Make.Reference(span, variable)) is CallExpression view) head.Add(Make.AssignStatement(span, Make.Reference(span, variable), view));
            if (request.IsStarExport) head.Add(Make.Statement(Context.Runtime.Call(span, "__exportStar", Make.Reference(span, variable), Make.Reference(span, "exports"))));
        }
        return Wrap([.. paths, .. RequiredPaths.Of(body)], parameters, StrictBody(shape, [.. head, .. body]));
    }

    private Statement[] Wrap(List<StringLiteral> paths, List<string> variables, Statement[] body)
    {
        TextSpan at = TextSpan.At(0);
        string[] own = ["require", "exports", "module"];
        FormalParameter[] parameters = [.. own.Concat(variables).Select(name => Make.Parameter(at, Make.Binding(at, name)))];
        ArrayExpression dependencies = new(at, [.. own.Select(name => Make.String(at, name)), .. paths]);
        FunctionExpression factory = Make.Function(at, parameters, body);
        Expression define = Make.Reference(at, "define");
        if (!isUniversal) return [Make.Statement(Make.Call(at, define, dependencies, factory))];
        string name = Context.NewName("factory");
        Expression isCommonJs = new LogicalExpression(at, IsTypeOf(at, Make.Reference(at, "module"), "object"), LogicalOperator.And, IsTypeOf(at, Make.Dotted(at, "module.exports"), "object"));
        Expression isAmd = new LogicalExpression(at, IsTypeOf(at, Make.Reference(at, "define"), "function"), LogicalOperator.And, Make.Dotted(at, "define.amd"));
        Statement requires = Make.Statement(Make.Call(at, Make.Reference(at, name), [.. own.Select(each => Make.Reference(at, each))]));
        Statement defines = Make.Statement(Make.Call(at, define, dependencies, Make.Reference(at, name)));
        IfStatement choice = new(at, isCommonJs, requires, new IfStatement(at, isAmd, defines, null));
        return [Make.Statement(Make.Call(at, Make.Function(at, [Make.Parameter(at, Make.Binding(at, name))], [choice]), factory))];
    }

    private static BinaryExpression IsTypeOf(TextSpan span, Expression value, string type) =>
        Make.Binary(span, new UnaryExpression(span, UnaryOperator.Typeof, value), BinaryOperator.StrictEqual, Make.String(span, type));

    // AMD loads a list, CommonJS has no list: which it is, is known when it runs
    public override Expression Import(ImportExpression node)
    {
        List<Expression> arguments = [Make.Reference(node.Span, "require"), node.Source];
        if (Context.Options.DefaultImport != DefaultImport.Member) arguments.Add(Context.Runtime.Use(node.Span, "__importStar"));
        return Context.Runtime.Call(node.Span, "__importAsync", [.. arguments]);
    }
}

/// <summary>The paths that the outermost statements require: <c>const a = require("a")</c>, as <c>import a = require("a")</c> becomes.</summary>
internal static class RequiredPaths
{
    public static List<StringLiteral> Of(Statement[] body)
    {
        List<StringLiteral> paths = [];
        foreach (Statement statement in body)
        {
            if (statement is not VariableDeclaration variables) continue;
            foreach (VariableDeclarator declarator in variables.Declarations)
                if (declarator.Init is CallExpression { Callee: IdentifierReference { Name: "require" }, Arguments: [StringLiteral path] }) paths.Add(path);
        }
        return paths;
    }
}
