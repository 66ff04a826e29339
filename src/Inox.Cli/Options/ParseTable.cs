namespace Inox.Cli.Options;

/// <summary>The options of <c>inox parse</c>.</summary>
internal static class ParseTable
{
    public static readonly OptionDefinition Format = new("format", OptionKind.Choice, "What is printed: a line for each diagnostic; one JSON object a line for each file; or its tree as ESTree JSON, one line a file. [short]") { Choices = ["short", "json", "estree"] };
    public static readonly OptionDefinition Language = new("language", OptionKind.Choice, "Grammar. [by the name of the file]") { Choices = ["js", "jsx", "ts", "tsx", "dts"] };
    public static readonly OptionDefinition SourceType = new("source-type", OptionKind.Choice, "Goal. [by the name of the file, or unambiguous]") { Choices = ["script", "module", "commonjs", "unambiguous"] };
    public static readonly OptionDefinition EarlyErrors = new("early-errors", OptionKind.Flag, "Report early errors too: redeclarations, bad patterns and what else the grammar allows and a rule forbids; --no-early-errors leaves them out. [true]");
    public static readonly OptionDefinition List = new("list", OptionKind.Path, "Parse the files that this one names, one a line.") { ValueName = "FILE" };

    public static OptionDefinition[] All { get; } = [Format, Language, SourceType, EarlyErrors, List];
}
