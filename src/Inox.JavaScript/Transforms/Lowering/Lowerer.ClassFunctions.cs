using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// A class as a function:
//   (function (_super) { __inherits(C, _super); function C() { var _this = __callSuper(C, this, arguments); ... return _this; } __methods(C, ["m", 0, function () {}]); return C; })(S)
internal sealed partial class Lowerer
{
    [Flags]
    private enum MethodFlags { None = 0, Static = 1, Getter = 2, Setter = 4 }

    private Expression ClassCall(IClass node, ClassPlan plan, Expression name)
    {
        TextSpan span = ((Node)node).Span, at = TextSpan.At(span.Start);
        List<Statement> body = [];
        if (!IsStrict(node)) body.Add(new Directive(at, Make.String(at, "use strict"), "use strict"));
        foreach ((string variable, Expression? value) in plan.Variables) body.Add(Make.Variable(at, VariableKind.Var, Make.Binding(at, variable), value));
        foreach (Expression expression in plan.Before) body.Add(Make.Statement(expression));
        MethodDefinition? constructor = FindConstructor(node.Body);
        body.Add(ConstructorFunction(plan, constructor, span));
        FormalParameter[] parameters = [];
        Expression[] arguments = [];
        if (node.SuperClass is not null)
        {
            string parent = NewName("_super");
            parameters = [Make.Parameter(at, Make.Binding(at, parent))];
            arguments = [node.SuperClass];
            body.Insert(body.Count - 1, Make.Statement(CallRuntime(at, "__inherits", Own(at, plan.Alias), Own(at, parent))));
        }
        if (!(name is StringLiteral text && text.Value == plan.Alias) && !HasOwnName(node)) body.Add(Make.Statement(CallRuntime(at, "__name", Own(at, plan.Alias), name)));
        AddMethods(node, plan, constructor, body, at);
        foreach (Expression expression in plan.After) body.Add(Make.Statement(expression));
        body.Add(Make.Return(at, Own(at, plan.Alias)));
        FunctionExpression function = Make.Function(span, parameters, [.. body]);
        CallExpression call = Make.Call(span, function, arguments);
        call.IsPure = plan.After.Count == 0 && node.SuperClass is null && !Array.Exists(node.Body.Body, static element => element is MethodDefinition { IsComputed: true });
        return plan.Suspends ? Suspend(function, [.. body], span, call).Call : call;
    }

    private static bool HasOwnName(IClass node) => Array.Exists(node.Body.Body, static element =>
        element is MethodDefinition { IsStatic: true } method && (method.IsComputed || method.Key is IdentifierName { Name: "name" } or StringLiteral { Value: "name" }));

    private bool IsStrict(IClass node)
    {
        if (node.ScopeId < 0) return false;
        int parent = Model.Scopes[node.ScopeId].Parent;
        return parent >= 0 && Model.Scopes[parent].IsStrict;
    }

    private FunctionDeclaration ConstructorFunction(ClassPlan plan, MethodDefinition? constructor, TextSpan span)
    {
        TextSpan at = TextSpan.At(span.Start);
        FunctionExpression? source = constructor?.Value;
        List<Statement> body = source is null ? [] : [.. source.Body!.Body];
        if (plan.InitializerThis is { } kept) body.Insert(0, Make.Variable(at, VariableKind.Var, Make.Binding(at, kept), new ThisExpression(at)));
        if (source is null)
        {
            if (plan.ThisName is { } self)
                body.Add(Make.Variable(at, VariableKind.Var, Make.Binding(at, self), CallRuntime(at, "__callSuper", Own(at, plan.Alias), new ThisExpression(at), Make.Reference(at, "arguments"))));
            body.AddRange(plan.Initializers);
        }
        else if (plan.ThisName is { } self) body = [.. WithHead([.. body], [Make.Variable(at, VariableKind.Var, Make.Binding(at, self), null)])];
        if (plan.ThisName is { } made) body.Add(Make.Return(at, plan.ChecksThis ? CallRuntime(at, "__assertThis", Own(at, made)) : Own(at, made)));
        body = [.. WithHead([.. body], [Make.Statement(CallRuntime(at, "__classCheck", new ThisExpression(at), Own(at, plan.Alias)))])];
        return new FunctionDeclaration(span, Make.Binding(at, plan.Alias), null, source?.Parameters ?? [], null, new BlockStatement(source?.Body?.Span ?? at, [.. body]));
    }

    private void AddMethods(IClass node, ClassPlan plan, MethodDefinition? constructor, List<Statement> body, TextSpan at)
    {
        List<Expression?> row = [];
        foreach (ClassElement element in node.Body.Body)
        {
            if (element is not MethodDefinition method || ReferenceEquals(method, constructor)) continue;
            MethodFlags flags = method.IsStatic ? MethodFlags.Static : MethodFlags.None;
            if (method.MethodKind == MethodKind.Get) flags |= MethodFlags.Getter;
            else if (method.MethodKind == MethodKind.Set) flags |= MethodFlags.Setter;
            row.Add(MethodKey(method));
            row.Add(Make.Number(method.Span, (int)flags));
            row.Add(_wrappedMethods.GetValueOrDefault(method) ?? method.Value);
        }
        body.Add(Make.Statement(CallRuntime(at, "__methods", Own(at, plan.Alias), new ArrayExpression(at, [.. row]))));
    }

    private Expression MethodKey(MethodDefinition method) => method.Key switch
    {
        IdentifierName name => Make.String(name.Span, name.Name),
        BigIntLiteral big => Make.String(big.Span, big.Value),
        Expression key when method.IsComputed && key is not (StringLiteral or NumericLiteral) => CallRuntime(key.Span, "__toKey", key),
        Node key => (Expression)key,
    };

    private Expression ConstructSuper(CallExpression node, ClassPlan plan, Frame constructor)
    {
        TextSpan span = node.Span;
        bool isCut = false;
        for (Frame frame = _frame; frame != constructor; frame = frame.Outer!) isCut |= frame.CutsThis;
        Expression self = isCut ? Own(span, constructor.ThisAlias ??= NewName("_self")) : new ThisExpression(span);
        Expression arguments = node.Arguments is [SpreadElement { Argument: IdentifierReference { Name: "arguments" } all }] ? all : ListOf(span, node.Arguments);
        Expression made = CallRuntime(span, "__callSuper", Own(span, plan.Alias), self, arguments);
        return plan.ChecksThis ? CallRuntime(span, "__superOnce", made, Own(span, plan.ThisName!)) : made;
    }

    private void AddClassVariable(ClassDeclaration node, ClassPlan plan, Expression name, Statement holder, List<Statement> output)
    {
        BindingIdentifier id = node.Id!;
        VariableDeclaration variable = Make.Variable(node.Span, VariableKind.Var, id, ClassCall(node, plan, name));
        switch (holder)
        {
            case ExportNamedDeclaration export:
                export.Declaration = variable;
                output.Add(export);
                break;
            case ExportDefaultDeclaration:
                output.Add(variable);
                output.Add(new ExportNamedDeclaration(holder.Span, null, [new ExportSpecifier(id.Span, Own(id.Span, id.Name), new IdentifierName(id.Span, "default"))], null, []));
                break;
            default:
                output.Add(variable);
                break;
        }
    }
}
