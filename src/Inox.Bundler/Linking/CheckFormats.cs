using Inox.Bundler.Graph;
using Inox.Core;

namespace Inox.Bundler.Linking;

/// <summary>Reports what the output format cannot express.</summary>
internal static class CheckFormats
{
    public static void Run(LinkContext context)
    {
        foreach (Module module in context.Modules)
        {
            if (module.HasTopLevelAwait && context.Options.Format != ModuleFormat.Esm) Report(context, LinkErrors.TopLevelAwait, module);
            foreach (ImportRecord record in module.Records)
                if (record is { Kind: ImportRecordKind.Require, Target: { IsAsync: true } target })
                    context.Diagnostics.Add(new() { Descriptor = LinkErrors.RequiresAsync, Source = module.Source, Span = record.Span, Arguments = [target.Source.Path] });
        }
        if (context.Options.Format is ModuleFormat.Amd or ModuleFormat.Umd or ModuleFormat.SystemJs) Report(context, LinkErrors.FormatOfFiles, context.Entries[0]);
        if (context.Options.Format != ModuleFormat.CommonJs) return;
        foreach (Module entry in context.Entries)
        {
            if (entry.Kind != ModuleKind.Esm || entry.ResolvedExports.Count == 0) continue;
            if (context.Options.Exports == ExportsMode.None) Report(context, LinkErrors.ExportsNone, entry);
            if (context.Options.Exports == ExportsMode.Default && (entry.ResolvedExports.Count > 1 || !entry.ResolvedExports.ContainsKey("default")))
                Report(context, LinkErrors.ExportsOnlyDefault, entry);
        }
    }

    private static void Report(LinkContext context, DiagnosticDescriptor descriptor, Module module) =>
        context.Diagnostics.Add(new() { Descriptor = descriptor, Source = module.Source, Span = new(0, 0), Arguments = [module.Source.Path] });
}
