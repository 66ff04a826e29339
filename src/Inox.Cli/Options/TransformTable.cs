namespace Inox.Cli.Options;

/// <summary>The options of <c>inox transform</c>: those of a build that concern one file, and what stands in for its name and folder.</summary>
internal static class TransformTable
{
    public static readonly OptionDefinition Loader = new("loader", OptionKind.Choice, "What the input is. [by its name; js for standard input]") { Choices = ["js", "jsx", "ts", "tsx", "json", "css", "text"] };
    public static readonly OptionDefinition SourceMap = new("sourcemap", OptionKind.Choice, "A source map: inline, or linked beside --outfile. [inline when given without a kind]") { Choices = ["none", "inline", "linked"], Bare = "inline", Off = "none" };
    public static readonly OptionDefinition TsConfigRaw = new("tsconfig-raw", OptionKind.Text, "Text of the tsconfig.json that applies.") { ValueName = "JSON" };

    public static readonly OptionDefinition Declaration = new("declaration", OptionKind.Flag, "Write the declarations (.d.ts) of a TypeScript file in place of its code; exports must say their types.");

    public static OptionDefinition[] All { get; } =
    [
        Loader,
        SourceMap,
        TsConfigRaw,
        Declaration,
        In("Options", BuildTable.Outfile) with { Summary = "Write to this file in place of standard output." },
        In("Options", BuildTable.Format) with { Summary = "Module format. [that of the file]" },
        In("Options", BuildTable.Target),
        In("Options", BuildTable.Define),
        In("Options", BuildTable.Drop),
        In("Options", BuildTable.DropLabels),
        In("Options", BuildTable.Pure),
        In("Options", BuildTable.LegalComments) with { Summary = "Where licence comments go when minified. [inline]", Choices = ["none", "inline", "eof"] },
        In("Options", BuildTable.Charset),
        In("Options", BuildTable.Minify),
        In("Options", BuildTable.MinifyWhitespace),
        In("Options", BuildTable.MinifyIdentifiers),
        In("Options", BuildTable.MinifySyntax),
        In("Options", BuildTable.KeepNames),
        BuildTable.Jsx,
        BuildTable.JsxImportSource,
        BuildTable.JsxFactory,
        BuildTable.JsxFragment,
        BuildTable.JsxDev,
    ];

    internal static OptionDefinition In(string group, OptionDefinition option) => option with { Group = group };
}
