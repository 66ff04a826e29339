using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>One JavaScript output in the making.</summary>
internal sealed class Chunk
{
    /// <summary>The module whose evaluation and exports are the point of it; null for code that entries share.</summary>
    public Module? Entry { get; init; }

    /// <summary>Asked for by the user, not by an <c>import()</c>.</summary>
    public bool IsUserEntry { get; init; }

    /// <summary>Its index among the user's entries.</summary>
    public int EntryIndex { get; init; } = -1;

    /// <summary>In the order of evaluation.</summary>
    public List<Module> Modules { get; } = [];

    /// <summary>Its modules, and between them the calls of what is wrapped or required.</summary>
    public List<ChunkStep> Steps { get; } = [];

    /// <summary>Its variables for what is required: see <see cref="RequiredModule"/>.</summary>
    public HashSet<SymbolRef> Views { get; } = [];

    /// <summary>Indexes of the entry chunks that load it.</summary>
    public List<int> LoadedBy { get; } = [];

    /// <summary>Chunks whose code must run before.</summary>
    public List<Chunk> Imports { get; } = [];

    /// <summary>Symbols of other chunks that it names.</summary>
    public Dictionary<Chunk, List<SymbolRef>> ImportedSymbols { get; } = [];

    /// <summary>Its symbols that other chunks name, with the name they are exported under.</summary>
    public Dictionary<SymbolRef, string> CrossExports { get; } = [];

    /// <summary>Chunks that its code loads with <c>import()</c>.</summary>
    public List<Chunk> DynamicImports { get; } = [];

    public int Index { get; set; }

    /// <summary>Its file relative to the output folder, with forward slashes; a <see cref="HashToken"/> may stand for the hash.</summary>
    public string Path { get; set; } = "";

    /// <summary>The file of its styles when it has one of its own.</summary>
    public string? StylePath { get; set; }

    /// <summary>The style sheets to load before its code when an <c>import()</c> asks for it, in the order of the cascade.</summary>
    public List<string> StylesToLoad { get; } = [];
}
