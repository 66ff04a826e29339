namespace Inox.Css;

/// <summary>
/// Collects the longhands of one shorthand, each with the prefixes that it was said under, and writes the shorthand when all are there. A value that some
/// target does not read keeps the one before it: what was collected is written first.
/// </summary>
internal sealed class ShorthandHandler(Shorthand shorthand) : DeclarationHandler
{
    private readonly CssValue?[] _values = new CssValue?[shorthand.Longhands.Length];
    private readonly VendorPrefix[] _prefixes = new VendorPrefix[shorthand.Longhands.Length];
    private TypedDeclaration? _model;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        int index = Array.IndexOf(shorthand.Longhands, declaration.Name);
        bool isWhole = declaration.Value is ShorthandValue;
        if (declaration.StandsAlone || (!isWhole && index < 0))
        {
            Finish(context);
            context.Add(declaration with { Prefix = context.Prefixes(declaration.Prefix, declaration.Name) });
            return;
        }

        int first = isWhole ? 0 : index, last = isWhole ? _values.Length - 1 : index;
        if (MustFinish(declaration, first, last, context.Targets)) Finish(context);
        for (int i = first; i <= last; i++)
        {
            _values[i] = isWhole ? ((ShorthandValue)declaration.Value).Values[i] : declaration.Value;
            _prefixes[i] |= declaration.Prefix;
        }

        _model = declaration;
    }

    // -webkit-flex: 1; flex: 2 are for different browsers, and x: old; x: new for those of different years.
    private bool MustFinish(TypedDeclaration declaration, int first, int last, TargetSet targets)
    {
        if (_model is null) return false;
        bool isRead = declaration.Value.IsCompatible(targets);
        for (int i = first; i <= last; i++)
        {
            CssValue value = declaration.Value is ShorthandValue whole ? whole.Values[i] : declaration.Value;
            if (_values[i] is { } earlier && !earlier.Same(value) && (!isRead || (_prefixes[i] & declaration.Prefix) == 0)) return true;
        }

        return false;
    }

    /// <summary>Forgets what was collected.</summary>
    public void Clear()
    {
        Array.Clear(_values);
        Array.Clear(_prefixes);
        _model = null;
    }

    public override void Finish(DeclarationContext context)
    {
        if (_model is not { } model) return;
        VendorPrefix common = CommonPrefixes() & shorthand.Prefixes;
        CssValue[]? values = common == VendorPrefix.Empty ? null : Complete(common);
        if (values is not null && !shorthand.CanWrite(values, context.Targets)) values = null;
        for (int i = 0; i < _values.Length; i++)
        {
            VendorPrefix left = values is null ? _prefixes[i] : Remaining(_prefixes[i], common, context.Targets);
            if (_values[i] is { } value && left != VendorPrefix.Empty) Emit(model with { Name = shorthand.Longhands[i], Prefix = left, Value = value }, context);
        }

        if (values is not null) WriteShorthand(model with { Prefix = common }, values, context);
        Clear();
    }

    // Where targets are known, the names without a prefix say which others are needed.
    private static VendorPrefix Remaining(VendorPrefix own, VendorPrefix written, TargetSet targets) =>
        targets.Browsers is not null && (written & VendorPrefix.None) != 0 ? VendorPrefix.Empty : own & ~written;

    private VendorPrefix CommonPrefixes()
    {
        VendorPrefix common = VendorPrefix.All;
        for (int i = 0; i < _values.Length; i++)
        {
            if (_values[i] is not null) common &= _prefixes[i];
        }

        return common;
    }

    // All values; null where one is missing that does not go without saying.
    private CssValue[]? Complete(VendorPrefix prefixes)
    {
        CssValue[] values = new CssValue[_values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if ((_values[i] ?? shorthand.Missing(i, prefixes)) is not { } value) return null;
            values[i] = value;
        }

        return values;
    }

    private void WriteShorthand(TypedDeclaration model, CssValue[] values, DeclarationContext context)
    {
        int apart = shorthand.Apart(values, context.Targets);
        CssValue? left = apart < 0 ? null : values[apart];
        if (left is not null) values[apart] = shorthand.Initial(apart);
        Emit(model with { Name = shorthand.Name, Value = new ShorthandValue(shorthand, values) }, context);
        if (left is not null) context.AddWithFallbacks(model with { Name = shorthand.Longhands[apart], Prefix = VendorPrefix.None, Value = left });
    }

    private void Emit(TypedDeclaration declaration, DeclarationContext context)
    {
        VendorPrefix prefixes = context.Prefixes(declaration.Prefix, declaration.Name);
        if (declaration.Value is ShorthandValue value && context.Targets.Browsers is not null) prefixes = value.Shorthand.PrefixesOf(value.Values, prefixes);
        context.AddWithFallbacks(declaration with { Prefix = prefixes }, shorthand.KeepsPrefixWithImages);
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
