// codemod FILE...: `var` becomes `let`, or `const` where nothing assigns again, if the variable is not seen outside of its block.
// The text around each change stays as it is: only the keywords are replaced.
using System.Text;
using Inox.JavaScript;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

foreach (string path in args)
{
    ParseResult parsed = JsParser.Parse(path, File.ReadAllText(path));
    if (parsed.HasErrors) Console.Error.WriteLine($"{path}: left as it is: {parsed.Diagnostics[0].Message}");
    else File.WriteAllText(path, VarsToLets.Apply(parsed));
}

internal sealed class VarsToLets(SemanticModel model) : SyntaxVisitor
{
    private readonly List<(int Start, string Keyword)> _edits = [];
    private readonly Stack<Node> _blocks = [];

    public static string Apply(ParseResult parsed)
    {
        VarsToLets visitor = new(SemanticAnalyzer.Analyze(parsed));
        visitor.Visit(parsed.Program);
        StringBuilder text = new(parsed.Source.Text);
        // from the end, so that the places in front stay good
        for (int i = visitor._edits.Count - 1; i >= 0; i--) text.Remove(visitor._edits[i].Start, "var".Length).Insert(visitor._edits[i].Start, visitor._edits[i].Keyword);
        return text.ToString();
    }

    protected override void VisitProgram(Inox.JavaScript.Syntax.Program node) => Within(node, () => base.VisitProgram(node));

    protected override void VisitBlockStatement(BlockStatement node) => Within(node, () => base.VisitBlockStatement(node));

    protected override void VisitVariableDeclaration(VariableDeclaration node)
    {
        if (node is { DeclarationKind: VariableKind.Var, Declarations: [{ Id: BindingIdentifier id, Init: not null }] } && IsLocal(id, node))
            _edits.Add((node.Start, (model.Symbols[id.SymbolId].Flags & SymbolFlags.Reassigned) == 0 ? "const" : "let"));
        base.VisitVariableDeclaration(node);
    }

    // declared once, and used only behind its declaration and within its block
    private bool IsLocal(BindingIdentifier id, VariableDeclaration declaration)
    {
        foreach (Redeclaration other in model.Redeclarations) if (other.Symbol == id.SymbolId) return false;
        foreach (Reference use in model.References)
            if (use.Symbol == id.SymbolId && (use.Node.Start < declaration.Start || use.Node.End > _blocks.Peek().End)) return false;
        return true;
    }

    private void Within(Node block, Action visit)
    {
        _blocks.Push(block);
        visit();
        _blocks.Pop();
    }
}
