namespace Inox.Http.Generators;

/// <summary>Writes how all values of one name become a list: `?tag=a&tag=b`.</summary>
internal static class TextListWriter
{
    /// <param name="index">The list is in the local `list{index}`.</param>
    /// <param name="malformed">The statement for a value that cannot be parsed.</param>
    public static void Write(CodeWriter code, string pairs, string source, string parser, string element, int index, string malformed)
    {
        code.Line($"List<{element}> list{index} = [];");
        code.Open($"foreach (FieldLine pair in FormText.Pairs({pairs}))");
        code.Line($"if (!FormText.IsNamed(pair.Name, {CodeWriter.Utf8(source)})) continue;");
        code.Line($"if ({string.Format(parser, "FormText.Decode(pair.Value)", $"{element} value{index}")}) list{index}.Add(value{index});");
        code.Line($"else {malformed}");
        code.Close();
    }
}
