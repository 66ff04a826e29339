namespace Inox.Grammar;

public static class VisitorEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        code.Line().Open("public abstract partial class SyntaxVisitor").Open("private void Dispatch(Node node)").Open("switch (node.Kind)");
        foreach (NodeModel node in grammar.Nodes)
            code.Line($"case NodeKind.{node.Name}: Visit{node.Name}(({node.Name})node); break;");
        code.Line("default: throw new System.Diagnostics.UnreachableException();").Close().Close();
        foreach (NodeModel node in grammar.Nodes) EmitMethod(code, grammar, node);
        return code.Close().ToString();
    }

    private static void EmitMethod(CodeText code, GrammarModel grammar, NodeModel node)
    {
        FieldModel[] children = [.. node.Fields.Where(field => grammar.IsNodeType(field.Type.Name))];
        code.Line();
        if (children.Length == 0)
        {
            code.Line($"protected virtual void Visit{node.Name}({node.Name} node) {{ }}");
            return;
        }
        code.Open($"protected virtual void Visit{node.Name}({node.Name} node)");
        foreach (FieldModel field in children) code.Line(Statement(field));
        code.Close();
    }

    private static string Statement(FieldModel field) => field.Type switch
    {
        { IsList: true, Name: "Statement" } => $"VisitStatements(node.{field.Property});",
        { IsList: true, HasHoles: true } => $"foreach (var child in node.{field.Property}) if (child is not null) Visit(child);",
        { IsList: true } => $"foreach (var child in node.{field.Property}) Visit(child);",
        { IsNullable: true } => $"if (node.{field.Property} is not null) Visit(node.{field.Property});",
        _ => $"Visit(node.{field.Property});",
    };
}
