using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.LegacyDecorators;

/// <summary>
/// `emitDecoratorMetadata`: what is decorated gets decorators more that tell reflect-metadata its types. It comes before enums are lowered, as their
/// declarations say whether they are numbers or strings.
/// </summary>
internal sealed class EmitDecoratorMetadata : TransformPass
{
    public override bool Applies(TransformContext context) => context.EmitsDecoratorMetadata;

    public override void Run(TransformContext context)
    {
        new Rewriter(context).Visit(context.Program);
        context.IsModelStale = true;
    }

    private sealed class Rewriter : HoistingRewriter
    {
        private readonly TransformContext _context;
        private readonly TypeSerializer _types;

        public Rewriter(TransformContext context)
        {
            _context = context;
            _types = new(context, new TypeKinds(context), NewVariable);
        }

        private string NewVariable()
        {
            string name = _context.NewTemporary();
            Hoist(name);
            return name;
        }

        protected override Node? VisitClassDeclaration(ClassDeclaration node)
        {
            base.VisitClassDeclaration(node);
            if (node.IsDeclare || !LegacyMembers.AnyDecorated(node)) return node;
            MethodDefinition? constructor = LegacyMembers.ConstructorOf(node);
            if (constructor is not null && (node.Decorators.Length > 0 || LegacyMembers.HasDecoratedParameter(constructor)))
                node.Decorators = [.. node.Decorators, Metadata(constructor.Span, "design:paramtypes", Parameters(constructor.Value.Parameters, constructor.Span))];
            foreach (ClassElement element in node.Body.Body)
            {
                if (element is PropertyDefinition { Decorators.Length: > 0 } field) field.Decorators = [.. field.Decorators, Metadata(field.Span, "design:type", _types.Serialize(field.TypeAnnotation, field.Span))];
                else if (element is MethodDefinition { Value.Body: not null, MethodKind: not MethodKind.Constructor } method && (method.Decorators.Length > 0 || LegacyMembers.HasDecoratedParameter(method)))
                    method.Decorators = [.. method.Decorators, .. Metadata(node, method)];
            }
            return node;
        }

        private Decorator[] Metadata(ClassDeclaration node, MethodDefinition method)
        {
            TextSpan span = method.Span;
            if (method.MethodKind == MethodKind.Method)
            {
                return
                [
                    Metadata(span, "design:type", Make.Reference(span, "Function")), Metadata(span, "design:paramtypes", Parameters(method.Value.Parameters, span)),
                    Metadata(span, "design:returntype", _types.SerializeReturn(method.Value)),
                ];
            }
            (MethodDefinition? getter, MethodDefinition? setter) = LegacyMembers.PairOf(node, method);
            TSTypeAnnotation? type = setter?.Value.Parameters is [var value, ..] && value.TypeAnnotation is { } given ? given : getter?.Value.ReturnType;
            return [Metadata(span, "design:type", _types.Serialize(type, span)), Metadata(span, "design:paramtypes", Parameters((setter ?? method).Value.Parameters, span))];
        }

        private ArrayExpression Parameters(FormalParameter[] parameters, TextSpan span)
        {
            List<Expression> types = [];
            foreach (FormalParameter parameter in parameters)
                if (parameter.Pattern is not BindingIdentifier { Name: "this" }) types.Add(_types.SerializeParameter(parameter));
            return new(span, [.. types]);
        }

        private Decorator Metadata(TextSpan span, string key, Expression value) => new(span, _context.Runtime.Call(span, LowerLegacyDecorators.Metadata, Make.String(span, key), value));
    }
}
