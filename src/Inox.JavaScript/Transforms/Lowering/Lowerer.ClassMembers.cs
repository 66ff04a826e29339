using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Members of a class that is changed: methods stay or become functions, fields become calls that the constructor makes or that come behind the
// class, static blocks become functions that are called there.
internal sealed partial class Lowerer
{
    private bool VisitMembers(IClass node, ClassPlan plan)
    {
        if (plan.LowersMembers) DeclarePrivateNames(plan, node.Body);
        MethodDefinition? constructor = FindConstructor(node.Body);
        if (constructor is not null) PrepareConstructor(node, plan, constructor);
        List<ClassElement> kept = [];
        List<Expression> functions = [];
        List<Expression> statics = [];
        List<Statement> fields = [];
        foreach (ClassElement element in node.Body.Body)
        {
            switch (element)
            {
                case MethodDefinition method when ReferenceEquals(method, constructor):
                    kept.Add(method);
                    break;
                case MethodDefinition { Key: PrivateIdentifier key } method when plan.LowersMembers:
                    functions.Add(PrivateFunction(plan, method, key));
                    break;
                case MethodDefinition method:
                    kept.Add(VisitMethod(plan, method));
                    break;
                case PropertyDefinition { IsStatic: false } field:
                    fields.Add(Make.Statement(LowerField(plan, field)));
                    break;
                case PropertyDefinition field:
                    statics.Add(LowerField(plan, field));
                    break;
                case StaticBlock block:
                    AddStaticBlock(plan, block, statics);
                    break;
            }
        }
        TextSpan at = TextSpan.At(node.Body.Start);
        if (plan.InstanceBrand is { } brand) plan.Initializers.Add(Make.Statement(CallRuntime(at, "__privateAdd", ConstructedThis(plan, at), Own(at, brand))));
        plan.Initializers.AddRange(fields);
        plan.After.AddRange(functions);
        PlaceKeys(node, plan, kept);
        if (plan.StaticBrand is { } staticBrand) plan.After.Add(CallRuntime(at, "__privateAdd", Own(at, plan.Alias), Own(at, staticBrand)));
        plan.After.AddRange(statics);
        if (constructor is not null) FinishConstructor(plan, constructor);
        else if (plan.Initializers.Count > 0 && !Lowers(SyntaxFeature.Class)) kept.Insert(0, MakeConstructor(plan, at));
        node.Body.Body = [.. kept];
        return true;
    }

    // Keys of fields behind the last computed key of a method come with it; else before the class, where its name is not there yet either,
    // unless they would come before a heritage that does something.
    private void PlaceKeys(IClass node, ClassPlan plan, List<ClassElement> kept)
    {
        if (plan.PendingKeys.Count == 0) return;
        if (kept.FindLast(static element => element is MethodDefinition { IsComputed: true }) is MethodDefinition method)
        {
            TextSpan span = method.Key.Span;
            string key = NewName("_key");
            plan.Variables.Add((key, null));
            method.Key = new SequenceExpression(span, [Make.Assign(span, Make.Reference(span, key), (Expression)method.Key), .. plan.PendingKeys, Make.Reference(span, key)]);
        }
        else if (node.SuperClass is null or IdentifierReference or NullLiteral) plan.Before.AddRange(plan.PendingKeys);
        else plan.After.AddRange(plan.PendingKeys);
    }

    private static Expression ConstructedThis(ClassPlan plan, TextSpan span) => plan.ThisName is { } name ? Make.Reference(span, name) : new ThisExpression(span);

    private static MethodDefinition? FindConstructor(ClassBody body) =>
        Array.Find(body.Body, static element => element is MethodDefinition { MethodKind: MethodKind.Constructor }) as MethodDefinition;

    private MethodDefinition VisitMethod(ClassPlan plan, MethodDefinition method)
    {
        VisitKey(method);
        if (method.IsComputed && plan.PendingKeys.Count > 0)
        {
            method.Key = new SequenceExpression(method.Key.Span, [.. plan.PendingKeys, (Expression)method.Key]);
            plan.PendingKeys.Clear();
        }
        Expression value = VisitMethodValue(plan, method, leaves: Lowers(SyntaxFeature.Class));
        if (value is FunctionExpression function) method.Value = function;
        else _wrappedMethods.Add(method, value);
        return method;
    }

    // Generators as methods of classes that are functions: the call that marks them.
    private readonly Dictionary<MethodDefinition, Expression> _wrappedMethods = [];

    // A function outside of the class has no `super`: it looks on the class by its name.
    private Expression VisitMethodValue(ClassPlan plan, MethodDefinition method, bool leaves)
    {
        HomeObject? home = leaves ? new(plan.Alias, isPrototype: !method.IsStatic) : null;
        (_methodHome, _isMethod, _leftClass) = (home, true, leaves ? plan : null);
        Expression value = (Expression)Visit(method.Value)!;
        if (home is { IsUsed: true }) plan.IsAliasUsed = true;
        return value;
    }

