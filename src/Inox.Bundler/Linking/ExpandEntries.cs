using System.Text;
using Inox.Bundler.Graph;
using Inox.Core;

namespace Inox.Bundler.Linking;

/// <summary>
/// Puts the scripts of a page in its place among the entries. Module scripts run one after the other once the page is parsed, so several make
/// one entry that imports them in that order.
/// </summary>
internal static class ExpandEntries
{
    public static EntryPlan Run(IReadOnlyList<RequestedEntry> requested)
    {
        EntryPlan plan = new() { Requested = requested };
        HashSet<Module> scripts = [];
        foreach (RequestedEntry entry in requested)
        {
            plan.Roots.Add(entry.Module);
            if (entry.Module.Page is { } page)
            {
                plan.Pages.Add((page, entry.Point));
                if (EntryOf(page) is not { } made) continue;
                page.Entry = made;
                plan.Roots.Add(made);
                if (scripts.Add(made)) plan.Scripts.Add(new(made, entry.Point, page));
            }
            else if (entry.Module.Loader is FileLoader.Css or FileLoader.CssModule) plan.Styles.Add(entry);
            else if (scripts.Add(entry.Module)) plan.Scripts.Add(new(entry.Module, entry.Point, null));
        }
        return plan;
    }

    private static Module? EntryOf(Page page)
    {
        Module[] targets = [.. page.Scripts.Select(script => script.Record.Target).OfType<Module>().Distinct()];
        if (targets.Length < 2) return targets.Length == 0 ? null : targets[0];
        Module made = new(new(targets[0].Id.Path, "?all", ModuleSpaces.Inline), new(page.Module.Source.Path, "")) { Loader = FileLoader.JavaScript };
        StringBuilder text = new();
        for (int i = 0; i < targets.Length; i++) text.Append("import '").Append(i).Append("';\n");
        ModuleReader.ReadText(made, text.ToString());
        for (int i = 0; i < targets.Length; i++)
        {
            made.Records[i].Target = targets[i];
            // "sideEffects": false is about imports: the page asks for the script to run
            targets[i].HasNoSideEffects = false;
        }
        return made;
    }
}
