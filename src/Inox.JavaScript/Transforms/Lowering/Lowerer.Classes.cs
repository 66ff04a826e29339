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
