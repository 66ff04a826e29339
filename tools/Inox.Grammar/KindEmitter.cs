namespace Inox.Grammar;

public static class KindEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        code.Line().Line("/// <summary>Which class a node is of: switch on this.</summary>").Open("public enum NodeKind : byte");
        foreach (NodeModel node in grammar.Nodes) code.Line(node.Name + ",");
        return code.Close().ToString();
    }
}

public static class EnumEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        foreach (EnumModel model in grammar.Enums)
        {
            code.Line().Open($"public enum {model.Name} : byte");
            foreach ((string name, _) in model.Values) code.Line(name + ",");
            code.Close();
        }
        code.Line().Line("/// <summary>The values as source text, and as ESTree JSON has them.</summary>").Open("public static class SyntaxText");
        bool first = true;
        foreach (EnumModel model in grammar.Enums)
        {
            if (!first) code.Line();
            first = false;
            code.Line($"private static readonly string[] s_{model.Name} =");
            code.Line($"[{string.Join(", ", model.Values.Select(value => $"\"{value.Text}\""))}];").Line();
            code.Line($"public static string ToText(this {model.Name} value) => s_{model.Name}[(int)value];");
        }
        return code.Close().ToString();
    }
}

public static class InterfaceEmitter
{
    public static string Emit(GrammarModel grammar)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        foreach (InterfaceModel model in grammar.Interfaces)
        {
            code.Line().Summary(model.Comment).Open($"public partial interface {model.Name}");
            foreach (FieldModel field in model.Fields)
            {
                bool everywhere = grammar.Nodes.Where(node => node.Interfaces.Contains(model.Name))
                    .All(node => node.Fields.Any(f => f.Name == field.Name && f.Type == field.Type));
                code.Line($"{field.Type.CSharp} {field.Property} {{ get; {(everywhere ? "set; " : "")}}}");
            }
            code.Close();
        }
        return code.ToString();
    }
}
