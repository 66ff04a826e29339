using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Operators, object literals and the names that functions take from where they stand.
internal sealed partial class Lowerer
{
    protected override Node? VisitLogicalExpression(LogicalExpression node)
    {
        base.VisitLogicalExpression(node);
        return node.Operator == LogicalOperator.Coalesce && Lowers(SyntaxFeature.NullishCoalescing) ? Coalesce(node.Span, node.Left, node.Right) : node;
    }

    private Expression Coalesce(TextSpan span, Expression left, Expression right)
    {
        if (!Lowers(SyntaxFeature.NullishCoalescing)) return new LogicalExpression(span, left, LogicalOperator.Coalesce, right);
        Expression first = KeepAtOnce(left, out Expression again);
        Expression test = new LogicalExpression(span, Make.Binary(span, first, BinaryOperator.StrictNotEqual, new NullLiteral(span)), LogicalOperator.And,
            Make.Binary(span, again, BinaryOperator.StrictNotEqual, Make.Undefined(span)));
        return Make.Conditional(span, test, Again(again), right);
    }

    protected override Node? VisitBinaryExpression(BinaryExpression node)
    {
        if (node.Left is PrivateIdentifier name && Lowers(SyntaxFeature.PrivateMember)) return PrivateIn(node.Span, name, VisitRequired(node.Right));
        base.VisitBinaryExpression(node);
        return node.Operator == BinaryOperator.Exponent && Lowers(SyntaxFeature.Exponent) ? Power(node.Span, (Expression)node.Left, node.Right) : node;
    }

    private static CallExpression Power(TextSpan span, Expression left, Expression right) => Make.Call(span, Make.Dotted(span, "Math.pow"), left, right);

    protected override Node? VisitCatchClause(CatchClause node)
    {
        TextSpan span = TextSpan.At(node.Body.Start);
        if (node.Param is null && Lowers(SyntaxFeature.OptionalCatchBinding)) node.Param = Make.Binding(span, NewName(null));
        else if (node.Param is not null) node.Param = VisitRequired(node.Param);
        node.Body = VisitRequired(node.Body);
        if (!NeedsLowering(node.Param)) return node;
        List<Statement> head = [];
        string name = NewName(null);
        Declare(head, node.Param!, Own(span, name), VariableKind.Let);
        node.Param = Make.Binding(span, name);
        node.Body.Body = [.. head, .. node.Body.Body];
        return node;
    }

    protected override Node? VisitObjectExpression(ObjectExpression node)
    {
        bool usesSuper = Lowers(SyntaxFeature.ShorthandMethod) && UsesSuper.In(node);
        if (usesSuper && _loopDepth > 0) return ObjectOfRound(node);
        return LowerObject(node, usesSuper ? new(NewVariable(), isPrototype: false) : null);
    }

    // An object whose methods use `super` is known to them by a variable: each round of a loop needs another.
    private Expression ObjectOfRound(ObjectExpression node)
    {
        TextSpan span = node.Span;
        HomeObject home = new(NewName(null), isPrototype: false);
        Frame around = new(_frame, FrameKind.ClassBody) { CutsThis = true, CutsArguments = true };
        Expression made = Inside(around, () => LowerObject(node, home));
        Statement[] body = [Make.Variable(span, VariableKind.Var, Make.Binding(span, home.Name), null), Make.Return(span, made)];
        FunctionExpression function = Make.Function(span, [], body);
        Expression call = Make.Call(span, function);
        return around.Suspends ? Suspend(function, body, span, call).Call : call;
    }

    private Expression LowerObject(ObjectExpression node, HomeObject? home)
    {
        for (int i = 0; i < node.Properties.Length; i++)
        {
            if (node.Properties[i] is Property property) VisitProperty(property, home);
            else node.Properties[i] = VisitRequired(node.Properties[i]);
        }
        return LowerProperties(node, home?.Name);
    }

    private void VisitProperty(Property node, HomeObject? home)
    {
        if (node.IsComputed) node.Key = VisitRequired(node.Key);
        // { [f()]: class { static x } }: the class asks for its name before it is a property
        if (node is { IsComputed: true, Value: ClassExpression { Id: null } value } && node.Key is not (StringLiteral or NumericLiteral) && ChangesClass(value))
        {
            string key = NewVariable();
            node.Key = Make.Assign(node.Key.Span, Own(node.Key.Span, key), CallRuntime(node.Key.Span, "__toKey", (Expression)node.Key));
            _classNameVariable = key;
        }
        bool isMethod = node.IsMethod || node.PropertyKind != PropertyKind.Init;
        if (isMethod)
        {
            (_methodHome, _isMethod) = (home, true);
            _className = node.Key;
        }
        node.Value = isMethod || IsProto(node) ? VisitRequired(node.Value) : VisitNamed(node.Value, node.Key);
        (_methodHome, _isMethod, _className) = (null, false, null);
        if (node.IsMethod && (Lowers(SyntaxFeature.ShorthandMethod) || node.Value is not FunctionExpression)) node.IsMethod = false;
        if (node.IsShorthand && (Lowers(SyntaxFeature.ShorthandProperty) || !IsShorthandOf(node.Value, node.Key))) node.IsShorthand = false;
    }

