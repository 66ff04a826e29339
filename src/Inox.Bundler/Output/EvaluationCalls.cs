using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Bundler.Runtime;

namespace Inox.Bundler.Output;

/// <summary>The text of the steps in which a chunk evaluates what is wrapped or required, and of its variables for that.</summary>
internal sealed class EvaluationCalls(LinkContext context, Chunk chunk, ChunkSymbols symbols)
{
    private readonly bool _minifies = context.Options.MinifyWhitespace;

    /// <summary><c>var import_a, import_b;</c> for those that wrapped modules fill; null when each is declared where it is filled.</summary>
    public string? Declarations()
    {
        HashSet<SymbolRef> open = [.. chunk.Views];
        foreach (ChunkStep step in chunk.Steps)
            if (step is { IsCall: true, Required: { } required }) open.ExceptWith(required.UsedViews().Select(view => view.Symbol));
        if (open.Count == 0) return null;
        IEnumerable<string> names = open.OrderBy(view => view.Module.Index).ThenBy(view => view.Symbol).Select(NameOf);
        return "var " + string.Join(_minifies ? "," : ", ", names) + ";";
    }

    /// <summary>Statements for the steps; neighbours that fill variables share a <c>var</c> where text is to be short.</summary>
    public IEnumerable<string> Write(int start, int end)
    {
        List<string> filled = [];
        for (int i = start; i < end; i++)
        {
            ChunkStep step = chunk.Steps[i];
            int count = filled.Count;
            if (step.Required is { } required) AddFilled(required, filled);
            bool fills = filled.Count > count;
            if (filled.Count > 0 && (!_minifies || !fills))
            {
                yield return Variables(filled);
                filled.Clear();
            }
            if (!fills) yield return (step.Module is { Wrap: WrapKind.Esm, IsAsync: true } ? "await " : "") + Call(step) + ";";
        }
        if (filled.Count > 0) yield return Variables(filled);
    }

    private void AddFilled(RequiredModule required, List<string> filled)
    {
        foreach ((ViewKind kind, SymbolRef symbol) in required.UsedViews())
        {
            if (!chunk.Views.Contains(symbol)) continue;
            string value = Call(new(required.Target, IsCall: true, required));
            if (kind != ViewKind.Exports) value = $"{NameOf(context.RuntimeSymbol(RuntimeSource.ToEsm))}({value}{(kind == ViewKind.Compatible ? "" : _minifies ? ",1" : ", 1")})";
            filled.Add($"{NameOf(symbol)}{(_minifies ? "=" : " = ")}{value}");
        }
    }

    private string Call(ChunkStep step)
    {
        if (step.Module is { } module) return NameOf(new(module, module.WrapperSymbol)) + "()";
        string require = context.Options.Format == ModuleFormat.Iife ? NameOf(context.RuntimeSymbol(RuntimeSource.Require)) : "require";
        return $"{require}({ChunkWriter.Quote(step.Required!.Path)})";
    }

    private string Variables(List<string> filled) => "var " + string.Join(_minifies ? "," : ", ", filled) + ";";

    private string NameOf(SymbolRef symbol) => symbols.TextOf(symbol).Text ?? symbol.Module.Model.GetSymbol(symbol.Symbol).Name;
}
