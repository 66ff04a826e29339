using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Semantics;

/// <summary>Enum members whose value cannot follow from the one before, and computed ones that are no number whatever their parts are.</summary>
internal sealed class CheckEnumMembers(RuleContext context) : TypeScriptRule(context)
{
    private readonly EnumEvaluator _evaluator = new(context.Model);

    public override void Check()
    {
        new EnumCollector(_evaluator).Visit(Model.Program);
        base.Check();
    }

    protected override void VisitTSEnumDeclaration(TSEnumDeclaration node)
    {
        base.VisitTSEnumDeclaration(node);
        if (IsAmbient || node.IsDeclare) return;
        EnumConstants constants = _evaluator.GetOrAdd(node.Id.SymbolId);
        bool hasNext = true;
        foreach ((_, TSEnumMember member, ConstantValue? value) in EnumMembers.Evaluate(node, constants, _evaluator))
        {
            if (member.Initializer is not { } init)
            {
                if (!hasNext) Report(TypeScriptErrors.EnumMemberValue, member.Span);
                // one report for all that follow
                hasNext = true;
                continue;
            }
            if (value is null && IsNoNumber(init) && !DependsOnOthers(init)) Report(TypeScriptErrors.EnumMemberType, init.Span);
            // a = imported, b: the other file may have a constant
            hasNext = value is { Text: null } || (value is null && DependsOnOthers(init));
        }
    }

    private static bool IsNoNumber(Expression init) => init is FunctionExpression or ArrowFunctionExpression or ClassExpression or ObjectExpression or ArrayExpression
        or RegExpLiteral or BooleanLiteral || EnumMembers.IsText(init);

    private bool DependsOnOthers(Expression init)
    {
        OtherFinder finder = new(Model);
        finder.Visit(init);
        return finder.IsFound;
    }

    /// <summary>Finds names whose values another file has.</summary>
    private sealed class OtherFinder(SemanticModel model) : SyntaxVisitor
    {
        public bool IsFound { get; private set; }

        protected override void VisitIdentifierReference(IdentifierReference node) =>
            IsFound |= node.SymbolId < 0 || (model.Symbols[node.SymbolId].Flags & (SymbolFlags.Import | SymbolFlags.Ambient)) != 0;
    }
}
