namespace Inox.Grammar;

public static class RewriterEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        code.Line().Open("public abstract partial class SyntaxRewriter").Open("private Node? Dispatch(Node node)").Open("switch (node.Kind)");
        foreach (NodeModel node in grammar.Nodes)
            code.Line($"case NodeKind.{node.Name}: return Visit{node.Name}(({node.Name})node);");
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
            code.Line($"protected virtual Node? Visit{node.Name}({node.Name} node) => node;");
            return;
        }
        code.Open($"protected virtual Node? Visit{node.Name}({node.Name} node)");
        foreach (FieldModel field in children) EmitChild(code, field);
        code.Line("return node;").Close();
    }

    private static void EmitChild(CodeText code, FieldModel field)
    {
        string property = "node." + field.Property, local = "new" + field.Property;
        string call = field.Type switch
        {
            { IsList: true, Name: "Statement" } => $"VisitStatements({property})",
            { IsList: true, HasHoles: true } => $"VisitListWithHoles({property})",
            { IsList: true } => $"VisitList({property})",
            { IsNullable: true } => $"VisitOptional({property})",
            { Name: "Statement" } => $"VisitStatement({property})",
            _ => $"VisitRequired({property})",
        };
        code.Line($"var {local} = {call};").Line($"if (!ReferenceEquals({local}, {property})) {property} = {local};");
    }
}
