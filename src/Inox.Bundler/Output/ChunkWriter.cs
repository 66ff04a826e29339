using System.Text;
using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Core;
using Inox.JavaScript.Minification;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Output;

/// <summary>The text of a chunk in parts, hash tokens still whole in them, and its map.</summary>
internal sealed record WrittenChunk(Chunk Chunk, IReadOnlyList<string> Parts, SourceMapBuilder? Map, IReadOnlyList<(Module Module, int Length)> Sizes, IReadOnlyList<string> LegalTexts);

/// <summary>Joins the printed modules of a chunk: imports at its head, exports at its tail, and what the format asks for around them.</summary>
internal sealed class ChunkWriter(LinkContext context, Chunk chunk, ChunkSymbols symbols)
{
    private readonly BuildOptions _options = context.Options;
    private readonly List<string> _parts = [];
    private readonly List<(Module, int)> _sizes = [];
    private readonly SourceMapBuilder? _map = context.Options.SourceMap == SourceMapMode.None ? null : new() { IncludeContents = context.Options.SourcesContent };
    private int _line;
    private int _column;

    private bool Minifies => _options.MinifyWhitespace;

    public WrittenChunk Write(IReadOnlyList<PrintedModule> modules)
    {
        WriteHead();
        int next = 0, from = 0;
        if (chunk.Steps.Count > 0 && chunk.Steps[0].Module?.Id.Space == ModuleSpaces.Runtime)
        {
            from = 1;
            WriteModule(modules[next++]);
        }
        foreach (PrintedModule module in modules) if (module.Namespace.Length > 0) AddLines(module.Namespace);
        if (_options.Format != ModuleFormat.Esm) WriteEarlyExports();
        EvaluationCalls calls = new(context, chunk, symbols);
        if (calls.Declarations() is { } views) AddLines(Indent + views);
        for (int i = from; i < chunk.Steps.Count; i++)
        {
            if (chunk.Steps[i].IsCall) i = WriteCalls(calls, i);
            else WriteModule(modules[next++]);
        }
        WriteTail();
        List<string> legal = _options.LegalComments is LegalComments.Inline or LegalComments.None || !Minifies ? [] : LegalTexts.Collect(chunk);
        if (_options.LegalComments == LegalComments.EndOfFile) foreach (string text in legal) AddLine(text);
        if (_options.Footer is { } footer) AddLine(footer);
        return new(chunk, _parts, _map, _sizes, legal);
    }

    private void WriteHead()
    {
        string? hashbang = chunk.Entry?.Program.Hashbang;
        if (hashbang is not null) AddLine(hashbang.StartsWith("#!", StringComparison.Ordinal) ? hashbang : "#!" + hashbang);
        if (_options.Banner is { } banner) AddLine(banner);
        switch (_options.Format)
        {
            case ModuleFormat.Esm:
                WriteImports();
                break;
            case ModuleFormat.CommonJs:
                if (IsStrict) AddLine("\"use strict\";");
                break;
            case ModuleFormat.Iife:
                string target = _options.GlobalName is null ? "" : GlobalTarget();
                string start = _options.WritesEs5 ? Minifies ? "(function(){" : "(function() {" : Minifies ? "(()=>{" : "(() => {";
                if (Minifies) Add(target + start + (IsStrict ? "\"use strict\";" : ""));
                else AddLine(target + start + (IsStrict ? "\n  \"use strict\";" : ""));
                break;
        }
    }

    // The code of ES modules is strict, and of files that could be; that of CommonJS need not be.
    private bool IsStrict => chunk.Modules.Exists(module => module.Kind != ModuleKind.CommonJs && module.Id.IsFile) && !chunk.Modules.Exists(module => module.IsSloppyOnly);

    // --global-name=a.b: var a = a || {}; a.b = …
    private string GlobalTarget()
    {
        string name = _options.GlobalName!;
        int dot = name.IndexOf('.');
        if (dot < 0) return $"var {name} = ";
        StringBuilder text = new($"var {name[..dot]} = {name[..dot]} || {{}};\n");
        for (int next = name.IndexOf('.', dot + 1); next >= 0; next = name.IndexOf('.', next + 1)) text.Append($"{name[..next]} = {name[..next]} || {{}};\n");
        return text.Append($"{name} = ").ToString();
    }

    private void WriteImports()
    {
        foreach (string text in ExternalImports.Write(context, chunk, symbols)) AddLines(text);
        foreach (Chunk import in chunk.Imports)
        {
            string path = Quote(OutputPaths.ToImport(chunk.Path, import.Path));
            if (!chunk.ImportedSymbols.TryGetValue(import, out List<SymbolRef>? used) || used.Count == 0)
            {
                AddLines(Minifies ? $"import{path};" : $"import {path};");
                continue;
            }
            string names = Join(used.Select(symbol => Rename(import.CrossExports[symbol], symbols.NameOf(symbol)!)));
            AddLines(Minifies ? $"import{{{names}}}from{path};" : $"import {{ {names} }} from {path};");
        }
    }

