namespace Inox.Cli.Commands;

/// <summary>The commands, in the order help lists them.</summary>
internal static class CommandTable
{
    public static CommandDefinition[] All { get; } = [BuildCommand.Definition, TransformCommand.Definition, MinifyCommand.Definition, ParseCommand.Definition, CssCommand.Definition, NewCommand.Definition];

    public static CommandDefinition? Find(string name)
    {
        foreach (CommandDefinition command in All) if (command.Name == name) return command;
        return null;
    }
}
