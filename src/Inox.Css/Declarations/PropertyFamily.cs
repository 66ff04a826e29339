namespace Inox.Css;

/// <summary>Properties that are merged together, in the order that their declarations are written in.</summary>
internal enum PropertyFamily : byte
{
    None,
    Background, Border, Outline, Flex, Grid, Align, Size, Margin, Padding, ScrollMargin, ScrollPadding, Font, Text, List, Transition, Animation,
    Display, Position, Inset, Overflow, Transform, BoxShadow, Mask, Container, ColorScheme, Fallback, Prefix, Count,
}

/// <summary>
/// Takes the declarations of a family one after the other and puts out fewer that mean the same. After <see cref="Finish"/> it is as new: one serves all
/// blocks of a sheet.
/// </summary>
internal abstract class DeclarationHandler
{
    public abstract void Handle(TypedDeclaration declaration, DeclarationContext context);

    public abstract void Finish(DeclarationContext context);

    /// <summary>Puts out what takes part in no merge, behind what came before it; false for any other declaration.</summary>
    protected bool TryPass(TypedDeclaration declaration, DeclarationContext context)
    {
        if (!declaration.StandsAlone) return false;
        Finish(context);
        context.Add(declaration);
        return true;
    }
}

/// <summary>A handler that looks again at what it put out, for what targets want besides.</summary>
internal abstract class RevisingHandler : DeclarationHandler
{
    public sealed override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        int start = context.Output.Count;
        Collect(declaration, context);
        if (context.Output.Count > start) Revise(start, context);
    }

    public sealed override void Finish(DeclarationContext context)
    {
        int start = context.Output.Count;
        Write(context);
        if (context.Output.Count > start) Revise(start, context);
    }

    protected abstract void Collect(TypedDeclaration declaration, DeclarationContext context);

    protected abstract void Write(DeclarationContext context);

    /// <summary>Changes the output from <paramref name="start"/> on.</summary>
    protected abstract void Revise(int start, DeclarationContext context);
}

/// <summary>Where handlers put declarations.</summary>
internal sealed class DeclarationContext(TargetSet targets)
{
    public TargetSet Targets { get; } = targets;

    private LoweredRules? _extra;

    public List<TypedDeclaration> Output { get; private set; } = [];

    /// <summary>Rules that the block's declarations need beside it, such as fallbacks in <c>@supports</c>.</summary>
    public LoweredRules Extra => _extra ??= new();

    /// <summary>What was put out; the next block starts with nothing.</summary>
    public List<TypedDeclaration> Take(out LoweredRules extra)
    {
        List<TypedDeclaration> output = Output;
        extra = _extra ?? LoweredRules.None;
        Output = [];
        _extra = null;
        return output;
    }

    public void Add(TypedDeclaration declaration)
    {
        if (declaration.Value is UnparsedValue unparsed) AddUnparsed(declaration, unparsed);
        else Output.Add(declaration);
    }

    /// <summary>Puts the declaration in the place of the last one of its name, or behind all where there is none that it makes void.</summary>
    public void Replace(TypedDeclaration declaration)
    {
        int index = Output.FindLastIndex(earlier => earlier.Name == declaration.Name);
        if (index >= 0 && !Output[index].IsUnparsed) Output[index] = declaration;
        else Add(declaration);
    }

    // A browser finds out what a value with variables is when it is too late to take another: newer colours go behind a condition.
    private void AddUnparsed(TypedDeclaration declaration, UnparsedValue value)
    {
        FallbackKinds kinds = Targets.Browsers is null ? FallbackKinds.None : TokenText.Notations(value.Source, Targets);
        if (kinds == FallbackKinds.None)
        {
            Output.Add(declaration);
            return;
        }

        bool hasFallback = false;
        Add(FallbackKinds.Rgb, "");
        Add(FallbackKinds.P3, "(color: color(display-p3 0 0 0))");
        Add(FallbackKinds.Lab, "(color: lab(0% 0 0))");

        void Add(FallbackKinds kind, string condition)
        {
            if ((kinds & kind) == 0) return;
            TypedDeclaration own = declaration.With(value.With(kind));
            if (hasFallback) Extra.Supports.Add((condition, own));
            else Output.Add(own);
            hasFallback = true;
        }
    }

    /// <summary>
    /// Adds the declaration behind what older browsers read instead. Where the property stands before, the author has seen to that.
    /// </summary>
    public void AddWithFallbacks(TypedDeclaration declaration, bool keepsPrefixWithImages = false, bool narrowsColors = false)
    {
        if (declaration.Value is UnparsedValue unparsed)
        {
            AddUnparsed(declaration, unparsed);
            return;
        }

        if (Targets.Browsers is null || HasEarlier(declaration.Name))
        {
            Output.Add(declaration);
            return;
        }

        List<ImageFallback> images = ImageFallbacks.Of(declaration.Value, Targets);
        foreach (ImageFallback image in images) Output.Add(declaration with { Value = image.Value, Prefix = Narrow(declaration.Prefix, image.Prefix) });

        // -webkit-border-image: linear-gradient(…): who wants the one prefix wants the other
        if (images.Count > 0 && !keepsPrefixWithImages) declaration = declaration with { Prefix = Narrow(declaration.Prefix, VendorPrefix.None) };
        List<CssValue> colors = ColorLists.Fallbacks(declaration.Value, Targets, out TypedDeclaration last, declaration);
        foreach (CssValue color in colors) Output.Add(declaration.With(color));
        if (colors.Count > 0 && narrowsColors) last = last with { Prefix = Narrow(last.Prefix, VendorPrefix.None) };
        Output.Add(last);
    }

    // An image under a vendor's prefix is for that vendor's browsers alone.
    private static VendorPrefix Narrow(VendorPrefix written, VendorPrefix image)
    {
        if ((written & image) != 0) return image;
        return (written & VendorPrefix.None) != 0 ? VendorPrefix.None : written;
    }

    // The property itself, or a shorthand that its name starts with: border for border-color.
    private bool HasEarlier(string name)
    {
        foreach (TypedDeclaration earlier in Output)
        {
            if (name.StartsWith(earlier.Name, StringComparison.Ordinal) && (name.Length == earlier.Name.Length || name[earlier.Name.Length] == '-')) return true;
        }

        return false;
    }

    public VendorPrefix Prefixes(VendorPrefix written, string feature)
    {
        if (Targets.Browsers is null || (written & VendorPrefix.None) == 0) return written;
        return Targets.PrefixesOf(feature);
    }
}

/// <summary>Declarations of one block that go to rules of their own.</summary>
internal sealed class LoweredRules
{
    /// <summary>None: nothing is added to it.</summary>
    public static LoweredRules None { get; } = new();

    public List<(string Condition, TypedDeclaration Declaration)> Supports { get; } = [];

    public List<TypedDeclaration> LeftToRight { get; } = [];

    public List<TypedDeclaration> RightToLeft { get; } = [];

    public List<TypedDeclaration> Dark { get; } = [];

    public bool IsEmpty => Supports.Count == 0 && LeftToRight.Count == 0 && RightToLeft.Count == 0 && Dark.Count == 0;
}
