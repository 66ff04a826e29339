using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Declarations;

/// <summary>Tells whether the value of an enum member rests on a variable or on a member of another enum declaration.</summary>
internal sealed class EnumDependencies : SyntaxVisitor
{
    private readonly DeclarationContext _context;
    private readonly TSEnumDeclaration _declaration;
    private bool _found;

    private EnumDependencies(DeclarationContext context, TSEnumDeclaration declaration) => (_context, _declaration) = (context, declaration);

    public static bool AreOutside(Expression initializer, TSEnumDeclaration declaration, DeclarationContext context)
    {
        EnumDependencies search = new(context, declaration);
        search.Visit(initializer);
        return search._found;
    }

    protected override void VisitIdentifierReference(IdentifierReference node)
    {
        if (node.SymbolId < 0) return;
        SymbolFlags flags = _context.Model.GetSymbol(node.SymbolId).Flags;
        _found |= (flags & SymbolFlags.Const) != 0 || ((flags & SymbolFlags.EnumMember) != 0 && !Declares(node.Name));
    }

    protected override void VisitMemberExpression(MemberExpression node)
    {
        string? name = node.Property switch { IdentifierName identifier => identifier.Name, StringLiteral text => text.Value, _ => null };
        if (name is null || node.Object is not IdentifierReference { SymbolId: >= 0 } holder || _context.Enums.Find(holder.SymbolId) is not { } constants)
        {
            base.VisitMemberExpression(node);
            return;
        }
        bool isOwn = holder.SymbolId == _declaration.Id.SymbolId && Declares(name);
        _found |= !isOwn && constants.Members.ContainsKey(name);
    }

    private bool Declares(string name)
    {
        foreach (TSEnumMember member in _declaration.Members) if (EnumMembers.NameOf(member) == name) return true;
        return false;
    }
}
