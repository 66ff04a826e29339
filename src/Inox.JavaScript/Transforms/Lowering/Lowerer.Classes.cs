using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Classes: their fields, private members and static blocks leave them, first into constructors and calls behind the class; where there are no
// classes they become functions (Lowerer.ClassFunctions.cs).
internal sealed partial class Lowerer
{
    protected override Node? VisitClassExpression(ClassExpression node)
    {
        (Node? name, string? nameVariable) = (_className, _classNameVariable);
        (_className, _classNameVariable) = (null, null);
        DesugarAccessors(node);
        if (!ChangesClass(node)) return VisitKeptClass(node);
        string? ownName = node.Id?.Name;
        (ClassPlan plan, _) = LowerClass(node, ownName ?? InferredName(name));
        return Lowers(SyntaxFeature.Class) ? ClassCall(node, plan, nameVariable is null ? Make.String(node.Span, ownName ?? InferredName(name) ?? "") : Own(node.Span, nameVariable)) : FinishExpression(node, plan, nameVariable is null ? Make.String(node.Span, InferredName(name) ?? "") : Own(node.Span, nameVariable));
    }

    private static string? InferredName(Node? target) => target switch
    {
        BindingIdentifier binding => binding.Name,
        IdentifierReference reference => reference.Name,
        IdentifierName name => name.Name,
        StringLiteral text => text.Value,
        PrivateIdentifier name => "#" + name.Name,
        _ => null,
    };

    // (_C = class { ... }, __field(_C, "s", 1), _C)
    private Expression FinishExpression(ClassExpression node, ClassPlan plan, Expression name)
    {
        TextSpan span = node.Span;
        List<Expression> parts = [];
        List<string> variables = [];
        foreach ((string variable, Expression? value) in plan.Variables)
        {
            variables.Add(variable);
            if (value is not null) parts.Add(Make.Assign(span, Own(span, variable), value));
        }
        if (plan.After.Count + plan.Before.Count + variables.Count == 0 && !plan.IsAliasUsed) return node;
        parts.AddRange(plan.Before);
        variables.Add(plan.Alias);
        Expression made = node;
        // the variable is none the source has: it would give its own name
        if (node.Id is null) made = NameClass(node, name);
        parts.Add(Make.Assign(span, Own(span, plan.Alias), made));
        parts.AddRange(plan.After);
        parts.Add(Own(span, plan.Alias));
        SequenceExpression sequence = new(span, [.. parts]);
        if (_loopDepth == 0 || Array.Exists(node.Body.Body, Suspending.IsIn))
        {
            VariableOwner().Variables.AddRange(variables);
            return sequence;
        }
        // each round makes another class, with variables of its own
        BlockStatement body = new(span, [Make.Variables(TextSpan.At(span.Start), variables), Make.Return(span, sequence)]);
        return Make.Call(span, new ArrowFunctionExpression(span, null, [], null, body));
    }

    private Expression NameClass(ClassExpression node, Expression name)
    {
        foreach (ClassElement element in node.Body.Body)
            if (element is MethodDefinition { IsStatic: true } method && (method.IsComputed || method.Key is IdentifierName { Name: "name" } or StringLiteral { Value: "name" })) return node;
        return CallRuntime(node.Span, "__name", node, name);
    }

    /// <summary>Lowers a declaration and adds it with what comes before and behind it.</summary>
    private void LowerClassDeclaration(ClassDeclaration node, Statement holder, List<Statement> output)
    {
        bool isDefault = node.Id is null;
        DesugarAccessors(node);
        if (!ChangesClass(node))
        {
            VisitKeptClass(node);
            output.Add(holder);
            return;
        }
        if (isDefault) node.Id = Make.Binding(node.Span, NewName("_default"));
        string name = isDefault ? "default" : node.Id!.Name;
        (ClassPlan plan, bool needsAlias) = LowerClass(node, node.Id!.Name);
        TextSpan at = TextSpan.At(node.Start);
        List<VariableDeclarator> variables = plan.Variables.ConvertAll(variable => new VariableDeclarator(at, Make.Binding(at, variable.Name), null, variable.Value));
        if (Lowers(SyntaxFeature.Class))
        {
            AddClassVariable(node, plan, Make.String(node.Id.Span, name), holder, output);
            return;
        }
        if (needsAlias && plan.IsAliasUsed) variables.Add(new(at, Make.Binding(at, plan.Alias), null, null));
        if (variables.Count > 0) output.Add(new VariableDeclaration(at, Lowers(SyntaxFeature.Let) || IsAtTopLevel ? VariableKind.Var : VariableKind.Let, [.. variables]));
        foreach (Expression expression in plan.Before) output.Add(Make.Statement(expression));
        output.Add(holder);
        if (needsAlias && plan.IsAliasUsed) output.Add(Make.AssignStatement(node.Id.Span, Own(node.Id.Span, plan.Alias), Own(node.Id.Span, node.Id.Name)));
        if (isDefault) output.Add(Make.Statement(CallRuntime(node.Span, "__name", Own(node.Id.Span, node.Id.Name), Make.String(node.Span, "default"))));
        foreach (Expression expression in plan.After) output.Add(Make.Statement(expression));
    }

    private bool IsAtTopLevel => _blockDepth <= 1;

    private bool ChangesClass(IClass node)
    {
        if (Lowers(SyntaxFeature.Class)) return true;
        if (Lowers(SyntaxFeature.ClassField))
            return Array.Exists(node.Body.Body, static element => element is PropertyDefinition or StaticBlock or MethodDefinition { Key: PrivateIdentifier });
        return false;
    }

