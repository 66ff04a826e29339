namespace Inox.Css;

/// <summary>The names of a family with a value for each side, physical and logical, and the features that came after those of the sides.</summary>
internal sealed record BoxNames(
    Shorthand Physical, PairShorthand Block, PairShorthand Inline, CssFeature? ShorthandFeature, CssFeature? LogicalFeature, CssFeature? LogicalShorthandFeature);

/// <summary>
/// Margins, paddings and insets. Physical and logical sides can be the same edge, so when one kind follows the other, what was collected is written first.
/// Where targets do not know logical properties, block sides become top and bottom, and inline sides left and right, by direction where they differ.
/// </summary>
internal sealed class BoxHandler(BoxNames names) : DeclarationHandler
{
    // top, right, bottom, left, block-start, block-end, inline-start, inline-end
    private readonly CssValue?[] _values = new CssValue?[8];
    private TypedDeclaration? _model;
    private bool _logical;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.StandsAlone)
        {
            HandleUnparsed(declaration, context);
            return;
        }

        switch (declaration.Value)
        {
            case ShorthandValue value when value.Shorthand == names.Physical:
                if (!value.IsCompatible(context.Targets)) Finish(context);
                Array.Clear(_values);
                Set(0, value, declaration, logical: false, context);
                break;
            case ShorthandValue value:
                Set(value.Shorthand == names.Block ? 4 : 6, value, declaration, logical: true, context);
                break;
            default:
                int index = IndexOf(declaration.Name);
                SetOne(index, declaration.Value, declaration, index >= 4, context);
                break;
        }
    }

    private int IndexOf(string name)
    {
        int index = Array.IndexOf(names.Physical.Longhands, name);
        if (index >= 0) return index;
        index = Array.IndexOf(names.Block.Longhands, name);
        return index >= 0 ? 4 + index : 6 + Array.IndexOf(names.Inline.Longhands, name);
    }

    private void Set(int start, ShorthandValue value, TypedDeclaration declaration, bool logical, DeclarationContext context)
    {
        for (int i = 0; i < value.Values.Length; i++) SetOne(start + i, value.Values[i], declaration, logical, context);
    }

    private void SetOne(int index, CssValue value, TypedDeclaration declaration, bool logical, DeclarationContext context)
    {
        if (_model is not null && _logical != logical) Finish(context);
        if (_values[index] is { } earlier && !earlier.Same(value) && !value.IsCompatible(context.Targets)) Finish(context);
        _values[index] = value;
        _model = declaration;
        _logical = logical;
    }

    // A value with variables takes part in no merge; a logical side still becomes a physical one.
    private void HandleUnparsed(TypedDeclaration declaration, DeclarationContext context)
    {
        Finish(context);
        int index = IndexOf(declaration.Name);
        if (index < 4 || context.Targets.SupportsIfAny(names.LogicalFeature) || Array.IndexOf(names.Inline.Longhands, declaration.Name) < 0 && Array.IndexOf(names.Block.Longhands, declaration.Name) < 0)
        {
            context.Add(declaration);
            return;
        }

        _model = declaration;
        _values[index] = declaration.Value;
        EmitPhysicalInstead(declaration, context);
        Array.Clear(_values);
        _model = null;
    }

    public override void Finish(DeclarationContext context)
    {
        if (_model is not { } model) return;
        if (!_logical) EmitPhysical(model, context);
        else if (context.Targets.SupportsIfAny(names.LogicalFeature))
        {
            EmitPair(names.Block, 4, model, context);
            EmitPair(names.Inline, 6, model, context);
        }
        else EmitPhysicalInstead(model, context);

        Array.Clear(_values);
        _model = null;
    }

    private void EmitPhysical(TypedDeclaration model, DeclarationContext context)
    {
        CssValue?[] sides = _values[..4];
        if (Array.TrueForAll(sides, side => side is not null) && context.Targets.SupportsIfAny(names.ShorthandFeature))
        {
            context.Add(model with { Name = names.Physical.Name, Value = new ShorthandValue(names.Physical, sides!) });
            return;
        }

        // top, bottom, left, right
        foreach (int i in (ReadOnlySpan<int>)[0, 2, 3, 1])
        {
            if (_values[i] is { } value) context.Add(model with { Name = names.Physical.Longhands[i], Value = value });
        }
    }

    private void EmitPair(PairShorthand pair, int start, TypedDeclaration model, DeclarationContext context)
    {
        if (_values[start] is { } first && _values[start + 1] is { } second && context.Targets.SupportsIfAny(names.LogicalShorthandFeature))
        {
            context.Add(model with { Name = pair.Name, Value = new ShorthandValue(pair, [first, second]) });
            return;
        }

        for (int i = 0; i < 2; i++)
        {
            if (_values[start + i] is { } value) context.Add(model with { Name = pair.Longhands[i], Value = value });
        }
    }

    private void EmitPhysicalInstead(TypedDeclaration model, DeclarationContext context)
    {
        string[] physical = names.Physical.Longhands;
        if (_values[4] is { } top) context.Add(model with { Name = physical[0], Value = top });
        if (_values[5] is { } bottom) context.Add(model with { Name = physical[2], Value = bottom });
        CssValue? start = _values[6], end = _values[7];
        if (start is not null && end is not null && start.Same(end))
        {
            context.Add(model with { Name = physical[3], Value = start });
            context.Add(model with { Name = physical[1], Value = end });
            return;
        }

        LogicalSides.Add(context, start is null ? null : model with { Value = start }, end is null ? null : model with { Value = end }, physical[3], physical[1]);
    }
}

/// <summary>Inline sides that depend on the direction of the text.</summary>
internal static class LogicalSides
{
    public static void Add(DeclarationContext context, TypedDeclaration? start, TypedDeclaration? end, string left, string right)
    {
        if (start is not null) Add(context, start, left, right);
        if (end is not null) Add(context, end, right, left);
    }

    private static void Add(DeclarationContext context, TypedDeclaration declaration, string leftToRight, string rightToLeft)
    {
        context.Extra.LeftToRight.Add(declaration with { Name = leftToRight });
        context.Extra.RightToLeft.Add(declaration with { Name = rightToLeft });
    }
}
