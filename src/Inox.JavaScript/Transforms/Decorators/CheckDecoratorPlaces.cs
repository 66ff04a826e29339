using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.LegacyDecorators;

namespace Inox.JavaScript.Transforms.Decorators;

/// <summary>
/// Reports decorators where the kind in use has none: the standard ones know no parameters, those of <c>experimentalDecorators</c> only class declarations
/// and their public members. It comes first, as decorators of parameters go with the types.
/// </summary>
internal sealed class CheckDecoratorPlaces : TransformPass
{
    public override bool NeedsModel => false;

    public override bool Applies(TransformContext context) => (context.Features & ProgramFeatures.Decorators) != 0;

    public override void Run(TransformContext context) => new Search(context).Visit(context.Program);

    private sealed class Search(TransformContext context) : SyntaxVisitor
    {
        private readonly bool _isLegacy = context.UsesLegacyDecorators;

        protected override void VisitFormalParameter(FormalParameter node)
        {
            if (!_isLegacy && node.Decorators.Length > 0) context.Report(TransformDiagnostics.ParameterDecorator, node.Decorators[0].Span);
            base.VisitFormalParameter(node);
        }

        protected override void VisitClassDeclaration(ClassDeclaration node)
        {
            if (!node.IsDeclare) base.VisitClassDeclaration(node);
        }

        protected override void VisitClassExpression(ClassExpression node)
        {
            Refuse(node.Decorators, "a class expression");
            foreach (ClassElement element in node.Body.Body)
            {
                Refuse(LegacyMembers.DecoratorsOf(element), "a member of a class expression");
                if (element is MethodDefinition method) foreach (FormalParameter parameter in method.Value.Parameters) Refuse(parameter.Decorators, "a parameter in a class expression");
            }
            base.VisitClassExpression(node);
        }

        protected override void VisitMethodDefinition(MethodDefinition node)
        {
            if (node.Key is PrivateIdentifier) Refuse(node.Decorators, "a private member");
            base.VisitMethodDefinition(node);
        }

        protected override void VisitPropertyDefinition(PropertyDefinition node)
        {
            if (node.Key is PrivateIdentifier) Refuse(node.Decorators, "a private member");
            base.VisitPropertyDefinition(node);
        }

        private void Refuse(Decorator[] decorators, string place)
        {
            if (_isLegacy && decorators.Length > 0) context.Report(TransformDiagnostics.LegacyDecoratorPlace, decorators[0].Span, place);
        }
    }
}
