using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>Makes neighbouring declarations of one kind one, once it is settled which of them stay.</summary>
internal static class JoinDeclarations
{
    public static List<Statement> Run(List<Statement> statements)
    {
        List<Statement> joined = new(statements.Count);
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i] is not VariableDeclaration { DeclarationKind: VariableKind.Var or VariableKind.Let or VariableKind.Const } first)
            {
                joined.Add(statements[i]);
                continue;
            }
            int end = i + 1;
            while (end < statements.Count && statements[end] is VariableDeclaration next && next.DeclarationKind == first.DeclarationKind) end++;
            if (end > i + 1) first.Declarations = [.. statements.GetRange(i, end - i).SelectMany(statement => ((VariableDeclaration)statement).Declarations)];
            joined.Add(first);
            i = end - 1;
        }
        return joined;
    }
}
