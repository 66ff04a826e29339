using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>Turns optimized rules back into the syntax tree, values written out.</summary>
internal sealed class RuleEmitter(TargetSet targets, bool minify)
{
    public ImmutableArray<CssNode> Emit(List<RuleModel> rules)
    {
        ImmutableArray<CssNode>.Builder nodes = ImmutableArray.CreateBuilder<CssNode>(rules.Count);
        foreach (RuleModel rule in rules) Emit(rule, nodes);
        return nodes.DrainToImmutable();
    }

    private void Emit(RuleModel rule, ImmutableArray<CssNode>.Builder nodes)
    {
        switch (rule)
        {
            case StyleModel style:
                ImmutableArray<CssNode>.Builder block = ImmutableArray.CreateBuilder<CssNode>(style.Declarations.Count + style.Children.Count);
                EmitDeclarations(style.Declarations, block);
                foreach (RuleModel child in style.Children) Emit(child, block);
                nodes.Add(new StyleRule(style.Span, new((style.IsNest ? "@nest " : "") + (style.Selectors.Count == 1 ? style.Selectors[0] : string.Join(minify ? "," : ", ", style.Selectors))), block.DrainToImmutable()) { IsFormatted = true });
                break;
            case DeclarationsModel declarations:
                EmitDeclarations(declarations.Declarations, nodes);
                break;
            case AtModel at:
                nodes.Add(new AtRule(at.Span, at.Known, new(at.Name), new(at.Prelude), at.Children is null ? default : Within(at).Emit(at.Children)) { IsFormatted = true });
                break;
            default:
                nodes.Add(((KeptModel)rule).Node);
                break;
        }
    }

    private RuleEmitter Within(AtModel at) => SupportsCondition.Within(at, targets) is var own && own == targets ? this : new(own, minify);

    private void EmitDeclarations(List<TypedDeclaration> declarations, ImmutableArray<CssNode>.Builder nodes)
    {
        foreach (TypedDeclaration declaration in declarations)
        {
            if (declaration.Prefix == VendorPrefix.None)
            {
                nodes.Add(new Declaration(declaration.Span, new(declaration.Name), new(ValueWriter.ToText(declaration.Value, minify, targets)), declaration.IsImportant) { IsFormatted = true });
                continue;
            }

            foreach ((string name, string value) in DeclarationTexts.Of(declaration, minify, targets)) nodes.Add(new Declaration(declaration.Span, new(name), new(value), declaration.IsImportant) { IsFormatted = true });
        }
    }
}
