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
        for (int i = 0; i < shape.Members.Count; i++) WriteMember(code, shape.Members[i], i);
        code.Line("if (errors is not null) return new Problem(400, $\"a {what} is missing or malformed\") { Errors = errors };");
        string arguments = string.Join(", ", shape.Members.Select((member, i) => (member, i)).Where(pair => pair.member.IsConstructor).Select(pair => $"member{pair.i}"));
        string initializers = string.Join(", ", shape.Members.Select((member, i) => (member, i)).Where(pair => !pair.member.IsConstructor).Select(pair => $"{pair.member.Name} = member{pair.i}"));
        code.Line($"result = new({arguments}){(initializers.Length > 0 ? $" {{ {initializers} }}" : "")};");
        code.Line(shape.IsValidated ? "return Bind.Validate(result);" : "return null;");
        code.Close();
    }

    private static void WriteMember(CodeWriter code, MemberModel member, int i)
    {
        string source = CodeWriter.Quote(member.Source), malformed = $"(errors ??= []).Add(new({source}, {CodeWriter.Quote(member.Fault)}));", missing = $"(errors ??= []).Add(new({source}, \"is missing\"));";
        string type = member.Absence == Absence.Null || member.Default == "default" ? member.Type + "?" : member.Type;
        switch (member.Kind)
        {
            case MemberKind.Texts:
                TextListWriter.Write(code, "pairs", member.Source, member.Parser, member.Element, i, malformed);
                code.Line($"{type} member{i} = [.. list{i}];");
                return;
            case MemberKind.Files:
                code.Line($"{type} member{i} = [.. FormFiles.Of(exchange, {source})];");
                return;
            case MemberKind.File:
                code.Line($"{type} member{i} = FormFiles.Of(exchange, {source}) is [var file{i}, ..] ? file{i} : null!;");
                if (member.Absence == Absence.Problem) code.Line($"if (member{i} is null) {missing}");
                return;
        }
        string parse = string.Format(member.Parser, $"text{i}", $"{member.Type} value{i}");
        code.Line($"{type} member{i} = {(member.Absence == Absence.Default ? member.Default : "default!")};");
        code.Line($"if (!FormText.TryFind(pairs, {CodeWriter.Utf8(member.Source)}, out ReadOnlySpan<byte> text{i})) {(member.Absence == Absence.Problem ? missing : "{ }")}");
        // An empty field of a form is one that was not filled in.
        if (member.Absence != Absence.Problem) code.Line($"else if (text{i}.IsEmpty) {{ }}");
        code.Line($"else if ({parse}) member{i} = value{i};");
        code.Line($"else {malformed}");
    }
}
