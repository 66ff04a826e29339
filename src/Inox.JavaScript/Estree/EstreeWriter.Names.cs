using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

internal sealed partial class EstreeWriter   // identifiers and literals
{
    private void WriteBindingIdentifier(BindingIdentifier node) => WriteIdentifier(node, node.Name);

    private void WriteIdentifierReference(IdentifierReference node) => WriteIdentifier(node, node.Name);

    private void WriteIdentifierName(IdentifierName node) => WriteIdentifier(node, node.Name);

    private void WriteIdentifier(Node node, string name) => WriteIdentifier(node.Start, node.End, name);

    private void WriteIdentifier(int start, int end, string name)
    {
        Open("Identifier"u8, start, end);
        WriteText("name"u8, name);
        WritePatternFields();
        Close();
    }

    // typescript-estree gives them to all that may be a pattern
    private void WritePatternFields(bool isOptional = false)
    {
        if (!_isTypeScript) return;
        WriteEmptyList("decorators"u8);
        _json.WriteBoolean("optional"u8, isOptional);
    }

    private void WriteStringLiteral(StringLiteral node)
    {
        Open(node, "Literal"u8);
        WriteText("value"u8, node.Value);
        WriteText("raw"u8, Raw(node));
        Close();
    }

    private void WriteNumericLiteral(NumericLiteral node)
    {
        Open(node, "Literal"u8);
        if (double.IsFinite(node.Value)) _json.WriteNumber("value"u8, node.Value);
        else _json.WriteNull("value"u8);
        WriteText("raw"u8, Raw(node));
        Close();
    }

    private void WriteBigIntLiteral(BigIntLiteral node)
    {
        Open(node, "Literal"u8);
        _json.WriteNull("value"u8);
        WriteText("raw"u8, Raw(node));
        WriteText("bigint"u8, node.Value);
        Close();
    }

    private void WriteBooleanLiteral(BooleanLiteral node)
    {
        Open(node, "Literal"u8);
        _json.WriteBoolean("value"u8, node.Value);
        WriteText("raw"u8, node.Value ? "true" : "false");
        Close();
    }

    private void WriteNullLiteral(NullLiteral node)
    {
        Open(node, "Literal"u8);
        _json.WriteNull("value"u8);
        WriteText("raw"u8, "null");
        Close();
    }

    private void WriteRegExpLiteral(RegExpLiteral node)
    {
        Open(node, "Literal"u8);
        _json.WriteStartObject("value"u8);
        Close();
        WriteText("raw"u8, Raw(node));
        _json.WriteStartObject("regex"u8);
        WriteText("pattern"u8, node.Pattern);
        WriteText("flags"u8, node.Flags);
        Close();
        Close();
    }

    // typescript-estree counts the delimiters in
    private void WriteTemplateElement(TemplateElement node)
    {
        int before = _isTypeScript ? 1 : 0, behind = !_isTypeScript ? 0 : node.IsTail ? 1 : 2;
        Open("TemplateElement"u8, node.Start - before, node.End + behind);
        _json.WriteStartObject("value"u8);
        WriteText("raw"u8, _isTypeScript ? Raw(node) : node.Raw);
        if (node.Cooked is null) _json.WriteNull("cooked"u8);
        else WriteText("cooked"u8, node.Cooked);
        Close();
        _json.WriteBoolean("tail"u8, node.IsTail);
        Close();
    }
}
