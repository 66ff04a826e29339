using System.Text;

namespace Inox.Http.Generators;

/// <summary>Writes the OpenAPI 3.1 document of the routes as one constant.</summary>
internal static class DocumentWriter
{
    private const string FileSchema = """{"type":"string","contentMediaType":"application/octet-stream"}""";

    public static void Write(CodeWriter code, List<RouteTree.Entry> entries, IReadOnlyList<HandlerModel> handlers, IReadOnlyDictionary<string, bool> camelCase)
    {
        bool isCamel = camelCase.Values.Any(value => value);
        Dictionary<string, SchemaModel> schemas = [];
        foreach (SchemaModel schema in handlers.SelectMany(handler => handler.Schemas)) schemas[schema.Type] = schema;
        StringBuilder json = new("""{"openapi":"3.1.0","info":{"title":"API","version":"1"},"paths":{""");
        string[] paths = [.. entries.Where(IsDocumented).GroupBy(entry => PathOf(entry.Route.Pattern)).Select(group =>
            $"{Quote(group.Key)}:{{{string.Join(",", group.GroupBy(entry => entry.Route.Method).Select(method => Operation(method.First(), schemas)))}}}")];
        json.Append(string.Join(",", paths)).Append("""},"components":{"schemas":{""");
        json.Append(string.Join(",", schemas.Values.GroupBy(schema => schema.Name).Select(group => Schema(group.First(), isCamel)))).Append("}}}");
        code.Line();
        code.Line($"private static readonly byte[] s_openApi = {CodeWriter.Utf8(json.ToString())}.ToArray();");
        code.Line();
        code.Line("public override ReadOnlyMemory<byte> OpenApi => s_openApi;");
    }

    private static bool IsDocumented(RouteTree.Entry entry) => entry.Route.Method is "GET" or "PUT" or "POST" or "DELETE" or "OPTIONS" or "HEAD" or "PATCH" or "TRACE";

    private static string PathOf(RoutePattern pattern) =>
        "/" + string.Join("/", pattern.Segments.Select(segment => segment.Kind == SegmentKind.Literal ? segment.Text : $"{{{segment.Text}}}"));

    private static string Operation(RouteTree.Entry entry, Dictionary<string, SchemaModel> schemas)
    {
        HandlerModel handler = entry.Handler;
        List<string> members = [$"\"operationId\":{Quote(handler.Title.Replace(".", ""))}"];
        if (handler.Summary is not null) members.Add($"\"summary\":{Quote(handler.Summary)}");
        string[] parameters = [.. handler.Parameters.SelectMany(Parameters)];
        if (parameters.Length > 0) members.Add($"\"parameters\":[{string.Join(",", parameters)}]");
        if (handler.Parameters.FirstOrDefault(parameter => parameter.Value.IsBody) is { } body) members.Add($"\"requestBody\":{{\"required\":true,\"content\":{{{BodyContent(body.Value, schemas)}}}}}");
        members.Add($"\"responses\":{{{string.Join(",", Responses(handler.Response, schemas).GroupBy(pair => pair.Status).Select(group => $"{Quote(group.Key)}:{group.First().Json}"))}}}");
        return $"{Quote(entry.Route.Method.ToLowerInvariant())}:{{{string.Join(",", members)}}}";
    }

    private static IEnumerable<string> Parameters(ParameterModel parameter)
    {
        Binding value = parameter.Value;
        if (value.Kind == BindingKind.Query) return value.Shape!.Members.Select(member => Parameter("query", member.Source, member is { Absence: Absence.Problem, Kind: MemberKind.Text }, SchemaOf(member)));
        string? place = value.Kind switch
        {
            BindingKind.RouteText => "path",
            BindingKind.QueryText or BindingKind.QueryTexts => "query",
            BindingKind.FieldText => "header",
            BindingKind.CookieText => "cookie",
            _ => null,
        };
        if (place is null) return [];
        bool isList = value.Kind == BindingKind.QueryTexts;
        return [Parameter(place, value.Source, place == "path" || parameter.Absence == Absence.Problem && !isList, isList ? ArrayOf(TextSchema(value.Type)) : TextSchema(value.Type))];
    }

    private static string Parameter(string place, string name, bool isRequired, string schema) =>
        $"{{\"name\":{Quote(name)},\"in\":\"{place}\",\"required\":{(isRequired ? "true" : "false")},\"schema\":{schema}}}";

    private static string SchemaOf(MemberModel member) => member.Kind switch
    {
        MemberKind.Texts => ArrayOf(TextSchema(member.Element)),
        MemberKind.File => FileSchema,
        MemberKind.Files => ArrayOf(FileSchema),
        _ => TextSchema(member.Type),
    };

