using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>Says why a request led nowhere, and what to type instead.</summary>
public static class ResolveDiagnostics
{
    private const int MaxNotes = 8;

    /// <param name="source">The importer; null for a name on the command line.</param>
    /// <param name="span">The request in <paramref name="source"/>, with its quotes or without.</param>
    /// <param name="request">The request as written.</param>
    /// <param name="result">What the resolver answered, with a <see cref="ResolveResult.Failure"/>.</param>
    public static Diagnostic Create(SourceText? source, TextSpan span, string request, ResolveResult result)
    {
        if (result.Failure is not { } failure) throw new ArgumentException($"`{request}` was found", nameof(result));
        string? help = HelpFor(failure, request);
        DiagnosticDescriptor descriptor = DescriptorOf(failure.Reason);
        string[] arguments = [NameOf(failure, request), SecondOf(failure, request), help ?? ""];
        return new()
        {
            Descriptor = help is null ? descriptor : descriptor with { Help = "{2}" },
            Source = source,
            Span = span,
            Arguments = arguments,
            Notes = NotesFor(failure),
        };
    }

    private static DiagnosticDescriptor DescriptorOf(ResolveReason reason) => reason switch
    {
        ResolveReason.FileNotFound => ResolutionDiagnostics.FileNotFound,
        ResolveReason.PackageNotFound => ResolutionDiagnostics.PackageNotFound,
        ResolveReason.PackageFileNotFound => ResolutionDiagnostics.PackageFileNotFound,
        ResolveReason.PackageHasNoEntry => ResolutionDiagnostics.PackageHasNoEntry,
        ResolveReason.TypesOnly => ResolutionDiagnostics.TypesOnly,
        ResolveReason.NotExported => ResolutionDiagnostics.NotExported,
        ResolveReason.ConditionsNotMet => ResolutionDiagnostics.ConditionsNotMet,
        ResolveReason.InvalidTarget => ResolutionDiagnostics.InvalidTarget,
        ResolveReason.InvalidExports => ResolutionDiagnostics.InvalidExports,
        ResolveReason.TargetNotFound => ResolutionDiagnostics.TargetNotFound,
        ResolveReason.NotImported => ResolutionDiagnostics.NotImported,
        ResolveReason.DirectoryRequest => ResolutionDiagnostics.DirectoryRequest,
        ResolveReason.NodeBuiltin => ResolutionDiagnostics.NodeBuiltin,
        ResolveReason.UnknownBuiltin => ResolutionDiagnostics.UnknownBuiltin,
        ResolveReason.BrokenPackageJson => ResolutionDiagnostics.BrokenPackageJson,
        ResolveReason.TsConfigNotFound => ResolutionDiagnostics.TsConfigNotFound,
        ResolveReason.BrokenTsConfig => ResolutionDiagnostics.BrokenTsConfig,
        ResolveReason.Circular => ResolutionDiagnostics.Circular,
        ResolveReason.EmptyRequest => ResolutionDiagnostics.EmptyRequest,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string NameOf(ResolveFailure failure, string request) =>
        failure.Reason is ResolveReason.FileNotFound or ResolveReason.NotImported ? request : failure.Subject;

    private static string SecondOf(ResolveFailure failure, string request) => failure.Reason switch
    {
        ResolveReason.PackageFileNotFound or ResolveReason.NotExported or ResolveReason.ConditionsNotMet => PackageName.Parse(request).Name,
        _ => failure.ConfigPath ?? "package.json",
    };

    private static string? HelpFor(ResolveFailure failure, string request)
    {
        if (failure.Suggestion is { } suggestion)
        {
            return failure.IsCaseMismatch ? $"upper and lower case differ: write `{suggestion}`" : $"did you mean `{suggestion}`?";
        }
        return failure.Reason switch
        {
            ResolveReason.PackageNotFound when failure.IsDeclared => "package.json lists it: run `npm install`",
            ResolveReason.PackageNotFound => $"install it with `npm install {failure.Subject}`",
            ResolveReason.TypesOnly => $"write `import type`, or install the code with `npm install {failure.Subject}`",
            ResolveReason.NodeBuiltin => "build with `--platform=node`, or give it an alias to a package that stands in for it",
            ResolveReason.DirectoryRequest => "write the name of a file, without `/` at the end",
            ResolveReason.NotImported => $"add `\"{request}\"` to `imports` in package.json",
            ResolveReason.InvalidTarget => "write a path that starts with `./`",
            ResolveReason.InvalidExports => "start every key with `.`, or none",
            ResolveReason.TargetNotFound => "build the package first if the file is made by a build",
            ResolveReason.EmptyRequest => "write a path such as `./a.js` or the name of a package",
            _ => null,
        };
    }

    private static string[] NotesFor(ResolveFailure failure)
    {
        List<string> notes = [];
        if (failure.Reason is ResolveReason.NotExported or ResolveReason.NotImported) AddList(notes, failure.Choices, "has");
        bool isAboutFiles = failure.Reason is ResolveReason.FileNotFound or ResolveReason.PackageFileNotFound or ResolveReason.PackageHasNoEntry
            or ResolveReason.TargetNotFound;
        if (isAboutFiles) AddList(notes, failure.Tried, "tried");
        return [.. notes];
    }

    private static void AddList(List<string> notes, IReadOnlyList<string> items, string verb)
    {
        for (int i = 0; i < items.Count && i < MaxNotes; i++) notes.Add($"{verb} `{items[i]}`");
        if (items.Count > MaxNotes) notes.Add($"and {items.Count - MaxNotes} more");
    }
}
