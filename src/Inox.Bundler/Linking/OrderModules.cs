using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// Numbers the modules in the order of evaluation: what a module imports or requires comes before it, in the order of its requests;
/// targets of <c>import()</c> follow what was reached without them. The numbers depend on the graph alone, not on the order of loading.
/// </summary>
internal static class OrderModules
{
    public static List<Module> Run(Module runtime, IReadOnlyList<Module> entries)
    {
        List<Module> order = [];
        HashSet<Module> seen = [];
        Queue<Module> later = new();
        Walk(runtime, seen, order, later);
        foreach (Module entry in entries) Walk(entry, seen, order, later);
        while (later.TryDequeue(out Module? module)) Walk(module, seen, order, later);
        for (int i = 0; i < order.Count; i++) order[i].Index = i;
        return order;
    }

    // A loop with a stack of its own: chains of imports may be long.
    private static void Walk(Module root, HashSet<Module> seen, List<Module> order, Queue<Module> later)
    {
        if (!seen.Add(root)) return;
        Stack<(Module Module, int Next)> stack = new();
        stack.Push((root, 0));
        while (stack.TryPop(out (Module Module, int Next) top))
        {
            if (top.Next == top.Module.Records.Count)
            {
                order.Add(top.Module);
                continue;
            }
            stack.Push((top.Module, top.Next + 1));
            ImportRecord record = top.Module.Records[top.Next];
            if (record.Target is null) continue;
            if (record.Kind is ImportRecordKind.Dynamic or ImportRecordKind.NewUrl or ImportRecordKind.RequireResolve) later.Enqueue(record.Target);
            else if (seen.Add(record.Target)) stack.Push((record.Target, 0));
        }
    }
}
