namespace Inox.Http.Generators;

/// <summary>Which serializer context of the program knows which type, and which of them and of the bound shapes the binders use.</summary>
internal sealed class JsonShapes(IReadOnlyDictionary<string, string> contexts)
{
    private readonly List<string> _used = [];
    private readonly List<ShapeModel> _shapes = [];

    public bool Knows(string type) => contexts.ContainsKey(type);

    /// <summary>An expression for the type information of a type.</summary>
    public string Use(string type)
    {
        int index = _used.IndexOf(type);
        if (index < 0)
        {
            index = _used.Count;
            _used.Add(type);
        }
        return $"Json{index}";
    }

    public int Shape(ShapeModel shape)
    {
        int index = _shapes.IndexOf(shape);
        if (index >= 0) return index;
        _shapes.Add(shape);
        return _shapes.Count - 1;
    }

    // Made on first use: a program that answers text should not pay for JSON when it starts.
    public void Write(CodeWriter code)
    {
        for (int i = 0; i < _used.Count; i++)
        {
            string info = $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{_used[i]}>";
            code.Line();
            code.Line($"private static {info} Json{i} => field ??= ({info}){contexts[_used[i]]}.Default.GetTypeInfo(typeof({_used[i]}))!;");
        }
        for (int i = 0; i < _shapes.Count; i++) WriteShape(code, _shapes[i], i);
    }

    // Binds every member before it gives up, so that a client learns of all its mistakes at once.
    private static void WriteShape(CodeWriter code, ShapeModel shape, int index)
    {
        code.Line();
        code.Open($"private static Problem? Shape{index}(ReadOnlySpan<byte> pairs, HttpExchange exchange, string what, out {shape.Type} result)");
        code.Line("result = default!;");
        code.Line("List<ProblemError>? errors = null;");
        for (int i = 0; i < shape.Members.Count; i++)
        {
            MemberModel member = shape.Members[i];
            string parse = string.Format(member.Parser, $"text{i}", $"{member.Type} value{i}");
            code.Line($"{member.Type}{(member.Absence == Absence.Null || member.Default == "default" ? "?" : "")} member{i} = {(member.Absence == Absence.Default ? member.Default : "default!")};");
            string missing = member.Absence == Absence.Problem ? $"(errors ??= []).Add(new({CodeWriter.Quote(member.Source)}, \"is missing\"));" : "{ }";
            code.Line($"if (!FormText.TryFind(pairs, {CodeWriter.Utf8(member.Source)}, out ReadOnlySpan<byte> text{i})) {missing}");
            // An empty field of a form is one that was not filled in.
            if (member.Absence != Absence.Problem) code.Line($"else if (text{i}.IsEmpty) {{ }}");
            code.Line($"else if ({parse}) member{i} = value{i};");
            code.Line($"else (errors ??= []).Add(new({CodeWriter.Quote(member.Source)}, {CodeWriter.Quote($"is no {member.TypeName}")}));");
        }
        code.Line("if (errors is not null) return new Problem(400, $\"a {what} is missing or malformed\") { Errors = errors };");
        string arguments = string.Join(", ", shape.Members.Select((member, i) => (member, i)).Where(pair => pair.member.IsConstructor).Select(pair => $"member{pair.i}"));
        string initializers = string.Join(", ", shape.Members.Select((member, i) => (member, i)).Where(pair => !pair.member.IsConstructor).Select(pair => $"{pair.member.Name} = member{pair.i}"));
        code.Line($"result = new({arguments}){(initializers.Length > 0 ? $" {{ {initializers} }}" : "")};");
        code.Line(shape.IsValidated ? "return Bind.Validate(result);" : "return null;");
        code.Close();
    }
}
