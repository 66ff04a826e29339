using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// The steps in which the modules that an entry reaches are put down and evaluated (ECMA-262 16.2.1.6.1.3): a module after what it imports. Something wrapped is put down where
/// it is first reached, and called where an import statement of a module that is not wrapped first asks for it:
/// <c>import "./polyfill.cjs"; import "./app.js"</c> runs the polyfill before what app.js runs.
/// </summary>
internal sealed class WalkEvaluation(LinkContext context)
{
    private readonly HashSet<Module> _seen = [];
    private readonly HashSet<object> _called = [];
    private readonly Stack<(Module Module, int Next)> _stack = new();

    public List<ChunkStep> Steps { get; } = [];

    /// <summary>Adds what is reached from a module and was not reached yet.</summary>
    public void Run(Module root)
    {
        if (!_seen.Add(root)) return;
        _stack.Push((root, 0));
        // a loop with a stack of its own: chains of imports may be long
        while (_stack.TryPop(out (Module Module, int Next) top))
        {
            (Module module, int next) = top;
            if (next > 0) AddCall(module, module.Records[next - 1]);
            if (next == module.Records.Count)
            {
                if (module.IsLive) Steps.Add(new(module));
                continue;
            }
            _stack.Push((module, next + 1));
            ImportRecord record = module.Records[next];
            if (record.Target is { } target && IsFollowed(record) && _seen.Add(target)) _stack.Push((target, 0));
        }
    }

    // The code of import("./a.js") must stand before a top-level await lets it run, though it is called later.
    private bool IsFollowed(ImportRecord record) => record.Kind switch
    {
        ImportRecordKind.Dynamic => !context.IsSplitting,
        ImportRecordKind.NewUrl or ImportRecordKind.RequireResolve => false,
        _ => true,
    };

    private void AddCall(Module module, ImportRecord record)
    {
        if (record.Kind != ImportRecordKind.Statement || module.Wrap != WrapKind.None || !module.IsLive || !module.Statements[record.Statement].IsLive) return;
        if (record.Target is { } target)
        {
            if (target.Wrap != WrapKind.None && target.IsLive) Call(target, record);
        }
        else if (context.Required.Of(record) is { } outside && _called.Add(outside)) Steps.Add(new(null, IsCall: true, outside));
    }

    private void Call(Module target, ImportRecord record)
    {
        if (!_called.Add(target)) return;
        Steps.Add(new(target, IsCall: true, context.Required.Of(record)));
        if (target.Wrap == WrapKind.Esm && context.IsSplitting) CallInside(target);
    }

    // What a wrapped ES module calls itself: a chunk that names something of it has variables of its own to fill.
    private void CallInside(Module module)
    {
        foreach (ImportRecord record in module.Records)
            if (record is { Kind: ImportRecordKind.Statement, Target: { IsLive: true, Wrap: not WrapKind.None } target } && module.Statements[record.Statement].IsLive) Call(target, record);
    }
}