    private static string ArrayOf(string schema) => $"{{\"type\":\"array\",\"items\":{schema}}}";

    private static string TextSchema(string type) => type switch
    {
        "int" => """{"type":"integer","format":"int32"}""",
        "long" => """{"type":"integer","format":"int64"}""",
        "bool" => """{"type":"boolean"}""",
        "double" or "float" or "decimal" => """{"type":"number"}""",
        "global::System.Guid" => """{"type":"string","format":"uuid"}""",
        _ => """{"type":"string"}""",
    };

    private static string BodyContent(Binding value, Dictionary<string, SchemaModel> schemas) => value.Kind switch
    {
        BindingKind.Json => $"\"application/json\":{{\"schema\":{Reference(value.Type, schemas)}}}",
        BindingKind.Form or BindingKind.FormInput => FormContent(value.Shape!),
        BindingKind.Multipart => "\"multipart/form-data\":{}",
        _ => "\"application/octet-stream\":{}",
    };

    // What has files comes as multipart; anything else may come as either.
    private static string FormContent(ShapeModel shape)
    {
        string properties = string.Join(",", shape.Members.Select(member => $"{Quote(member.Source)}:{SchemaOf(member)}"));
        string schema = $"{{\"schema\":{{\"type\":\"object\",\"properties\":{{{properties}}}}}}}";
        bool hasFiles = shape.Members.Any(member => member.Kind is MemberKind.File or MemberKind.Files);
        return hasFiles ? $"\"multipart/form-data\":{schema}" : $"\"application/x-www-form-urlencoded\":{schema},\"multipart/form-data\":{schema}";
    }

    private static IEnumerable<(string Status, string Json)> Responses(ResponseModel response, Dictionary<string, SchemaModel> schemas)
    {
        switch (response.Kind)
        {
            case ResponseKind.Nothing: return [("204", """{"description":"No content"}""")];
            case ResponseKind.Text: return [("200", """{"description":"OK","content":{"text/plain":{"schema":{"type":"string"}}}}""")];
            case ResponseKind.Json: return [("200", $"{{\"description\":\"OK\",\"content\":{{\"application/json\":{{\"schema\":{Reference(response.Type, schemas)}}}}}}}")];
            case ResponseKind.Created: return Responses(response.Parts[0], schemas).Select(pair => ("201", pair.Json.Replace("\"OK\"", "\"Created\"")));
            case ResponseKind.NullableReference or ResponseKind.NullableValue: return [.. Responses(response.Parts[0], schemas), ("404", """{"description":"Not found"}""")];
            case ResponseKind.Responder when response.Type.EndsWith(".Problem", StringComparison.Ordinal): return [("default", """{"description":"A problem","content":{"application/problem+json":{}}}""")];
            case ResponseKind.Responder or ResponseKind.Bytes or ResponseKind.Memory: return [("200", """{"description":"OK"}""")];
            default: return response.Parts.SelectMany(part => Responses(part, schemas));
        }
    }

    private static string Reference(string type, Dictionary<string, SchemaModel> schemas)
    {
        if (schemas.TryGetValue(type, out SchemaModel? schema)) return $"{{\"$ref\":\"#/components/schemas/{schema.Name}\"}}";
        // `T[]` and `List<T>` of a known type.
        foreach (SchemaModel each in schemas.Values)
        {
            if (type == each.Type + "[]" || type.StartsWith("global::System.Collections.Generic.", StringComparison.Ordinal) && type.EndsWith($"<{each.Type}>", StringComparison.Ordinal))
                return $"{{\"type\":\"array\",\"items\":{{\"$ref\":\"#/components/schemas/{each.Name}\"}}}}";
        }
        return TextSchema(type);
    }

    private static string Schema(SchemaModel schema, bool isCamel)
    {
        string properties = string.Join(",", schema.Properties.Select(property => $"{Quote(NameOf(property.Name, isCamel))}:{property.Schema}"));
        string required = string.Join(",", schema.Properties.Where(property => property.IsRequired).Select(property => Quote(NameOf(property.Name, isCamel))));
        return $"{Quote(schema.Name)}:{{\"type\":\"object\",\"properties\":{{{properties}}}{(required.Length > 0 ? $",\"required\":[{required}]" : "")}}}";
    }

    private static string NameOf(string name, bool isCamel) => isCamel ? char.ToLowerInvariant(name[0]) + name.Substring(1) : name;

    private static string Quote(string text)
    {
        StringBuilder json = new("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c < ' ') json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else json.Append(c);
        }
        return json.Append('"').ToString();
    }
}
