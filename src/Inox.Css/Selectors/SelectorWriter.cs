using Inox.Core;

namespace Inox.Css;

/// <summary>Writes selectors short: names of attributes without quotes, formulas of <c>:nth-child()</c> in their least form, <c>:is()</c> of one dropped.</summary>
internal sealed class SelectorWriter(ValueWriter writer, CssText source)
{
    private static readonly System.Collections.Frozen.FrozenSet<string> s_singleColon =
        System.Collections.Frozen.FrozenSet.ToFrozenSet(["before", "after", "first-line", "first-letter"], StringComparer.OrdinalIgnoreCase);

    public static List<string> WriteAll(SelectorList list, CssText prelude, bool minify, bool nested)
    {
        List<string> texts = new(list.Selectors.Length);
        using CharWriter output = new(128);
        SelectorWriter writer = new(new(output, minify, TargetSet.None), prelude);
        foreach (ComplexSelector selector in list.Selectors)
        {
            output.Truncate(0);
            writer.Write(selector, nested);
            texts.Add(output.ToString());
        }

        return texts;
    }

    private ReadOnlySpan<char> Text(TextSpan span) => source.Buffer.AsSpan(span.Start, span.Length);

    public void WriteList(SelectorList list)
    {
        for (int i = 0; i < list.Selectors.Length; i++)
        {
            if (i > 0) writer.Comma();
            Write(list.Selectors[i], nested: false);
        }
    }

    public void Write(ComplexSelector selector, bool nested)
    {
        bool first = true, startsCompound = true;
        if (nested && NeedsNesting(selector)) writer.Write(selector.Parts[0].Kind == SelectorKind.Combinator ? "" : "& ");
        for (int i = 0; i < selector.Parts.Length; i++)
        {
            SelectorPart part = selector.Parts[i];
            if (part is Combinator combinator)
            {
                WriteCombinator(combinator, isFirst: first);
                startsCompound = true;
            }
            else
            {
                bool universal = part.Kind == SelectorKind.Universal && startsCompound && i + 1 < selector.Parts.Length
                    && selector.Parts[i + 1] is not Combinator && Text(part.Span) is "*" && !Followed(selector.Parts[i + 1]);
                if (!universal) WritePart(part, startsCompound);
                startsCompound = false;
            }

            first = false;
        }
    }

    // *::before is ::before, but * before a nesting selector would become a type.
    private static bool Followed(SelectorPart next) => next.Kind == SelectorKind.Nesting;

    // .a in a rule is & .a: written out, older parsers do not take it for a declaration.
    private bool NeedsNesting(ComplexSelector selector)
    {
        if (selector.Parts.IsEmpty) return false;
        foreach (SelectorPart part in selector.Parts)
        {
            if (part.Kind == SelectorKind.Nesting || part is PseudoSelector { Selectors: { } inner } && HasNesting(inner)) return false;
        }

        return true;
    }

    private static bool HasNesting(SelectorList list)
    {
        foreach (ComplexSelector selector in list.Selectors)
        {
            foreach (SelectorPart part in selector.Parts)
            {
                if (part.Kind == SelectorKind.Nesting || part is PseudoSelector { Selectors: { } inner } && HasNesting(inner)) return true;
            }
        }

        return false;
    }

    private void WriteCombinator(Combinator combinator, bool isFirst)
    {
        if (combinator.Which == CombinatorKind.Descendant)
        {
            writer.Write(' ');
            return;
        }

        if (!isFirst) writer.OptionalSpace();
        writer.Write(combinator.Which switch
        {
            CombinatorKind.Child => ">",
            CombinatorKind.NextSibling => "+",
            CombinatorKind.SubsequentSibling => "~",
            CombinatorKind.Column => "||",
            _ => ">>>",
        });
        writer.OptionalSpace();
    }

    private void WritePart(SelectorPart part, bool startsCompound)
    {
        switch (part)
        {
            case AttributeSelector attribute:
                WriteAttribute(attribute);
                break;
            case PseudoSelector pseudo:
                WritePseudo(pseudo, startsCompound);
                break;
            case NameSelector { Kind: SelectorKind.Class or SelectorKind.Id } name:
                writer.Write(Text(part.Span)[..1]);
                writer.Write(CssEscapes.Identifier(CssEscapes.Decode(Text(name.NameSpan))));
                break;
            default:
                writer.Write(Text(part.Span));
                break;
        }
    }

    // [name op "value" i]: the value is an identifier where that is shorter.
    private void WriteAttribute(AttributeSelector attribute)
    {
        CssTokenizer tokens = new(source.Buffer.AsSpan(0, attribute.Span.End), attribute.Span.Start);
        tokens.Next();
        writer.Write('[');
        bool afterOperator = false, afterValue = false, isFirst = true;
        while (tokens.NextSignificant() is not (CssTokenKind.CloseBracket or CssTokenKind.EndOfFile))
        {
            // [|a] is [a]: attributes have no default namespace.
            if (isFirst && tokens.IsDelim('|'))
            {
                isFirst = false;
                continue;
            }

            isFirst = false;
            if (afterValue) writer.Write(' ');
            if (tokens.Kind == CssTokenKind.String)
            {
                WriteAttributeValue(CssEscapes.Decode(tokens.Value));
                afterValue = true;
            }
            else
            {
                if (afterOperator && !afterValue && tokens.Kind == CssTokenKind.Ident) WriteAttributeValue(CssEscapes.Decode(tokens.Value));
                else writer.Write(tokens.Text);
                if (afterOperator && tokens.Kind == CssTokenKind.Ident) afterValue = true;
                afterOperator |= tokens.IsDelim('=');
            }
        }

        writer.Write(']');
    }

