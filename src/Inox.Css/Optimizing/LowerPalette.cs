namespace Inox.Css;

/// <summary>Lowers the colours of <c>@font-palette-values</c>; what has variables stands again in <c>@supports</c>, since there no later value takes its place.</summary>
internal static class LowerPalette
{
    /// <summary>Lowers the rule in place; the result, where there is one, must follow it.</summary>
    public static List<RuleModel>? Run(AtModel at, TargetSet targets, bool minify)
    {
        if (targets.Browsers is null || at.Children is not [DeclarationsModel block]) return null;
        DeclarationContext context = new(targets);
        foreach (TypedDeclaration declaration in block.Declarations)
        {
            if (declaration.Name == "override-colors") context.AddWithFallbacks(declaration);
            else context.Output.Add(declaration);
        }

        block.Declarations = context.Take(out LoweredRules lowered);
        List<RuleModel> newer = [];
        foreach ((string condition, TypedDeclaration declaration) in lowered.Supports)
        {
            List<TypedDeclaration> declarations = block.Declarations.ConvertAll(own => own.Name == declaration.Name ? declaration : own);
            AtModel copy = new(at.Span, at.Known, at.Name, at.Prelude, [new DeclarationsModel(block.Span, declarations) { IsFinal = true }]);
            newer.Add(new AtModel(at.Span, AtRuleName.Supports, "supports", minify ? condition.Replace(": ", ":", StringComparison.Ordinal) : condition, [copy]));
        }

        return newer;
    }
}
