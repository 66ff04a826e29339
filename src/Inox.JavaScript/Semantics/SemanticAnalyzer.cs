using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>What the analyzer does besides building the tables.</summary>
public sealed record SemanticOptions
{
    public static SemanticOptions Default { get; } = new();

    /// <summary>Report redeclarations and exports of undeclared names, which are early errors of the specification.</summary>
    public bool CheckDeclarations { get; init; }

    /// <summary>Report what TypeScript's checker rejects and no types are needed to see; null for none of it. JavaScript is not checked.</summary>
    public TypeScriptRules? TypeScriptRules { get; init; }

    /// <summary>The text that diagnostics point into; known when a <see cref="ParseResult"/> is analyzed.</summary>
    public SourceText? Source { get; init; }

    /// <summary>The grammar of the file: declarations of TypeScript merge in more ways. Known when a <see cref="ParseResult"/> is analyzed.</summary>
    public Language Language { get; init; }

    /// <summary>The comments of the file, some of which take findings back; known when a <see cref="ParseResult"/> is analyzed.</summary>
    internal Comment[] Comments { get; init; } = [];

    internal bool IsTypeScript => Language is Language.TypeScript or Language.Tsx or Language.Declarations;
}

/// <summary>Builds the <see cref="SemanticModel"/> of a tree: one walk that declares and collects, then one loop that resolves.</summary>
public static class SemanticAnalyzer
{
    public static SemanticModel Analyze(ParseResult parsed, SemanticOptions? options = null) => Settled(Begin(parsed, options ?? SemanticOptions.Default));

    /// <summary>Analyzes a tree that may no longer be what was parsed.</summary>
    public static SemanticModel Analyze(Program program, SemanticOptions? options = null) => Settled(Begin(program, options ?? SemanticOptions.Default));

    /// <summary>The model of a tree that passes will change: it is renewed then, and the last one settled.</summary>
    internal static SemanticModel Begin(ParseResult parsed, SemanticOptions options) =>
        Begin(parsed.Program, options with { Source = parsed.Source, Language = parsed.Language, Comments = parsed.Comments });

    private static SemanticModel Begin(Program program, SemanticOptions options)
    {
        SemanticModel model = new(program);
        Bind(model, options);
        if (options is { TypeScriptRules: { } rules, IsTypeScript: true }) model.Diagnostics = [.. model.Diagnostics, .. TypeScriptChecker.Check(model, options, rules)];
        return model;
    }

    private static SemanticModel Settled(SemanticModel model)
    {
        model.SettleTables();
        return model;
    }

    /// <summary>The model of a tree that has changed, in place of the one before, which is empty then.</summary>
    internal static SemanticModel Renew(SemanticModel replaced)
    {
        SemanticModel model = new(replaced);
        Bind(model, SemanticOptions.Default);
        return model;
    }

    private static void Bind(SemanticModel model, SemanticOptions options)
    {
        Binder binder = new(model, options);
        binder.Visit(model.Program);
        binder.Finish();
    }
}
