namespace Inox.Css;

/// <summary>The longhands of <c>grid</c> and of <c>grid-area</c>: the widest shorthands that say what was said.</summary>
internal sealed class GridHandler : DeclarationHandler
{
    public static readonly GridShorthand Grid = new();

    public static readonly GridTemplateShorthand Template = new("grid-template");

    public static readonly GridPlacementShorthand Row = new("grid-row", "grid-row-start", "grid-row-end"),
        Column = new("grid-column", "grid-column-start", "grid-column-end"),
        Area = new("grid-area", "grid-row-start", "grid-column-start", "grid-row-end", "grid-column-end");

    private readonly CssValue?[] _template = new CssValue?[6], _lines = new CssValue?[4];
    private TypedDeclaration? _model;

    public override void Handle(TypedDeclaration declaration, DeclarationContext context)
    {
        if (TryPass(declaration, context)) return;
        if (_model is not null && !declaration.Value.IsCompatible(context.Targets)) Finish(context);
        _model = declaration;
        if (declaration.Value is ShorthandValue value)
        {
            for (int i = 0; i < value.Values.Length; i++) Set(value.Shorthand.Longhands[i], value.Values[i]);
        }
        else Set(declaration.Name, declaration.Value);
    }

    private void Set(string longhand, CssValue value)
    {
        int index = Array.IndexOf(Grid.Longhands, longhand);
        if (index >= 0) _template[index] = value;
        else _lines[Array.IndexOf(Area.Longhands, longhand)] = value;
    }

    public override void Finish(DeclarationContext context)
    {
        if (_model is not { } model) return;
        WriteTemplate(model, context);
        WriteLines(model, context);
        Array.Clear(_template);
        Array.Clear(_lines);
        _model = null;
    }

    private void WriteTemplate(TypedDeclaration model, DeclarationContext context)
    {
        if (Array.TrueForAll(_template, value => value is not null) && Grid.CanWrite(_template!, context.Targets))
        {
            Emit(model, Grid, [.. _template!], context);
            if (Grid.LeavesAreas(_template!)) context.Add(model with { Name = Grid.Longhands[2], Value = _template[2]! });
            return;
        }

        int written = 0;
        if (_template is [{ } rows, { } columns, { } named, ..] && Template.CanWrite([rows, columns, named], context.Targets))
        {
            Emit(model, Template, [rows, columns, named], context);
            written = 3;
        }

        for (int i = written; i < _template.Length; i++)
        {
            if (_template[i] is { } value) context.Add(model with { Name = Grid.Longhands[i], Value = value });
        }
    }

    private void WriteLines(TypedDeclaration model, DeclarationContext context)
    {
        if (_lines is [{ } a, { } b, { } c, { } d])
        {
            Emit(model, Area, [a, b, c, d], context);
            return;
        }

        WriteAxis(model, Row, 0, context);
        WriteAxis(model, Column, 1, context);
    }

    private void WriteAxis(TypedDeclaration model, GridPlacementShorthand axis, int index, DeclarationContext context)
    {
        CssValue? start = _lines[index], end = _lines[index + 2];
        if (start is not null && end is not null) Emit(model, axis, [start, end], context);
        else if (start is not null) context.Add(model with { Name = axis.Longhands[0], Value = start });
        else if (end is not null) context.Add(model with { Name = axis.Longhands[1], Value = end });
    }

    private static void Emit(TypedDeclaration model, Shorthand shorthand, CssValue[] values, DeclarationContext context) =>
        context.Add(model with { Name = shorthand.Name, Value = new ShorthandValue(shorthand, values) });
}
