namespace Inox.Grammar;

public static class ChildrenEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        code.Line().Open("internal static class NodeChildren");
        code.Line("/// <summary>Adds the children of a node in the order of the grammar; it does not go deeper.</summary>");
        code.Open("public static void AddTo(Node parent, System.Collections.Generic.List<Node> children)").Open("switch (parent.Kind)");
        foreach (NodeModel node in grammar.Nodes)
        {
            FieldModel[] fields = [.. node.Fields.Where(field => grammar.IsNodeType(field.Type.Name))];
            if (fields.Length == 0) continue;
            code.Line($"case NodeKind.{node.Name}:").Line("{").Line($"var node = ({node.Name})parent;");
            foreach (FieldModel field in fields) code.Line(Statement(field));
            code.Line("break;").Close();
        }
        return code.Line("default:").Indented("break;").Close().Close().Close().ToString();
    }

    private static string Statement(FieldModel field) => field.Type switch
    {
        { IsList: true, HasHoles: true } => $"foreach (var child in node.{field.Property}) if (child is not null) children.Add(child);",
        { IsList: true } => $"children.AddRange(node.{field.Property});",
        { IsNullable: true } => $"if (node.{field.Property} is not null) children.Add(node.{field.Property});",
        _ => $"children.Add(node.{field.Property});",
    };
}

public static class ComparerEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        code.Line().Open("public static partial class TreeComparer");
        code.Open("private static bool SameFields(Node a, Node b)").Open("switch (a.Kind)");
        foreach (NodeModel node in grammar.Nodes.Where(node => node.Fields.Count > 0))
        {
            code.Line($"case NodeKind.{node.Name}:").Line("{").Line($"var x = ({node.Name})a;").Line($"var y = ({node.Name})b;");
            code.Line("return " + string.Join(" && ", node.Fields.Select(field => Term(grammar, field))) + ";").Close();
        }
        return code.Line("default:").Indented("return true;").Close().Close().Close().ToString();
    }

    private static string Term(GrammarModel grammar, FieldModel field)
    {
        string x = "x." + field.Property, y = "y." + field.Property;
        if (field.Type.IsList) return $"SameList({x}, {y})";
        if (grammar.IsNodeType(field.Type.Name)) return $"AreEqual({x}, {y})";
        return field.Type.Name == "double" ? $"{x}.Equals({y})" : $"{x} == {y}";
    }
}
