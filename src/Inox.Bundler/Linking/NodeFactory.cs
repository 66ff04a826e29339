using Inox.Bundler.Graph;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>Makes the nodes that linking puts into a module, all with the span of what they stand for.</summary>
internal readonly struct NodeFactory(Module module, TextSpan span)
{
    public IdentifierReference Reference(int symbol) => new(span, module.Model.GetSymbol(symbol).Name) { SymbolId = symbol };

    public IdentifierReference Reference(SymbolRef symbol) => Reference(LinkSymbols.ProxyOf(module, symbol));

    public IdentifierReference Global(string name) => new(span, name);

    public BindingIdentifier Binding(int symbol) => new(span, module.Model.GetSymbol(symbol).Name) { SymbolId = symbol };

    public CallExpression Call(Expression callee, params Expression[] arguments) => new(span, callee, null, arguments);

    public MemberExpression Member(Expression of, string name) => new(span, of, new IdentifierName(span, name));

    public StringLiteral Text(string value) => new(span, value);

    public NumericLiteral Number(double value) => new(span, value);

    public ArrowFunctionExpression Arrow(Expression body) => new(span, null, [], null, body);

    public SequenceExpression Sequence(params Expression[] expressions) => new(span, expressions);

    public ExpressionStatement Statement(Expression expression) => new(span, expression);

    public VariableDeclaration Variable(int symbol, Expression? value) =>
        new(span, VariableKind.Var, [new(span, Binding(symbol), null, value)]);

    public AssignmentExpression Assign(Node target, Expression value) => new(span, target, AssignmentOperator.Assign, value);

    /// <summary><c>new URL("./a.svg", import.meta.url).href</c>: a URL relative to the output the code stands in, wherever a page uses it.</summary>
    public MemberExpression UrlOf(StringLiteral relative)
    {
        MetaProperty meta = new(span, new IdentifierName(span, "import"), new IdentifierName(span, "meta"));
        return Member(new NewExpression(span, Global("URL"), null, [relative, Member(meta, "url")]), "href");
    }

    /// <summary><c>Promise.resolve().then(() => value)</c>.</summary>
    public CallExpression Later(Expression value) =>
        Call(Member(Call(Member(Global("Promise"), "resolve")), "then"), Arrow(value));
}
