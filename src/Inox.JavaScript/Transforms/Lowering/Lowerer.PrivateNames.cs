using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// #x: a WeakMap from objects to values for a field; a WeakSet of objects and a function for a method or an accessor.
internal sealed partial class Lowerer
{
    private ClassPlan? _class;

    private PrivateName Find(PrivateIdentifier name) =>
        _class?.Find(name.Name) ?? throw new InvalidOperationException($"#{name.Name} is in no class around");

    private Expression PrivateGet(TextSpan span, Expression obj, PrivateIdentifier identifier)
    {
        PrivateName name = Find(identifier);
        Expression store = Own(span, name.Store);
        if (name.Method is { } method) return CallRuntime(span, "__privateMethod", obj, store, Own(span, method));
        if (name.IsField) return CallRuntime(span, "__privateGet", obj, store);
        return name.Getter is { } getter
            ? CallRuntime(span, "__privateGet", obj, store, Own(span, getter))
            : CallRuntime(span, "__privateFault", obj, Make.String(span, $"#{identifier.Name} has no getter"));
    }

    private Expression PrivateSet(TextSpan span, Expression obj, PrivateIdentifier identifier, Expression value)
    {
        PrivateName name = Find(identifier);
        Expression store = Own(span, name.Store);
        if (name.IsField) return CallRuntime(span, "__privateSet", obj, store, value);
        return name.Setter is { } setter
            ? CallRuntime(span, "__privateSet", obj, store, value, Own(span, setter))
            : CallRuntime(span, "__privateFault", obj, Make.String(span, $"#{identifier.Name} has no setter"), value);
    }

    private CallExpression PrivateIn(TextSpan span, PrivateIdentifier identifier, Expression obj) =>
        CallRuntime(span, "__privateIn", obj, Own(span, Find(identifier).Store));

    /// <summary>Gives every private name of a class its variables.</summary>
    private void DeclarePrivateNames(ClassPlan plan, ClassBody body)
    {
        foreach (ClassElement element in body.Body)
        {
            switch (element)
            {
                case PropertyDefinition { Key: PrivateIdentifier key } field:
                    string store = NewName("_" + key.Name);
                    plan.PrivateNames.Add(key.Name, new(store));
                    plan.Variables.Add((store, NewStore(key.Span, "WeakMap")));
                    break;
                case MethodDefinition { Key: PrivateIdentifier key } method:
                    DeclarePrivateMethod(plan, method, key);
                    break;
            }
        }
    }

    private void DeclarePrivateMethod(ClassPlan plan, MethodDefinition method, PrivateIdentifier key)
    {
        if (!plan.PrivateNames.TryGetValue(key.Name, out PrivateName? name)) plan.PrivateNames.Add(key.Name, name = new(Brand(plan, method)));
        string suffix = method.MethodKind switch { MethodKind.Get => "_get", MethodKind.Set => "_set", _ => "_fn" };
        string variable = NewName("_" + key.Name + suffix);
        plan.Variables.Add((variable, null));
        switch (method.MethodKind)
        {
            case MethodKind.Get: name.Getter = variable; break;
            case MethodKind.Set: name.Setter = variable; break;
            default: name.Method = variable; break;
        }
    }

    // Instances get into the set before their first field is made.
    private string Brand(ClassPlan plan, MethodDefinition method)
    {
        if ((method.IsStatic ? plan.StaticBrand : plan.InstanceBrand) is { } known) return known;
        TextSpan span = method.Span;
        string brand = NewName(method.IsStatic ? "_static" : "_instances");
        plan.Variables.Add((brand, NewStore(span, "WeakSet")));
        if (method.IsStatic)
        {
            plan.StaticBrand = brand;
            plan.IsAliasUsed = true;
        }
        else plan.InstanceBrand = brand;
        return brand;
    }

    private static NewExpression NewStore(TextSpan span, string type) => new(span, Make.Reference(span, type), null, []);
}
