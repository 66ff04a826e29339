using Inox.Bundler.Graph;
using Inox.Bundler.Runtime;
using Inox.Core;

namespace Inox.Bundler.Linking;

/// <summary>What the steps of linking share.</summary>
internal sealed class LinkContext
{
    public required BuildOptions Options { get; init; }

    public required Module Runtime { get; init; }

    public required EntryPlan Plan { get; init; }

    /// <summary>The modules of the entries that are scripts, in the order they were asked for.</summary>
    public IReadOnlyList<Module> Entries => field ??= [.. Plan.Scripts.Select(entry => entry.Module)];

    /// <summary>The folders whose files go out as they are.</summary>
    public required IReadOnlyList<string> PublicFolders { get; init; }

    /// <summary>All modules in the order of evaluation.</summary>
    public required IReadOnlyList<Module> Modules { get; init; }

    public required OutputPaths Paths { get; init; }

    /// <summary>What ES modules import and is required when it runs.</summary>
    public RequiredModules Required => field ??= new(Modules, Runtime, Options.Format);

    public Dictionary<Module, Chunk> ChunkOfEntry { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    public bool HasErrors => Diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);

    public bool IsSplitting => Options is { Splitting: true, Format: ModuleFormat.Esm };

    public SymbolRef RuntimeSymbol(string name) => new(Runtime, Runtime.NamedExports[name].Symbol);
}
