namespace Inox.Cli.Options;

/// <summary>Options of every command.</summary>
internal static class CommonTable
{
    public static readonly OptionDefinition Diagnostics = new("diagnostics", OptionKind.Choice, "How what is wrong is shown; json, sarif and github go to standard output. [human]") { Choices = ["human", "short", "json", "sarif", "github"], IsSetting = false, Group = "Common" };
    public static readonly OptionDefinition LogLevel = new("log-level", OptionKind.Choice, "The least that is shown. [info]") { Choices = ["silent", "error", "warning", "info"], IsSetting = false, Group = "Common" };
    public static readonly OptionDefinition Color = new("color", OptionKind.Flag, "Use colours. [on a terminal, unless NO_COLOR is set]") { IsSetting = false, Group = "Common" };
    public static readonly OptionDefinition Help = new("help", OptionKind.Flag, "Show this.") { Alias = "-h", IsSetting = false, Group = "Common" };

    public static OptionDefinition[] All { get; } = [Diagnostics, LogLevel, Color, Help];
}
