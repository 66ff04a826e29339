using System.Text;
using System.Text.Json;
using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Core;
using Inox.Css;

namespace Inox.Bundler.Output;

/// <summary>Writes which inputs led to which outputs, in the form of esbuild's metafile. Paths are relative to the folder of the build.</summary>
internal sealed class MetafileWriter(LinkContext context, Assembler assembler, PathStyle paths, string outputFolder)
{
    private readonly Dictionary<string, int> _sizes = [];
    private readonly ByteWriter _bytes = new();

    public byte[] Write(IReadOnlyList<WrittenChunk> chunks, IReadOnlyList<WrittenText> texts, IReadOnlyList<OutputFile> outputs)
    {
        foreach (OutputFile output in outputs) _sizes[output.Path] = output.Bytes.Length;
        using (Utf8JsonWriter json = new(_bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("inputs"u8);
            foreach (Module module in Inputs().OrderBy(NameOf, StringComparer.Ordinal).DistinctBy(NameOf)) WriteInput(json, module);
            json.WriteEndObject();
            json.WriteStartObject("outputs"u8);
            foreach ((_, Action<Utf8JsonWriter> write) in Outputs(chunks, texts, outputs).OrderBy(output => output.Path, StringComparer.Ordinal)) write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        byte[] result = _bytes.ToArray();
        _bytes.Dispose();
        return result;
    }

    private IEnumerable<Module> Inputs() => context.Modules.Where(module => module.Id.Space is "" or ModuleSpaces.Asset or ModuleSpaces.Data);

    private static string NameOf(Module module) => module.Source.Path;

    private static void WriteInput(Utf8JsonWriter json, Module module)
    {
        json.WriteStartObject(NameOf(module));
        json.WriteNumber("bytes"u8, module.AssetBytes?.Length ?? Encoding.UTF8.GetByteCount(module.Source.Text));
        json.WriteStartArray("imports"u8);
        foreach (ImportRecord record in module.Records) WriteImport(json, record);
        // scripts in the text of a page ask for their modules on its behalf
        foreach (ImportRecord record in module.Records)
            if (record.Target is { Id.Space: ModuleSpaces.Inline } inline) foreach (ImportRecord inner in inline.Records) WriteImport(json, inner);
        json.WriteEndArray();
        if (module.Loader is FileLoader.JavaScript or FileLoader.Jsx or FileLoader.TypeScript or FileLoader.Tsx && module.Kind != ModuleKind.Plain)
            json.WriteString("format"u8, module.Kind == ModuleKind.Esm ? "esm"u8 : "cjs"u8);
        json.WriteEndObject();
    }

    private static void WriteImport(Utf8JsonWriter json, ImportRecord record)
    {
        if (record.Target is null ? !record.IsExternal : record.Target.Id.Space == ModuleSpaces.Inline) return;
        json.WriteStartObject();
        json.WriteString("path"u8, record.Target is { } target ? NameOf(target) : record.ExternalPath);
        json.WriteString("kind"u8, KindOf(record));
        if (record.Target is null) json.WriteBoolean("external"u8, true);
        else json.WriteString("original"u8, record.Specifier);
        json.WriteEndObject();
    }

    private static string KindOf(ImportRecord record) => record.Kind switch
    {
        ImportRecordKind.Require => "require-call",
        ImportRecordKind.RequireResolve => "require-resolve",
        ImportRecordKind.Dynamic => "dynamic-import",
        ImportRecordKind.CssImport when record.AttributeType == "composes" => "composes-from",
        ImportRecordKind.CssImport => "import-rule",
        ImportRecordKind.CssUrl or ImportRecordKind.HtmlUrl or ImportRecordKind.NewUrl => "url-token",
        _ => "import-statement",
    };

    private IEnumerable<(string Path, Action<Utf8JsonWriter> Write)> Outputs(IReadOnlyList<WrittenChunk> chunks, IReadOnlyList<WrittenText> texts, IReadOnlyList<OutputFile> outputs)
    {
        HashSet<string> written = [];
        foreach (WrittenChunk chunk in chunks)
        {
            written.Add(FullPath(chunk.Chunk.Path));
            yield return (FullPath(chunk.Chunk.Path), json => WriteChunk(json, chunk));
        }
        foreach (WrittenText text in texts)
        {
            written.Add(FullPath(text.Path));
            yield return (FullPath(text.Path), json => WriteText(json, text));
        }
        Dictionary<string, Module> assets = [];
        foreach (Module module in context.Modules) if (module is { IsLive: true, AssetPath: { } path }) assets.TryAdd(FullPath(path), module);
        foreach (OutputFile output in outputs)
            if (!written.Contains(output.Path)) yield return (output.Path, json => WriteOther(json, output.Path, assets.GetValueOrDefault(output.Path)));
    }

    private void WriteChunk(Utf8JsonWriter json, WrittenChunk written)
    {
        Chunk chunk = written.Chunk;
        Start(json, FullPath(chunk.Path));
        json.WriteStartArray("imports"u8);
        foreach (Chunk import in chunk.Imports) WriteOutputImport(json, import.Path, "import-statement");
        foreach (Chunk import in chunk.DynamicImports) WriteOutputImport(json, import.Path, "dynamic-import");
        foreach (ImportRecord record in chunk.Modules.SelectMany(module => module.Records).Where(record => record is { IsExternal: true, IsCode: true }).DistinctBy(record => (record.ExternalPath, record.Kind)))
            WriteImport(json, record);
        json.WriteEndArray();
        json.WriteStartArray("exports"u8);
        IEnumerable<string> exports = chunk.Entry is { Wrap: not WrapKind.CommonJs } entry ? entry.ResolvedExports.Where(export => !export.Value.IsAmbiguous).Select(export => export.Key) : chunk.Entry is null ? [] : ["default"];
        foreach (string name in exports.Concat(chunk.CrossExports.Values).Order(StringComparer.Ordinal)) json.WriteStringValue(name);
        json.WriteEndArray();
        if (chunk.Entry is { Id.Space: "" } && (chunk.IsUserEntry || chunk.CrossExports.Count == 0)) json.WriteString("entryPoint"u8, NameOf(chunk.Entry));
        if (StyleOf(chunk) is { } style) json.WriteString("cssBundle"u8, Relative(FullPath(style)));
        json.WriteStartObject("inputs"u8);
        foreach ((Module module, int length) in written.Sizes)
            if (module.Id.Space.Length == 0 || module.Id.Space == ModuleSpaces.Asset || module.Id.Space == ModuleSpaces.Data) WriteContribution(json, NameOf(module), length);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private string? StyleOf(Chunk chunk)
    {
        if (chunk.EntryIndex < 0 || context.Plan.Scripts[chunk.EntryIndex].Page is not { } page) return chunk.StylePath;
        return page.StylePath;
    }

    private void WriteText(Utf8JsonWriter json, WrittenText text)
    {
        Start(json, FullPath(text.Path));
        json.WriteStartArray("imports"u8);
        List<Module> sheets = text.Style is { } style ? StyleGraph.Reach(style.Roots.Select(root => root.Module)) : [];
        foreach (string path in sheets.SelectMany(sheet => sheet.Records).Where(record => record.Kind == ImportRecordKind.CssUrl && record.Target?.AssetPath is not null).Select(record => record.Target!.AssetPath!).Distinct())
            WriteOutputImport(json, path, "url-token");
        json.WriteEndArray();
        json.WriteStartArray("exports"u8);
        json.WriteEndArray();
        if (text.Style is { Roots: [var root] } && context.Plan.Styles.Exists(entry => entry.Module == root.Module)) json.WriteString("entryPoint"u8, NameOf(root.Module));
        if (text.Page is not null) json.WriteString("entryPoint"u8, NameOf(text.Page.Module));
        json.WriteStartObject("inputs"u8);
        foreach (Module sheet in sheets) WriteContribution(json, NameOf(sheet), PrintedLength(sheet));
        if (text.Page is not null) WriteContribution(json, NameOf(text.Page.Module), _sizes[FullPath(text.Path)]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // What the sheet comes to by itself: what stands around it in the output is not counted.
    private int PrintedLength(Module sheet) =>
        Encoding.UTF8.GetByteCount(CssPrinter.Print(sheet.Style!.Sheet, new() { Minify = context.Options.MinifyWhitespace }).Text);

    private void WriteOther(Utf8JsonWriter json, string path, Module? asset)
    {
        Start(json, path);
        json.WriteStartArray("imports"u8);
        json.WriteEndArray();
        json.WriteStartArray("exports"u8);
        json.WriteEndArray();
        json.WriteStartObject("inputs"u8);
        if (asset is not null) WriteContribution(json, NameOf(asset), asset.AssetBytes!.Length);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Start(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject(Relative(path));
        json.WriteNumber("bytes"u8, _sizes[path]);
    }

    private void WriteOutputImport(Utf8JsonWriter json, string path, string kind)
    {
        json.WriteStartObject();
        json.WriteString("path"u8, Relative(FullPath(path)));
        json.WriteString("kind"u8, kind);
        json.WriteEndObject();
    }

    private static void WriteContribution(Utf8JsonWriter json, string input, int bytes)
    {
        json.WriteStartObject(input);
        json.WriteNumber("bytesInOutput"u8, bytes);
        json.WriteEndObject();
    }

    private string FullPath(string output) => paths.Join(outputFolder, assembler.Fill(output));

    private string Relative(string path) => paths.GetRelative(context.Options.WorkingDirectory, path);
}
