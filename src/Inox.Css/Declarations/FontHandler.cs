namespace Inox.Css;

/// <summary><c>font</c> and its longhands. <c>system-ui</c> is followed by what older systems call their font.</summary>
internal sealed class FontHandler : RevisingHandler
{
    private static readonly string[] s_systemFonts =
        ["-apple-system", "BlinkMacSystemFont", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "Cantarell", "Helvetica Neue"];

    private readonly ShorthandHandler _inner = new(Shorthands.Of(PropertyFamily.Font)[0]);

    protected override void Collect(TypedDeclaration declaration, DeclarationContext context) => _inner.Handle(declaration, context);

    protected override void Write(DeclarationContext context) => _inner.Finish(context);

    // Where another value stands before, the author has seen to older systems.
    protected override void Revise(int start, DeclarationContext context)
    {
        if (context.Targets.Supports(CssFeature.FontFamilySystemUi)) return;
        for (int i = start; i < context.Output.Count; i++)
        {
            TypedDeclaration declaration = context.Output[i];
            if (declaration.Name is "font" or "font-family" && !context.Output.Exists(earlier => earlier != declaration && earlier.Name is "font" or "font-family")) context.Output[i] = declaration.With(WithSystemFonts(declaration.Value));
        }
    }

    private static CssValue WithSystemFonts(CssValue value) => value switch
    {
        ShorthandValue whole => new ShorthandValue(whole.Shorthand, [WithSystemFonts(whole.Values[0]), .. whole.Values[1..]]),
        ListValue { Separator: ',' } list => Expand(list.Items),
        NewerValue => Expand([value]),
        _ => value,
    };

    private static CssValue Expand(CssValue[] families)
    {
        List<CssValue> result = [];
        HashSet<string> seen = [];
        foreach (CssValue family in families)
        {
            bool isSystem = family.Text == "system-ui";
            Add(isSystem ? new Keyword("system-ui") : family);
            if (!isSystem) continue;
            foreach (string name in s_systemFonts) Add(new RawValue(name));
        }

        return result.Count == 1 ? result[0] : new ListValue(',', [.. result]);

        void Add(CssValue family)
        {
            if (seen.Add(family.Text) || family.IsKeyword("monospace")) result.Add(family);
        }
    }
}
