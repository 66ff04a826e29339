using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Builds the <see cref="SemanticModel"/> of a tree in one walk.</summary>
public static class SemanticAnalyzer
{
    public static SemanticModel Analyze(Program program) => new(program);
}
