using System.Text;
using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Output;

/// <summary>The import statements of a chunk for what stays outside: one for each module, in the order of evaluation.</summary>
internal static class ExternalImports
{
    public static IEnumerable<string> Write(LinkContext context, Chunk chunk, ChunkSymbols symbols)
    {
        bool minify = context.Options.MinifyWhitespace;
        List<ImportRecord> order = [];
        HashSet<string> paths = [];
        foreach (Module module in chunk.Modules)
            foreach (ImportRecord record in module.Records)
                if (record is { Kind: ImportRecordKind.Statement, IsExternal: true } && module.Statements[record.Statement].IsLive && IsImport(record) && paths.Add(record.ExternalPath)) order.Add(record);
        ILookup<string, (ImportRecord Record, string Name, SymbolRef Symbol)> names = symbols.Externals.ToLookup(external => external.Record.ExternalPath);
        foreach (ImportRecord record in order)
        {
            string from = ChunkWriter.Quote(record.ExternalPath) + Attributes(record, minify) + ";";
            List<string> named = [];
            string? byDefault = null;
            List<string> spaces = [];
            foreach ((_, string name, SymbolRef symbol) in names[record.ExternalPath])
            {
                string local = symbols.NameOf(symbol)!;
                if (name == NamedImport.Namespace) spaces.Add(local);
                else if (name == "default" && byDefault is null) byDefault = local;
                else named.Add(ImportName(name, local));
            }
            foreach (string space in spaces) yield return minify ? $"import*as {space} from{from}" : $"import * as {space} from {from}";
            if (named.Count > 0 || byDefault is not null) yield return Statement(byDefault, named, from, minify);
            else if (spaces.Count == 0) yield return minify ? "import" + from : "import " + from;
        }
    }

    // export * stays a statement of its own
    private static bool IsImport(ImportRecord record) => record.Node is not ExportAllDeclaration { Exported: null } || record.NamespaceSymbol >= 0;

    private static string Statement(string? byDefault, List<string> named, string from, bool minify)
    {
        StringBuilder text = new("import");
        if (byDefault is not null) text.Append(' ').Append(byDefault);
        if (byDefault is not null && named.Count > 0) text.Append(',');
        if (named.Count > 0) text.Append(minify ? "{" : " { ").AppendJoin(minify ? "," : ", ", named).Append(minify ? "}" : " }");
        text.Append(minify && named.Count > 0 ? "from" : " from").Append(minify ? "" : " ").Append(from);
        return text.ToString();
    }

    private static string ImportName(string name, string local) =>
        name == local ? name : $"{(Identifiers.IsIdentifier(name) ? name : ChunkWriter.Quote(name))} as {local}";

    private static string Attributes(ImportRecord record, bool minify)
    {
        ImportAttribute[] attributes = record.Node switch { ImportDeclaration import => import.Attributes, ExportNamedDeclaration export => export.Attributes, ExportAllDeclaration all => all.Attributes, _ => [] };
        if (attributes.Length == 0) return "";
        string text = string.Join(minify ? "," : ", ", attributes.Select(attribute =>
            (attribute.Key is IdentifierName name ? name.Name : ChunkWriter.Quote(((StringLiteral)attribute.Key).Value)) + (minify ? ":" : ": ") + ChunkWriter.Quote(attribute.Value.Value)));
        return minify ? $"with{{{text}}}" : $" with {{ {text} }}";
    }

    /// <summary>What an entry exports with <c>export *</c> from outside, directly or through modules of the bundle.</summary>
    public static IEnumerable<string> Stars(Module entry)
    {
        List<string> paths = [];
        Collect(entry, paths, []);
        return paths;
    }

    private static void Collect(Module module, List<string> paths, HashSet<Module> seen)
    {
        if (!seen.Add(module)) return;
        foreach (int index in module.StarExports)
        {
            ImportRecord record = module.Records[index];
            if (record.Target is { } target) Collect(target, paths, seen);
            else if (record.IsExternal && !paths.Contains(record.ExternalPath)) paths.Add(record.ExternalPath);
        }
    }
}
