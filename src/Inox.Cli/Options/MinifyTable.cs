namespace Inox.Cli.Options;

/// <summary>The options of <c>inox minify</c>.</summary>
internal static class MinifyTable
{
    public static readonly OptionDefinition Outdir = new("outdir", OptionKind.Path, "Write each file to this folder, under the path it has here.") { ValueName = "DIR" };
    public static readonly OptionDefinition Verify = new("verify", OptionKind.Flag, "Run each program with node before and after, and name the rule that changed what it does.") { IsSetting = false };

    public static OptionDefinition[] All { get; } =
    [
        Outdir,
        TransformTable.In("Options", BuildTable.Outfile) with { Summary = "Write to this file in place of standard output." },
        TransformTable.Loader,
        TransformTable.SourceMap,
        TransformTable.In("Options", BuildTable.Target),
        TransformTable.In("Options", BuildTable.Define),
        TransformTable.In("Options", BuildTable.Charset),
        TransformTable.In("Options", BuildTable.KeepNames),
        Verify,
        TransformTable.In("Options", BuildTable.Watch) with { Summary = "Minify again when an input changes; ends with Ctrl-C or the end of standard input." },
    ];
}
