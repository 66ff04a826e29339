using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>Defines by the text of what they replace, with the first names in a set of their own: most files use none of them.</summary>
internal sealed class DefineTable
{
    private readonly Dictionary<string, DefineValue> _values = [];
    private readonly HashSet<string> _roots = [];
    private bool _hasImportMeta;

    public static DefineTable Read(TransformContext context)
    {
        DefineTable table = new();
        foreach ((string path, string text) in context.Options.Defines)
        {
            if (DefineValue.Parse(text) is not { } value)
            {
                context.Report(TransformDiagnostics.BadDefine, default, path, text);
                continue;
            }
            table._values[path] = value;
            string root = path.StartsWith("typeof ", StringComparison.Ordinal) ? path[7..] : path;
            root = root.Split('.')[0];
            if (root == "import") table._hasImportMeta = true;
            else table._roots.Add(root);
        }
        return table;
    }

    public DefineValue? Find(string path) => _values.GetValueOrDefault(path);

    public bool IsRoot(string name) => _roots.Contains(name);

    public bool MayApply(TransformContext context)
    {
        if (_hasImportMeta && (context.Features & ProgramFeatures.ImportMeta) != 0) return true;
        if (_roots.Count == 0) return false;
        foreach (ref readonly Reference reference in context.Model.References)
            if (reference.Symbol < 0 && _roots.Contains(reference.Node.Name)) return true;
        return false;
    }
}

/// <summary>What stands in the place of a define: a JSON value or a dotted name. Each use gets nodes of its own.</summary>
internal sealed class DefineValue
{
    private readonly JsonElement _json;
    private readonly string? _path;

    private DefineValue(JsonElement json, string? path)
    {
        _json = json;
        _path = path;
    }

    public static DefineValue? Parse(string text)
    {
        if (text == "undefined" || IsPath(text)) return new(default, text);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return new(document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            // what is no JSON is reported by the caller
            return null;
        }
    }

    private static bool IsPath(string text)
    {
        if (text is "true" or "false" or "null" or "") return false;
        foreach (string part in text.Split('.'))
        {
            if (part.Length == 0 || char.IsAsciiDigit(part[0])) return false;
            foreach (char c in part) if (!char.IsLetterOrDigit(c) && c is not ('_' or '$')) return false;
        }
        return true;
    }

    /// <summary>The value of a property, when this is an object that has it.</summary>
    public DefineValue? GetProperty(string name) =>
        _path is null && _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out JsonElement value) ? new(value, null) : null;

    public Expression ToExpression(TextSpan span)
    {
        if (_path == "undefined") return Make.Undefined(span);
        if (_path is not null) return Make.Dotted(span, _path);
        return ToExpression(span, _json);
    }

    private static Expression ToExpression(TextSpan span, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String: return Make.String(span, json.GetString()!);
            case JsonValueKind.Number: return Make.Number(span, json.GetDouble());
            case JsonValueKind.True: return new BooleanLiteral(span, true);
            case JsonValueKind.False: return new BooleanLiteral(span, false);
            case JsonValueKind.Array:
                List<Expression?> elements = [];
                foreach (JsonElement element in json.EnumerateArray()) elements.Add(ToExpression(span, element));
                return new ArrayExpression(span, [.. elements]);
            case JsonValueKind.Object:
                List<Node> properties = [];
                foreach (JsonProperty property in json.EnumerateObject())
                    properties.Add(Make.Property(span, Make.String(span, property.Name), ToExpression(span, property.Value)));
                return new ObjectExpression(span, [.. properties]);
            default: return new NullLiteral(span);
        }
    }
}
