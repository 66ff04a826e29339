using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Decorators;

// What each member becomes.
internal sealed partial class DecoratedClass
{
    private const int Methods = 0, Fields = 2;

    private void LowerElement(ClassElement element)
    {
        switch (element)
        {
            case MethodDefinition { Decorators.Length: > 0 } method: LowerMethod(method); break;
            case MethodDefinition method:
                if (method.Key is not PrivateIdentifier && method.MethodKind != MethodKind.Constructor) (method.Key, method.IsComputed) = KeyOf(method.Key, method.IsComputed, isKept: false, out _);
                _elements.Add(method);
                break;
            case PropertyDefinition { IsAccessor: true } accessor when accessor.Decorators.Length > 0 || (IsReplaced && accessor.IsStatic): LowerAccessor(accessor); break;
            case PropertyDefinition { Decorators.Length: > 0 } field: LowerField(field); break;
            case PropertyDefinition { IsStatic: true, IsAccessor: false, Key: not PrivateIdentifier } field when IsReplaced: DefineStatic(field); break;
            case PropertyDefinition field:
                if (field.Key is not PrivateIdentifier) (field.Key, field.IsComputed) = KeyOf(field.Key, field.IsComputed, isKept: false, out _);
                _elements.Add(field);
                break;
            case StaticBlock block:
                if (IsReplaced) new InnerThis(_alias!).Visit(block);
                _elements.Add(block);
                break;
            default: _elements.Add(element); break;
        }
    }

    private string ExtraOf(bool isStatic, TextSpan span) => isStatic
        ? _staticExtra ??= NewVariable("_staticExtra", EmptyArray(span))
        : _instanceExtra ??= NewVariable("_instanceExtra", EmptyArray(span));

    private static string KindOf(MethodKind kind) => kind switch { MethodKind.Get => "getter", MethodKind.Set => "setter", _ => "method" };

    private void LowerMethod(MethodDefinition method)
    {
        TextSpan span = method.Span;
        string list = KeepList(method.Decorators, span);
        method.Decorators = [];
        string extra = ExtraOf(method.IsStatic, span);
        Expression kind = Make.String(span, KindOf(method.MethodKind)), isStatic = Make.Boolean(span, method.IsStatic);
        int phase = Methods + (method.IsStatic ? 0 : 1);
        if (method.Key is PrivateIdentifier key)
        {
            LowerPrivateMethod(method, key, list, extra, phase);
            return;
        }
        (method.Key, method.IsComputed) = KeyOf(method.Key, method.IsComputed, isKept: true, out Expression again);
        _elements.Add(method);
        _applied[phase].Add(Call("__decorateMember", new ThisExpression(span), Own(span, list), kind, again, isStatic, Own(span, _metadata), Own(span, extra)));
    }

    // #m() {} is made as a member with the string "#m" for its key, which gives it its name and its `super`, taken from there, and reached by `get #m()`.
    private void LowerPrivateMethod(MethodDefinition method, PrivateIdentifier key, string list, string extra, int phase)
    {
        TextSpan span = method.Span;
        string function = NewVariable("_" + key.Name, null);
        (string part, bool isMethod) = method.MethodKind switch { MethodKind.Get => ("get", false), MethodKind.Set => ("set", false), _ => ("value", true) };
        Expression text = Make.String(span, "#" + key.Name);
        _elements.Add(new MethodDefinition(span, [], method.MethodKind, text, method.Value, method.IsStatic, isComputed: true));
        Expression taken = Call("__takeMember", new ThisExpression(span), Copy(text), Make.Boolean(span, method.IsStatic), Make.String(span, part));
        Expression decorated = Call("__applyDecorators", Own(span, list), Make.String(span, KindOf(method.MethodKind)), Copy(text), Make.Boolean(span, method.IsStatic),
            Access(span, key.Name, method.MethodKind != MethodKind.Set, method.MethodKind == MethodKind.Set), taken, Own(span, _metadata), Own(span, extra));
        _applied[phase].Add(Make.Assign(span, Own(span, function), decorated));
        ThisExpression self = new(span);
        Statement[] body = isMethod ? [Make.Return(span, Own(span, function))] : method.MethodKind == MethodKind.Get
            ? [Make.Return(span, Make.Call(span, Make.Member(span, Own(span, function), "call"), self))]
            : [Make.Statement(Make.Call(span, Make.Member(span, Own(span, function), "call"), self, Own(span, "value")))];
        bool isSetter = method.MethodKind == MethodKind.Set;
        FormalParameter[] parameters = isSetter ? [Make.Parameter(span, Make.Binding(span, "value"))] : [];
        _elements.Add(new MethodDefinition(span, [], isSetter ? MethodKind.Set : MethodKind.Get, key, Make.Function(span, parameters, body), method.IsStatic));
    }

