using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>Gives an evaluator the constants and enums of a file; values are computed before anything is rewritten, as an enum may be used above its declaration.</summary>
internal sealed class EnumCollector(EnumEvaluator evaluator) : SyntaxVisitor
{
    protected override void VisitVariableDeclaration(VariableDeclaration node)
    {
        base.VisitVariableDeclaration(node);
        if (node.DeclarationKind != VariableKind.Const) return;
        foreach (VariableDeclarator declarator in node.Declarations)
            if (declarator is { Id: BindingIdentifier id, Init: { } init, TypeAnnotation: null }) evaluator.AddConstant(id.SymbolId, init);
    }

    protected override void VisitTSEnumDeclaration(TSEnumDeclaration node)
    {
        base.VisitTSEnumDeclaration(node);
        EnumConstants constants = evaluator.GetOrAdd(node.Id.SymbolId);
        constants.IsConst = node.IsConst;
        foreach ((string name, _, ConstantValue? value) in EnumMembers.Evaluate(node, constants, evaluator)) constants.Set(name, value);
    }
}
