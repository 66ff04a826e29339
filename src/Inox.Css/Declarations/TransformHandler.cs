namespace Inox.Css;

/// <summary><c>transform</c> replaces the single transforms before it only where they are set again; <c>transform</c> itself is kept once.</summary>
internal sealed class TransformHandler : DeclarationHandler
{
    private static readonly string[] s_names = ["translate", "rotate", "scale"];

    private readonly TypedDeclaration?[] _single = new TypedDeclaration?[3];
    private TypedDeclaration? _transform;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (declaration.Name != "transform")
        {
            if (declaration.IsUnparsed) Finish(context);
            int index = Array.IndexOf(s_names, declaration.Name);
            if (declaration.IsUnparsed) context.Add(declaration);
            else _single[index] = declaration;
            return;
        }

        if (declaration.IsUnparsed)
        {
            Finish(context);
            context.Add(declaration with { Prefix = context.Prefixes(declaration.Prefix, "transform") });
            return;
        }

        if (_transform is { } earlier)
        {
            if (earlier.Prefix != declaration.Prefix && earlier.Value.Same(declaration.Value))
            {
                _transform = declaration with { Prefix = earlier.Prefix | declaration.Prefix };
                return;
            }

            if (earlier.Prefix != declaration.Prefix || !declaration.Value.IsCompatible(context.Targets)) Finish(context);
        }

        _transform = declaration;
        if ((declaration.Prefix & VendorPrefix.None) != 0) Array.Clear(_single);
    }

    public override void Finish(DeclarationContext context)
    {
        if (_transform is { } transform) context.Add(transform with { Prefix = context.Prefixes(transform.Prefix, "transform") });
        foreach (TypedDeclaration? single in _single)
        {
            if (single is not null) context.Add(single);
        }

        _transform = null;
        Array.Clear(_single);
    }
}
