using System.Numerics;

namespace Inox.Css;

/// <summary>Width, style and color of four sides, and the fewest declarations that set them.</summary>
internal sealed class BorderSides(bool logical)
{
    // The order that sides are written in: opposite ones together.
    private static readonly int[] s_physicalOrder = [0, 2, 3, 1], s_logicalOrder = [4, 5, 6, 7];

    private readonly CssValue?[,] _values = new CssValue?[8, 3];
    private readonly int[] _order = logical ? s_logicalOrder : s_physicalOrder;
    private TypedDeclaration? _model;

    /// <summary>Whether <c>border</c>, which resets the image, cannot stand for what its parts say.</summary>
    public bool KeepsImage { get; set; }

    public void Clear()
    {
        Array.Clear(_values);
        _model = null;
    }

    public void SetAll(ShorthandValue value, TypedDeclaration declaration)
    {
        foreach (int side in _order)
        {
            for (int part = 0; part < 3; part++) _values[side, part] = value.Values[part];
        }

        _model = declaration;
    }

    public void Set(BorderParts parts, TypedDeclaration declaration, DeclarationContext context)
    {
        if (!declaration.Value.IsCompatible(context.Targets) && HasOther(parts, declaration.Value)) Flush(context);
        for (int i = 0; i < parts.Sides.Length; i++)
        {
            for (int j = 0; j < parts.Parts.Length; j++) _values[parts.Sides[i], parts.Parts[j]] = ValueOf(declaration.Value, parts, i, j);
        }

        _model = declaration;
    }

    private static CssValue ValueOf(CssValue value, BorderParts parts, int side, int part)
    {
        if (value is not ShorthandValue shorthand) return value;
        return shorthand.Values[parts.Parts.Length == 1 ? side : part];
    }

    private bool HasOther(BorderParts parts, CssValue value)
    {
        for (int i = 0; i < parts.Sides.Length; i++)
        {
            for (int j = 0; j < parts.Parts.Length; j++)
            {
                if (_values[parts.Sides[i], parts.Parts[j]] is { } earlier && !earlier.Same(ValueOf(value, parts, i, j))) return true;
            }
        }

        return false;
    }

    public void Flush(DeclarationContext context)
    {
        if (_model is not { } model) return;
        bool lowers = logical && !context.Targets.Supports(CssFeature.LogicalBorders);
        if (!lowers && !KeepsImage && IsComplete()) WriteComplete(model, context);
        else if (!logical) WriteParts(model, context);
        else WriteLogical(model, context, lowers);
        Clear();
    }

    private bool IsComplete()
    {
        foreach (int side in _order)
        {
            if (!HasSide(side)) return false;
        }

        return true;
    }

    private bool HasSide(int side) => _values[side, 0] is not null && _values[side, 1] is not null && _values[side, 2] is not null;

    // All is set: border for what most sides say, then what differs.
    private void WriteComplete(TypedDeclaration model, DeclarationContext context)
    {
        if (logical && context.Targets.Supports(CssFeature.LogicalBorderShorthand) && WriteByAxis(model, context)) return;
        int common = MostCommonSide(out int alike);
        if (alike == 1 && !DiffersInOnePartOnly(common) || (alike == 2 && !DiffersInOnePartOnly(common) && logical))
        {
            if (logical) WriteLogical(model, context, lowers: false);
            else WriteSides(model, context);
            return;
        }

        Emit(model, "border", Whole(Borders.Border, common), context);
        WriteDifferences(model, common, context);
    }

    // border for an axis whose sides are the same, then what the other has different. False where neither is.
    private bool WriteByAxis(TypedDeclaration model, DeclarationContext context)
    {
        bool isBlock = DifferingParts(4, 5) == 0;
        if (!isBlock && DifferingParts(6, 7) != 0) return false;
        (int common, int start) = isBlock ? (4, 6) : (6, 4);
        Emit(model, "border", Whole(Borders.Border, common), context);
        int parts = DifferingParts(common, start);
        if (DifferingParts(start, start + 1) != 0)
        {
            for (int side = start; side < start + 2; side++)
            {
                if (DifferingParts(common, side) != 0) WriteSideDifference(model, common, side, context);
            }
        }
        else if (parts != 0)
        {
            string axis = start == 4 ? "block" : "inline";
            int part = BitOperations.TrailingZeroCount(parts);
            if (!BitOperations.IsPow2(parts)) Emit(model, $"border-{axis}", Whole(start == 4 ? Borders.Block : Borders.Inline, start), context);
            else Emit(model, $"border-{axis}-{BorderParts.PartName(part)}", new ShorthandValue((start == 4 ? Borders.BlockPairs : Borders.InlinePairs)[part], [_values[start, part]!, _values[start + 1, part]!]), context);
        }

        return true;
    }

