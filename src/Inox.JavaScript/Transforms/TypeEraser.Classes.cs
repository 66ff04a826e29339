using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.Decorators;

namespace Inox.JavaScript.Transforms;

internal sealed partial class TypeEraser
{
    protected override Node? VisitClassDeclaration(ClassDeclaration node)
    {
        if (node.IsDeclare) return null;
        node.Implements = [];
        node.IsAbstract = false;
        List<FormalParameter> properties = FindParameterProperties(node.Body);
        base.VisitClassDeclaration(node);
        FinishClass(node, properties);
        return node;
    }

    protected override Node? VisitClassExpression(ClassExpression node)
    {
        node.Implements = [];
        node.IsAbstract = false;
        List<FormalParameter> properties = FindParameterProperties(node.Body);
        base.VisitClassExpression(node);
        FinishClass(node, properties);
        return node;
    }

    protected override Node? VisitTSIndexSignatureElement(TSIndexSignatureElement node) => null;

    protected override Node? VisitMethodDefinition(MethodDefinition node)
    {
        if (node.Value.Body is null) return null;
        node.IsAbstract = node.IsOptional = node.IsOverride = false;
        node.Accessibility = Accessibility.None;
        return base.VisitMethodDefinition(node);
    }

    protected override Node? VisitPropertyDefinition(PropertyDefinition node)
    {
        if (node.IsDeclare || node.IsAbstract) return null;
        node.IsOptional = node.IsDefinite = node.IsOverride = node.IsReadonly = false;
        node.Accessibility = Accessibility.None;
        return base.VisitPropertyDefinition(node);
    }

    // constructor(private x, readonly y) {}: found before the walk clears the modifiers
    private static List<FormalParameter> FindParameterProperties(ClassBody body)
    {
        List<FormalParameter> properties = [];
        foreach (ClassElement element in body.Body)
        {
            if (element is not MethodDefinition { MethodKind: MethodKind.Constructor, Value: { Body: not null } function }) continue;
            foreach (FormalParameter parameter in function.Parameters)
                if (parameter.Pattern is BindingIdentifier && (parameter.Accessibility != Accessibility.None || parameter.IsReadonly || parameter.IsOverride)) properties.Add(parameter);
        }
        return properties;
    }

    private void FinishClass(IClass node, List<FormalParameter> properties)
    {
        List<Statement> assignments = [];
        foreach (FormalParameter parameter in properties) assignments.Add(AssignParameter((BindingIdentifier)parameter.Pattern));
        // decorators are applied to fields, which stay until then
        if (_assignsFields && !ClassDecorators.AreIn(node)) AssignFields(node, assignments);
        else DeclareParameterProperties(node.Body, properties);
        if (assignments.Count > 0) InsertIntoConstructor(node, assignments);
    }

    private static ExpressionStatement AssignParameter(BindingIdentifier parameter)
    {
        TextSpan span = parameter.Span;
        return Make.AssignStatement(span, Make.Member(span, new ThisExpression(span), parameter.Name), Make.Reference(parameter));
    }

    private static void DeclareParameterProperties(ClassBody body, List<FormalParameter> properties)
    {
        if (properties.Count == 0) return;
        List<ClassElement> elements = new(body.Body.Length + properties.Count);
        foreach (FormalParameter parameter in properties)
        {
            BindingIdentifier name = (BindingIdentifier)parameter.Pattern;
            elements.Add(new PropertyDefinition(name.Span, [], new IdentifierName(name.Span, name.Name), null, null));
        }
        elements.AddRange(body.Body);
        body.Body = [.. elements];
    }

    private void InsertIntoConstructor(IClass node, List<Statement> assignments)
    {
        foreach (ClassElement element in node.Body.Body)
        {
            if (element is not MethodDefinition { MethodKind: MethodKind.Constructor, Value: { Body: { } block } function }) continue;
            // behind the statement `super()`, which makes `this`; else behind the directives
            int place = 1 + Array.FindIndex(block.Body, static statement => statement is ExpressionStatement { Expression: CallExpression { Callee: Super } });
            if (place == 0)
            {
                while (place < block.Body.Length && block.Body[place] is Directive) place++;
                if (SuperCalls.Of(function) is { Count: > 0 } calls) assignments = [AssignBehindSuper(calls, assignments, TextSpan.At(block.Start))];
            }
            block.Body = [.. block.Body[..place], .. assignments, .. block.Body[place..]];
            return;
        }
        node.Body.Body = [MakeConstructor(node, assignments), .. node.Body.Body];
    }

    // let made = super(a) -> const _super = (..._args) => { super(..._args); this.x = 1; return this; }; let made = _super(a)
    private VariableDeclaration AssignBehindSuper(List<CallExpression> calls, List<Statement> assignments, TextSpan span)
    {
        string name = _context.NewName("_super"), rest = _context.NewName("_args");
        foreach (CallExpression call in calls) call.Callee = Make.Reference(call.Callee.Span, name);
        Expression made = Make.Call(span, new Super(span), new SpreadElement(span, Make.Reference(span, rest)));
        BlockStatement body = new(span, [Make.Statement(made), .. assignments, Make.Return(span, new ThisExpression(span))]);
        FormalParameter parameter = Make.Parameter(span, Make.Binding(span, rest));
        parameter.IsRest = true;
        return Make.Variable(span, VariableKind.Const, Make.Binding(span, name), new ArrowFunctionExpression(span, null, [parameter], null, body));
    }

    private static MethodDefinition MakeConstructor(IClass node, List<Statement> assignments)
    {
        TextSpan span = TextSpan.At(node.Body.Start);
        List<Statement> body = [];
        if (node.SuperClass is not (null or NullLiteral))
            body.Add(new ExpressionStatement(span, Make.Call(span, new Super(span), new SpreadElement(span, Make.Reference(span, "arguments")))));
        body.AddRange(assignments);
        FunctionExpression function = new(span, null, null, [], null, new BlockStatement(span, [.. body]));
        return new(span, [], MethodKind.Constructor, new IdentifierName(span, "constructor"), function);
    }
}
