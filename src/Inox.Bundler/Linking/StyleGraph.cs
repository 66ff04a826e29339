using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>The style sheets that some lead to by <c>@import</c> and <c>composes</c>.</summary>
internal static class StyleGraph
{
    /// <summary>The roots, then what they reach, each once.</summary>
    public static List<Module> Reach(IEnumerable<Module> roots)
    {
        List<Module> reached = [];
        HashSet<Module> seen = [];
        foreach (Module root in roots) if (seen.Add(root)) reached.Add(root);
        for (int i = 0; i < reached.Count; i++)
            foreach (ImportRecord record in reached[i].Records)
                if (record is { Kind: ImportRecordKind.CssImport, Target: { Style: not null } target } && seen.Add(target)) reached.Add(target);
        return reached;
    }
}