    private void WriteSideDifference(TypedDeclaration model, int common, int side, DeclarationContext context)
    {
        int own = DifferingParts(common, side);
        if (!BitOperations.IsPow2(own))
        {
            EmitSide(model, side, context);
            return;
        }

        int part = BitOperations.TrailingZeroCount(own);
        Emit(model, $"border-{BorderParts.SideName(side)}-{BorderParts.PartName(part)}", _values[side, part]!, context);
    }

    // border-width for the one part that several sides have another of; else each side by itself
    private void WriteDifferences(TypedDeclaration model, int common, DeclarationContext context)
    {
        if (!logical && CountOthers(common) > 1 && DifferingParts(common) is var parts && BitOperations.IsPow2(parts))
        {
            int part = BitOperations.TrailingZeroCount(parts);
            Emit(model, $"border-{BorderParts.PartName(part)}", FourSides(part), context);
            return;
        }

        foreach (int side in _order)
        {
            if (DifferingParts(common, side) != 0) WriteSideDifference(model, common, side, context);
        }
    }

    private bool DiffersInOnePartOnly(int common) => BitOperations.PopCount((uint)DifferingParts(common)) <= 1;

    private int CountOthers(int common)
    {
        int count = 0;
        foreach (int side in _order)
        {
            if (DifferingParts(common, side) != 0) count++;
        }

        return count;
    }

    // A bit for each of width, style and color that some side has another of.
    private int DifferingParts(int common)
    {
        int parts = 0;
        foreach (int side in _order) parts |= DifferingParts(common, side);
        return parts;
    }

    private int DifferingParts(int a, int b)
    {
        int parts = 0;
        for (int part = 0; part < 3; part++)
        {
            if (!_values[a, part]!.Same(_values[b, part])) parts |= 1 << part;
        }

        return parts;
    }

    private int MostCommonSide(out int alike)
    {
        int best = _order[0];
        alike = 0;
        foreach (int side in _order)
        {
            int count = _order.Length - CountOthers(side);
            if (count > alike) (best, alike) = (side, count);
        }

        return best;
    }

    private ShorthandValue Whole(Shorthand shorthand, int side) => new(shorthand, [_values[side, 0]!, _values[side, 1]!, _values[side, 2]!]);

    private ShorthandValue FourSides(int part) =>
        new(part == 0 ? Borders.Width : part == 1 ? Borders.Style : Borders.Color, [_values[_order[0], part]!, _values[_order[3], part]!, _values[_order[1], part]!, _values[_order[2], part]!]);

    private void EmitSide(TypedDeclaration model, int side, DeclarationContext context) =>
        Emit(model, $"border-{BorderParts.SideName(side)}", Whole(Borders.Sides[side], side), context);

    private void WriteSides(TypedDeclaration model, DeclarationContext context)
    {
        foreach (int side in _order) EmitSide(model, side, context);
    }

    // Not all is set: first what all four sides have, then each side.
    private void WriteParts(TypedDeclaration model, DeclarationContext context)
    {
        bool[] done = new bool[3];
        for (int i = 0; i < 3; i++)
        {
            int part = i == 0 ? 1 : i == 1 ? 0 : 2;
            if (!Array.TrueForAll(_order, side => _values[side, part] is not null)) continue;
            Emit(model, $"border-{BorderParts.PartName(part)}", FourSides(part), context);
            done[part] = true;
        }

        foreach (int side in _order)
        {
            if (HasSide(side) && Array.IndexOf(done, true) < 0)
            {
                EmitSide(model, side, context);
                continue;
            }

            EmitSingles(model, side, done, context);
        }
    }

    private void EmitSingles(TypedDeclaration model, int side, bool[] done, DeclarationContext context)
    {
        for (int i = 0; i < 3; i++)
        {
            int part = i == 0 ? 1 : i == 1 ? 0 : 2;
            if (!done[part] && _values[side, part] is { } value) Emit(model, $"border-{BorderParts.SideName(side)}-{BorderParts.PartName(part)}", value, context);
        }
    }

