using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>Looks for a name in a part of a tree.</summary>
internal sealed class Mentions : SyntaxVisitor
{
    private readonly int _symbol;
    private readonly bool _onlyWrites;
    private bool _found;

    private Mentions(int symbol, bool onlyWrites) => (_symbol, _onlyWrites) = (symbol, onlyWrites);

    /// <summary>Whether the node assigns to the symbol, functions in it included.</summary>
    public static bool Write(Node node, int symbol) => Look(node, symbol, onlyWrites: true);

    public static bool Any(Node node, int symbol) => Look(node, symbol, onlyWrites: false);

    private static bool Look(Node node, int symbol, bool onlyWrites)
    {
        if (node is IdentifierReference name) return !onlyWrites && name.SymbolId == symbol;
        Mentions search = new(symbol, onlyWrites);
        search.Visit(node);
        return search._found;
    }

    protected override void VisitIdentifierReference(IdentifierReference node) => _found |= !_onlyWrites && node.SymbolId == _symbol;

    protected override void VisitAssignmentExpression(AssignmentExpression node)
    {
        _found |= node.Left is not MemberExpression && Any(node.Left, _symbol);
        base.VisitAssignmentExpression(node);
    }

    protected override void VisitUpdateExpression(UpdateExpression node)
    {
        _found |= node.Argument is IdentifierReference name && name.SymbolId == _symbol;
        base.VisitUpdateExpression(node);
    }
}
