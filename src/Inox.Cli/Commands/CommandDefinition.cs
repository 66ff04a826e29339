using Inox.Cli.Options;

namespace Inox.Cli.Commands;

/// <summary>One command: how it is called, what help says, and what runs.</summary>
internal sealed record CommandDefinition(string Name, string Summary)
{
    /// <summary>What stands after <c>inox NAME [options]</c>.</summary>
    public required string Arguments { get; init; }

    /// <summary>Paragraphs below the summary.</summary>
    public required string[] About { get; init; }

    /// <summary>Command lines and what each does.</summary>
    public (string Line, string Does)[] Examples { get; init; } = [];

    public required OptionDefinition[] Options { get; init; }

    /// <summary>Gives the exit code.</summary>
    public required Func<CommandCall, int> Run { get; init; }

    public IEnumerable<OptionDefinition> AllOptions => Options.Concat(CommonTable.All);
}

/// <summary>A command as it was called.</summary>
internal sealed record CommandCall(Terminal Terminal, OptionSet Options, IReadOnlyList<string> Arguments)
{
    public Reporter Reporter { get; } = new(Terminal, Options);
}