    private Expression PrivateFunction(ClassPlan plan, MethodDefinition method, PrivateIdentifier key)
    {
        PrivateName name = plan.PrivateNames[key.Name];
        (string variable, string prefix) = method.MethodKind switch { MethodKind.Get => (name.Getter!, "get "), MethodKind.Set => (name.Setter!, "set "), _ => (name.Method!, "") };
        Expression value = VisitMethodValue(plan, method, leaves: true);
        return Make.Assign(method.Span, Own(key.Span, variable), CallRuntime(method.Span, "__name", value, Make.String(key.Span, $"{prefix}#{key.Name}")));
    }

    // `x = 1` -> `__field(this, "x", 1)`
    private Expression LowerField(ClassPlan plan, PropertyDefinition field)
    {
        TextSpan span = field.Span;
        Expression? key = field.Key is PrivateIdentifier ? null : FieldKey(plan, field);
        if (field.IsStatic) plan.IsAliasUsed = true;
        Expression value = field.Value is { } source ? Inside(InitializerFrame(plan, field.IsStatic), () => VisitField(source, field)) : Make.Undefined(span);
        Expression target = field.IsStatic ? Own(span, plan.Alias) : ConstructedThis(plan, span);
        if (field.Key is not PrivateIdentifier name)
            return CallRuntime(span, "__field", field.Value is null ? [target, key!] : [target, key!, value]);
        Expression store = Own(name.Span, plan.PrivateNames[name.Name].Store);
        return CallRuntime(span, "__privateAdd", target, store, value);
    }

    private Expression VisitField(Expression source, PropertyDefinition field)
    {
        bool isAnonymous = IsAnonymousFunction(source) && (field.IsComputed || source is not ClassExpression);
        Expression value = VisitNamed(source, field.IsComputed ? null : field.Key);
        // a class that was not changed has no name yet
        if (!isAnonymous && value is not ClassExpression { Id: null }) return value;
        Expression name = field.Key switch
        {
            IdentifierName identifier => Make.String(identifier.Span, identifier.Name),
            PrivateIdentifier identifier => Make.String(identifier.Span, "#" + identifier.Name),
            _ => Again((Expression)field.Key),
        };
        return value is ClassExpression unnamed ? NameClass(unnamed, name) : CallRuntime(value.Span, "__name", value, name);
    }

    private Frame InitializerFrame(ClassPlan plan, bool isStatic) => isStatic
        ? new(_frame, FrameKind.Initializer) { ThisName = plan.Alias, Home = new(plan.Alias, isPrototype: false), Class = plan }
        : new(_frame, FrameKind.Initializer) { ThisName = plan.ThisName, Home = Lowers(SyntaxFeature.Class) ? new(plan.Alias, isPrototype: true) : null, Class = plan };

    private Expression FieldKey(ClassPlan plan, PropertyDefinition field)
    {
        TextSpan span = field.Key.Span;
        switch (field.Key)
        {
            case IdentifierName name: return Make.String(span, name.Name);
            case StringLiteral or NumericLiteral: return Again((Expression)field.Key);
            case BigIntLiteral big: return Make.String(span, big.Value);
        }
        string variable = NewName(null);
        plan.Variables.Add((variable, null));
        plan.PendingKeys.Add(Make.Assign(span, Own(span, variable), CallRuntime(span, "__toKey", VisitKey(field.Key))));
        field.Key = Own(span, variable);
        return Own(span, variable);
    }

    private void AddStaticBlock(ClassPlan plan, StaticBlock block, List<Expression> statics)
    {
        TextSpan span = block.Span;
        plan.IsAliasUsed = true;
        Frame frame = new(_frame, FrameKind.Initializer) { ThisName = plan.Alias, Home = new(plan.Alias, isPrototype: false), Class = plan, OwnsVariables = true };
        Statement[] body = Inside(frame, () => VisitStatements(block.Body));
        body = WithHead(body, Prologue(frame, TextSpan.At(span.Start)));
        Expression function = Lowers(SyntaxFeature.ArrowFunction) ? Make.Function(span, [], body) : new ArrowFunctionExpression(span, null, [], null, new BlockStatement(span, body));
        statics.Add(Make.Call(span, function));
    }

    private void VisitKey(MethodDefinition method)
    {
        if (method.IsComputed) method.Key = VisitKey(method.Key);
    }

    // class C { [C] }: the name is not there yet
    private Expression VisitKey(Node key)
    {
        if (_class is not { OwnSymbol: >= 0 and var symbol }) return (Expression)VisitRequired(key);
        bool isNew = _declaring.TryAdd(symbol, _frame);
        Expression result = (Expression)VisitRequired(key);
        if (isNew) _declaring.Remove(symbol);
        return result;
    }
}
