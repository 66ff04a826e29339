namespace Inox.Css;

/// <summary>
/// Collects the longhands of one shorthand and writes the shorthand when all are there. A value that some target does not read keeps the one before it:
/// what was collected is written first.
/// </summary>
internal sealed class ShorthandHandler(Shorthand shorthand) : DeclarationHandler
{
    private readonly CssValue?[] _values = new CssValue?[shorthand.Longhands.Length];
    private TypedDeclaration? _model;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.IsUnparsed || declaration.IsWide)
        {
            Finish(context);
            context.Add(declaration with { Prefix = context.Prefixes(declaration.Prefix, declaration.Name) });
            return;
        }

        if (_model is not null && _model.Prefix != declaration.Prefix) Finish(context);
        if (declaration.Value is ShorthandValue value) Set(value, declaration, context);
        else SetOne(Array.IndexOf(shorthand.Longhands, declaration.Name), declaration, context);
    }

    /// <summary>Forgets what was collected.</summary>
    public void Clear()
    {
        Array.Clear(_values);
        _model = null;
    }

    private void Set(ShorthandValue value, TypedDeclaration declaration, DeclarationContext context)
    {
        if (_model is not null && !value.IsCompatible(context.Targets)) Finish(context);
        for (int i = 0; i < _values.Length; i++) _values[i] = value.Values[i];
        _model = declaration;
    }

    private void SetOne(int index, TypedDeclaration declaration, DeclarationContext context)
    {
        if (index < 0)
        {
            context.Add(declaration);
            return;
        }

        if (_values[index] is { } earlier && !earlier.Same(declaration.Value) && !declaration.Value.IsCompatible(context.Targets)) Finish(context);
        _values[index] = declaration.Value;
        _model = declaration;
    }

    public override void Finish(DeclarationContext context)
    {
        if (_model is not { } model) return;
        if (Array.TrueForAll(_values, value => value is not null) && shorthand.CanWrite(_values!, context.Targets))
        {
            Emit(model with { Name = shorthand.Name, Value = new ShorthandValue(shorthand, [.. _values!]) }, context);
        }
        else
        {
            for (int i = 0; i < _values.Length; i++)
            {
                if (_values[i] is { } value) Emit(model with { Name = shorthand.Longhands[i], Value = value }, context);
            }
        }

        Clear();
    }

    private static void Emit(TypedDeclaration declaration, DeclarationContext context)
    {
        VendorPrefix prefixes = context.Prefixes(declaration.Prefix, declaration.Name);
        if (declaration.Value is ShorthandValue value && context.Targets.Browsers is not null) prefixes = value.Shorthand.PrefixesOf(value.Values, prefixes);
        context.AddWithFallbacks(declaration with { Prefix = prefixes });
    }
}

/// <summary>Several shorthands of one family, each with its own longhands.</summary>
internal sealed class ShorthandsHandler(params Shorthand[] shorthands) : DeclarationHandler
{
    private readonly ShorthandHandler?[] _handlers = new ShorthandHandler?[shorthands.Length];

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        for (int i = 0; i < shorthands.Length; i++)
        {
            if (shorthands[i].Name != declaration.Name && Array.IndexOf(shorthands[i].Longhands, declaration.Name) < 0) continue;
            (_handlers[i] ??= new(shorthands[i])).Handle(declaration, context);
            return;
        }

        context.Add(declaration with { Prefix = context.Prefixes(declaration.Prefix, declaration.Name) });
    }

    public override void Finish(DeclarationContext context)
    {
        foreach (ShorthandHandler? handler in _handlers) handler?.Finish(context);
    }
}
