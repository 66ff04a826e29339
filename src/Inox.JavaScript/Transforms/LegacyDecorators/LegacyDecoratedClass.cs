using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.Decorators;

namespace Inox.JavaScript.Transforms.LegacyDecorators;

/// <summary>One class whose decorators are called behind it; makes the statements that call them and takes the decorators away.</summary>
internal sealed class LegacyDecoratedClass
{
    private readonly TransformContext _context;
    private readonly ClassDeclaration _class;
    private readonly Func<string> _newVariable;
    private readonly List<Statement> _applications = [];
    private readonly Expression[] _classDecorators;

    public LegacyDecoratedClass(TransformContext context, ClassDeclaration node, Func<string> newVariable)
    {
        (_context, _class, _newVariable) = (context, node, newVariable);
        bool namesPrivate = NamesPrivateMember.IsIn(node);
        AddMembers(isStatic: false);
        AddMembers(isStatic: true);
        _classDecorators = [.. ListOf(node.Decorators, LegacyMembers.ConstructorOf(node)?.Value.Parameters ?? [])];
        Clear();
        // a private name has a meaning only inside of the class
        if (namesPrivate && _applications.Count > 0)
        {
            node.Body.Body = [.. node.Body.Body, new StaticBlock(TextSpan.At(node.End), [.. _applications])];
            _applications.Clear();
        }
        if (IsReplaced) RenameInner();
    }

    /// <summary>Whether decorators of the class may put another in its place.</summary>
    public bool IsReplaced => _classDecorators.Length > 0;

    /// <summary>The variable that the class is inside of itself, when it uses its name there: that of the class expression would stay the undecorated one.</summary>
    public string? Alias { get; private set; }

    public void AddApplications(List<Statement> output) => output.AddRange(_applications);

    // let C = class C {}; __decorate(...); C = __decorate([...], C)
    public void AddReplaced(List<Statement> output)
    {
        TextSpan span = _class.Span;
        BindingIdentifier id = _class.Id!;
        bool isAnonymous = id.Span.Length == 0;
        bool assignsEarly = Alias is not null && Array.Exists(_class.Body.Body, static element => element is PropertyDefinition { IsStatic: true } or StaticBlock);
        if (assignsEarly) _class.Body.Body = [new StaticBlock(TextSpan.At(_class.Body.Start), [Make.AssignStatement(span, Make.Reference(span, Alias!), new ThisExpression(span))]), .. _class.Body.Body];
        Expression made = new ClassExpression(span, [], isAnonymous ? null : Make.Binding(id.Span, id.Name), _class.TypeParameters, _class.SuperClass, _class.SuperTypeArguments, _class.Implements, _class.Body) { IsAbstract = _class.IsAbstract };
        if (Alias is { } alias && !assignsEarly) made = Make.Assign(span, Make.Reference(span, alias), made);
        output.Add(Make.Variable(span, VariableKind.Let, id, made));
        output.AddRange(_applications);
        Expression decorated = _context.Runtime.Call(span, LowerLegacyDecorators.Decorate, new ArrayExpression(span, _classDecorators), Make.Reference(id));
        if (Alias is not null) decorated = Make.Assign(span, Make.Reference(span, Alias), decorated);
        output.Add(Make.AssignStatement(span, Make.Reference(id), decorated));
    }

    private void AddMembers(bool isStatic)
    {
        foreach (ClassElement element in _class.Body.Body)
        {
            if (element is PropertyDefinition { Decorators.Length: > 0, Key: not PrivateIdentifier } field && field.IsStatic == isStatic)
            {
                Expression key = KeyOf(field.Key, field.IsComputed, field.IsDeclare || field.IsAbstract, out Node kept);
                field.Key = kept;
                // of a field there is no descriptor to give
                Apply(field, isStatic, ListOf(field.Decorators, []), key, field.IsAccessor ? new NullLiteral(field.Span) : Make.Undefined(field.Span));
            }
            else if (element is MethodDefinition { Key: not PrivateIdentifier, MethodKind: not MethodKind.Constructor, Value.Body: not null } method && method.IsStatic == isStatic) AddMethod(method);
        }
    }

    private void AddMethod(MethodDefinition method)
    {
        FormalParameter[] parameters = method.Value.Parameters;
        if (method.MethodKind != MethodKind.Method)
        {
            if (method.Decorators.Length == 0 || LegacyMembers.IsDecoratedByOther(_class, method)) return;
            parameters = LegacyMembers.PairOf(_class, method).Setter?.Value.Parameters ?? [];
        }
        List<Expression> decorators = ListOf(method.Decorators, parameters);
        if (decorators.Count == 0) return;
        Expression key = KeyOf(method.Key, method.IsComputed, isAmbient: false, out Node kept);
        method.Key = kept;
        Apply(method, method.IsStatic, decorators, key, new NullLiteral(method.Span));
    }

