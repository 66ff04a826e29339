namespace Inox.Css;

internal static partial class PropertyTable
{
    private const string Size = "auto | <length-percentage> | min-content | max-content | fit-content | stretch | contain | <fit-content>";
    private const string MaxSize = "none | <length-percentage> | min-content | max-content | fit-content | stretch | contain | <fit-content>";

    // Longhands of the families, by grammar.
    private static readonly (string Names, string Grammar, VendorPrefix Prefixes)[] s_longhands =
    [
        ("width height inline-size block-size min-width min-height min-inline-size min-block-size", Size, VendorPrefix.Empty),
        ("max-width max-height max-inline-size max-block-size", MaxSize, VendorPrefix.Empty),
        ("outline-width", "<length> | thin | medium | thick", VendorPrefix.Empty),
        ("outline-style", "auto | none | hidden | inset | groove | outset | ridge | dotted | dashed | solid | double", VendorPrefix.Empty),
        ("outline-color", "<color>", VendorPrefix.Empty),
        ("overflow-x overflow-y", "visible | hidden | clip | scroll | auto", VendorPrefix.Empty),
        ("row-gap column-gap", "normal | <length-percentage>", VendorPrefix.Empty),
        ("align-content", PlaceGrammars.AlignContent, Webkit),
        ("justify-content", PlaceGrammars.JustifyContent, Webkit),
        ("align-self", PlaceGrammars.AlignSelf, Webkit),
        ("justify-self", PlaceGrammars.JustifySelf, VendorPrefix.Empty),
        ("align-items", PlaceGrammars.AlignItems, Webkit),
        ("justify-items", PlaceGrammars.JustifyItems, VendorPrefix.Empty),
        ("container-name", "none | <custom-ident>+", VendorPrefix.Empty),
        ("list-style-position", "inside | outside", VendorPrefix.Empty),
        ("list-style-image", "<image-url>", VendorPrefix.Empty),
        ("list-style-type", "<list-style-type>", VendorPrefix.Empty),
        ("flex-direction", "row | row-reverse | column | column-reverse", Webkit | Ms),
        ("flex-wrap", "nowrap | wrap | wrap-reverse", Webkit | Ms),
        ("flex-grow flex-shrink", "<number>", Webkit),
        ("flex-basis", "content | auto | min-content | max-content | fit-content | <length-percentage>", Webkit),
        ("order", "<integer>", Webkit),
        ("text-emphasis-style", "<emphasis-style>", Webkit),
        ("text-decoration-line", TextGrammars.Line, Webkit | Moz),
        ("text-decoration-style", TextGrammars.Style, Webkit | Moz),
        ("text-decoration-color", "<color>", Webkit | Moz),
        ("text-decoration-thickness", TextGrammars.Thickness, VendorPrefix.Empty),
        ("font-size", FontParsers.Size, VendorPrefix.Empty),
        ("line-height", FontParsers.LineHeight, VendorPrefix.Empty),
        ("font-variant-caps", FontParsers.Caps, VendorPrefix.Empty),
        ("text-emphasis-color", "<color>", Webkit),
        ("text-emphasis-position", "<emphasis-position>", Webkit),
    ];

    private static readonly UnorderedShorthand s_caret = new("caret", "auto", ("caret-color", "auto | <color>", "auto"), ("caret-shape", "auto | bar | block | underscore", "auto"));

    private static readonly Dictionary<string, VendorPrefix> s_shorthandPrefixes = new()
    {
        ["flex"] = Webkit | Ms,
        ["flex-flow"] = Webkit | Ms,
        ["text-emphasis"] = Webkit,
        ["border-radius"] = Webkit | Moz,
        ["transition"] = Webkit | Moz | O,
        ["animation"] = Webkit | Moz | O,
        ["text-decoration"] = Webkit | Moz,
        ["border-image"] = Webkit | Moz | O,
    };

