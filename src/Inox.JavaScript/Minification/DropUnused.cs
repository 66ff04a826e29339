using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Takes away what nothing reads: variables, assignments to them, functions, classes, the names of function expressions, the parameter of a
/// `catch`. What is unread is settled before the walk, so that all places of a name are changed in the same walk.
/// </summary>
internal sealed class DropUnused
{
    private readonly SymbolFacts _facts;
    private readonly Purity _purity;
    private readonly bool[] _isUnread;

    public DropUnused(SymbolFacts facts, Purity purity, int symbolCount)
    {
        _facts = facts;
        _purity = purity;
        _isUnread = new bool[symbolCount];
        for (int id = 0; id < symbolCount; id++) _isUnread[id] = facts[id] is { IsLocal: true, Reads: 0 } || UnusedObjects.Is(facts[id]);
    }

    public int Changes { get; private set; }

    private bool Dropped()
    {
        Changes++;
        return true;
    }

    private bool IsUnread(int symbol) => symbol >= 0 && symbol < _isUnread.Length && _isUnread[symbol];

    private bool IsUnreadVariable(int symbol) => IsUnread(symbol) && _facts[symbol] is { IsPinned: false, IsParameter: false, IsFunction: false, IsConstant: false, IsClass: false, IsSetTooEarly: false, SelfReads: 0 };

    /// <summary>The declaration without unread variables: the statements that take its place, in order.</summary>
    public void Variables(VariableDeclaration declaration, List<Statement> output)
    {
        if (declaration.IsDeclare || declaration.DeclarationKind is VariableKind.Using or VariableKind.AwaitUsing || !Array.Exists(declaration.Declarations, CanGo))
        {
            output.Add(declaration);
            return;
        }
        Changes++;
        List<VariableDeclarator> kept = [];
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            if (!CanGo(declarator))
            {
                kept.Add(declarator);
                continue;
            }
            if (declarator.Init is null || DropValues.Unused(declarator.Init, _purity) is not { } left) continue;
            if (kept.Count > 0) output.Add(new VariableDeclaration(declaration.Span, declaration.DeclarationKind, [.. kept]));
            kept.Clear();
            output.Add(new ExpressionStatement(left.Span, left));
        }
        if (kept.Count > 0) output.Add(new VariableDeclaration(declaration.Span, declaration.DeclarationKind, [.. kept]));
    }

    // const a = 1; a = 2 throws
    private bool CanGo(VariableDeclarator declarator) =>
        declarator.Id is BindingIdentifier id && (IsUnreadVariable(id.SymbolId) || IsUnread(id.SymbolId) && _facts[id.SymbolId] is { IsConstant: true, Writes: 1, IsPinned: false });

    /// <summary>The value of an assignment to a variable that nothing reads, or to a property of what nothing does anything with; null for any other assignment.</summary>
    public Expression? Assignment(AssignmentExpression node)
    {
        bool goes = node is { Operator: AssignmentOperator.Assign, Left: IdentifierReference name } ? IsUnreadVariable(name.SymbolId)
            : UnusedObjects.Root(node, out _) is { SymbolId: >= 0 } root && IsUnread(root.SymbolId);
        if (!goes) return null;
        Changes++;
        return node.Right;
    }

    public bool Function(FunctionDeclaration node)
    {
        if (node.Id is not { } id || !IsUnread(id.SymbolId) || _facts[id.SymbolId] is not { IsPinned: false, Writes: 0, Declarations: 1 }) return false;
        return Dropped();
    }

    public bool Class(ClassDeclaration node)
    {
        if (node.Id is not { } id || !IsUnread(id.SymbolId) || _facts[id.SymbolId] is not { IsPinned: false, Writes: 1 } || !_purity.IsPureClass(node)) return false;
        return Dropped();
    }

    public bool OwnName(BindingIdentifier? id) => id is not null && IsUnread(id.SymbolId) && _facts[id.SymbolId] is { Writes: 0, SelfReads: 0, Declarations: 1 };

    /// <summary>Whether the parameter of a `catch` is a name that nothing means.</summary>
    public bool CatchParameter(Pattern? parameter) => parameter is BindingIdentifier id && IsUnread(id.SymbolId) && _facts[id.SymbolId].Writes == 1 && _facts[id.SymbolId].Declarations == 1;
}
