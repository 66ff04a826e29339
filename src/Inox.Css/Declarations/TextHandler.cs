namespace Inox.Css;

/// <summary>Decoration, emphasis and alignment of text.</summary>
internal sealed class TextHandler : DeclarationHandler
{
    private readonly PrefixedHandler _shorthands = new(static () => new ShorthandsHandler(Shorthands.Of(PropertyFamily.Text)));
    private readonly PrefixHandler _emphasisPosition = new();

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        switch (declaration.Name)
        {
            case "text-align":
                HandleAlign(declaration, context);
                break;
            case "text-emphasis-position":
                // The prefixed property knows one side only.
                if (declaration.Value.Text.Contains("left", StringComparison.Ordinal)) context.Add(declaration);
                else _emphasisPosition.Handle(declaration, context);
                break;
            default:
                _shorthands.Handle(WithoutPercentage(declaration, context.Targets), context);
                break;
        }
    }

    // start and end depend on the direction of the text.
    private static void HandleAlign(TypedDeclaration declaration, DeclarationContext context)
    {
        bool isStart = declaration.Value.IsKeyword("start");
        if ((!isStart && !declaration.Value.IsKeyword("end")) || context.Targets.Supports(CssFeature.LogicalTextAlign))
        {
            context.Add(declaration);
            return;
        }

        context.Extra.LeftToRight.Add(declaration.With(new Keyword(isStart ? "left" : "right")));
        context.Extra.RightToLeft.Add(declaration.With(new Keyword(isStart ? "right" : "left")));
    }

    // A percentage of the thickness is one of the font's size.
    private static TypedDeclaration WithoutPercentage(TypedDeclaration declaration, TargetSet targets)
    {
        if (targets.Supports(CssFeature.TextDecorationThicknessPercent)) return declaration;
        if (declaration is { Name: "text-decoration-thickness", Value: Numeric { Unit: CssUnit.Percent } percentage }) return declaration.With(OfFontSize(percentage));
        if (declaration is not { Name: "text-decoration", Value: ShorthandValue value }) return declaration;
        CssValue[] values = Array.ConvertAll(value.Values, part => part is Numeric { Unit: CssUnit.Percent } percentage ? OfFontSize(percentage) : part);
        return declaration.With(new ShorthandValue(value.Shorthand, values));
    }

    private static CalcProduct OfFontSize(Numeric percentage) => new(percentage.Value / 100, new Numeric(1, CssUnit.Em));

    public override void Finish(DeclarationContext context)
    {
        _shorthands.Finish(context);
        _emphasisPosition.Finish(context);
    }
}
