using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>What the analyzer does besides building the tables.</summary>
public sealed record SemanticOptions
{
    public static SemanticOptions Default { get; } = new();

    /// <summary>Report redeclarations and exports of undeclared names, which are early errors of the specification.</summary>
    public bool CheckDeclarations { get; init; }

    /// <summary>The text that diagnostics point into.</summary>
    public SourceText? Source { get; init; }

    /// <summary>Whether the file is TypeScript, whose declarations merge in more ways.</summary>
    public bool IsTypeScript { get; init; }
}

/// <summary>Builds the <see cref="SemanticModel"/> of a tree: one walk that declares and collects, then one loop that resolves.</summary>
public static class SemanticAnalyzer
{
    public static SemanticModel Analyze(Program program, SemanticOptions? options = null)
    {
        SemanticModel model = new(program);
        Binder binder = new(model, options ?? SemanticOptions.Default);
        binder.Visit(program);
        binder.Finish();
        return model;
    }
}