    private void WriteModule(PrintedModule module)
    {
        if (module.Text.Length == 0) return;
        if (!Minifies && _options.Bundle)
        {
            if (_parts.Count > 0) AddLine("");
            AddLine($"{Indent}// {module.Module.Source.Path}");
        }
        if (_map is not null && !module.Mappings.IsEmpty)
        {
            SourceMapSource[] sources = SourcesOf(module.Module);
            int first = _map.SourceCount;
            foreach (SourceMapSource source in sources) _map.AddSource(source);
            int firstName = _map.NameCount;
            foreach (string name in module.Names) _map.AddName(name);
            _map.Append(module.Mappings, new(_line, _column, first, firstName));
        }
        else _map?.AppendUnmapped(_line, _column);
        _sizes.Add((module.Module, module.Text.Length));
        AddLines(module.Text);
    }

    /// <summary>Writes the calls that follow one another from a step on; answers the last of them.</summary>
    private int WriteCalls(EvaluationCalls calls, int step)
    {
        int end = step;
        while (end < chunk.Steps.Count && chunk.Steps[end].IsCall) end++;
        if (!Minifies && _options.Bundle && _parts.Count > 0) AddLine("");
        _map?.AppendUnmapped(_line, _column);
        foreach (string text in calls.Write(step, end)) AddLines(Indent + text);
        return end - 1;
    }

    private SourceMapSource[] SourcesOf(Module module)
    {
        if (module.InputMap is { } inner) return [.. inner.Sources];
        return [new(context.Paths.SourcePath(chunk.Path, module), module.Source.Text)];
    }

    private string Indent => _options.Format == ModuleFormat.Iife ? "  " : "";

    // module.exports comes first, so that a circle of require() sees the exports
    private void WriteEarlyExports()
    {
        if (chunk.Entry is not { Kind: ModuleKind.Esm } entry || !HasNamespaceExports(entry)) return;
        string view = $"{NameOf(context.RuntimeSymbol(Runtime.RuntimeSource.ToCommonJs))}({NameOf(new(entry, entry.ExportsSymbol))})";
        if (_options.Format == ModuleFormat.CommonJs) AddLines(Minifies ? $"module.exports={view};" : $"module.exports = {view};");
    }

    private bool HasNamespaceExports(Module entry) => entry.ExportsSymbol >= 0 && entry.UsedSymbols.Contains(entry.ExportsSymbol) && !IsDefaultOnly(entry);

    private bool IsDefaultOnly(Module entry) =>
        _options.Exports is ExportsMode.Auto or ExportsMode.Default && _options.Format == ModuleFormat.CommonJs
        && entry is { HasDynamicExports: false, ResolvedExports.Count: 1 } && entry.ResolvedExports.ContainsKey("default");

    private void WriteTail()
    {
        string exports = _options.Format == ModuleFormat.Esm ? EsmExports() : "";
        if (chunk.Entry is { } entry) WriteEntry(entry);
        if (exports.Length > 0) AddLines(exports);
        if (_options.Format == ModuleFormat.Iife) AddLine("})();");
    }

    private void WriteEntry(Module entry)
    {
        string call = entry.Wrap == WrapKind.None ? "" : NameOf(new(entry, entry.WrapperSymbol)) + "()";
        switch (_options.Format)
        {
            case ModuleFormat.Esm when entry.Wrap == WrapKind.CommonJs:
                AddLines($"export default {call};");
                break;
            case ModuleFormat.Esm when entry.Wrap == WrapKind.Esm:
                AddLines(entry.IsAsync ? $"await {call};" : call + ";");
                break;
            case ModuleFormat.CommonJs:
                if (entry.Wrap == WrapKind.CommonJs) AddLines(Minifies ? $"module.exports={call};" : $"module.exports = {call};");
                else if (entry.Wrap == WrapKind.Esm) AddLines(call + ";");
                if (entry.Wrap != WrapKind.CommonJs && IsDefaultOnly(entry)) AddLines($"module.exports = {NameOf(Target(entry.ResolvedExports["default"]))};");
                else if (entry.Wrap != WrapKind.CommonJs) WriteNodeHint(entry);
                break;
            case ModuleFormat.Iife:
                if (entry.Wrap == WrapKind.CommonJs) AddLines($"{Indent}return {call};");
                else
                {
                    if (entry.Wrap == WrapKind.Esm) AddLines(Indent + call + ";");
                    if (HasNamespaceExports(entry) && _options.GlobalName is not null)
                        AddLines($"{Indent}return {NameOf(context.RuntimeSymbol(Runtime.RuntimeSource.ToCommonJs))}({NameOf(new(entry, entry.ExportsSymbol))});");
                }
                break;
        }
    }

