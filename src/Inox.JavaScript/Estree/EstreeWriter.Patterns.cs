using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

internal sealed partial class EstreeWriter   // patterns, properties, parameters
{
    private void WriteObjectPattern(ObjectPattern node) => WriteAnnotated(node, null, isOptional: false, node.End, []);

    private void WriteArrayPattern(ArrayPattern node) => WriteAnnotated(node, null, isOptional: false, node.End, []);

    private void WriteAssignmentPattern(AssignmentPattern node)
    {
        Open(node, "AssignmentPattern"u8);
        WriteChild("left"u8, node.Left);
        WriteChild("right"u8, node.Right);
        WritePatternFields();
        Close();
    }

    private void WriteRestElement(RestElement node)
    {
        Open(node, "RestElement"u8);
        WriteChild("argument"u8, node.Argument);
        WritePatternFields();
        Close();
    }

    private void WriteProperty(Property node) =>
        WriteProperty(node, node.Key, node.Value, node.PropertyKind, node.IsComputed, node.IsMethod, node.IsShorthand);

    private void WritePatternProperty(PatternProperty node) =>
        WriteProperty(node, node.Key, node.Value, PropertyKind.Init, node.IsComputed, isMethod: false, node.IsShorthand);

    private void WriteProperty(Node node, Node key, Node value, PropertyKind kind, bool isComputed, bool isMethod, bool isShorthand)
    {
        Open(node, "Property"u8);
        _json.WriteBoolean("method"u8, isMethod);
        _json.WriteBoolean("shorthand"u8, isShorthand);
        _json.WriteBoolean("computed"u8, isComputed);
        WriteChild("key"u8, key);
        WriteChild("value"u8, value);
        WriteText("kind"u8, kind.ToText());
        if (_isTypeScript) _json.WriteBoolean("optional"u8, false);
        Close();
    }

    /// <summary>A binding with what TypeScript writes behind it; the annotation belongs to its range.</summary>
    private void WriteAnnotated(Node pattern, TSTypeAnnotation? annotation, bool isOptional, int end, Decorator[] decorators)
    {
        switch (pattern)
        {
            case ObjectPattern node:
                Open("ObjectPattern"u8, pattern.Start, end);
                WriteList("properties"u8, node.Properties);
                break;
            case ArrayPattern node:
                Open("ArrayPattern"u8, pattern.Start, end);
                WriteList("elements"u8, node.Elements);
                break;
            default:
                Open("Identifier"u8, pattern.Start, end);
                WriteText("name"u8, ((BindingIdentifier)pattern).Name);
                break;
        }
        WriteAnnotation(annotation, isOptional, decorators);
        Close();
    }

    private void WriteAnnotation(TSTypeAnnotation? annotation, bool isOptional, Decorator[] decorators)
    {
        if (!_isTypeScript) return;
        WriteList("decorators"u8, decorators);
        _json.WriteBoolean("optional"u8, isOptional);
        WriteOptional("typeAnnotation"u8, annotation);
    }

    private void WriteFormalParameter(FormalParameter node)
    {
        bool isProperty = node.Accessibility != Accessibility.None || node.IsReadonly || node.IsOverride;
        if (!isProperty || !_isTypeScript)
        {
            WriteParameter(node, node.Start, node.Decorators);
            return;
        }
        Open(node, "TSParameterProperty"u8);
        WriteAccessibility(node.Accessibility);
        WriteList("decorators"u8, node.Decorators);
        _json.WriteBoolean("override"u8, node.IsOverride);
        _json.WritePropertyName("parameter"u8);
        WriteParameter(node, node.Pattern.Start, []);
        _json.WriteBoolean("readonly"u8, node.IsReadonly);
        _json.WriteBoolean("static"u8, false);
        Close();
    }

    private void WriteParameter(FormalParameter node, int start, Decorator[] decorators)
    {
        if (node.IsRest)
        {
            Open("RestElement"u8, start, node.End);
            WriteChild("argument"u8, node.Pattern);
            WriteAnnotation(node.TypeAnnotation, isOptional: false, decorators);
            Close();
        }
        else if (node.Initializer is not null)
        {
            Open("AssignmentPattern"u8, node.Pattern.Start, node.Initializer.End < node.End ? node.End : node.Initializer.End);
            _json.WritePropertyName("left"u8);
            WriteAnnotated(node.Pattern, node.TypeAnnotation, node.IsOptional, EndOfAnnotated(node), []);
            WriteChild("right"u8, node.Initializer);
            WriteAnnotation(null, isOptional: false, decorators);
            Close();
        }
        else WriteAnnotated(node.Pattern, node.TypeAnnotation, node.IsOptional, EndOfAnnotated(node), decorators);
    }

    private int EndOfAnnotated(FormalParameter node)
    {
        if (!_isTypeScript) return node.Pattern.End;
        if (node.TypeAnnotation is not null) return node.TypeAnnotation.End;
        return node.IsOptional ? SkipTrivia(node.Pattern.End) + 1 : node.Pattern.End;
    }

    private void WriteAccessibility(Accessibility accessibility)
    {
        if (accessibility != Accessibility.None) WriteText("accessibility"u8, accessibility.ToText());
    }
}
