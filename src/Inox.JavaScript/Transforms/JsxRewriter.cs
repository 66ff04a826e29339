using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>The walk of <see cref="LowerJsx"/>.</summary>
internal sealed class JsxRewriter(TransformContext context, JsxRuntimeImports imports) : SyntaxRewriter
{
    private readonly JsxSettings _settings = context.Jsx;
    private readonly bool _isDevelopment = context.Options.Jsx.Development;

    protected override Node? VisitJSXElement(JSXElement node)
    {
        Expression type = TypeOf(node.OpeningElement.Name);
        Node[] attributes = node.OpeningElement.Attributes;
        if (_settings.Mode == JsxMode.Classic || HasKeyBehindSpread(attributes)) return CreateElement(node, type, Properties(attributes, out _, keepKey: true), node.Children);
        List<Node> properties = Properties(attributes, out Expression? key, keepKey: false);
        return CallRuntime(node, type, properties, key, ChildrenOf(node.Children));
    }

    protected override Node? VisitJSXFragment(JSXFragment node)
    {
        if (_settings.Mode == JsxMode.Classic) return CreateElement(node, Make.Dotted(node.OpeningFragment.Span, _settings.FragmentFactory), [], node.Children);
        Expression[] children = ChildrenOf(node.Children);
        Expression type = imports.Use(node.OpeningFragment.Span, RuntimeModule, "Fragment");
        return CallRuntime(node, type, [], null, children);
    }

    private string RuntimeModule => _settings.ImportSource + (_isDevelopment ? "/jsx-dev-runtime" : "/jsx-runtime");

    private static bool HasKeyBehindSpread(Node[] attributes)
    {
        bool hasSpread = false;
        foreach (Node attribute in attributes)
        {
            if (attribute is JSXSpreadAttribute) hasSpread = true;
            else if (hasSpread && attribute is JSXAttribute { Name: JSXIdentifier { Name: "key" } }) return true;
        }
        return false;
    }

    private CallExpression CreateElement(Expression node, Expression type, List<Node> properties, Node[] children)
    {
        TextSpan span = node.Span;
        Expression[] arguments =
        [
            type,
            properties.Count == 0 ? new NullLiteral(span) : new ObjectExpression(span, [.. properties]),
            .. ChildrenOf(children),
        ];
        Expression callee = _settings.Mode == JsxMode.Classic ? Make.Dotted(span, _settings.Factory) : imports.Use(span, _settings.ImportSource, "createElement");
        return new(span, callee, null, arguments, isOptional: false, isPure: true);
    }

    private CallExpression CallRuntime(Expression node, Expression type, List<Node> properties, Expression? key, Expression[] children)
    {
        TextSpan span = node.Span;
        bool isStatic = children.Length > 1 || children is [SpreadElement];
        if (children.Length > 0)
            properties.Add(Make.Property(span, new IdentifierName(span, "children"), isStatic ? new ArrayExpression(span, children) : children[0]));
        List<Expression> arguments = [type, new ObjectExpression(span, [.. properties])];
        if (key is not null) arguments.Add(key);
        if (_isDevelopment)
        {
            if (key is null) arguments.Add(Make.Undefined(span));
            arguments.Add(new BooleanLiteral(span, isStatic));
            arguments.Add(Place(span));
            arguments.Add(new ThisExpression(span));
        }
        string function = _isDevelopment ? "jsxDEV" : isStatic ? "jsxs" : "jsx";
        return new(span, imports.Use(span, RuntimeModule, function), null, [.. arguments], isOptional: false, isPure: true);
    }

    private ObjectExpression Place(TextSpan span)
    {
        LineColumn place = context.Source.GetLineColumn(span.Start);
        return new(span,
        [
            Make.Property(span, new IdentifierName(span, "fileName"), imports.UseFileName(span)),
            Make.Property(span, new IdentifierName(span, "lineNumber"), new NumericLiteral(span, place.Line + 1)),
            Make.Property(span, new IdentifierName(span, "columnNumber"), new NumericLiteral(span, place.Column + 1)),
        ]);
    }

    private Expression TypeOf(Node name) => name switch
    {
        JSXIdentifier intrinsic => Make.String(name.Span, intrinsic.Name),
        JSXNamespacedName namespaced => Make.String(name.Span, $"{namespaced.Namespace.Name}:{namespaced.Name.Name}"),
        JSXMemberExpression member => Make.Member(name.Span, TypeOfObject(member.Object), member.Property.Name),
        _ => (Expression)name,
    };

    // `<a.b/>` names a variable though it is lower case
    private Expression TypeOfObject(Node name) => name is JSXIdentifier identifier ? Make.Reference(name.Span, identifier.Name) : TypeOf(name);

    private List<Node> Properties(Node[] attributes, out Expression? key, bool keepKey)
    {
        key = null;
        List<Node> properties = new(attributes.Length + 1);
        foreach (Node attribute in attributes)
        {
            if (attribute is JSXSpreadAttribute spread)
            {
                AddSpread(spread, properties);
                continue;
            }
            JSXAttribute named = (JSXAttribute)attribute;
            if (!keepKey && named.Name is JSXIdentifier { Name: "key" }) key = ValueOf(named);
            else properties.Add(Make.Property(named.Span, KeyOf(named.Name), ValueOf(named)));
        }
        return properties;
    }

    // {...{ a }} is a: what the object holds can stand in the props, unless it sets the prototype
    private void AddSpread(JSXSpreadAttribute spread, List<Node> properties)
    {
        Expression argument = VisitRequired(spread.Argument);
        if (argument is ObjectExpression literal && !SetsPrototype(literal)) properties.AddRange(literal.Properties);
        else properties.Add(new SpreadElement(spread.Span, argument));
    }

    private static bool SetsPrototype(ObjectExpression literal)
    {
        foreach (Node property in literal.Properties)
            if (property is Property { IsComputed: false, Key: IdentifierName { Name: "__proto__" } or StringLiteral { Value: "__proto__" } }) return true;
        return false;
    }

    private static Node KeyOf(Node name)
    {
        if (name is JSXNamespacedName namespaced) return Make.String(name.Span, $"{namespaced.Namespace.Name}:{namespaced.Name.Name}");
        string text = ((JSXIdentifier)name).Name;
        return text.Contains('-') ? Make.String(name.Span, text) : new IdentifierName(name.Span, text);
    }

    private Expression ValueOf(JSXAttribute attribute) => attribute.Value switch
    {
        null => new BooleanLiteral(attribute.Span, true),
        JSXExpressionContainer { Expression: Expression expression } => VisitRequired(expression),
        JSXExpressionContainer => new BooleanLiteral(attribute.Span, true),
        Expression expression => VisitRequired(expression),
        _ => throw new InvalidOperationException($"{attribute.Value.Kind} is no value of an attribute"),
    };

    private Expression[] ChildrenOf(Node[] children)
    {
        List<Expression> result = new(children.Length);
        foreach (Node child in children)
        {
            switch (child)
            {
                case JSXText text:
                    if (JsxText.Clean(text, context.Source) is { } cleaned) result.Add(Make.String(child.Span, cleaned));
                    break;
                case JSXExpressionContainer { Expression: Expression expression }: result.Add(VisitRequired(expression)); break;
                case JSXExpressionContainer: break;
                case JSXSpreadChild spread: result.Add(new SpreadElement(child.Span, VisitRequired(spread.Expression))); break;
                default: result.Add(VisitRequired((Expression)child)); break;
            }
        }
        return [.. result];
    }
}