    // 0 && (module.exports = { a, b }): Node's ES modules learn the names by reading the text
    private void WriteNodeHint(Module entry)
    {
        if (_options.Platform != Platform.Node || !HasNamespaceExports(entry)) return;
        List<string> names = [];
        foreach (string name in entry.ResolvedExports.Keys.Where(name => name != "default").Order(StringComparer.Ordinal)) names.Add(HintOf(name));
        if (!_options.WritesEs5) names.AddRange(ExternalImports.Stars(entry).Select(path => $"...require({Quote(path)})"));
        if (names.Count > 0) AddLines(Minifies ? $"0&&(module.exports={{{string.Join(",", names)}}});" : $"0 && (module.exports = {{ {string.Join(", ", names)} }});");
        if (!_options.WritesEs5) return;
        // without spread: Node knows the function of other compilers by its name, behind the list
        foreach (string path in ExternalImports.Stars(entry)) AddLines(Minifies ? $"0&&__exportStar(require({Quote(path)}));" : $"0 && __exportStar(require({Quote(path)}));");
    }

    private string HintOf(string name)
    {
        if (!Identifiers.IsIdentifier(name)) return Quote(name) + ": null";
        if (ReservedNames.Contains(name)) return name + ": null";
        return _options.WritesEs5 ? $"{name}: {name}" : name;
    }

    private string EsmExports()
    {
        StringBuilder text = new();
        List<string> clauses = [];
        if (chunk.Entry is { Wrap: not WrapKind.CommonJs } entry) AddEntryExports(entry, clauses, text);
        foreach ((SymbolRef symbol, string name) in chunk.CrossExports.OrderBy(export => export.Value, StringComparer.Ordinal)) clauses.Add(Rename(NameOf(symbol), name));
        if (clauses.Count > 0) text.Append(Minifies ? $"export{{{Join(clauses)}}};" : $"export {{\n  {string.Join(",\n  ", clauses)}\n}};");
        return text.ToString();
    }

    private void AddEntryExports(Module entry, List<string> clauses, StringBuilder text)
    {
        foreach ((string name, ExportTarget export) in entry.ResolvedExports.OrderBy(export => export.Key, StringComparer.Ordinal))
        {
            if (export.IsAmbiguous) continue;
            JavaScript.Printing.SymbolText local = symbols.TextOf(new(export.Module, export.Symbol));
            if (local.Text is null) continue;
            if (!local.IsMember)
            {
                clauses.Add(Rename(local.Text, name));
                continue;
            }
            // export { a } from "./commonjs": a member cannot be exported, its value can
            string made = symbols.MakeName("export_" + FileNames.ToIdentifier(name));
            text.Append($"var {made}={local.Text};");
            if (!Minifies) text.Append('\n');
            clauses.Add(Rename(made, name));
        }
        foreach (string path in ExternalImports.Stars(entry)) text.Append(Minifies ? $"export*from{Quote(path)};" : $"export * from {Quote(path)};\n");
    }

    private SymbolRef Target(ExportTarget export) => new(export.Module, export.Symbol);

    private string NameOf(SymbolRef symbol) => symbols.TextOf(symbol).Text ?? symbol.Module.Model.GetSymbol(symbol.Symbol).Name;

    public static string Rename(string local, string exported) =>
        local == exported ? local : $"{local} as {(Identifiers.IsIdentifier(exported) ? exported : Quote(exported))}";

    private string Join(IEnumerable<string> parts) => string.Join(Minifies ? "," : ", ", parts);

    /// <summary>A string literal; the <see cref="HashToken"/> in a path stays as it is.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c is < ' ' or '\u2028' or '\u2029' || char.IsSurrogate(c)) quoted.Append($"\\u{(int)c:x4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Adds text that ends its line in a readable output and may be followed by more on the same line in a minified one.</summary>
    private void AddLines(string text)
    {
        Add(text);
        if (!Minifies && !text.EndsWith('\n')) Add("\n");
    }

    private void AddLine(string text)
    {
        if (Minifies && _column > 0) Add("\n");
        Add(text);
        Add("\n");
    }

    private void Add(string text)
    {
        if (text.Length == 0) return;
        _parts.Add(text);
        int lines = text.AsSpan().Count('\n');
        _line += lines;
        _column = lines == 0 ? _column + text.Length : text.Length - text.LastIndexOf('\n') - 1;
    }
}
