using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Core;
using Inox.JavaScript;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.Bundler.Output;

/// <summary>One module as text, with its mappings as if the text were a file of its own.</summary>
internal sealed record PrintedModule(Module Module, string Text, string Namespace, MappingChunk Mappings, IReadOnlyList<string> Names);

/// <summary>Prints a module for a chunk. Several modules may be printed at once.</summary>
internal static class ModulePrinter
{
    public static PrintedModule Print(Module module, Chunk chunk, ChunkSymbols symbols, BuildOptions options)
    {
        bool wantsMap = options.SourceMap != SourceMapMode.None && module.Id.Space != ModuleSpaces.Runtime;
        PrintOptions print = new()
        {
            MinifyWhitespace = options.MinifyWhitespace, MinifyToEs5 = options.Target.Version < EcmaVersion.Es2015, AsciiOnly = options.AsciiOnly,
            PreferTemplates = options is { MinifySyntax: true, MinifyIdentifiers: true }, Names = symbols.TextsOf(module), Comments = CommentsOf(options),
            Indentation = options.Format == ModuleFormat.Iife ? 1 : 0,
        };
        using CharWriter output = new(Math.Max(256, module.Source.Text.Length));
        string declaration = PrintNamespace(module, print, output);
        using MappingWriter? map = wantsMap ? new(module.InputMap) : null;
        JsPrinter printer = new(output, print, module.Source, module.Comments, map);
        printer.PrintStatements(module.Output);
        if (module.KeepsForm) printer.PrintCommentsAtEnd(module.Program);
        printer.FlushSemicolon();
        return new(module, output.ToString(), declaration, map?.ToChunk() ?? MappingChunk.Empty, printer.MappedNames);
    }

    private static string PrintNamespace(Module module, PrintOptions print, CharWriter output)
    {
        if (module.NamespaceOutput is null) return "";
        JsPrinter printer = new(output, print);
        printer.PrintStatements([module.NamespaceOutput]);
        printer.FlushSemicolon();
        string text = output.ToString();
        output.Truncate(0);
        return text;
    }

    private static CommentPolicy CommentsOf(BuildOptions options)
    {
        if (options.LegalComments != LegalComments.Inline && options.MinifyWhitespace) return CommentPolicy.None;
        if (options.MinifyWhitespace) return CommentPolicy.Legal;
        return CommentPolicy.All;
    }
}
