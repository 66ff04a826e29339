namespace Inox.Http;

/// <summary>Where settings come from.</summary>
public sealed record SettingsOptions
{
    /// <summary>Where the files are.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>What the files are called, without <c>.json</c>.</summary>
    public string Name { get; init; } = "settings";

    /// <summary>What variables of the environment begin with.</summary>
    public string EnvironmentPrefix { get; init; } = "APP_";

    /// <summary>In place of what arguments and environment say.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether files are watched.</summary>
    public bool IsReloaded { get; init; } = true;

    /// <summary>Who is told of a changed file that is malformed.</summary>
    public IServerLog Log { get; init; } = new ConsoleLog();
}
