using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>`let` for a `const` that nothing assigns to, so that it joins what is declared beside it.</summary>
internal static class RelaxConst
{
    public static void In(VariableDeclaration declaration, SymbolFacts facts)
    {
        if (declaration is not { DeclarationKind: VariableKind.Const, IsDeclare: false }) return;
        foreach (VariableDeclarator declarator in declaration.Declarations)
            foreach (BindingIdentifier id in BoundNames.Of(declarator.Id))
                if (!facts.IsLocal(id.SymbolId) || facts[id.SymbolId].Writes != 1) return;
        declaration.DeclarationKind = VariableKind.Let;
    }
}
