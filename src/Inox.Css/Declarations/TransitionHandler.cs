namespace Inox.Css;

/// <summary><c>transition</c>: a property that is written under other names for targets makes its transition under each of them.</summary>
internal sealed class TransitionHandler : RevisingHandler
{
    private readonly PrefixedHandler _inner = new(static () => new ShorthandHandler(Shorthands.Of(PropertyFamily.Transition)[0]));

    protected override void Collect(TypedDeclaration declaration, DeclarationContext context) => _inner.Handle(declaration, context);

    protected override void Write(DeclarationContext context) => _inner.Finish(context);

    protected override void Revise(int start, DeclarationContext context)
    {
        if (HasSeparateLists(start, context)) return;
        for (int i = start; i < context.Output.Count; i++)
        {
            TypedDeclaration declaration = context.Output[i];
            if (declaration.StandsAlone || declaration.Name is not ("transition" or "transition-property")) continue;
            CssValue leftToRight = Rename(declaration.Value, context.Targets, rightToLeft: false), rightToLeft = Rename(declaration.Value, context.Targets, rightToLeft: true);
            if (leftToRight.Same(rightToLeft))
            {
                context.Output[i] = declaration.With(leftToRight);
                continue;
            }

            context.Output.RemoveAt(i--);
            context.Extra.LeftToRight.Add(declaration.With(leftToRight));
            context.Extra.RightToLeft.Add(declaration.With(rightToLeft));
        }
    }

    // transition-duration: 1s, 2s goes by the place of each property: they stay.
    private static bool HasSeparateLists(int start, DeclarationContext context)
    {
        for (int i = start; i < context.Output.Count; i++)
        {
            if (context.Output[i] is { Name: not ("transition" or "transition-property"), Value: ListValue }) return true;
        }

        return false;
    }

    private static CssValue Rename(CssValue value, TargetSet targets, bool rightToLeft)
    {
        if (value is not ShorthandValue whole) return Join(Names(value, targets, rightToLeft).ConvertAll(static name => name.Name));
        CssValue[][] columns = Array.ConvertAll(whole.Values, BackgroundParser.Items);
        List<CssValue>[] result = Array.ConvertAll(columns, static _ => new List<CssValue>());
        HashSet<string> seen = [];
        foreach ((CssValue name, int row) in Names(whole.Values[0], targets, rightToLeft))
        {
            CssValue[] cells = Array.ConvertAll(columns, column => column[row % column.Length]);
            cells[0] = name;
            if (!seen.Add(string.Join(' ', Array.ConvertAll(cells, static cell => cell.Text)))) continue;
            for (int i = 0; i < cells.Length; i++) result[i].Add(cells[i]);
        }

        return new ShorthandValue(whole.Shorthand, Array.ConvertAll(result, Join));
    }

    private static CssValue Join(List<CssValue> items) => items.Count == 1 ? items[0] : new ListValue(',', [.. items]);

    // The names for targets, with the row that each came from. A longhand's list names each once.
    private static List<(CssValue Name, int Row)> Names(CssValue value, TargetSet targets, bool rightToLeft)
    {
        List<(CssValue, int)> names = [];
        HashSet<string> seen = [];
        CssValue[] items = BackgroundParser.Items(value);
        for (int row = 0; row < items.Length; row++)
        {
            foreach (string physical in PhysicalNames.Of(items[row].Text, targets, rightToLeft))
            {
                VendorPrefix prefixes = targets.Browsers is null ? VendorPrefix.None : targets.PrefixesOf(physical);
                foreach (VendorPrefix prefix in VendorPrefixes.Order)
                {
                    if ((prefixes & prefix) == 0) continue;
                    string name = PrefixedNames.Of(prefix, physical);
                    if (seen.Add(name)) names.Add((new CustomIdent(name), row));
                }
            }
        }

        return names;
    }
}
