using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Constructors: where the values of fields go, and `super()`.
internal sealed partial class Lowerer
{
    // How many calls of `super` the constructor has, and whether the only one is a statement of its body.
    private bool IsPlainSuper(MethodDefinition constructor, out Statement? call)
    {
        call = Array.Find(constructor.Value.Body!.Body, static statement => statement is ExpressionStatement { Expression: CallExpression { Callee: Super } });
        return call is not null && SuperCalls.Of(constructor.Value).Count == 1;
    }

    private void PrepareConstructor(IClass node, ClassPlan plan, MethodDefinition constructor)
    {
        if (plan.ThisName is not null) plan.ChecksThis = !(IsPlainSuper(constructor, out Statement? call) && ReferenceEquals(call, FirstStatement(constructor)));
        bool hasInitializers = plan.InstanceBrand is not null || Array.Exists(node.Body.Body, static element => element is PropertyDefinition { IsStatic: false });
        if (!hasInitializers) return;
        SeparateNames(node.Body, constructor.Value);
        if (plan.IsDerived && !IsPlainSuper(constructor, out _)) plan.InitializerName = NewName("_initialize");
    }

    private static Statement? FirstStatement(MethodDefinition constructor) => Array.Find(constructor.Value.Body!.Body, static statement => statement is not Directive);

    // class { x = y; constructor(y) {} }: the y of the field is not the parameter
    private void SeparateNames(ClassBody body, FunctionExpression constructor)
    {
        HashSet<string> used = [];
        foreach (ClassElement element in body.Body) if (element is PropertyDefinition { IsStatic: false, Value: { } value }) CollectNames(value, used);
        if (used.Count == 0 || constructor.ScopeId < 0) return;
        ref readonly Scope own = ref Model.Scopes[constructor.ScopeId];
        for (int scope = constructor.ScopeId; scope <= own.LastDescendant; scope++)
        {
            if (scope != constructor.ScopeId && IsInInnerFunction(scope, constructor.ScopeId)) continue;
            for (int id = Model.Scopes[scope].LastSymbol; id >= 0; id = Model.Symbols[id].NextInScope)
                if (used.Contains(Model.Symbols[id].Name)) _symbols.Rename(id);
        }
    }

    private bool IsInInnerFunction(int scope, int function)
    {
        for (; scope != function; scope = Model.Scopes[scope].Parent)
            if (Model.Scopes[scope].Kind is ScopeKind.Function or ScopeKind.ClassField or ScopeKind.StaticBlock or ScopeKind.FunctionName) return true;
        return false;
    }

    private static void CollectNames(Node node, HashSet<string> names)
    {
        if (node is IdentifierReference reference) names.Add(reference.Name);
        foreach (Node child in node.GetChildren()) CollectNames(child, names);
    }

    private void FinishConstructor(ClassPlan plan, MethodDefinition constructor)
    {
        FunctionExpression function = constructor.Value;
        Statement? plainCall = null;
        if (plan.IsDerived && plan.InitializerName is null) IsPlainSuper(constructor, out plainCall);
        bool isDirect = plainCall is not null && (plan.Initializers.Count > 0 || plan.ThisName is not null);
        (_constructedClass, _isMethod) = (plan, true);
        if (Lowers(SyntaxFeature.Class)) _methodHome = new(plan.Alias, isPrototype: true);
        if (isDirect) _plainSupers.Add(plainCall!, plan);
        constructor.Value = VisitRequired(function);
        BlockStatement body = constructor.Value.Body!;
        if (plan.InitializerName is { } name) body.Body = WithHead(body.Body, [InitializerFunction(plan, name, body.Start)]);
        else if (!plan.IsDerived) body.Body = WithHead(body.Body, plan.Initializers, skipsVariables: true);
    }

    // The statements `super(...)`, behind which the initializers go.
    private readonly Dictionary<Statement, ClassPlan> _plainSupers = [];

    private VariableDeclaration InitializerFunction(ClassPlan plan, string name, int offset)
    {
        TextSpan span = TextSpan.At(offset);
        Statement[] body = [.. plan.Initializers, Make.Return(span, ConstructedThis(plan, span))];
        Expression function = Lowers(SyntaxFeature.ArrowFunction) ? Make.Function(span, [], body) : new ArrowFunctionExpression(span, null, [], null, new BlockStatement(span, body));
        return Make.Variable(span, VariableKind.Var, Make.Binding(span, name), function);
    }

    private static MethodDefinition MakeConstructor(ClassPlan plan, TextSpan span)
    {
        List<Statement> body = [];
        if (plan.IsDerived) body.Add(Make.Statement(Make.Call(span, new Super(span), new SpreadElement(span, Make.Reference(span, "arguments")))));
        body.AddRange(plan.Initializers);
        return new(span, [], MethodKind.Constructor, new IdentifierName(span, "constructor"), Make.Function(span, [], [.. body]));
    }

    private Expression SuperCall(CallExpression node)
    {
        Frame frame = _frame;
        while (frame.Kind != FrameKind.Constructor && frame.Outer is not null) frame = frame.Outer;
        node.Arguments = VisitList(node.Arguments);
        ClassPlan? plan = frame.Class;
        Expression call = node;
        if (plan?.ThisName is { } self) call = Make.Assign(node.Span, Own(node.Span, self), ConstructSuper(node, plan, frame));
        if (plan?.InitializerName is not { } initialize) return call;
        return Make.Sequence(node.Span, call, Make.Call(node.Span, Own(node.Span, initialize)));
    }
}
