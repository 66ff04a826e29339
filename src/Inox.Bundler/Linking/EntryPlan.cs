using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>A module that becomes an entry chunk; with <paramref name="Page"/> it stands for the scripts of a page.</summary>
internal sealed record ScriptEntry(Module Module, EntryPoint Point, Page? Page);

/// <summary>What the entries of a build are: scripts, style sheets and pages.</summary>
internal sealed class EntryPlan
{
    /// <summary>All entries as asked for.</summary>
    public required IReadOnlyList<RequestedEntry> Requested { get; init; }

    /// <summary>Each module once, in the order of the entries.</summary>
    public List<ScriptEntry> Scripts { get; } = [];

    /// <summary>Entries that are style sheets: no script is made for them.</summary>
    public List<RequestedEntry> Styles { get; } = [];

    public List<(Page Page, EntryPoint Point)> Pages { get; } = [];

    /// <summary>The modules from which all others are reached.</summary>
    public List<Module> Roots { get; } = [];
}