    // Properties with a parser of their own.
    private static IEnumerable<(string Name, ValueParser Parser, VendorPrefix Prefixes)> Families
    {
        get
        {
            foreach ((string names, string grammar, VendorPrefix prefixes) in s_longhands)
            {
                foreach (string name in names.Split(' ')) yield return (name, ByGrammar(grammar), prefixes);
            }

            foreach ((BoxNames names, string grammar) in Boxes.All)
            {
                foreach (Shorthand shorthand in (Shorthand[])[names.Physical, names.Block, names.Inline])
                {
                    yield return (shorthand.Name, shorthand.ParseValue, VendorPrefix.Empty);
                    foreach (string longhand in shorthand.Longhands) yield return (longhand, ByGrammar(grammar), VendorPrefix.Empty);
                }
            }

            foreach (Shorthand shorthand in Borders.All) yield return (shorthand.Name, shorthand.ParseValue, s_shorthandPrefixes.GetValueOrDefault(shorthand.Name));
            foreach (string side in (string[])["top", "right", "bottom", "left", "block-start", "block-end", "inline-start", "inline-end"])
            {
                yield return ($"border-{side}-width", ByGrammar(Borders.LineWidth), VendorPrefix.Empty);
                yield return ($"border-{side}-style", ByGrammar(Borders.LineStyle), VendorPrefix.Empty);
                yield return ($"border-{side}-color", ColorParser.TryColor, VendorPrefix.Empty);
            }

            foreach (string corner in (string[])[.. Borders.Radius.Longhands, .. Borders.LogicalRadii]) yield return (corner, CornerValue.Parse, Webkit | Moz);
            yield return ("transition-property", BackgroundParser.List(TransitionShorthand.Property), Webkit | Moz | O);
            yield return ("transition-duration", BackgroundParser.List(TransitionShorthand.Time), Webkit | Moz | O);
            yield return ("transition-delay", BackgroundParser.List(TransitionShorthand.Time), Webkit | Moz | O);
            yield return ("transition-timing-function", BackgroundParser.List(EasingParser.TryParse), Webkit | Moz | O);
            yield return ("animation-name", BackgroundParser.List(AnimationShorthand.KeyframesName), Webkit | Moz | O);
            yield return ("animation-duration", BackgroundParser.List(static (ref reader) => reader.TryIdent("auto") ? new Keyword("auto") : TransitionShorthand.Time(ref reader)), Webkit | Moz | O);
            yield return ("animation-delay", BackgroundParser.List(TransitionShorthand.Time), Webkit | Moz | O);
            yield return ("animation-timing-function", BackgroundParser.List(EasingParser.TryParse), Webkit | Moz | O);
            yield return ("animation-iteration-count", BackgroundParser.List(AnimationShorthand.Count), Webkit | Moz | O);
            yield return ("animation-direction", BackgroundParser.List(static (ref reader) => reader.TryKeyword(AnimationShorthand.Directions)), Webkit | Moz | O);
            yield return ("animation-fill-mode", BackgroundParser.List(static (ref reader) => reader.TryKeyword(AnimationShorthand.FillModes)), Webkit | Moz | O);
            yield return ("animation-play-state", BackgroundParser.List(static (ref reader) => reader.TryKeyword(AnimationShorthand.PlayStates)), Webkit | Moz | O);
            yield return ("animation-timeline", BackgroundParser.List(AnimationShorthand.Timeline), VendorPrefix.Empty);
            yield return ("transform", TransformParser.ParseList, Webkit | Moz | Ms | O);
            yield return ("translate", TransformParser.ParseTranslate, VendorPrefix.Empty);
            yield return ("rotate", TransformParser.ParseRotate, VendorPrefix.Empty);
            yield return ("scale", TransformParser.ParseScale, VendorPrefix.Empty);
            yield return ("transform-origin", TransformParser.ParseOrigin, Webkit | Moz | Ms | O);
            yield return ("perspective-origin", BackgroundParser.ParsePosition, Webkit | Moz);
            yield return ("box-shadow", ShadowParser.ParseBox, Webkit | Moz);
            yield return ("text-shadow", ShadowParser.ParseText, VendorPrefix.Empty);
            yield return ("filter", FilterParser.Parse, Webkit);
            yield return ("backdrop-filter", FilterParser.Parse, Webkit);
            yield return ("animation-range-start", BackgroundParser.List(AnimationRangeShorthand.ParseStart), VendorPrefix.Empty);
            yield return ("animation-range-end", BackgroundParser.List(AnimationRangeShorthand.ParseEnd), VendorPrefix.Empty);
            yield return ("animation-range", AnimationHandler.Range.ParseValue, VendorPrefix.Empty);
            yield return ("font-family", FontParsers.ParseFamilies, VendorPrefix.Empty);
            yield return ("font-weight", FontParsers.ParseWeight, VendorPrefix.Empty);
            yield return ("font-style", FontParsers.ParseStyle, VendorPrefix.Empty);
            yield return ("font-stretch", FontParsers.ParseStretch, VendorPrefix.Empty);
            yield return ("grid-template-columns", GridParser.ParseTemplate, VendorPrefix.Empty);
            yield return ("grid-template-rows", GridParser.ParseTemplate, VendorPrefix.Empty);
            yield return ("grid-auto-columns", GridParser.ParseAuto, VendorPrefix.Empty);
            yield return ("grid-auto-rows", GridParser.ParseAuto, VendorPrefix.Empty);
            yield return ("grid-template-areas", GridParser.ParseAreas, VendorPrefix.Empty);
            yield return ("grid-auto-flow", GridParser.ParseAutoFlow, VendorPrefix.Empty);
            foreach (string line in GridHandler.Area.Longhands) yield return (line, GridParser.ParseLine, VendorPrefix.Empty);
            foreach (Shorthand shorthand in (Shorthand[])[GridHandler.Grid, GridHandler.Template, GridHandler.Row, GridHandler.Column, GridHandler.Area]) yield return (shorthand.Name, shorthand.ParseValue, VendorPrefix.Empty);
            yield return ("mask", MaskHandler.Mask.ParseValue, Webkit);
            yield return ("mask-image", BackgroundParser.List(ImageParser.TryImageOrNone), Webkit);
            yield return ("mask-position", BackgroundParser.List(BackgroundParser.ParsePosition), Webkit);
            yield return ("mask-size", BackgroundParser.List(BackgroundParser.ParseSize), Webkit);
            yield return ("mask-repeat", BackgroundParser.List(BackgroundParser.ParseRepeat), Webkit);
            yield return ("mask-clip", BackgroundParser.List(MaskShorthand.ParseClip), Webkit);
            yield return ("mask-origin", BackgroundParser.List(MaskShorthand.ParseOrigin), Webkit);
            yield return ("mask-composite", BackgroundParser.List(static (ref reader) => reader.TryKeyword(MaskShorthand.Composites)), VendorPrefix.Empty);
            yield return ("mask-mode", BackgroundParser.List(static (ref reader) => reader.TryKeyword(MaskShorthand.Modes)), VendorPrefix.Empty);
            yield return ("mask-border", MaskHandler.Border.ParseValue, Webkit);
            yield return ("mask-border-source", ImageParser.TryImageOrNone, Webkit);
            yield return ("mask-border-slice", BorderImageShorthand.ParseSlice, Webkit);
            yield return ("mask-border-width", BorderImageShorthand.ParseWidth, Webkit);
            yield return ("mask-border-outset", BorderImageShorthand.ParseOutset, Webkit);
            yield return ("mask-border-repeat", BorderImageShorthand.ParseRepeat, Webkit);
            yield return ("mask-border-mode", static (ref reader) => reader.TryKeyword(BorderImageShorthand.Modes), VendorPrefix.Empty);
            yield return ("all", static (ref _) => null, VendorPrefix.Empty);
            yield return ("caret", s_caret.ParseValue, VendorPrefix.Empty);
            yield return ("color-scheme", ColorSchemeValue.Parse, VendorPrefix.Empty);
            yield return ("display", DisplayParser.Parse, VendorPrefix.Empty);
            yield return ("clip-path", ShapeParser.ParseClipPath, Webkit);
            yield return ("stroke-dasharray", ParseDashes, VendorPrefix.Empty);
            yield return ("background", BackgroundParser.Parse, VendorPrefix.Empty);
            yield return ("background-color", ColorParser.TryColor, VendorPrefix.Empty);
            yield return ("background-image", BackgroundParser.List(ImageParser.TryImageOrNone), VendorPrefix.Empty);
            yield return ("background-position", BackgroundParser.List(BackgroundParser.ParsePosition), VendorPrefix.Empty);
            yield return ("background-position-x", BackgroundParser.List(static (ref reader) => BackgroundParser.ParseAxis(ref reader, "left", "right")), VendorPrefix.Empty);
            yield return ("background-position-y", BackgroundParser.List(static (ref reader) => BackgroundParser.ParseAxis(ref reader, "top", "bottom")), VendorPrefix.Empty);
            yield return ("background-size", BackgroundParser.List(BackgroundParser.ParseSize), VendorPrefix.Empty);
            yield return ("background-repeat", BackgroundParser.List(BackgroundParser.ParseRepeat), VendorPrefix.Empty);
            yield return ("background-attachment", BackgroundParser.List(BackgroundParser.ParseAttachment), VendorPrefix.Empty);
            yield return ("background-origin", BackgroundParser.List(BackgroundParser.ParseOrigin), VendorPrefix.Empty);
            yield return ("background-clip", BackgroundParser.List(BackgroundParser.ParseClip), Webkit);
            yield return ("border-image-source", ImageParser.TryImageOrNone, VendorPrefix.Empty);
            yield return ("border-image-slice", BorderImageShorthand.ParseSlice, VendorPrefix.Empty);
            yield return ("border-image-width", BorderImageShorthand.ParseWidth, VendorPrefix.Empty);
            yield return ("border-image-outset", BorderImageShorthand.ParseOutset, VendorPrefix.Empty);
            yield return ("border-image-repeat", BorderImageShorthand.ParseRepeat, VendorPrefix.Empty);
            foreach ((PropertyFamily _, Shorthand[] shorthands) in Shorthands.Families)
            {
                foreach (Shorthand shorthand in shorthands) yield return (shorthand.Name, shorthand.ParseValue, s_shorthandPrefixes.GetValueOrDefault(shorthand.Name));
            }
        }
    }

    // none | [ <length-percentage> | <number> ]+#: pixels are what numbers are
    private static CssValue? ParseDashes(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return new Keyword("none");
        List<CssValue> dashes = [];
        while (!reader.AtEnd)
        {
            if (CalcParser.TryNumeric(ref reader, Dimensions.LengthPercentage | Dimensions.Number) is not { } dash) return null;
            dashes.Add(dash is Numeric { Unit: CssUnit.Px } pixels ? Numeric.Number(pixels.Value) : dash);
            if (reader.TryComma() && reader.AtEnd) return null;
        }

        return dashes.Count == 0 ? null : new ListValue(' ', [.. dashes]);
    }

    private static ValueParser ByGrammar(string grammar)
    {
        ValueGrammar? compiled = null;
        return (ref ValueReader reader) => (compiled ??= ValueGrammar.Compile(grammar)).Match(ref reader);
    }
}