    private void WriteLogical(TypedDeclaration model, DeclarationContext context, bool lowers)
    {
        bool[] done = new bool[3];
        for (int part = 2; part >= 0 && !lowers; part--)
        {
            CssValue? first = _values[4, part];
            if (first is null || !Array.TrueForAll(_order, side => first.Same(_values[side, part]))) continue;
            Emit(model, $"border-{BorderParts.PartName(part)}", first, context);
            done[part] = true;
        }

        WriteAxis(model, 4, done, lowers, context);
        WriteAxis(model, 6, done, lowers, context);
    }

    private void WriteAxis(TypedDeclaration model, int start, bool[] done, bool lowers, DeclarationContext context)
    {
        int end = start + 1;
        string axis = start == 4 ? "block" : "inline";
        bool shorthand = !lowers && context.Targets.Supports(CssFeature.LogicalBorderShorthand), any = Array.IndexOf(done, true) >= 0;
        bool isWhole = !any && HasSide(start) && HasSide(end) && DifferingParts(start, end) == 0;
        if (isWhole && shorthand)
        {
            Emit(model, $"border-{axis}", Whole(start == 4 ? Borders.Block : Borders.Inline, start), context);
            return;
        }

        if (!any && (HasSide(start) || HasSide(end)))
        {
            WriteWholeOrSingles(model, start, done, lowers, isWhole, context);
            WriteWholeOrSingles(model, end, done, lowers, isWhole, context);
            return;
        }

        for (int i = 0; i < 3; i++)
        {
            int part = i == 0 ? 1 : i == 1 ? 0 : 2;
            if (done[part]) continue;
            CssValue? a = _values[start, part], b = _values[end, part];
            if (a is not null && b is not null && shorthand) Emit(model, $"border-{axis}-{BorderParts.PartName(part)}", new ShorthandValue((start == 4 ? Borders.BlockPairs : Borders.InlinePairs)[part], [a, b]), context);
            else
            {
                bool same = a is not null && a.Same(b);
                if (a is not null) EmitLogical(model, start, part, a, lowers, same, context);
                if (b is not null) EmitLogical(model, end, part, b, lowers, same, context);
            }
        }
    }

    private void WriteWholeOrSingles(TypedDeclaration model, int side, bool[] done, bool lowers, bool same, DeclarationContext context)
    {
        if (!HasSide(side))
        {
            for (int part = 0; part < 3; part++)
            {
                if (_values[side, part] is { } value) EmitLogical(model, side, part, value, lowers, false, context);
            }
        }
        else EmitLogical(model, side, -1, Whole(Borders.Sides[side], side), lowers, same, context);
    }

    private static void EmitLogical(TypedDeclaration model, int side, int part, CssValue value, bool lowers, bool same, DeclarationContext context)
    {
        string suffix = part < 0 ? "" : "-" + BorderParts.PartName(part);
        if (!lowers) Emit(model, $"border-{BorderParts.SideName(side)}{suffix}", value, context);
        else EmitLowered(new("", [side], []), model with { Name = suffix, Value = value }, context, suffix, same);
    }

    /// <summary>Writes a logical declaration with the names of physical sides.</summary>
    public static void EmitLowered(BorderParts parts, TypedDeclaration declaration, DeclarationContext context)
    {
        string suffix = parts.Parts.Length == 1 ? "-" + BorderParts.PartName(parts.Parts[0]) : "";
        foreach (int side in parts.Sides) EmitLowered(parts, declaration, context, suffix, parts.Sides.Length > 1, side);
    }

    private static void EmitLowered(BorderParts parts, TypedDeclaration declaration, DeclarationContext context, string suffix, bool same, int? only = null)
    {
        int side = only ?? parts.Sides[0];
        string name = $"border-{(side switch { 4 => "top", 5 => "bottom", 6 => "left", _ => "right" })}{suffix}";
        if (side < 6 || same)
        {
            Emit(declaration, name, declaration.Value, context);
            return;
        }

        string opposite = $"border-{(side == 6 ? "right" : "left")}{suffix}";
        context.Extra.LeftToRight.Add(declaration with { Name = name });
        context.Extra.RightToLeft.Add(declaration with { Name = opposite });
    }

    private static void Emit(TypedDeclaration model, string name, CssValue value, DeclarationContext context) =>
        context.AddWithFallbacks(model with { Name = name, Value = value });
}
