namespace Inox.Css;

/// <summary>Properties that are merged together, in the order that their declarations are written in.</summary>
internal enum PropertyFamily : byte
{
    None,
    Background, Border, Outline, Flex, Grid, Align, Size, Margin, Padding, ScrollMargin, ScrollPadding, Font, Text, List, Transition, Animation,
    Display, Position, Inset, Overflow, Transform, BoxShadow, Mask, Container, ColorScheme, Fallback, Prefix, Count,
}

/// <summary>Takes the declarations of a family one after the other and puts out fewer that mean the same.</summary>
internal abstract class DeclarationHandler
{
    public abstract void Handle(TypedDeclaration declaration, DeclarationContext context);

    public abstract void Finish(DeclarationContext context);
}

/// <summary>Where handlers put declarations.</summary>
internal sealed class DeclarationContext(TargetSet targets)
{
    public TargetSet Targets { get; } = targets;

    public List<TypedDeclaration> Output { get; } = [];

    /// <summary>Rules that the block's declarations need beside it, such as fallbacks in <c>@supports</c>.</summary>
    public LoweredRules Extra { get; } = new();

    public void Add(TypedDeclaration declaration) => Output.Add(declaration);

    public VendorPrefix Prefixes(VendorPrefix written, string feature)
    {
        if (Targets.Browsers is null || (written & VendorPrefix.None) == 0) return written;
        return Targets.PrefixesOf(feature);
    }
}

/// <summary>Declarations of one block that go to rules of their own.</summary>
internal sealed class LoweredRules
{
    public List<(string Condition, TypedDeclaration Declaration)> Supports { get; } = [];

    public List<TypedDeclaration> LeftToRight { get; } = [];

    public List<TypedDeclaration> RightToLeft { get; } = [];

    public List<TypedDeclaration> Dark { get; } = [];

    public bool IsEmpty => Supports.Count == 0 && LeftToRight.Count == 0 && RightToLeft.Count == 0 && Dark.Count == 0;
}