    private Node VisitKeptClass(IClass node)
    {
        ClassPlan? outer = _class;
        if (node.Id is not null) node.Id = VisitRequired(node.Id);
        if (node.SuperClass is not null) node.SuperClass = VisitRequired(node.SuperClass);
        _class = new(outer) { Alias = "", IsDerived = node.SuperClass is not null, LowersMembers = false };
        List<ClassElement> elements = [];
        foreach (ClassElement element in node.Body.Body) elements.Add(element is StaticBlock block && Lowers(SyntaxFeature.StaticBlock) ? StaticField(block) : VisitKeptElement(element));
        node.Body.Body = [.. elements];
        _class = outer;
        return (Node)node;
    }

    private ClassElement VisitKeptElement(ClassElement element)
    {
        switch (element)
        {
            case MethodDefinition method:
                VisitKey(method);
                _isMethod = true;
                method.Value = VisitRequired(method.Value);
                return method;
            case PropertyDefinition field:
                if (field.IsComputed) field.Key = VisitRequired(field.Key);
                if (field.Value is not null) field.Value = Inside(new(_frame, FrameKind.Initializer), () => VisitNamed(field.Value, field.IsComputed ? null : field.Key));
                return field;
            default:
                StaticBlock block = (StaticBlock)element;
                return Inside(new(_frame, FrameKind.Initializer), () =>
                {
                    block.Body = VisitStatements(block.Body);
                    return block;
                });
        }
    }

    // static { f(); } -> static #_ = (() => { f(); })()
    private PropertyDefinition StaticField(StaticBlock block)
    {
        TextSpan span = block.Span;
        Frame initializer = new(_frame, FrameKind.Initializer);
        Statement[] body = Inside(initializer, () => VisitStatements(block.Body));
        Expression value = Make.Call(span, new ArrowFunctionExpression(span, null, [], null, new BlockStatement(span, body)));
        return new(span, [], new PrivateIdentifier(span, NewName("_")), null, value, isStatic: true);
    }

    private T Inside<T>(Frame frame, Func<T> visit)
    {
        Frame outer = _frame;
        _frame = frame;
        T result = visit();
        _frame = outer;
        return result;
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

    /// <summary>Takes out of a class what the target has not, and visits the rest. Tells whether its alias is another name than its own.</summary>
    private (ClassPlan Plan, bool NeedsAlias) LowerClass(IClass node, string? name)
    {
        ClassPlan? outer = _class;
        bool isFunction = Lowers(SyntaxFeature.Class);
        int symbol = node.Id?.SymbolId ?? -1;
        string? sourceName = node.Id is not null && _symbols.IsUnique(node.Id.Name) ? node.Id.Name : null;
        if (node.Id is not null) node.Id = VisitRequired(node.Id);
        bool isStable = symbol < 0 ? node is ClassDeclaration : (Model.Symbols[symbol].Flags & SymbolFlags.Reassigned) == 0;
        bool needsAlias = node is ClassExpression || !isStable;
        if (node.SuperClass is not null) node.SuperClass = VisitRequired(node.SuperClass);
        ClassPlan plan = new(outer)
        {
            Alias = isFunction ? sourceName ?? NewName(SafeClassName(name)) : needsAlias ? NewName("_" + SafeClassName(name)) : node.Id!.Name, OwnSymbol = symbol,
            IsDerived = node.SuperClass is not null, LowersMembers = Lowers(SyntaxFeature.ClassField),
            ThisName = isFunction && node.SuperClass is not null ? NewName("_this") : null,
        };
        _class = plan;
        if (symbol >= 0) _ownNamesOfClasses.Add(symbol);
        if (isFunction)
        {
            Frame around = new(_frame, FrameKind.ClassBody) { CutsThis = true, CutsArguments = true };
            Inside(around, () => VisitMembers(node, plan));
            plan.Suspends = around.Suspends;
        }
        else VisitMembers(node, plan);
        _class = outer;
        return (plan, needsAlias);
    }

    // A name of the source that is no name for a variable: `{ "a-b": class {} }`.
    private static string SafeClassName(string? name)
    {
        if (string.IsNullOrEmpty(name) || !(char.IsLetter(name[0]) || name[0] is '_' or '$')) return "_class";
        foreach (char letter in name) if (!char.IsLetterOrDigit(letter) && letter is not ('_' or '$')) return "_class";
        return name;
    }

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

    private readonly HashSet<int> _ownNamesOfClasses = [];

    /// <summary>The class's own name in what leaves it: the variable that keeps the class, as the name may be given another value or is not seen.</summary>
    private Expression? StandIn(IdentifierReference node)
    {
        if (node.SymbolId < 0 || !_ownNamesOfClasses.Contains(node.SymbolId)) return null;
        for (Frame? frame = _frame; frame is not null; frame = frame.Outer)
        {
            if (frame.Class is not { } plan || plan.OwnSymbol != node.SymbolId || frame.Kind == FrameKind.Constructor && !Lowers(SyntaxFeature.Class)) continue;
            if (frame.Kind == FrameKind.Initializer && frame.ThisName != plan.Alias && !Lowers(SyntaxFeature.Class)) continue;
            plan.IsAliasUsed = true;
            return Own(node.Span, plan.Alias);
        }
        return null;
    }
}