    private static bool IsShorthandOf(Expression value, Node key) => value is IdentifierReference reference && key is IdentifierName name && reference.Name == name.Name;

    private static bool IsProto(Property node) => node is { IsComputed: false, IsMethod: false, IsShorthand: false, PropertyKind: PropertyKind.Init }
        && node.Key is IdentifierName { Name: "__proto__" } or StringLiteral { Value: "__proto__" };

    // { a, ...b, [c]: d } -> __defineIn(__spread({ a }, b), c, d)
    private Expression LowerProperties(ObjectExpression node, string? homeName)
    {
        bool lowersSpread = Lowers(SyntaxFeature.ObjectSpread) && Array.Exists(node.Properties, static property => property is SpreadElement);
        bool lowersKeys = Lowers(SyntaxFeature.ComputedKey) && Array.Exists(node.Properties, static property => property is Property { IsComputed: true });
        if (!lowersSpread && !lowersKeys) return homeName is null ? node : Make.Assign(node.Span, Own(node.Span, homeName), node);
        int first = Array.FindIndex(node.Properties, property => property is SpreadElement && lowersSpread || property is Property { IsComputed: true } && lowersKeys);
        Expression result = new ObjectExpression(node.Span, node.Properties[..first]);
        if (homeName is not null) result = Make.Assign(node.Span, Own(node.Span, homeName), result);
        List<Node> run = [];
        foreach (Node property in node.Properties[first..])
        {
            bool isSpecial = property is SpreadElement && lowersSpread || property is Property { IsComputed: true } && lowersKeys || property is Property special && IsProto(special);
            if (!isSpecial)
            {
                run.Add(property);
                continue;
            }
            result = AddRun(node.Span, result, run);
            result = property is SpreadElement spread ? CallRuntime(spread.Span, "__spread", result, spread.Argument) : AddProperty(result, (Property)property);
        }
        return AddRun(node.Span, result, run);
    }

    private Expression AddRun(TextSpan span, Expression target, List<Node> run)
    {
        if (run.Count == 0) return target;
        Expression result = run is [Property { PropertyKind: PropertyKind.Init } only]
            ? AddProperty(target, only)
            : CallRuntime(span, "__properties", target, new ObjectExpression(span, [.. run]));
        run.Clear();
        return result;
    }

    private Expression AddProperty(Expression target, Property property)
    {
        TextSpan span = property.Span;
        if (IsProto(property)) return CallRuntime(span, "__setProto", target, property.Value);
        Expression key = property.Key is IdentifierName name ? Make.String(name.Span, name.Name) : (Expression)property.Key;
        if (property.PropertyKind != PropertyKind.Init)
            return CallRuntime(span, "__accessor", target, key, Make.Number(span, property.PropertyKind == PropertyKind.Get ? 0 : 1), property.Value);
        return IsAnonymousFunction(property.Value) || property.IsMethod
            ? CallRuntime(span, "__property", target, key, property.Value, Make.Number(span, 1))
            : CallRuntime(span, "__property", target, key, property.Value);
    }

    // What a class without a name is called, if it is one that is visited next.
    private Node? _className;
    private string? _classNameVariable;

    private static bool IsAnonymousFunction(Expression value) => value is FunctionExpression { Id: null } or ArrowFunctionExpression or ClassExpression { Id: null };

    /// <summary>Visits a value that takes the name of what it is stored in, if it is a function or class without one.</summary>
    private Expression VisitNamed(Expression value, Node? target)
    {
        if (value is not ClassExpression { Id: null } && !(value is FunctionExpression { Id: null, IsGenerator: true } && Lowers(SyntaxFeature.Generator))) return VisitRequired(value);
        _className = target;
        Expression result = VisitRequired(value);
        _className = null;
        return result;
    }

    /// <summary>Gives a visited function the name of its target where the form it is put into does not.</summary>
    private Expression Named(Expression value, Node target)
    {
        if (!IsAnonymousFunction(value)) return value;
        string? name = target switch
        {
            BindingIdentifier binding => binding.Name,
            IdentifierReference reference => reference.Name,
            _ => null,
        };
        return name is null ? value : CallRuntime(value.Span, "__name", value, Make.String(value.Span, name));
    }
}
