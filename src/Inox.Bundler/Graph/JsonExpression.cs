using System.Buffers;
using System.Text;
using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>Reads JSON as an expression. Comments and trailing commas are allowed, as in tsconfig.json.</summary>
internal static class JsonExpression
{
    private const int MaxDepth = 2000;

    public static Expression Parse(SourceText source, List<Diagnostic> diagnostics)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(source.Text);
        Utf8JsonReader reader = new(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            Expression value = Read(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            int offset = OffsetOf(source, e);
            string reason = e.Message.Split(" LineNumber:")[0].TrimEnd('.');
            diagnostics.Add(new() { Descriptor = GraphErrors.InvalidJson, Source = source, Span = new(offset, Math.Min(offset + 1, source.Text.Length)), Arguments = [reason] });
            return new NullLiteral(TextSpan.At(0));
        }
    }

    private static int OffsetOf(SourceText source, JsonException error)
    {
        int line = (int)Math.Min(error.LineNumber ?? 0, source.LineCount - 1);
        byte[] bytes = Encoding.UTF8.GetBytes(source.GetLine(line).ToString());
        int column = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(error.BytePositionInLine ?? 0, bytes.Length));
        return source.GetOffset(new(line, column));
    }

    private static Expression Read(ref Utf8JsonReader reader)
    {
        TextSpan span = TextSpan.At(0);
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return new StringLiteral(span, reader.GetString()!);
            case JsonTokenType.True: return new BooleanLiteral(span, true);
            case JsonTokenType.False: return new BooleanLiteral(span, false);
            case JsonTokenType.Null: return new NullLiteral(span);
            case JsonTokenType.Number: return ReadNumber(reader.GetDouble(), span);
            case JsonTokenType.StartArray: return ReadArray(ref reader);
            default: return ReadObject(ref reader);
        }
    }

    private static Expression ReadNumber(double value, TextSpan span) =>
        value < 0 || double.IsNegative(value) ? new UnaryExpression(span, UnaryOperator.Minus, new NumericLiteral(span, -value)) : new NumericLiteral(span, value);

    private static ArrayExpression ReadArray(ref Utf8JsonReader reader)
    {
        List<Expression?> elements = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) elements.Add(Read(ref reader));
        return new(TextSpan.At(0), [.. elements]);
    }

    private static ObjectExpression ReadObject(ref Utf8JsonReader reader)
    {
        List<Node> properties = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string key = reader.GetString()!;
            reader.Read();
            // JSON has no prototypes: ["__proto__"] defines a property
            properties.Add(new Property(TextSpan.At(0), PropertyKind.Init, new StringLiteral(TextSpan.At(0), key), Read(ref reader), isComputed: key == "__proto__"));
        }
        return new(TextSpan.At(0), [.. properties]);
    }
}
