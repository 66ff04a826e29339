namespace Inox.Grammar;

public static class NodeEmitter
{
    public static string Emit(GrammarModel grammar, IEnumerable<NodeModel> nodes)
    {
        CodeText code = new("Inox.JavaScript.Syntax");
        foreach (NodeModel node in nodes) EmitClass(code, grammar, node);
        return code.ToString();
    }

    private static void EmitClass(CodeText code, GrammarModel grammar, NodeModel node)
    {
        string bases = string.Join(", ", [node.Base, .. node.Interfaces]);
        code.Line().Summary(node.Comment).Open($"public sealed partial class {node.Name} : {bases}");
        EmitConstructor(code, grammar, node);
        foreach (FieldModel field in node.Fields)
            code.Line().Summary(Sentence(field.Comment)).Line($"public {field.Type.CSharp} {field.Property} {{ get; set; }}");
        if (node.HasScope)
            code.Line().Summary("Index of the scope it opens in the semantic model, -1 before there is one.").Line("public int ScopeId { get; set; } = -1;");
        if (node.HasSymbol)
            code.Line().Summary("Index of the symbol in the semantic model, -1 when there is none.").Line("public int SymbolId { get; set; } = -1;");
        code.Close();
    }

    private static void EmitConstructor(CodeText code, GrammarModel grammar, NodeModel node)
    {
        FieldModel[] ordered = [.. node.Fields.Where(f => f.Default is null), .. node.Fields.Where(f => f.Default is not null)];
        string parameters = string.Concat(ordered.Select(field => $", {field.Type.CSharp} {field.Parameter}{DefaultText(grammar, field)}"));
        code.Line($"public {node.Name}(Inox.Core.TextSpan span{parameters})").Indented($": base(NodeKind.{node.Name}, span)").Line("{");
        foreach (FieldModel field in ordered) code.Line($"{field.Property} = {field.Parameter};");
        code.Close();
    }

    private static string DefaultText(GrammarModel grammar, FieldModel field) => field.Default switch
    {
        null => "",
        var value when grammar.IsEnum(field.Type.Name) => $" = {field.Type.Name}.{value}",
        var value => $" = {value}",
    };

    private static string Sentence(string comment) =>
        comment.Length == 0 ? "" : char.ToUpperInvariant(comment[0]) + comment[1..] + (comment.EndsWith('.') ? "" : ".");
}
