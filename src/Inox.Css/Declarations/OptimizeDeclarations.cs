namespace Inox.Css;

/// <summary>
/// Optimizes the declarations of one block. Those of a family go through its handler, important ones through another of the same kind; the others stay where
/// they are. Of two custom properties of one name the last counts.
/// </summary>
internal sealed class OptimizeDeclarations(TargetSet targets)
{
    private readonly DeclarationHandler?[] _handlers = new DeclarationHandler?[2 * (int)PropertyFamily.Count];
    private readonly DeclarationContext _normal = new(targets), _important = new(targets);
    private Dictionary<(string, bool), int>? _custom;
    private bool _used;

    public LoweredRules Normal => _normal.Extra;

    public LoweredRules Important => _important.Extra;

    public static List<TypedDeclaration> Run(List<TypedDeclaration> declarations, TargetSet targets, out LoweredRules normal, out LoweredRules important)
    {
        OptimizeDeclarations pass = new(targets);
        foreach (TypedDeclaration declaration in declarations) pass.Add(declaration);
        List<TypedDeclaration> result = pass.Finish();
        (normal, important) = (pass.Normal, pass.Important);
        return result;
    }

    private void Add(TypedDeclaration declaration)
    {
        DeclarationContext context = declaration.IsImportant ? _important : _normal;
        if (declaration.Name.StartsWith("--", StringComparison.Ordinal))
        {
            AddCustom(declaration, context);
            return;
        }

        if (declaration.Name == "all")
        {
            HandleAll(declaration, context);
            return;
        }

        PropertyFamily family = PropertyFamilies.Of(declaration.Name);
        if (family == PropertyFamily.None)
        {
            // font: 1em x; font-variant: small-caps: written before font, it would be reset.
            if (_used && PropertyFamilies.ResetBy(declaration.Name) is not PropertyFamily.None and var resets)
            {
                _handlers[2 * (int)resets + (declaration.IsImportant ? 1 : 0)]?.Finish(context);
            }

            context.Add(declaration);
            return;
        }

        ref DeclarationHandler? handler = ref _handlers[2 * (int)family + (declaration.IsImportant ? 1 : 0)];
        handler ??= PropertyFamilies.Create(family);
        _used = true;
        handler.Handle(declaration, context);
    }

    private void AddCustom(TypedDeclaration declaration, DeclarationContext context)
    {
        _custom ??= [];
        if (_custom.TryGetValue((declaration.Name, declaration.IsImportant), out int index)) context.Output[index] = declaration;
        else
        {
            _custom.Add((declaration.Name, declaration.IsImportant), context.Output.Count);
            context.Add(declaration);
        }
    }

    // all resets everything before it but custom properties, direction and unicode-bidi.
    private void HandleAll(TypedDeclaration declaration, DeclarationContext context)
    {
        if (!declaration.IsUnparsed)
        {
            for (int i = declaration.IsImportant ? 1 : 0; i < _handlers.Length; i += 2) _handlers[i] = null;
            List<TypedDeclaration> kept = [];
            List<TypedDeclaration> trailing = [];
            foreach (TypedDeclaration earlier in context.Output)
            {
                if (earlier.Name.StartsWith("--", StringComparison.Ordinal)) kept.Add(earlier);
                else if (earlier.Name is "direction" or "unicode-bidi") trailing.Add(earlier);
            }

            context.Output.Clear();
            context.Output.AddRange(kept);
            context.Add(declaration);
            context.Output.AddRange(trailing);
            _custom?.Clear();
            for (int i = 0; i < kept.Count; i++) (_custom ??= [])[(kept[i].Name, kept[i].IsImportant)] = i;
            return;
        }

        context.Add(declaration);
    }

    private List<TypedDeclaration> Finish()
    {
        if (_used)
        {
            for (int i = 0; i < _handlers.Length; i++) _handlers[i]?.Finish((i & 1) == 0 ? _normal : _important);
        }

        List<TypedDeclaration> result = _normal.Output;
        result.AddRange(_important.Output);
        return result;
    }
}
