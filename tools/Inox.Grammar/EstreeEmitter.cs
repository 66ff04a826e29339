namespace Inox.Grammar;

/// <summary>The part of the ESTree writer that follows from the grammar alone: every node without `@estree(-)`.</summary>
public static class EstreeEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Estree");
        code.Line().Line("using Inox.JavaScript.Syntax;").Line();
        code.Open("internal sealed partial class EstreeWriter").Open("private void Dispatch(Node node)").Open("switch (node.Kind)");
        foreach (NodeModel node in grammar.Nodes)
            code.Line($"case NodeKind.{node.Name}: Write{node.Name}(({node.Name})node); break;");
        code.Line("default: throw new System.Diagnostics.UnreachableException();").Close().Close();
        foreach (NodeModel node in grammar.Nodes.Where(node => node.Attributes.Get("estree") != "-")) EmitMethod(code, grammar, node);
        return code.Close().ToString();
    }

    private static void EmitMethod(CodeText code, GrammarModel grammar, NodeModel node)
    {
        string type = node.Attributes.Get("estree") ?? node.Name;
        code.Line().Open($"private void Write{node.Name}({node.Name} node)").Line($"Open(node, \"{type}\"u8);");
        foreach (FieldModel field in node.Fields.Where(field => !field.Attributes.Has("hidden"))) EmitField(code, grammar, field);
        code.Line("Close();").Close();
    }

    private static void EmitField(CodeText code, GrammarModel grammar, FieldModel field)
    {
        string name = $"\"{field.Attributes.Get("name") ?? field.Name}\"u8", value = "node." + field.Property;
        string call = field.Type switch
        {
            { IsList: true } => $"WriteList({name}, {value});",
            _ when grammar.IsNodeType(field.Type.Name) => $"WriteChild({name}, {value});",
            _ when grammar.IsEnum(field.Type.Name) => $"WriteText({name}, {value}.ToText());",
            { Name: "bool" } => $"_json.WriteBoolean({name}, {value});",
            _ => $"WriteText({name}, {value});",
        };
        string condition = string.Join(" && ", new[]
        {
            field.Attributes.Has("ts") ? "_isTypeScript" : "",
            field.Attributes.Has("omit") ? value + " is not null" : "",
        }.Where(part => part.Length > 0));
        code.Line(condition.Length > 0 ? $"if ({condition}) {call}" : call);
    }
}
