using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

internal sealed partial class EstreeWriter   // JSX
{
    private void WriteJSXOpeningElement(JSXOpeningElement node)
    {
        Open(node, "JSXOpeningElement"u8);
        WriteList("attributes"u8, node.Attributes);
        WriteJsxName("name"u8, node.Name);
        _json.WriteBoolean("selfClosing"u8, node.IsSelfClosing);
        if (_isTypeScript) WriteOptional("typeArguments"u8, node.TypeArguments);
        Close();
    }

    private void WriteJSXClosingElement(JSXClosingElement node)
    {
        Open(node, "JSXClosingElement"u8);
        WriteJsxName("name"u8, node.Name);
        Close();
    }

    private void WriteJSXOpeningFragment(JSXOpeningFragment node)
    {
        Open(node, "JSXOpeningFragment"u8);
        if (!_isTypeScript)
        {
            WriteEmptyList("attributes"u8);
            _json.WriteBoolean("selfClosing"u8, false);
        }
        Close();
    }

    private void WriteJSXMemberExpression(JSXMemberExpression node)
    {
        Open(node, "JSXMemberExpression"u8);
        WriteJsxName("object"u8, node.Object);
        WriteChild("property"u8, node.Property);
        Close();
    }

    // the names of components are references in the tree
    private void WriteJsxName(ReadOnlySpan<byte> field, Node name)
    {
        string? text = name is IdentifierReference reference ? reference.Name : name.Kind == NodeKind.ThisExpression ? "this" : null;
        if (text is null)
        {
            WriteChild(field, name);
            return;
        }
        _json.WritePropertyName(field);
        Open(name, "JSXIdentifier"u8);
        WriteText("name"u8, text);
        Close();
    }

    private void WriteJSXText(JSXText node)
    {
        Open(node, "JSXText"u8);
        WriteText("value"u8, node.Value);
        WriteText("raw"u8, Raw(node));
        Close();
    }
}