    // { has: o => #x in o, get: o => o.#x, set: (o, v) => { o.#x = v } }
    private static ObjectExpression Access(TextSpan span, string name, bool reads, bool writes)
    {
        IdentifierReference Target() => Make.Reference(span, "target");
        FormalParameter Parameter(string text) => Make.Parameter(span, Make.Binding(span, text));
        MemberExpression Member() => new(span, Target(), new PrivateIdentifier(span, name));
        List<Node> properties = [Make.Property(span, new IdentifierName(span, "has"), new ArrowFunctionExpression(span, null, [Parameter("target")], null,
            Make.Binary(span, new PrivateIdentifier(span, name), BinaryOperator.In, Target())))];
        if (reads) properties.Add(Make.Property(span, new IdentifierName(span, "get"), new ArrowFunctionExpression(span, null, [Parameter("target")], null, Member())));
        if (writes)
        {
            BlockStatement body = new(span, [Make.AssignStatement(span, Member(), Make.Reference(span, "value"))]);
            properties.Add(Make.Property(span, new IdentifierName(span, "set"), new ArrowFunctionExpression(span, null, [Parameter("target"), Parameter("value")], null, body)));
        }
        return new(span, [.. properties]);
    }

    private void LowerField(PropertyDefinition field)
    {
        TextSpan span = field.Span;
        string list = KeepList(field.Decorators, span);
        field.Decorators = [];
        string wish = field.Key switch { IdentifierName key => key.Name, PrivateIdentifier key => key.Name, _ => "field" };
        string initializers = NewVariable($"_{wish}_init", EmptyArray(span)), extra = NewVariable($"_{wish}_extra", EmptyArray(span));
        Expression? access = field.Key is PrivateIdentifier name ? Access(span, name.Name, true, true) : new NullLiteral(span);
        Expression again;
        if (field.Key is PrivateIdentifier privateKey) again = Make.String(span, "#" + privateKey.Name);
        else (field.Key, field.IsComputed) = KeyOf(field.Key, field.IsComputed, isKept: true, out again);
        _applied[Fields + (field.IsStatic ? 0 : 1)].Add(Call("__applyDecorators", Own(span, list), Make.String(span, "field"), NameOf(again), Make.Boolean(span, field.IsStatic), access,
            Make.Undefined(span), Own(span, _metadata), Own(span, extra), Own(span, initializers)));
        field.Value = Call("__initialize", new ThisExpression(span), Own(span, initializers), field.Value ?? Make.Undefined(span));
        if (field.IsStatic && IsReplaced && field.Key is not PrivateIdentifier)
        {
            DefineStatic(field, again);
            _elements.Add(Block(span, Call("__runAll", Own(span, _alias!), Own(span, extra))));
            return;
        }
        _elements.Add(field);
        _elements.Add(RunInField(span, extra, field.IsStatic));
    }

    // The name in the context is a string or a symbol: `1` is "1".
    private static Expression NameOf(Expression key) => key is NumericLiteral number ? Make.String(key.Span, NumberOperations.ToText(number.Value)) : key is BigIntLiteral big ? Make.String(key.Span, big.Value) : key;

    // Static fields belong to what the decorators of the class give.
    private void DefineStatic(PropertyDefinition field, Expression? key = null)
    {
        TextSpan span = field.Span;
        if (key is null)
        {
            (field.Key, _) = KeyOf(field.Key, field.IsComputed, isKept: true, out key);
        }
        Postpone(field.Key);
        Expression value = field.Value ?? Make.Undefined(span);
        StaticBlock block = Block(span, Call("__field", Own(span, _alias!), Copy(key), value));
        new InnerThis(_alias!).Visit(block);
        _elements.Add(block);
    }

    // The key of a field that is defined elsewhere is evaluated with the next one.
    private void Postpone(Node key)
    {
        if (key is AssignmentExpression only) _pending.Add(only);
        else if (key is SequenceExpression sequence)
            foreach (Expression part in sequence.Expressions) if (part is AssignmentExpression) _pending.Add(part);
    }

