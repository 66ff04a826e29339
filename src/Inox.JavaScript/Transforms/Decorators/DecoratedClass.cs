using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Decorators;

/// <summary>
/// One class with decorators. Its chapters: what is evaluated in keys (Keys), what each member becomes (Members), and here the block that applies the
/// decorators in the order of the proposal: static methods and accessors, those of instances, static fields, fields of instances, then those of the class.
/// </summary>
internal sealed partial class DecoratedClass
{
    private readonly TransformContext _context;
    private readonly IClass _class;
    private readonly Expression _name;
    private readonly Node _node;

    // Applications by the order they come in.
    private readonly List<Expression>[] _applied = [[], [], [], []];
    private readonly List<ClassElement> _elements = [];

    private readonly string _metadata;
    private string? _staticExtra, _instanceExtra, _alias;
    private string? _classDecorators, _classExtra;

    public DecoratedClass(TransformContext context, IClass node, Expression name)
    {
        (_context, _class, _node, _name) = (context, node, (Node)node, name);
        _metadata = NewVariable("_metadata", null);
    }

    /// <summary>What must be declared before the class.</summary>
    public List<VariableDeclarator> Variables { get; } = [];

    private bool IsReplaced => _classDecorators is not null;

    public void Lower()
    {
        TextSpan span = _node.Span;
        if (_class.Decorators.Length > 0)
        {
            _classDecorators = NewVariable("_decorators", null);
            _classExtra = NewVariable("_extra", EmptyArray(span));
            _alias = NewVariable("_" + SafeName(), null);
            _classList = ListOf(_class.Decorators, span);
            _class.Decorators = [];
            RenameInner();
        }
        foreach (ClassElement element in _class.Body.Body) LowerElement(element);
        FinishKeys();
        List<ClassElement> body = [ApplicationBlock(span)];
        if (_instanceExtra is { } extra) body.Add(RunInField(span, extra, isStatic: false));
        body.AddRange(_elements);
        if (_classExtra is { } classExtra) body.Add(Block(span, Call("__runAll", Own(span, _alias!), Own(span, classExtra))));
        _class.Body.Body = [.. body];
    }

    private ArrayExpression? _classList;

    /// <summary>The class as an expression: `(_decorators = [...], class {}, _C)` when decorators may replace it.</summary>
    public Expression Expression(ClassExpression node)
    {
        if (!IsReplaced) return node;
        TextSpan span = node.Span;
        return Make.Sequence(span, Make.Assign(span, Own(span, _classDecorators!), _classList!), node, Own(span, _alias!));
    }

    private StaticBlock ApplicationBlock(TextSpan span)
    {
        List<Statement> body = [];
        ThisExpression Self() => new(span);
        if (_class.Id is null && _name is not StringLiteral { Value: "" } && !HasStaticName()) body.Add(Make.Statement(Call("__name", Self(), _name)));
        body.Add(Make.AssignStatement(span, Own(span, _metadata), Call("__metadataOf", Self())));
        foreach (List<Expression> phase in _applied) foreach (Expression application in phase) body.Add(Make.Statement(application));
        if (IsReplaced)
        {
            Expression decorated = Call("__decorateClass", Self(), Own(span, _classDecorators!), Copy(_name), Own(span, _metadata), Own(span, _classExtra!));
            body.Add(Make.AssignStatement(span, Own(span, _alias!), decorated));
        }
        Expression target = IsReplaced ? Own(span, _alias!) : Self();
        body.Add(Make.Statement(Call("__setMetadata", target, Own(span, _metadata))));
        if (_staticExtra is { } extra) body.Add(Make.Statement(Call("__runAll", IsReplaced ? Own(span, _alias!) : Self(), Own(span, extra))));
        return new(span, [.. body]);
    }

    private bool HasStaticName()
    {
        foreach (ClassElement element in _class.Body.Body)
            if (element is MethodDefinition { IsStatic: true, IsComputed: false, Key: IdentifierName { Name: "name" } or StringLiteral { Value: "name" } }) return true;
        return false;
    }

