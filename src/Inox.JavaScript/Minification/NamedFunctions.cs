using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>The symbols that functions and classes take the value of `name` from: `function f`, `class A`, `let f = () => 1`.</summary>
internal sealed class NamedFunctions : SyntaxVisitor
{
    private readonly HashSet<int> _symbols = [];

    public static HashSet<int> Find(SemanticModel model)
    {
        NamedFunctions search = new();
        for (int id = 0; id < model.SymbolCount; id++)
            if ((model.Symbols[id].Flags & (SymbolFlags.Function | SymbolFlags.Class)) != 0) search._symbols.Add(id);
        search.Visit(model.Program);
        return search._symbols;
    }

    protected override void VisitVariableDeclarator(VariableDeclarator node)
    {
        if (TakesName(node.Init) && node.Id is BindingIdentifier id) _symbols.Add(id.SymbolId);
        base.VisitVariableDeclarator(node);
    }

    protected override void VisitAssignmentExpression(AssignmentExpression node)
    {
        if (TakesName(node.Right) && node.Left is IdentifierReference name) _symbols.Add(name.SymbolId);
        base.VisitAssignmentExpression(node);
    }

    protected override void VisitFormalParameter(FormalParameter node)
    {
        if (TakesName(node.Initializer) && node.Pattern is BindingIdentifier id) _symbols.Add(id.SymbolId);
        base.VisitFormalParameter(node);
    }

    protected override void VisitAssignmentPattern(AssignmentPattern node)
    {
        if (TakesName(node.Right) && node.Left is BindingIdentifier id) _symbols.Add(id.SymbolId);
        base.VisitAssignmentPattern(node);
    }

    private static bool TakesName(Expression? value) => value is ArrowFunctionExpression or FunctionExpression { Id: null } or ClassExpression { Id: null };
}
