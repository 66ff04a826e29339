using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary><c>const a = 1, b = call()</c> at the outermost level becomes a statement for each, so that each can be left out for itself.</summary>
internal static class SplitDeclarations
{
    public static void Run(Program program)
    {
        if (!Array.Exists(program.Body, IsSplit)) return;
        List<Statement> body = new(program.Body.Length + 8);
        foreach (Statement statement in program.Body)
        {
            if (!IsSplit(statement)) body.Add(statement);
            else if (statement is VariableDeclaration declaration) body.AddRange(Split(declaration));
            else foreach (VariableDeclaration part in Split((VariableDeclaration)((ExportNamedDeclaration)statement).Declaration!)) body.Add(new ExportNamedDeclaration(part.Span, part, [], null, []));
        }
        program.Body = [.. body];
    }

    private static bool IsSplit(Statement statement)
    {
        VariableDeclaration? declaration = statement as VariableDeclaration ?? (statement as ExportNamedDeclaration)?.Declaration as VariableDeclaration;
        return declaration is { Declarations.Length: > 1, IsDeclare: false, DeclarationKind: not (VariableKind.Using or VariableKind.AwaitUsing) };
    }

    private static IEnumerable<VariableDeclaration> Split(VariableDeclaration declaration) =>
        declaration.Declarations.Select(declarator => new VariableDeclaration(declarator.Span, declaration.DeclarationKind, [declarator]));
}