    // Inside of the class its name means what the decorators make of it, which in keys is not there yet: `(C, _C)` asks for C first.
    private void RenameInner()
    {
        if (_class.Id is not { SymbolId: >= 0 } id) return;
        InnerNames keys = new(id.SymbolId, id.Name, _alias!, asksFirst: true);
        InnerNames bodies = new(id.SymbolId, id.Name, _alias!, asksFirst: false);
        if (_class.SuperClass is { } heritage) _class.SuperClass = keys.Rewrite(heritage);
        foreach (ClassElement element in _class.Body.Body)
        {
            switch (element)
            {
                case MethodDefinition method:
                    RenameHead(keys, method.Decorators);
                    if (method.IsComputed) method.Key = keys.Rewrite((Expression)method.Key);
                    bodies.Visit(method.Value);
                    break;
                case PropertyDefinition field:
                    RenameHead(keys, field.Decorators);
                    if (field.IsComputed) field.Key = keys.Rewrite((Expression)field.Key);
                    if (field.Value is { } value) field.Value = bodies.Rewrite(value);
                    break;
                case StaticBlock block: bodies.Visit(block); break;
            }
        }
    }

    private static void RenameHead(InnerNames names, Decorator[] decorators)
    {
        foreach (Decorator decorator in decorators) decorator.Expression = names.Rewrite(decorator.Expression);
    }

    private string NewVariable(string wish, Expression? value)
    {
        string name = _context.NewName(wish);
        TextSpan at = TextSpan.At(_node.Start);
        Variables.Add(new(at, Make.Binding(at, name), null, value));
        return name;
    }

    private string SafeName() => _name is StringLiteral { Value: var text } && text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '$') && text.AsSpan().IndexOfAnyExcept(s_nameCharacters) < 0 ? text : "class";

    private static readonly System.Buffers.SearchValues<char> s_nameCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$");

    private static ArrayExpression EmptyArray(TextSpan span) => new(span, []);

    private static IdentifierReference Own(TextSpan span, string name) => Make.Reference(span, name);

    private CallExpression Call(string name, params Expression[] arguments) => _context.Runtime.Call(_node.Span, name, arguments);

    private ArrayExpression ListOf(Decorator[] decorators, TextSpan span) => new(span, [.. Array.ConvertAll(decorators, decorator => WithReceiver(decorator.Expression))]);

    // @a.b is called with a for its `this`
    private Expression WithReceiver(Expression decorator)
    {
        if (decorator is not MemberExpression { IsOptional: false, Object: not Super, Property: not PrivateIdentifier } member) return decorator;
        Expression key = member.Property is IdentifierName name ? Make.String(name.Span, name.Name) : (Expression)member.Property;
        return Call("__bound", member.Object, key);
    }

    private static Expression Copy(Expression key) => key switch
    {
        StringLiteral text => new StringLiteral(text.Span, text.Value),
        NumericLiteral number => new NumericLiteral(number.Span, number.Value),
        BigIntLiteral number => new BigIntLiteral(number.Span, number.Value),
        _ => new IdentifierReference(key.Span, ((IdentifierReference)key).Name) { SymbolId = ((IdentifierReference)key).SymbolId },
    };

    private static StaticBlock Block(TextSpan span, Expression expression) => new(span, [Make.Statement(expression)]);

    private ClassElement RunInField(TextSpan span, string extra, bool isStatic)
    {
        Expression call = Call("__runAll", new ThisExpression(span), Own(span, extra));
        if (isStatic) return Block(span, call);
        return new PropertyDefinition(span, [], NewPrivate("_run", span), null, call);
    }

    private PrivateIdentifier NewPrivate(string wish, TextSpan span)
    {
        string name = _context.NewName(wish);
        while (DeclaresPrivate(name)) name = _context.NewName(wish);
        return new(span, name);
    }

    private bool DeclaresPrivate(string name)
    {
        foreach (ClassElement element in _class.Body.Body)
            if ((element is MethodDefinition { Key: PrivateIdentifier method } && method.Name == name) || (element is PropertyDefinition { Key: PrivateIdentifier field } && field.Name == name)) return true;
        return false;
    }
}
