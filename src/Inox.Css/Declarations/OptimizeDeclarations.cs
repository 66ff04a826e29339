using System.Numerics;

namespace Inox.Css;

/// <summary>
/// Optimizes the declarations of one block after the other. Those of a family go through its handler, important ones through another of the same kind; the
/// others stay where they are. Of two custom properties of one name the last counts.
/// </summary>
internal sealed class OptimizeDeclarations(TargetSet targets)
{
    private readonly DeclarationHandler?[] _handlers = new DeclarationHandler?[2 * (int)PropertyFamily.Count];
    private readonly DeclarationContext _normal = new(targets), _important = new(targets);
    private readonly Dictionary<(string, bool), int> _custom = [];

    private const int MaxRepeats = 3;

    private bool _isEarly;

    // A bit for each handler that has seen something of this block.
    private ulong _used;

    public List<TypedDeclaration> Run(List<TypedDeclaration> declarations) => Run(declarations, out _, out _);

    public List<TypedDeclaration> Run(List<TypedDeclaration> declarations, out LoweredRules normal, out LoweredRules important)
    {
        List<TypedDeclaration> result = RunOnce(declarations, out normal, out important);

        // What a handler put out before the end stands where the end of its family would have been in another order: again, so that there is one order.
        for (int i = 0; _isEarly && targets.IsNone && i < MaxRepeats; i++) result = RunOnce(result, out normal, out important);
        return result;
    }

    private List<TypedDeclaration> RunOnce(List<TypedDeclaration> declarations, out LoweredRules normal, out LoweredRules important)
    {
        normal = important = LoweredRules.None;
        _isEarly = false;
        if (declarations.Count == 0) return declarations;
        foreach (TypedDeclaration declaration in declarations) Add(declaration);
        for (; _used != 0; _used &= _used - 1)
        {
            int index = BitOperations.TrailingZeroCount(_used);
            _handlers[index]!.Finish((index & 1) == 0 ? _normal : _important);
        }

        _custom.Clear();
        List<TypedDeclaration> result = _normal.Take(out normal);
        if (_important.Output.Count > 0) result.AddRange(_important.Take(out important));
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
            if (_used != 0 && PropertyFamilies.ResetBy(declaration.Name) is not PropertyFamily.None and var resets) _handlers[IndexOf(resets, declaration)]?.Finish(context);
            context.Add(declaration);
            return;
        }

        int index = IndexOf(family, declaration), written = context.Output.Count;
        _used |= 1UL << index;
        (_handlers[index] ??= PropertyFamilies.Create(family)).Handle(declaration, context);
        _isEarly |= family < PropertyFamily.BoxShadow && context.Output.Count > written;
    }

    private static int IndexOf(PropertyFamily family, TypedDeclaration declaration) => 2 * (int)family + (declaration.IsImportant ? 1 : 0);

    private void AddCustom(TypedDeclaration declaration, DeclarationContext context)
    {
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
        List<TypedDeclaration> trailing = declaration.IsUnparsed ? [] : context.Output.FindAll(static earlier => earlier.Name is "direction" or "unicode-bidi");
        if (!declaration.IsUnparsed) Reset(declaration.IsImportant, context);
        context.Add(declaration);
        foreach (TypedDeclaration own in trailing) Add(own);
    }

    private void Reset(bool important, DeclarationContext context)
    {
        for (int i = important ? 1 : 0; i < _handlers.Length; i += 2)
        {
            // What it has collected does not count.
            _handlers[i] = null;
            _used &= ~(1UL << i);
        }

        context.Output.RemoveAll(static earlier => !earlier.Name.StartsWith("--", StringComparison.Ordinal));
        for (int i = 0; i < context.Output.Count; i++) _custom[(context.Output[i].Name, important)] = i;
    }
}
