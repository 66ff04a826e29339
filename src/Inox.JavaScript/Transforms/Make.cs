using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>Short forms for nodes that passes make. Spans say what a node came from.</summary>
internal static class Make
{
    public static IdentifierReference Reference(TextSpan span, string name) => new(span, name);

    /// <summary>A use of the name a binding declares.</summary>
    public static IdentifierReference Reference(BindingIdentifier binding) => new(binding.Span, binding.Name) { SymbolId = binding.SymbolId };

    public static BindingIdentifier Binding(TextSpan span, string name) => new(span, name);

    public static MemberExpression Member(TextSpan span, Expression obj, string name) => new(span, obj, new IdentifierName(span, name));

    public static MemberExpression Index(TextSpan span, Expression obj, Expression key) => new(span, obj, key, isComputed: true);

    /// <summary>`a.b.c` from its text.</summary>
    public static Expression Dotted(TextSpan span, string path)
    {
        string[] parts = path.Split('.');
        Expression result = parts[0] == "this" ? new ThisExpression(span) : Reference(span, parts[0]);
        for (int i = 1; i < parts.Length; i++) result = Member(span, result, parts[i]);
        return result;
    }

    public static StringLiteral String(TextSpan span, string value) => new(span, value);

    public static Expression Number(TextSpan span, double value) =>
        value < 0 || (value == 0 && double.IsNegative(value))
            ? new UnaryExpression(span, UnaryOperator.Minus, new NumericLiteral(span, -value))
            : double.IsNaN(value) ? new BinaryExpression(span, new NumericLiteral(span, 0), BinaryOperator.Divide, new NumericLiteral(span, 0))
            : new NumericLiteral(span, value);

    public static Expression Constant(TextSpan span, ConstantValue value) => value.Text is { } text ? String(span, text) : Number(span, value.Number);

    public static UnaryExpression Undefined(TextSpan span) => new(span, UnaryOperator.Void, new NumericLiteral(span, 0));

    public static AssignmentExpression Assign(TextSpan span, Node target, Expression value) => new(span, target, AssignmentOperator.Assign, value);

    public static ExpressionStatement AssignStatement(TextSpan span, Node target, Expression value) => new(span, Assign(span, target, value));

    public static CallExpression Call(TextSpan span, Expression callee, params Expression[] arguments) => new(span, callee, null, arguments);

    public static Property Property(TextSpan span, Node key, Expression value) => new(span, PropertyKind.Init, key, value);

    public static FormalParameter Parameter(TextSpan span, Pattern pattern) => new(span, [], pattern, null, null);

    public static VariableDeclaration Variable(TextSpan span, VariableKind kind, Pattern id, Expression? init) =>
        new(span, kind, [new VariableDeclarator(span, id, null, init)]);

    /// <summary>`(parameter) => { body }`</summary>
    public static ArrowFunctionExpression Arrow(TextSpan span, BindingIdentifier parameter, Statement[] body) =>
        new(span, null, [Parameter(parameter.Span, parameter)], null, new BlockStatement(span, body));

    /// <summary>`a || {}`</summary>
    public static LogicalExpression OrObject(TextSpan span, Expression a) => new(span, a, LogicalOperator.Or, new ObjectExpression(span, []));

    /// <summary>`function (parameters) { body }`</summary>
    public static FunctionExpression Function(TextSpan span, FormalParameter[] parameters, Statement[] body, BindingIdentifier? id = null) =>
        new(span, id, null, parameters, null, new BlockStatement(span, body));

    public static SequenceExpression Sequence(TextSpan span, params Expression[] expressions) => new(span, expressions);

    public static ConditionalExpression Conditional(TextSpan span, Expression test, Expression consequent, Expression alternate) =>
        new(span, test, consequent, alternate);

    public static BinaryExpression Binary(TextSpan span, Node left, BinaryOperator op, Expression right) => new(span, left, op, right);

    public static ExpressionStatement Statement(Expression expression) => new(expression.Span, expression);

    public static ReturnStatement Return(TextSpan span, Expression? value) => new(span, value);

    public static BooleanLiteral Boolean(TextSpan span, bool value) => new(span, value);

    /// <summary>`var a, b, c`</summary>
    public static VariableDeclaration Variables(TextSpan span, List<string> names) =>
        new(span, VariableKind.Var, [.. names.ConvertAll(name => new VariableDeclarator(span, Binding(span, name), null, null))]);
}
