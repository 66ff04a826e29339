namespace Inox.Css;

/// <summary><c>animation</c> and the range that it resets without having room for it.</summary>
internal sealed class AnimationHandler : DeclarationHandler
{
    public static readonly AnimationRangeShorthand Range = new();

    private readonly PrefixedHandler _animation = new(static () => new ShorthandHandler(Shorthands.Of(PropertyFamily.Animation)[0]));
    private readonly ShorthandHandler _range = new(Range);

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.Name.StartsWith(Range.Name, StringComparison.Ordinal))
        {
            if (declaration.StandsAlone) _animation.Finish(context);
            _range.Handle(declaration, context);
            return;
        }

        if (declaration.Name == "animation" && (declaration.Prefix & VendorPrefix.None) != 0 && declaration.Value.IsCompatible(TargetSet.None)) _range.Clear();
        _animation.Handle(declaration, context);
    }

    public override void Finish(DeclarationContext context)
    {
        _animation.Finish(context);
        _range.Finish(context);
    }
}
