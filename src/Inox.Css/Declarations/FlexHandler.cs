namespace Inox.Css;

/// <summary>
/// Flexible boxes and alignment. The properties of earlier drafts go where the property that took their place follows, and come for targets that
/// know nothing else.
/// </summary>
internal sealed class FlexHandler(PropertyFamily family) : RevisingHandler
{
    private readonly ShorthandsHandler _standard = new(Shorthands.Of(family));
    private readonly PrefixHandler _order = new();
    private readonly List<TypedDeclaration> _legacy = [];

    protected override void Collect(TypedDeclaration declaration, DeclarationContext context)
    {
        if (LegacyFlexbox.IsLegacy(declaration.Name))
        {
            if (context.Targets.Browsers is null) context.Add(declaration);
            else _legacy.Add(declaration);
            return;
        }

        if ((declaration.Prefix & VendorPrefix.None) != 0) _legacy.RemoveAll(legacy => LegacyFlexbox.IsReplaced(legacy.Name, declaration.Name));
        if (declaration.Name == "order") _order.Handle(declaration, context);
        else _standard.Handle(declaration, context);
    }

    protected override void Write(DeclarationContext context)
    {
        foreach (TypedDeclaration legacy in _legacy) context.Add(legacy);
        _legacy.Clear();
        _standard.Finish(context);
        _order.Finish(context);
    }

    protected override void Revise(int start, DeclarationContext context)
    {
        if (context.Targets.Browsers is null) return;
        List<TypedDeclaration> added = context.Output.GetRange(start, context.Output.Count - start);
        context.Output.RemoveRange(start, added.Count);
        for (int i = 0; i < added.Count;)
        {
            int end = i + 1;
            while (end < added.Count && AreOneShorthand(added[i].Name, added[end].Name)) end++;
            for (int j = i; j < end; j++)
            {
                if ((added[j].Prefix & VendorPrefix.None) != 0) LegacyFlexbox.AddBefore(added[j], context.Targets, context.Output);
            }

            for (; i < end; i++)
            {
                VendorPrefix known = (PropertyTable.Find(added[i].Name)?.Prefixes ?? VendorPrefix.Empty) | VendorPrefix.None;
                context.Output.Add(added[i] with { Prefix = added[i].Prefix & known });
            }
        }
    }

    // align-content and justify-content, which place-content was written for.
    private static bool AreOneShorthand(string a, string b) =>
        a.StartsWith("align-", StringComparison.Ordinal) && b.StartsWith("justify-", StringComparison.Ordinal) && a.AsSpan(a.IndexOf('-')).SequenceEqual(b.AsSpan(b.IndexOf('-')));
}
