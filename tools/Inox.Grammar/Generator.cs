namespace Inox.Grammar;

public static class Generator
{
    /// <summary>The generated files, name and text, in a stable order.</summary>
    public static IEnumerable<(string Name, string Text)> Run(string grammarText)
    {
        GrammarModel grammar = GrammarReader.Read(grammarText);
        yield return ("NodeKind.g.cs", KindEmitter.Emit(grammar));
        yield return ("Enums.g.cs", EnumEmitter.Emit(grammar));
        yield return ("Interfaces.g.cs", InterfaceEmitter.Emit(grammar));
        foreach (IGrouping<string, NodeModel> chapter in grammar.Nodes.GroupBy(node => node.Chapter))
            yield return ($"Nodes.{chapter.Key}.g.cs", NodeEmitter.Emit(grammar, chapter));
        yield return ("SyntaxVisitor.g.cs", VisitorEmitter.Emit(grammar));
        yield return ("SyntaxRewriter.g.cs", RewriterEmitter.Emit(grammar));
        yield return ("NodeChildren.g.cs", ChildrenEmitter.Emit(grammar));
        yield return ("TreeComparer.g.cs", ComparerEmitter.Emit(grammar));
        yield return ("EstreeWriter.g.cs", EstreeEmitter.Emit(grammar));
    }
}