    // accessor x = 1 -> #x = 1; get x() { return this.#x } set x(value) { this.#x = value }
    private void LowerAccessor(PropertyDefinition accessor)
    {
        TextSpan span = accessor.Span;
        string wish = accessor.Key switch { IdentifierName name => name.Name, PrivateIdentifier name => name.Name, _ => "accessor" };
        PrivateIdentifier storage = NewPrivate("_" + wish, span);
        Expression? value = accessor.Value;
        bool isDecorated = accessor.Decorators.Length > 0;
        string? list = null, initializers = null, extra = null;
        if (isDecorated)
        {
            list = KeepList(accessor.Decorators, span);
            initializers = NewVariable($"_{wish}_init", EmptyArray(span));
            extra = NewVariable($"_{wish}_extra", EmptyArray(span));
            accessor.Decorators = [];
            value = Call("__initialize", new ThisExpression(span), Own(span, initializers), value ?? Make.Undefined(span));
        }
        MemberExpression Stored() => new(span, new ThisExpression(span), new PrivateIdentifier(span, storage.Name));
        FunctionExpression getter = Make.Function(span, [], [Make.Return(span, Stored())]);
        FunctionExpression setter = Make.Function(span, [Make.Parameter(span, Make.Binding(span, "value"))], [Make.AssignStatement(span, Stored(), Make.Reference(span, "value"))]);
        int phase = Methods + (accessor.IsStatic ? 0 : 1);
        if (accessor.Key is PrivateIdentifier key)
        {
            AddPrivateAccessor(accessor, key, getter, setter, list!, initializers!, extra!, phase);
        }
        else
        {
            (Node first, bool isComputed) = KeyOf(accessor.Key, accessor.IsComputed, isKept: true, out Expression again);
            _elements.Add(new MethodDefinition(span, [], MethodKind.Get, first, getter, accessor.IsStatic, isComputed));
            _elements.Add(new MethodDefinition(span, [], MethodKind.Set, Copy(again), setter, accessor.IsStatic, isComputed: true));
            if (isDecorated)
                _applied[phase].Add(Call("__decorateMember", new ThisExpression(span), Own(span, list!), Make.String(span, "accessor"), again, Make.Boolean(span, accessor.IsStatic),
                    Own(span, _metadata), Own(span, extra!), Own(span, initializers!)));
        }
        _elements.Add(new PropertyDefinition(span, [], storage, null, value, accessor.IsStatic) { ScopeId = accessor.ScopeId });
        if (isDecorated) _elements.Add(RunInField(span, extra!, accessor.IsStatic));
    }

    private void AddPrivateAccessor(PropertyDefinition accessor, PrivateIdentifier key, FunctionExpression getter, FunctionExpression setter, string? list, string? initializers, string? extra, int phase)
    {
        TextSpan span = accessor.Span;
        if (list is null)
        {
            _elements.Add(new MethodDefinition(span, [], MethodKind.Get, key, getter, accessor.IsStatic));
            _elements.Add(new MethodDefinition(span, [], MethodKind.Set, new PrivateIdentifier(span, key.Name), setter, accessor.IsStatic));
            return;
        }
        string functions = NewVariable("_" + key.Name, null);
        Expression text = Make.String(span, "#" + key.Name);
        Property Part(string name, FunctionExpression function) => Make.Property(span, new IdentifierName(span, name), Call("__name", function, Make.String(span, $"{name} #{key.Name}")));
        Expression decorated = Call("__applyDecorators", Own(span, list), Make.String(span, "accessor"), text, Make.Boolean(span, accessor.IsStatic), Access(span, key.Name, true, true),
            new ObjectExpression(span, [Part("get", getter), Part("set", setter)]), Own(span, _metadata), Own(span, extra!), Own(span, initializers!));
        _applied[phase].Add(Make.Assign(span, Own(span, functions), decorated));
        CallExpression Invoke(string part, params Expression[] arguments) =>
            Make.Call(span, Make.Member(span, Make.Member(span, Own(span, functions), part), "call"), [new ThisExpression(span), .. arguments]);
        _elements.Add(new MethodDefinition(span, [], MethodKind.Get, key, Make.Function(span, [], [Make.Return(span, Invoke("get"))]), accessor.IsStatic));
        _elements.Add(new MethodDefinition(span, [], MethodKind.Set, new PrivateIdentifier(span, key.Name),
            Make.Function(span, [Make.Parameter(span, Make.Binding(span, "value"))], [Make.Statement(Invoke("set", Make.Reference(span, "value")))]), accessor.IsStatic));
    }
}
