using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    // `a < <b/>`: two of them would be a shift
    private void WriteAngle()
    {
        if (_output.Last == '<') Write(' ');
        Write('<');
    }

    private void PrintJsxElement(JSXElement element)
    {
        JSXOpeningElement opening = element.OpeningElement;
        WriteAngle();
        Map(opening.Name.Start);
        PrintJsxName(opening.Name);
        PrintTypeArguments(opening.TypeArguments);
        foreach (Node attribute in opening.Attributes) PrintJsxAttribute(attribute);
        if (element.ClosingElement is null)
        {
            Space();
            Write("/>");
            return;
        }
        Write('>');
        PrintJsxChildren(element.Children);
        Write("</");
        PrintJsxName(element.ClosingElement.Name);
        Write('>');
    }

    private void PrintJsxFragment(JSXFragment fragment)
    {
        WriteAngle();
        Write('>');
        PrintJsxChildren(fragment.Children);
        Write("</>");
    }

    private void PrintJsxName(Node name)
    {
        switch (name)
        {
            case JSXIdentifier identifier: PrintName(identifier.Name); break;
            case IdentifierReference reference: PrintName(TextOf(reference.SymbolId, reference.Name)); break;
            case ThisExpression: Write("this"); break;
            case JSXMemberExpression member:
                PrintJsxName(member.Object);
                Write('.');
                PrintName(member.Property.Name);
                break;
            case JSXNamespacedName namespaced:
                PrintName(namespaced.Namespace.Name);
                Write(':');
                PrintName(namespaced.Name.Name);
                break;
            default: throw new InvalidOperationException($"{name.Kind} is no element name");
        }
    }

    private void PrintJsxAttribute(Node node)
    {
        Write(' ');
        PrintInlineComments(node.Start);
        if (node is JSXSpreadAttribute spread)
        {
            Write("{...");
            PrintExpression(spread.Argument, Precedence.Comma, Forbid.Nothing);
            Write('}');
            return;
        }
        JSXAttribute attribute = (JSXAttribute)node;
        PrintJsxName(attribute.Name);
        if (attribute.Value is null) return;
        Write('=');
        PrintJsxAttributeValue(attribute.Value);
    }

    private void PrintJsxAttributeValue(Node value)
    {
        switch (value)
        {
            case StringLiteral text: PrintJsxString(text.Value); break;
            case JSXExpressionContainer container: PrintJsxContainer(container); break;
            default: PrintExpression((Expression)value, Precedence.Lowest, Forbid.Nothing); break;
        }
    }

    // No escapes in these strings, but entities; line breaks stand for themselves.
    private void PrintJsxString(string value)
    {
        char quote = value.Contains('"') && !value.Contains('\'') ? '\'' : '"';
        Write(quote);
        foreach (char c in value)
        {
            if (c == quote) Write(quote == '"' ? "&quot;" : "&#39;");
            else if (c == '&') Write("&amp;");
            else if (c >= 0x80 && _ascii || char.IsSurrogate(c) && _ascii) WriteEntity(c);
            else Write(c);
        }
        Write(quote);
    }

    private void WriteEntity(char c)
    {
        Write("&#");
        _output.Write((int)c);
        Write(';');
    }

    private void PrintJsxContainer(JSXExpressionContainer container)
    {
        Write('{');
        if (container.Expression is JSXEmptyExpression)
        {
            PrintInlineComments(container.End - 1);
        }
        else
        {
            PrintInlineComments(container.Expression.Start);
            PrintExpression((Expression)container.Expression, Precedence.Lowest, Forbid.Nothing);
        }
        Write('}');
    }

    private void PrintJsxChildren(Node[] children)
    {
        foreach (Node child in children)
        {
            switch (child)
            {
                case JSXText text: PrintJsxText(text); break;
                case JSXExpressionContainer container: PrintJsxContainer(container); break;
                case JSXSpreadChild spread:
                    Write("{...");
                    PrintExpression(spread.Expression, Precedence.Comma, Forbid.Nothing);
                    Write('}');
                    break;
                default: PrintExpression((Expression)child, Precedence.Lowest, Forbid.Nothing); break;
            }
        }
    }

    // The source's own text, as it tells `&#32;`, which stays, from a blank, which may be dropped.
    private void PrintJsxText(JSXText text)
    {
        if (!_ascii && _source is not null && text.End > text.Start && text.End <= _source.Text.Length) _output.Write(_source.Slice(text.Span));
        else PrintEncodedText(text.Value);
    }

    private void PrintEncodedText(string value)
    {
        foreach (char c in value)
        {
            switch (c)
            {
                case '&': Write("&amp;"); break;
                case '<': Write("&lt;"); break;
                case '>': Write("&gt;"); break;
                case '{': Write("&#123;"); break;
                case '}': Write("&#125;"); break;
                // a break space between words is collapsed with the line around it when it is written as it is
                case '\u00a0': Write("&nbsp;"); break;
                default:
                    if (c >= 0x80 && _ascii) WriteEntity(c);
                    else Write(c);
                    break;
            }
        }
    }
}
