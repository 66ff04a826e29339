namespace Inox.Css;

/// <summary>
/// A family that browsers have known under prefixes: each prefix is collected apart, and what all say alike is written once, under the names that targets want.
/// </summary>
internal sealed class PrefixedHandler(Func<DeclarationHandler> create) : DeclarationHandler
{
    private readonly List<(VendorPrefix Prefix, DeclarationHandler Handler)> _handlers = [];

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.IsUnparsed) Finish(context);
        DeclarationHandler? handler = null;
        foreach ((VendorPrefix prefix, DeclarationHandler own) in _handlers)
        {
            if (prefix == declaration.Prefix) handler = own;
        }

        if (handler is null) _handlers.Add((declaration.Prefix, handler = create()));
        handler.Handle(declaration, context);
    }

    public override void Finish(DeclarationContext context)
    {
        int start = context.Output.Count;
        foreach ((VendorPrefix _, DeclarationHandler handler) in _handlers) handler.Finish(context);
        _handlers.Clear();
        if (context.Targets.Browsers is not null) DropPrefixed(context, start);
    }

    // -webkit-x before an x of the same value that has the prefixes it needs says nothing.
    private static void DropPrefixed(DeclarationContext context, int start)
    {
        for (int i = context.Output.Count - 1; i >= start; i--)
        {
            TypedDeclaration own = context.Output[i];
            if ((own.Prefix & VendorPrefix.None) != 0) continue;
            for (int j = i + 1; j < context.Output.Count; j++)
            {
                if (context.Output[j].Name != own.Name || !context.Output[j].Value.Same(own.Value) || (context.Output[j].Prefix & VendorPrefix.None) == 0) continue;
                context.Output.RemoveAt(i);
                break;
            }
        }
    }
}