    private void WriteAttributeValue(string value)
    {
        string quoted = CssEscapes.QuotedString(value);
        string bare = value.Length == 0 ? quoted : CssEscapes.Identifier(value);
        writer.Write(writer.Minify && bare.Length < quoted.Length ? bare : quoted);
    }

    private void WritePseudo(PseudoSelector pseudo, bool startsCompound)
    {
        ReadOnlySpan<char> name = Text(pseudo.NameSpan);
        string lower = CssEscapes.Decode(name);
        if (pseudo.ArgumentSpan is { } argument)
        {
            WriteFunction(pseudo, lower, argument, startsCompound);
            return;
        }

        bool single = pseudo.Kind == SelectorKind.PseudoClass || s_singleColon.Contains(lower);
        writer.Write(single ? ":" : "::");
        writer.Write(name);
    }

    private void WriteFunction(PseudoSelector pseudo, string name, TextSpan argument, bool startsCompound)
    {
        string lower = name.ToLowerInvariant();
        CssText inner = new(source.Buffer, argument.Start, argument.End);
        if (lower is "is" && Unwrapped(pseudo, startsCompound) is { } only)
        {
            foreach (SelectorPart part in only.Parts) WritePart(part, startsCompound);
            return;
        }

        if (lower.StartsWith("nth-", StringComparison.Ordinal) && WriteNth(pseudo, lower, inner)) return;
        writer.Write(pseudo.Kind == SelectorKind.PseudoClass ? ":" : "::");
        writer.Write(name);
        writer.Write('(');
        if (pseudo.Selectors is { } list && !lower.StartsWith("view-transition", StringComparison.Ordinal)) new SelectorWriter(writer, source).WriteList(list);
        else if (lower is "lang" or "active-view-transition-type") WriteWords(inner);
        else TokenText.Write(inner, writer);
        writer.Write(')');
    }

    // :is(.a) is .a; a type could not follow other parts, and a list or a combinator needs the function.
    private static ComplexSelector? Unwrapped(PseudoSelector pseudo, bool startsCompound)
    {
        if (!pseudo.Kind.Equals(SelectorKind.PseudoClass) || pseudo.Selectors is not { Selectors: [var only] } || only.IsInvalid) return null;
        foreach (SelectorPart part in only.Parts)
        {
            if (part.Kind is SelectorKind.Combinator or SelectorKind.PseudoElement or SelectorKind.Nesting) return null;
            if (part.Kind is SelectorKind.Type or SelectorKind.Universal && !startsCompound) return null;
        }

        return only.Parts.Length == 1 ? only : null;
    }

    private bool WriteNth(PseudoSelector pseudo, string name, CssText inner)
    {
        int of = pseudo.Selectors is null ? inner.End : FindOf(inner);
        if (AnPlusB.Parse(new(source.Buffer, inner.Start, of)) is not { } formula) return false;
        if (pseudo.Selectors is null && formula is { A: 0, B: 1 } && !name.Contains("col", StringComparison.Ordinal))
        {
            writer.Write(':');
            writer.Write(name.Replace("nth-last-", "last-", StringComparison.Ordinal).Replace("nth-", "first-", StringComparison.Ordinal));
            return true;
        }

        writer.Write(':');
        writer.Write(name);
        writer.Write('(');
        WriteFormula(formula.A, formula.B);
        if (pseudo.Selectors is { } list)
        {
            writer.Write(" of ");
            new SelectorWriter(writer, source).WriteList(list);
        }

        writer.Write(')');
        return true;
    }

    private static int FindOf(CssText inner)
    {
        CssTokenizer tokens = inner.Tokenize();
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind == CssTokenKind.Ident && CssEscapes.EqualsIgnoreCase(tokens.Value, "of")) return tokens.Start;
        }

        return inner.End;
    }

    private void WriteFormula(int a, int b)
    {
        if (a == 2 && b == 1)
        {
            writer.Write("odd");
            return;
        }

        if (a != 0)
        {
            if (a == -1) writer.Write('-');
            else if (a != 1) writer.WriteNumber(a);
            writer.Write('n');
            if (b == 0) return;
            if (b > 0) writer.Write('+');
        }

        writer.WriteNumber(b);
    }

    // :lang("en", fr)
    private void WriteWords(CssText inner)
    {
        CssTokenizer tokens = inner.Tokenize();
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind == CssTokenKind.Comma) writer.Comma();
            else if (tokens.Kind == CssTokenKind.String) writer.Write(CssEscapes.Identifier(CssEscapes.Decode(tokens.Value)));
            else writer.Write(tokens.Text);
        }
    }
}
