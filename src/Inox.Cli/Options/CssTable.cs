namespace Inox.Cli.Options;

/// <summary>The options of <c>inox css</c>.</summary>
internal static class CssTable
{
    public static readonly OptionDefinition Minify = new("minify", OptionKind.Flag, "Leave out white space as well.");
    public static readonly OptionDefinition Targets = new("targets", OptionKind.Text, "Lower syntax and add vendor prefixes for these browsers, as `chrome >= 100, safari >= 15.4` or `defaults`. [none]") { ValueName = "QUERY" };
    public static readonly OptionDefinition Modules = new("modules", OptionKind.Flag, "Scope the names of classes, IDs and keyframes to their file. [of *.module.css]");
    public static readonly OptionDefinition Bundle = new("bundle", OptionKind.Flag, "Put the sheets that `@import` names in place of the rule.");

    public static readonly OptionDefinition Declarations = new("dts", OptionKind.Flag, "Write FILE.d.ts beside each module of styles, with its names for TypeScript.");

    public static OptionDefinition[] All { get; } = [Minify, Targets, Modules, Bundle, Declarations, TransformTable.SourceMap, BuildTable.Outdir, BuildTable.Watch];
}