    private void Apply(ClassElement element, bool isStatic, List<Expression> decorators, Expression key, Expression descriptor)
    {
        TextSpan span = element.Span;
        Expression target = Make.Reference(_class.Id!);
        if (!isStatic) target = Make.Member(span, target, "prototype");
        _applications.Add(Make.Statement(_context.Runtime.Call(span, LowerLegacyDecorators.Decorate, new ArrayExpression(span, [.. decorators]), target, key, descriptor)));
    }

    // decorators, then those of parameters, then types
    private List<Expression> ListOf(Decorator[] decorators, FormalParameter[] parameters)
    {
        List<Expression> list = [], metadata = [];
        foreach (Decorator decorator in decorators) (_context.Runtime.IsCall(decorator.Expression, LowerLegacyDecorators.Metadata) ? metadata : list).Add(decorator.Expression);
        int offset = parameters is [{ Pattern: BindingIdentifier { Name: "this" } }, ..] ? 1 : 0;
        for (int i = offset; i < parameters.Length; i++)
            foreach (Decorator decorator in parameters[i].Decorators)
                list.Add(_context.Runtime.Call(decorator.Span, LowerLegacyDecorators.Parameter, Make.Number(decorator.Span, i - offset), decorator.Expression));
        list.AddRange(metadata);
        return list;
    }

    // [key()]: evaluated once, into a variable
    private Expression KeyOf(Node key, bool isComputed, bool isAmbient, out Node kept)
    {
        kept = key;
        TextSpan span = key.Span;
        switch (key)
        {
            case IdentifierName name: return Make.String(span, name.Name);
            case StringLiteral text: return Make.String(span, text.Value);
            case NumericLiteral number: return Make.Number(span, number.Value);
            case BigIntLiteral number: return new BigIntLiteral(span, number.Value);
        }
        if (isAmbient || !isComputed) return (Expression)key;
        string variable = _newVariable();
        kept = Make.Assign(span, Make.Reference(span, variable), (Expression)key);
        return Make.Reference(span, variable);
    }

    private void Clear()
    {
        _class.Decorators = [];
        foreach (ClassElement element in _class.Body.Body)
        {
            if (element is PropertyDefinition field) field.Decorators = [];
            if (element is not MethodDefinition method) continue;
            method.Decorators = [];
            foreach (FormalParameter parameter in method.Value.Parameters) parameter.Decorators = [];
        }
    }

    private void RenameInner()
    {
        if (_class.Id is not { SymbolId: >= 0 } id || !UsesName.IsIn(_class, id.SymbolId)) return;
        Alias = _context.NewName(id.Name);
        InnerNames names = new(id.SymbolId, id.Name, Alias, asksFirst: false);
        foreach (ClassElement element in _class.Body.Body)
        {
            if (element is MethodDefinition method) names.Visit(method.Value);
            else if (element is PropertyDefinition { Value: { } value } field) field.Value = names.Rewrite(value);
            else if (element is StaticBlock block) names.Visit(block);
        }
    }

    /// <summary>Whether the members of a class, their keys aside, use its name.</summary>
    private sealed class UsesName(int symbol) : SyntaxVisitor
    {
        private bool _found;

        public static bool IsIn(ClassDeclaration node, int symbol)
        {
            UsesName search = new(symbol);
            foreach (ClassElement element in node.Body.Body)
            {
                if (element is MethodDefinition method) search.Visit(method.Value);
                else if (element is PropertyDefinition { Value: { } value }) search.Visit(value);
                else if (element is StaticBlock block) search.Visit(block);
            }
            return search._found;
        }

        protected override void VisitIdentifierReference(IdentifierReference node) => _found |= node.SymbolId == symbol;

        // a type is not there at run time
        protected override void VisitTSTypeAnnotation(TSTypeAnnotation node) { }

        protected override void VisitTSTypeParameterInstantiation(TSTypeParameterInstantiation node) { }

        protected override void VisitTSAsExpression(TSAsExpression node) => Visit(node.Expression);

        protected override void VisitTSSatisfiesExpression(TSSatisfiesExpression node) => Visit(node.Expression);

        protected override void VisitTSTypeAssertion(TSTypeAssertion node) => Visit(node.Expression);
    }

    /// <summary>Whether a decorator of a member has a private name in it.</summary>
    private sealed class NamesPrivateMember : SyntaxVisitor
    {
        private bool _found;

        public static bool IsIn(ClassDeclaration node)
        {
            NamesPrivateMember search = new();
            foreach (ClassElement element in node.Body.Body)
            {
                foreach (Decorator decorator in LegacyMembers.DecoratorsOf(element)) search.Visit(decorator);
                if (element is not MethodDefinition method) continue;
                foreach (FormalParameter parameter in method.Value.Parameters) foreach (Decorator decorator in parameter.Decorators) search.Visit(decorator);
            }
            return search._found;
        }

        protected override void VisitPrivateIdentifier(PrivateIdentifier node) => _found = true;
    }
}
